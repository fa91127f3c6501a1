import fc from 'fast-check';
import type { Store } from '../../src/store/contract/store.js';

/** Something that is done with a store; its result can be compared with that of another store. */
export interface StoreOperation {
  readonly name: string;
  readonly apply: (store: Store) => Promise<unknown>;
}

/** Time that passes. */
export interface Passing {
  readonly hours: number;
}

// Few of each, so that histories come back to the same ones.
const guild = fc.constantFrom('g1', 'g2', 'g3');
const place = fc.constantFrom('g1', 'g2', 'g3', null);
const channel = fc.constantFrom('c1', 'c2');
const user = fc.constantFrom('u1', 'u2', 'u3');
/** Characters that databases treat in ways of their own, and digits that may make somebody's id. */
export const hostileUnit = fc.constantFrom(
  '\0',
  '\ud83d',
  '\ude00',
  '𠮷',
  '"',
  "'",
  '\\',
  '\n',
  '%',
  '法',
  '1'.repeat(8),
  ' ',
);
const text = fc.oneof(fc.constantFrom('甲', '乙', '什么是网络安全？'), fc.string({ unit: hostileUnit, maxLength: 20 }));
const page = fc.record({ offset: fc.integer({ min: 0, max: 3 }), limit: fc.integer({ min: 1, max: 5 }) });
const day = fc.constantFrom('2026-11-22', '2026-11-23', '2026-11-25', '2026-12-31');

const change = fc.record(
  {
    language: fc.constantFrom('auto', 'en', 'zh-Hans', 'zh-Hant'),
    documents: fc.uniqueArray(fc.constantFrom('000', '001-1', '003'), { maxLength: 3 }),
    passages: fc.option(fc.integer({ min: 1, max: 10 })),
    channels: fc.dictionary(
      channel,
      fc.record({ mode: fc.constantFrom('all', 'mention', 'off'), citationCards: fc.boolean() }, { requiredKeys: [] }),
    ),
  },
  { requiredKeys: [] },
);

const vote = fc.record({
  answer: fc.constantFrom('a1', 'a2'),
  guild: place,
  channel,
  user,
  helpful: fc.boolean(),
  passages: fc.array(fc.constantFrom('p1', 'p2'), { maxLength: 3 }),
  generation: fc.constantFrom('000001', '000002'),
  question: fc.option(text),
});

const question = fc
  .record({
    kind: fc.constantFrom('question', 'law', 'verify'),
    guild: place,
    channel,
    user,
    text,
    strength: fc.constantFrom('strong', 'weak', 'none'),
  })
  .map((asked) => ({ ...asked, status: asked.strength === 'none' ? ('none' as const) : ('answered' as const) }));

const operation = <Input>(
  name: string,
  input: fc.Arbitrary<Input>,
  apply: (store: Store, input: Input) => Promise<unknown>,
): fc.Arbitrary<StoreOperation> =>
  input.map((value) => ({ name: `${name} ${JSON.stringify(value)}`, apply: (store) => apply(store, value) }));

/** Any call of any port, with what it needs. */
export const operationArbitrary: fc.Arbitrary<StoreOperation | Passing> = fc.oneof(
  fc.record({ hours: fc.integer({ min: 1, max: 100 }) }),
  operation('change', fc.tuple(guild, change), (store, [one, what]) => store.settings.change(one, what)),
  operation('forgetChannel', fc.tuple(guild, channel), (store, [one, what]) => store.settings.forgetChannel(one, what)),
  operation('read', guild, (store, one) => store.settings.read(one)),
  operation('readChannel', fc.tuple(guild, channel), (store, [one, what]) => store.settings.readChannel(one, what)),
  operation('vote', vote, (store, said) => store.feedback.vote(said)),
  operation('record', question, (store, asked) => store.questions.record(asked)),
  operation('feedback', fc.tuple(guild, page), (store, [one, part]) => store.insights.feedback(one, part)),
  operation('unanswered', fc.tuple(guild, page), (store, [one, part]) => store.insights.unanswered(one, part)),
  operation('days', fc.tuple(guild, day, day), (store, [one, from, to]) => store.insights.days(one, from, to)),
  operation('exportUser', user, (store, one) => store.users.exportUser(one)),
  operation('deleteUser', user, (store, one) => store.users.deleteUser(one)),
  operation('left', guild, (store, one) => store.guilds.left(one)),
  operation('present', fc.uniqueArray(guild), (store, some) => store.guilds.present(some)),
  operation('known', fc.constant(null), (store) => store.guilds.known()),
  operation('delete', guild, (store, one) => store.guilds.delete(one)),
  operation('upkeep', fc.constant(null), (store) => store.upkeep()),
);

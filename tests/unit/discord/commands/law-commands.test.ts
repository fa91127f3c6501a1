import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { KnownLaw } from '../../../../src/answering/law/known-laws.js';
import { lawCommands, MOST_LAW_COMMANDS } from '../../../../src/discord/commands/law-commands.js';
import { foldText } from '../../../../src/shared/fold-text.js';
import { asObject } from '../../../support/discord-emulator/json.js';
import { EVERY_LAW, EVERY_LAW_ID } from '../../../support/every-command.js';
import { lawTextOf } from '../../../support/law-fixture.js';
import { openRealEngine, type RealEngine } from '../../../support/real-engine.js';
import { lawNamed, shippedCatalogue } from '../../../support/shipped-catalogue.js';

/** Marked by hand over all documents: see tests/unit/laws/names/mentions-of-documents.test.ts. */
const MENTIONS = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'data', 'mentions.json'), 'utf8'),
) as {
  readonly law: string;
}[];

describe('the commands of laws', () => {
  const known = (id: string, mentions: number, facts: Parameters<typeof lawNamed>[2] = {}): KnownLaw => {
    const law = lawNamed(id, `${id}法`, facts);
    return { id, title: law.title, english: id, names: [], entry: { law, mentions } };
  };
  const namesOf = (laws: readonly KnownLaw[], choice: 'all' | readonly string[]): readonly string[] =>
    lawCommands(laws, choice).map((one) => one.data.name);

  it('are there for every law and regulation that the documents name, the most named first', () => {
    const laws = [
      known('unnamed', 0),
      known('rule', 1, { kind: 'departmental rule' }),
      known('regulation', 2, { kind: 'administrative regulation' }),
      known('plan', 9, { kind: 'strategy or plan' }),
      known('law', 3),
      { ...known('by-text', 5), entry: null },
    ];
    expect(namesOf(laws, 'all')).toEqual(['law', 'regulation', 'rule']);
  });

  it('are at most 40', () => {
    const laws = Array.from({ length: 60 }, (_, at) => known(`law-${at}`, at + 1));
    expect(namesOf(laws, 'all')).toHaveLength(MOST_LAW_COMMANDS);
    expect(namesOf(laws, 'all')[0]).toBe('law-59');
  });

  it('are those that were chosen, in their order, whatever their kind; none for what is no law', () => {
    const laws = [known('plan', 0, { kind: 'strategy or plan' }), known('law', 3), known('other', 1)];
    expect(namesOf(laws, ['law', 'plan', 'no-law'])).toEqual(['law', 'plan']);
    expect(namesOf(laws, [])).toEqual([]);
  });

  it('show the title of the law to Chinese clients, which changes script only', () => {
    const [command] = lawCommands(EVERY_LAW, ['cybersecurity-law']);
    expect(command?.data).toMatchObject({
      name: 'cybersecurity-law',
      name_localizations: { 'zh-CN': '网络安全法', 'zh-TW': '網絡安全法' },
      description: "Facts, articles and passages: Cybersecurity Law of the People's Republic of China",
      options: [{ name: 'article' }, { name: 'question' }],
    });
    for (const { data: one } of lawCommands(EVERY_LAW, EVERY_LAW_ID)) {
      const localised = asObject(one.name_localizations);
      expect(foldText(String(localised['zh-TW']))).toBe(foldText(String(localised['zh-CN'])));
    }
  });

  it.each([
    // Brackets are no part of a name of a command.
    ['internet-x', '甲办法（试行）', '甲办法试行'],
    // So are capitals.
    ['app-law', 'App规定', 'app规定'],
  ])('of %s is shown for 《%s》 as %s', (id, title, name) => {
    const law = lawNamed(id, title);
    const laws = [{ id, title: law.title, english: id, names: [], entry: { law, mentions: 1 } }];
    expect(lawCommands(laws, 'all')[0]?.data.name_localizations).toEqual({ 'zh-CN': name, 'zh-TW': name });
  });

  it('take a shorter name where the title is too long, and the name in Latin letters where none is short enough', () => {
    const long = '长'.repeat(33);
    const both = { zhHans: [long, '短名'], zhHant: [long, '短名'], en: [] };
    const laws = [
      known('shorter', 2, { shortTitle: { zhHans: long, zhHant: long }, names: both }),
      known('none', 1, {
        shortTitle: { zhHans: long, zhHant: long },
        names: { zhHans: [long], zhHant: [long], en: [] },
      }),
    ];
    const [shorter, none] = lawCommands(laws, 'all').map((one) => one.data.name_localizations);
    expect(shorter).toEqual({ 'zh-CN': '短名', 'zh-TW': '短名' });
    expect(none).toBeUndefined();
  });
});

describe('the commands of laws over the documents', () => {
  let real: RealEngine;

  beforeAll(async () => {
    real = await openRealEngine([
      lawTextOf('rules', '测试条例', '2020年1月1日 公布', ['第一条 根据《中华人民共和国网络安全法》，制定本条例。']),
    ]);
  });

  afterAll(() => real.engine.close());

  it('are those of the laws, regulations and rules that the documents name', async () => {
    const named = new Set(MENTIONS.map(({ law }) => law));
    const expected = shippedCatalogue()
      .laws.filter(
        ({ id, kind }) => named.has(id) && /^(?:law|administrative regulation|departmental rule)$/.test(kind),
      )
      .map(({ command }) => command);
    const commands = lawCommands(await real.engine.lawNames(['global']), 'all').map(({ data }) => data.name);
    expect([...commands].sort()).toEqual([...expected].sort());
    expect(commands).toContain('cybersecurity-law');
    expect(commands.length).toBeGreaterThan(10);
  });

  it('do not count what texts of laws name', async () => {
    const { engine } = real;
    const request = { provision: null, question: null, asOf: null, scopes: ['global' as const], limit: 0 };
    const card = await engine.law({ ...request, name: 'cybersecurity-law' });
    const known = (await engine.lawNames(['global'])).find(({ id }) => id === 'cybersecurity-law');
    // The card counts the regulation of this test, which names it once.
    expect(card.kind === 'found' ? card.mentionCount : 0).toBe((known?.entry?.mentions ?? 0) + 1);
    expect(known?.entry?.mentions).toBeGreaterThan(0);
  });
});

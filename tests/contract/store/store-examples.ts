import { onTestFinished } from 'vitest';
import type { Retention } from '../../../src/store/contract/retention.js';
import type { Store } from '../../../src/store/contract/store.js';
import { SetClock } from '../../support/set-clock.js';

/** Opens the store of one test. */
export type OpenForTest = (clock: SetClock, retention: Retention) => Promise<Store>;

/** A store of its own for one test, which closes it at its end; logs questions unless told otherwise. */
export type FreshStore = (retention?: Retention) => Promise<{ readonly store: Store; readonly clock: SetClock }>;

const START = '2026-11-22T23:59:00Z';
export const LOGGING: Retention = { logQuestions: true, retentionDays: 30 };
export const NOT_LOGGING: Retention = { logQuestions: false, retentionDays: 30 };

export const GUILD = '1000000000000000001';
export const OTHER_GUILD = '1000000000000000002';
export const CHANNEL = '2000000000000000001';
export const USER = '3000000000000000001';
export const OTHER_USER = '3000000000000000002';
export const PAGE = { offset: 0, limit: 10 };

/** A vote, but for where it was given and by whom. */
export const said = {
  answer: '4000000000000000001',
  channel: CHANNEL,
  helpful: true,
  passages: ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'],
  generation: '000001-abc',
  question: '网络安全宣传周的主题是什么？',
};
export const vote = { ...said, guild: GUILD, user: USER };

/** A question without an answer, but for where it was asked and by whom. */
export const asked = {
  kind: 'question',
  channel: CHANNEL,
  text: '月球上适用哪部法律？',
  status: 'none',
  strength: 'none',
} as const;
export const question = { ...asked, guild: GUILD, user: USER };

/** @param prepare makes a place for the store of one test */
export function freshStores(prepare: () => Promise<OpenForTest>): FreshStore {
  return async (retention = LOGGING) => {
    const open = await prepare();
    const clock = new SetClock(START);
    const store = await open(clock, retention);
    onTestFinished(() => store.close());
    return { store, clock };
  };
}

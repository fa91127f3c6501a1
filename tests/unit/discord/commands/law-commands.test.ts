import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lawCommands } from '../../../../src/discord/commands/law-commands.js';
import { lawTextOf } from '../../../support/law-fixture.js';
import { openRealEngine, type RealEngine } from '../../../support/real-engine.js';
import { shippedCatalogue } from '../../../support/shipped-catalogue.js';

/** Marked by hand over all documents: see tests/unit/laws/mentions-of-documents.test.ts. */
const MENTIONS = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', '..', '..', 'data', 'mentions.json'), 'utf8'),
) as {
  readonly law: string;
}[];

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

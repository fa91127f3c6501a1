import { describe, expect, it } from 'vitest';
import { ConfigError } from '../../../src/config/config-error.js';
import { resolveLawCommands } from '../../../src/config/law-commands.js';
import { shippedCatalogue } from '../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();

/** What is said of LAW_COMMANDS; fails where nothing is wrong. */
function mistakesOf(chosen: readonly string[]): readonly string[] {
  try {
    resolveLawCommands(chosen, catalogue);
  } catch (cause) {
    if (cause instanceof ConfigError) return cause.mistakes.map(({ setting, reason }) => `${setting} ${reason}`);
    throw cause;
  }
  throw new Error('Nothing was wrong');
}

describe('resolveLawCommands', () => {
  it('leaves “all” to whoever knows what the documents name, and has nothing to look up for none', () => {
    expect(resolveLawCommands('all', catalogue)).toBe('all');
    expect(resolveLawCommands([], catalogue)).toEqual([]);
  });

  it('takes ids, names in either language and abbreviations, each law once, in their order', () => {
    const chosen = ['data-security-law', '网络安全法', '數據安全法', 'PIPL'];
    expect(resolveLawCommands(chosen, catalogue)).toEqual([
      'data-security-law',
      'cybersecurity-law',
      'personal-information-protection-law',
    ]);
  });

  it('lists every name that means no law, with the nearest ids, and one that means several', () => {
    const [near, none, several, ...rest] = mistakesOf(['cyber security laws', 'zzz', '安全法', 'PIPL']);
    expect(near).toMatch(/^LAW_COMMANDS names “cyber security laws”, which means no law[^]*cybersecurity-law/);
    expect(none).toContain('“zzz”, which means no law of the catalogue: `npx yinju law` lists all');
    expect(several).toMatch(/“安全法”, which means several laws: .*data-security-law/);
    expect(rest).toEqual([]);
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CatalogueError } from '../../../../src/laws/catalogue/catalogue-error.js';
import { loadCatalogue } from '../../../../src/laws/catalogue/catalogue.js';
import { simplifyCharacter } from '../../../../src/shared/simplified.js';
import { shippedCatalogue, shippedCatalogueText } from '../../../support/shipped-catalogue.js';

const catalogue = shippedCatalogue();
const idsOf = (laws: readonly { readonly id: string }[]): readonly string[] => laws.map(({ id }) => id);
const found = (name: string): string => {
  const lookup = catalogue.byName(name);
  return lookup.kind === 'found' ? lookup.law.id : lookup.kind;
};

describe('a name of a law', () => {
  it.each([
    ['网络安全法', 'cybersecurity-law'],
    ['《网络安全法》', 'cybersecurity-law'],
    ['中华人民共和国网络安全法', 'cybersecurity-law'],
    ['網絡安全法', 'cybersecurity-law'],
    ['网安法', 'cybersecurity-law'],
    ['CSL', 'cybersecurity-law'],
    ['the Cybersecurity Law of the People’s Republic of China', 'cybersecurity-law'],
    ['cybersecurity-law', 'cybersecurity-law'],
    ['数安法', 'data-security-law'],
    ['dsl', 'data-security-law'],
    ['个保法', 'personal-information-protection-law'],
    ['ＰＩＰＬ', 'personal-information-protection-law'],
    ['网络安全审查办法', 'cybersecurity-review-measures'],
    ['网络产品和服务安全审查办法（试行）', 'network-products-services-security-review-measures-trial'],
    ['網絡產品和服務安全審查辦法(試行)', 'network-products-services-security-review-measures-trial'],
    ['一带一路', 'belt-and-road'],
  ])('%s is found', (name, id) => {
    expect(found(name)).toBe(id);
  });

  it('that fits several laws is asked about, never picked', () => {
    const lookup = catalogue.byName('安全法');
    expect(lookup.kind).toBe('ambiguous');
    expect(lookup.kind === 'ambiguous' && idsOf(lookup.candidates)).toEqual(
      expect.arrayContaining(['cybersecurity-law', 'data-security-law', 'national-security-law']),
    );
    expect(catalogue.byName('携手构建网络空间命运共同体').kind).toBe('ambiguous');
  });

  it('that is a part of one title only is offered, not taken: other laws end so too', () => {
    const lookup = catalogue.byName('信息保护法');
    expect(lookup.kind === 'unknown' && idsOf(lookup.near)).toContain('personal-information-protection-law');
  });

  it('that is misspelt is unknown, with the nearest laws first', () => {
    const lookup = catalogue.byName('网络安全发');
    expect(lookup.kind === 'unknown' && idsOf(lookup.near)[0]).toBe('cybersecurity-law');
  });

  it.each(['', '  ', '法', '天气', '\u0000', '《》', '香港国安法', 'Hong Kong National Security Law'])(
    '%j names none',
    (name) => {
      expect(catalogue.byName(name).kind).toBe('unknown');
    },
  );

  it('of a law in one language or script belongs to that law alone', () => {
    for (const law of catalogue.laws)
      for (const name of [...law.names.zhHans, ...law.names.zhHant, ...law.names.en]) expect(found(name)).toBe(law.id);
  });
});

describe('data/laws.json', () => {
  it('has a command for every law, as Discord takes it', () => {
    const commands = catalogue.laws.map(({ command }) => command);
    expect(commands.filter((command) => !/^[a-z0-9-]{1,32}$/.test(command))).toEqual([]);
    expect(new Set(commands).size).toBe(commands.length);
  });

  it('changes only the script of a title for readers of traditional Chinese', () => {
    const simplify = (text: string): string => Array.from(text, simplifyCharacter).join('');
    for (const { title } of catalogue.laws) expect(simplify(title.zhHant)).toBe(simplify(title.zhHans));
  });

  it('keeps its versions in the order of their days', () => {
    for (const { versions } of catalogue.laws) {
      const days = versions.flatMap(({ inForce }) => (inForce === null ? [] : [inForce.value]));
      expect(days).toEqual([...days].sort());
    }
  });
});

const SHARED = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'laws', 'catalogue.json');

interface SharedEntry {
  readonly id: string;
  readonly official_title_zh: string;
  readonly date_adopted: string | null;
  readonly date_published: string | null;
  readonly date_in_force: string | null;
  readonly from_memory: Readonly<Record<string, string>>;
}

describe.skipIf(!existsSync(SHARED))('data/laws.json beside the collection of facts that it was made from', () => {
  const { entries } = (existsSync(SHARED) ? JSON.parse(readFileSync(SHARED, 'utf8')) : { entries: [] }) as {
    readonly entries: readonly SharedEntry[];
  };

  it('has every entry with the same title and days', () => {
    expect(idsOf(catalogue.laws)).toEqual(idsOf(entries));
    for (const entry of entries) {
      const law = catalogue.byId(entry.id);
      expect([
        law?.title.zhHans,
        law?.dates.adopted?.value,
        law?.dates.published?.value,
        law?.dates.inForce?.value,
      ]).toEqual(
        [entry.official_title_zh, entry.date_adopted, entry.date_published, entry.date_in_force].map(
          (v) => v ?? undefined,
        ),
      );
    }
  });

  it('has nothing that was only remembered', () => {
    for (const { id, from_memory: remembered } of entries) {
      const law = JSON.stringify(catalogue.byId(id));
      for (const value of Object.values(remembered)) expect(law).not.toContain(`"${value}"`);
    }
  });
});

describe('a catalogue file that is not valid', () => {
  const broken = (change: (file: { laws: Record<string, unknown>[] } & Record<string, unknown>) => void): string => {
    const file = JSON.parse(shippedCatalogueText) as { laws: Record<string, unknown>[] } & Record<string, unknown>;
    change(file);
    return JSON.stringify(file);
  };
  const problemsOf = (text: string): readonly string[] => {
    try {
      loadCatalogue(text);
      return [];
    } catch (error) {
      if (error instanceof CatalogueError) return error.problems;
      throw error;
    }
  };

  it('is refused where it is no JSON', () => {
    expect(problemsOf('{')).toHaveLength(1);
  });

  it('is refused with the place of every mistake', () => {
    const text = broken(({ laws }) => {
      Object.assign(laws[0] ?? {}, { kind: 'poem', nickname: 'x' });
      Object.assign(laws[1] ?? {}, { command: 'x'.repeat(33) });
    });
    expect(problemsOf(text).join('\n')).toMatch(/laws\.0\.kind[^]*laws\.0[^]*nickname[^]*laws\.1\.command/);
  });

  it('is refused where an id or a command is used twice', () => {
    const text = broken(({ laws }) => void laws.push(laws[0] ?? {}));
    expect(problemsOf(text)).toEqual([
      'id "cybersecurity-law" is used twice',
      'command "cybersecurity-law" is used twice',
    ]);
  });

  it('is refused where it refers to a law that it does not hold', () => {
    const since = { value: '2020-01-01', source: 'a test' };
    const text = broken(({ laws }) =>
      Object.assign(laws[0] ?? {}, { replacedBy: { law: 'nowhere', title: 'x', since } }),
    );
    expect(problemsOf(text)).toEqual(['"cybersecurity-law" refers to "nowhere", which is not in the catalogue']);
  });

  it('is refused where a day cannot be one', () => {
    const text = broken((file) => Object.assign(file, { asOf: '2026-13-01' }));
    expect(problemsOf(text)).toEqual(['asOf: not a day, month or year']);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../../src/laws/catalogue/catalogue.js';
import { findCitations } from '../../../../src/laws/citations/find-citations.js';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const catalogue = loadCatalogue(readFileSync(join(ROOT, 'data', 'laws.json'), 'utf8'));
const TODAY = '2026-11-21';

/** A citation as labelled by hand: provisions are `article:paragraph:item:subitem`, empty where not named. */
interface Label {
  readonly text: string;
  readonly law: string | null;
  readonly name?: string;
  readonly provisions: readonly string[];
  readonly verdict?: string;
}

interface LabelledText {
  readonly form: string;
  readonly text: string;
  readonly citations: readonly Label[];
}

const labelled = readFileSync(join(ROOT, 'tests', 'data', 'citations.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as LabelledText);

/** One citation as one line, so that two can be compared and shown. */
function line(
  text: string,
  law: string | null,
  name: string | null,
  provisions: readonly string[],
  verdict: string,
): string {
  return [text, law ?? `? ${name ?? ''}`, provisions.join(' '), verdict].join(' | ');
}

function expectedLines({ citations }: LabelledText): readonly string[] {
  return citations.map(({ text, law, name, provisions, verdict }) =>
    line(text, law, name ?? null, provisions, verdict ?? (law === null ? 'unidentified' : 'unchecked')),
  );
}

function foundLines({ text }: LabelledText): readonly string[] {
  return findCitations(text, catalogue, TODAY).map((citation) => {
    const provisions = citation.provisions.map(({ article, paragraph, item, subitem }) =>
      [article, paragraph, item, subitem]
        .map((value) => value ?? '')
        .join(':')
        .replace(/:+$/, ''),
    );
    return line(citation.text, citation.law, citation.name, provisions, citation.verdict);
  });
}

const results = labelled.map((one) => {
  const [expected, found] = [expectedLines(one), foundLines(one)];
  return { ...one, expected, found, right: found.filter((citation) => expected.includes(citation)).length };
});
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const right = sum(results.map((one) => one.right));
const precision = right / sum(results.map(({ found }) => found.length));
const recall = right / sum(results.map(({ expected }) => expected.length));

describe('citations in the labelled texts', () => {
  const counts = new Map<string, number>();
  for (const { form } of labelled) counts.set(form, (counts.get(form) ?? 0) + 1);

  it('are at least 200, with at least 6 of every form and 40 that give nothing', () => {
    expect(labelled.length).toBeGreaterThanOrEqual(200);
    expect([...counts].filter(([, count]) => count < 6)).toEqual([]);
    expect(labelled.filter(({ citations }) => citations.length === 0).length).toBeGreaterThanOrEqual(40);
  });

  it('are found with a precision and a recall of at least 0.98', () => {
    console.info(`citations: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, ${labelled.length} texts`);
    const wrong = results
      .filter(({ expected, found }) => expected.join('\n') !== found.join('\n'))
      .map(({ form, text, expected, found }) => ({ form, text, expected, found }));
    expect({ precision, recall, wrong: precision < 0.98 || recall < 0.98 ? wrong : [] }).toEqual({
      precision: expect.toSatisfy((value: number) => value >= 0.98) as number,
      recall: expect.toSatisfy((value: number) => value >= 0.98) as number,
      wrong: [],
    });
  });

  it('stand where they say', () => {
    for (const { text } of labelled)
      for (const citation of findCitations(text, catalogue, TODAY))
        expect(text.slice(citation.start, citation.end)).toBe(citation.text);
  });
});

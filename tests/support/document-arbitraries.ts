import fc from 'fast-check';

/** A file with its sidecar, and what must come out. */
export interface MadeFile {
  readonly text: string;
  readonly sidecar: string;
  readonly markers: readonly string[];
  readonly joins: readonly (readonly [number, number])[];
  /** By document, the body in reading order without any white space. */
  readonly bodies: ReadonlyMap<string, string>;
  /** By line from 1: lines with different names here never share a passage. */
  readonly zones: ReadonlyMap<number, string>;
}

/** Parts of sentences: simplified, traditional, English, signs beyond 16 bits, quotations, numbers, bold. */
const PART = fc.constantFrom(
  '网络安全',
  '數據出境評估辦法',
  'the Data Security Law',
  '😀',
  '𠮷野家',
  '“引文。”',
  '（附则，见第3.5节）',
  'Art. 5 (2)',
  '《规定》',
  '**粗体**',
  '12.5%',
  'e.g. this',
  '不得……',
  '：',
  '；',
  '，',
  ', ',
  ' ',
);
const END = fc.constantFrom('。', '！', '？”', '……', '.', '. ', '? ', '；', '');

const sentence = fc
  .tuple(fc.array(PART, { minLength: 1, maxLength: 12 }), END)
  .map(([parts, end]) => `${parts.join('')}${end}`);
const longSentence = sentence.chain((text) =>
  fc.integer({ min: 1, max: 60 }).map((times) => text.replace(/[。！？.]/g, '').repeat(times)),
);

/** Text of one line: no line break, no white space at its ends, and it begins with nothing that opens a line. */
const lineText: fc.Arbitrary<string> = fc
  .array(fc.oneof({ weight: 8, arbitrary: sentence }, { weight: 1, arbitrary: longSentence }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((sentences) => `文${sentences.join('')}`.trim());

const withoutMarkup = (text: string): string => text.replaceAll('**', '');
const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** What a document is made of, one part after the other in reading order. */
type Part =
  | { readonly kind: 'paragraph' | 'item' | 'gap' | 'credit' | 'dropped'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'joined'; readonly texts: readonly [string, string] };

const textPart = (kind: 'paragraph' | 'item' | 'gap' | 'credit' | 'dropped'): fc.Arbitrary<Part> =>
  lineText.map((text) => ({ kind, text }));
const heading = fc
  .tuple(fc.integer({ min: 2, max: 4 }), lineText)
  .map(([level, text]): Part => ({ kind: 'heading', level, text }));
const joined = fc.tuple(lineText, lineText).map((texts): Part => ({ kind: 'joined', texts }));
const part: fc.Arbitrary<Part> = fc.oneof(
  { weight: 6, arbitrary: textPart('paragraph') },
  { weight: 2, arbitrary: textPart('item') },
  { weight: 2, arbitrary: heading },
  { weight: 2, arbitrary: joined },
  { weight: 1, arbitrary: textPart('gap') },
  { weight: 1, arbitrary: textPart('credit') },
  { weight: 1, arbitrary: textPart('dropped') },
);

interface SidecarDraft {
  readonly id: string;
  readonly title: { readonly text: string; readonly lines: readonly number[] };
  readonly order: [number, number][];
  readonly headings: Record<string, number[]>;
  readonly list_items: number[];
  readonly joins: [number, number][];
  readonly credits: number[];
  readonly drop: number[];
  readonly truncated: { readonly line: number; readonly where: 'start' | 'end' }[];
}

/** Lines of one part, as the file has them. */
function writtenLines(one: Part): readonly string[] {
  switch (one.kind) {
    case 'item':
      return [`■${one.text}`];
    case 'heading':
      return [`${'#'.repeat(one.level)} ${one.text}`];
    case 'joined':
      return one.texts;
    case 'paragraph':
    case 'gap':
    case 'credit':
    case 'dropped':
      return [one.text];
  }
}

/** A document has one line of body at least. */
const documentParts = fc
  .tuple(textPart('paragraph'), fc.array(part, { maxLength: 8 }))
  .map(([first, others]): readonly Part[] => [first, ...others]);

/**
 * A file of one to three documents whose lines lie in any order, with headings, list items, joins, gaps, credits and
 * dropped lines, blank lines between them, and the sidecar that says how to read it.
 */
export const fileWithSidecar: fc.Arbitrary<MadeFile> = fc
  .array(documentParts, { minLength: 1, maxLength: 3 })
  .chain((documents) => {
    const count = documents.reduce((sum, parts) => sum + 1 + parts.flatMap(writtenLines).length, 0);
    const places = fc.oneof(
      fc.constant(Array.from({ length: count }, (_, index) => index)),
      fc.shuffledSubarray(
        Array.from({ length: count }, (_, index) => index),
        { minLength: count, maxLength: count },
      ),
    );
    const breaks = fc.array(fc.constantFrom('\n', '\r\n', '\n\n', ' \n \n\n'), { minLength: count, maxLength: count });
    return fc.tuple(fc.constant(documents), places, breaks).map((made) => build(...made));
  });

function build(
  documents: readonly (readonly Part[])[],
  places: readonly number[],
  breaks: readonly string[],
): MadeFile {
  const written: string[] = [];
  const numberOf = lineNumbers(places, breaks);
  const bodies = new Map<string, string>();
  const zones = new Map<number, string>();
  const sidecars = documents.map((parts, index): SidecarDraft => {
    const id = `d-${index}`;
    const add = (text: string): number => {
      written.push(text);
      return numberOf(written.length - 1);
    };
    const title = `题${index}`;
    const draft: SidecarDraft = {
      id,
      title: { text: title, lines: [add(title)] },
      order: [],
      headings: {},
      list_items: [],
      joins: [],
      credits: [],
      drop: [],
      truncated: [],
    };
    let body = '';
    let zone = 0;
    for (const one of parts) {
      const numbers = writtenLines(one).map(add);
      const [line = 0, next = 0] = numbers;
      if (one.kind !== 'dropped') draft.order.push(...numbers.map((number): [number, number] => [number, number]));
      if (one.kind === 'heading') (draft.headings[String(one.level)] ??= []).push(line);
      if (one.kind === 'item') draft.list_items.push(line);
      if (one.kind === 'joined') draft.joins.push([line, next]);
      if (one.kind === 'credit') draft.credits.push(line);
      if (one.kind === 'dropped') draft.drop.push(line);
      if (one.kind === 'gap') draft.truncated.push({ line, where: 'start' });
      if (one.kind === 'heading' || one.kind === 'gap') zone += 1;
      for (const number of numbers) zones.set(number, `${id} ${zone}`);
      if (one.kind === 'paragraph' || one.kind === 'item' || one.kind === 'gap') body += withoutMarkup(one.text);
      if (one.kind === 'joined') body += withoutMarkup(one.texts.join(''));
    }
    bodies.set(id, squeezed(body));
    return draft;
  });
  const lines: string[] = [];
  written.forEach((text, index) => (lines[places[index] ?? index] = text));
  return {
    text: lines.map((text, place) => `${text}${breaks[place] ?? '\n'}`).join(''),
    sidecar: JSON.stringify({ markers: ['■'], documents: sidecars }),
    markers: ['■'],
    joins: sidecars.flatMap(({ joins }) => joins),
    bodies,
    zones,
  };
}

/** The number that the line at a place of the file gets, by the breaks before it. */
function lineNumbers(places: readonly number[], breaks: readonly string[]): (index: number) => number {
  const starts = [1];
  for (const text of breaks) starts.push((starts.at(-1) ?? 1) + (text.match(/\n/g)?.length ?? 0));
  return (index) => starts[places[index] ?? 0] ?? 1;
}

/** A file without a sidecar: headings, lists, quotations, paragraphs broken into lines, any line breaks. */
export const plainFile: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '\ufeff'),
    fc.array(
      fc.tuple(
        fc.constantFrom(
          '',
          '',
          '',
          '# ',
          '### ',
          '- ',
          '* ',
          '1. ',
          '（2）',
          '——',
          '• ',
          '一、',
          '> ',
          '“',
          '　　',
          '**',
        ),
        fc.oneof(
          lineText,
          lineText.map((text) => text.slice(1)),
          fc.string({ unit: 'grapheme', maxLength: 60 }),
        ),
        fc.constantFrom('\n', '\r\n', '\n\n', '\r', '\n \n\t\n', '\r\n\r\n'),
      ),
      { maxLength: 14 },
    ),
  )
  .map(([mark, lines]) => `${mark}题目\n${lines.map((line) => line.join('')).join('')}`);

import fc from 'fast-check';
import type { Answer, AnswerPassage, Citation } from '../../src/answering/answer.js';
import { DOCUMENT_KINDS } from '../../src/documents/document-kind.js';
import { answerOf } from './example-answers.js';

const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.constantFrom(
          '网络',
          '安全。',
          '；',
          '「',
          '」',
          '*',
          '_',
          '\\',
          '`',
          '😀',
          '\n',
          ' ',
          '<@1>',
          '. ',
          '[a](b)',
        ),
        {
          maxLength: 120,
        },
      )
      .map((pieces) => pieces.join('')),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('字', '字。', '*', '😀', 'word. '), fc.integer({ min: 500, max: 4500 }))
      .map(([piece, count]) => piece.repeat(count)),
  },
);

const anyCitation: fc.Arbitrary<Citation> = fc.record({
  label: anyText,
  document: fc.constant('000'),
  title: anyText,
  author: fc.option(anyText),
  agency: fc.option(anyText),
  publisher: fc.option(anyText),
  date: fc.option(fc.constant({ from: '2023-09-10', to: '2023-09-11', basis: 'inferred' as const })),
  kind: fc.option(fc.constantFrom(...DOCUMENT_KINDS)),
  section: fc.array(anyText, { maxLength: 4 }),
  provision: fc.constant(null),
  page: fc.option(fc.nat()),
  file: anyText,
  spans: fc.constant([]),
  sha256: fc.constant('0'.repeat(64)),
  truncated: fc.boolean(),
  notices: fc.array(
    fc.record({
      key: fc.constant('rule-amended' as const),
      law: anyText,
      title: anyText,
      since: fc.constant(null),
    }),
    {
      maxLength: 12,
    },
  ),
  url: fc.option(fc.oneof(anyText, fc.webUrl())),
  inferred: fc.constant([]),
  gaps: fc.record({ start: fc.boolean(), end: fc.boolean() }),
});

/** Any passage, its highlight whole characters of it. */
export const anyPassage: fc.Arbitrary<AnswerPassage> = fc
  .record({
    rank: fc.integer({ min: 1, max: 20 }),
    id: fc.constant('aaaaaaaaaaaaaaaa'),
    score: fc.constant(0.5),
    text: anyText,
    ends: fc.tuple(fc.nat(), fc.nat()),
    highlighted: fc.boolean(),
    citation: anyCitation,
    alsoIn: fc.array(fc.record({ id: fc.constant('b'), text: anyText, citation: anyCitation }), { maxLength: 3 }),
  })
  .map(({ ends, highlighted, ...passage }) => {
    // A sentence never ends within a character.
    const boundaries = [0];
    for (const character of Array.from(passage.text)) boundaries.push((boundaries.at(-1) ?? 0) + character.length);
    const [one = 0, two = 0] = ends.map((end) => boundaries[end % boundaries.length] ?? 0).sort((a, b) => a - b);
    return { ...passage, highlight: highlighted ? ([one, two] as const) : null };
  });

/** Any answer that there can be, with hostile texts in every field. */
export const anyAnswer: fc.Arbitrary<Answer> = fc
  .record({
    question: anyText,
    strength: fc.constantFrom('strong' as const, 'weak' as const, 'none' as const),
    passages: fc.array(anyPassage, { maxLength: 20 }),
  })
  .map(({ question, strength, passages }) =>
    answerOf(
      question,
      strength,
      passages.map((one, at) => ({ ...one, rank: at + 1, id: `passage${at + 1}` })),
    ),
  );

import { describe, expect, it } from 'vitest';
import { failureOf, problemsOf } from '../../support/read-problems.js';
import type { TextFolder } from '../../support/text-folder.js';

// Line 1 is the title, 2 to 4 are text, 5 is blank, 6 a byline.
const TEXT = '题目\n甲一。\n甲二，\n甲三。\n\n记者\n';
const GOOD = {
  id: 'a',
  title: { text: '题目', lines: [1] },
  order: [[2, 4]],
  joins: [[3, 4]],
  credits: [6],
};

const withSidecar = (sidecar: unknown): TextFolder => ({
  'data/a.txt': TEXT,
  'data/a.yaml': typeof sidecar === 'string' ? sidecar : JSON.stringify(sidecar),
});
const changed = (change: object): TextFolder => withSidecar({ documents: [{ ...GOOD, ...change }] });

describe('a sidecar', () => {
  it('that is right is read', async () => {
    expect(await failureOf(changed({}))).toEqual(['a']);
  });

  it.each([
    ['another key', { heading: {} }, 'documents.0: Unrecognized key: "heading"'],
    ['an unknown kind', { kind: 'novel' }, /^documents\.0\.kind: Invalid option/],
    [
      'a day that is none',
      { date: { from: '2023-02-30', to: '2023-03-01', basis: 'stated' } },
      /^documents\.0\.date\.from: /,
    ],
    [
      'a first day after the last',
      { date: { from: '2023-02-02', to: '2023-02-01', basis: 'stated' } },
      'documents.0.date: the first day comes after the last',
    ],
    ['a range that goes back', { order: [[4, 2]] }, 'documents.0.order.0: a range goes from a line to a later one'],
    ['no order', { order: undefined }, /^documents\.0\.order: /],
    ['an id with a space', { id: 'a b' }, 'documents.0.id: lower-case letters, digits, hyphens and dots, 64 at most'],
    ['an id in capitals', { id: 'A' }, 'documents.0.id: lower-case letters, digits, hyphens and dots, 64 at most'],
    ['a line 0', { drop: [0] }, /^documents\.0\.drop\.0: /],
    ['an address that is none', { url: 'here' }, /^documents\.0\.url: /],
    ['a speaker without a basis', { author: { name: '林远' } }, /^documents\.0\.author\.basis: /],
    ['a heading of level 1', { headings: { 1: [2] } }, /^documents\.0\.headings/],
  ])('with %s is refused at the sidecar', async (_, change, message) => {
    expect(await problemsOf(changed(change))).toEqual([
      {
        file: 'a.yaml',
        line: null,
        message: typeof message === 'string' ? message : (expect.stringMatching(message) as string),
      },
    ]);
  });

  it.each([
    [
      'a line that the file does not have',
      { drop: [7] },
      [[7, 'document a names a line that the file of 6 lines does not have']],
    ],
    ['a line used twice', { drop: [4] }, [[4, 'is used twice: by the order of a and by the dropped lines of a']]],
    ['a title in the order', { order: [[1, 4]] }, [[1, 'is used twice: by the title of a and by the order of a']]],
    ['a line that nobody uses', { credits: [] }, [[6, 'belongs to no document: put it into an order, or under drop']]],
    [
      'joins in a circle',
      {
        joins: [
          [3, 4],
          [4, 3],
        ],
      },
      [
        [3, 'the joins of a go in a circle'],
        [4, 'the joins of a go in a circle'],
      ],
    ],
    ['a line joined to itself', { joins: [[3, 3]] }, [[3, 'the joins of a go in a circle']]],
    [
      'a join against the order',
      { joins: [[4, 3]] },
      [[4, 'is joined to line 3, which does not follow it in the order of a']],
    ],
    [
      'a join over a line',
      { joins: [[2, 4]] },
      [[2, 'is joined to line 4, which does not follow it in the order of a']],
    ],
    [
      'a join of a line outside the order',
      { joins: [[6, 2]] },
      [[6, 'is joined to line 2, which does not follow it in the order of a']],
    ],
    [
      'a title with other characters',
      { title: { text: '题目二', lines: [1] } },
      [[1, 'the title of a has other characters than its lines 1']],
    ],
    [
      'a credit that is not in its line',
      { credits: [6, { line: 2, text: '林远' }] },
      [[2, 'does not hold the credit 林远']],
    ],
    [
      'a run-in heading that is not in its line',
      { run_in_headings: [{ line: 2, text: '乙', level: 2 }] },
      [[2, 'does not hold the run-in heading 乙']],
    ],
    [
      'a heading outside the order',
      { headings: { 2: [6] } },
      [[6, 'is named under headings of a, but not in its order']],
    ],
    [
      'a gap outside the order',
      { truncated: [{ line: 6, where: 'end' }] },
      [[6, 'is named under truncated of a, but not in its order']],
    ],
  ] as const)('with %s is refused at the line of the text', async (_, change, expected) => {
    expect(await problemsOf(changed(change))).toEqual(
      expected.map(([line, message]) => ({ file: 'a.txt', line, message: `${message} (a.yaml)` })),
    );
  });

  it('that is no YAML is refused at its line', async () => {
    // A flow sequence that never ends: the parser notices at the second line.
    const [problem, ...more] = await problemsOf(withSidecar('documents: [1\nb: : 2'));
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      file: 'a.yaml',
      line: 2,
      message: expect.stringMatching(/^is no YAML: [^\n]+$/) as string,
    });
  });

  it.each([
    ['empty', '', 'sidecar: '],
    ['a list', '- 1', 'sidecar: '],
    ['without documents', 'documents: []', 'documents: '],
  ])('that is %s is refused', async (_, sidecar, start) => {
    expect(await problemsOf(withSidecar(sidecar))).toEqual([
      { file: 'a.yaml', line: null, message: expect.stringContaining(start) as string },
    ]);
  });

  it('that is not UTF-8 is refused', async () => {
    expect(await problemsOf({ 'data/a.txt': TEXT, 'data/a.yaml': Uint8Array.of(0xcd, 0xf8) })).toMatchObject([
      { file: 'a.yaml', message: expect.stringMatching(/^is not UTF-8/) as string },
    ]);
  });

  it('without a text file is refused', async () => {
    expect(await problemsOf({ 'data/a.txt': '题目', 'data/b.yaml': 'documents: []' })).toEqual([
      { file: 'b.yaml', line: null, message: 'is a sidecar without a .txt or .md file of the same name' },
    ]);
  });

  it('with two documents of one id, or of one line, is refused', async () => {
    const second = { id: 'a', title: { text: '题目', lines: [] }, order: [[6, 6]] };
    expect(await problemsOf(withSidecar({ documents: [{ ...GOOD, credits: [] }, second] }))).toEqual([
      { file: 'a.txt', line: null, message: 'has the document id a, which a.txt has too' },
    ]);
    const sharing = { ...second, id: 'b', order: [[4, 4]] };
    expect(await problemsOf(withSidecar({ documents: [GOOD, sharing] }))).toEqual([
      { file: 'a.txt', line: 4, message: 'is used twice: by the order of a and by the order of b (a.yaml)' },
    ]);
  });

  it('tells its line in the message of the error', async () => {
    expect(await failureOf(changed({ drop: [4] }))).toMatchObject({
      message: expect.stringContaining('A document cannot be read:\n  a.txt line 4: is used twice') as string,
    });
  });
});

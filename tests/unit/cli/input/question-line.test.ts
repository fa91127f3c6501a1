import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../../../../src/cli/input/lines-of.js';
import { readQuestionLine } from '../../../../src/cli/input/question-line.js';

describe('readQuestionLine', () => {
  it.each([
    ['{"id":"q1","question":"什么？"}', { ok: true, id: 'q1', question: '什么？' }],
    ['\uFEFF{"question":"什么？","more":1}', { ok: true, id: null, question: '什么？' }],
    ['{"id":null,"question":""}', { ok: true, id: null, question: '' }],
  ])('reads %s', (line, expected) => {
    expect(readQuestionLine(line)).toEqual(expected);
  });

  it.each([
    ['what?', null, 'not-json'],
    ['{"id":"q1"', null, 'not-json'],
    ['["q1"]', null, 'not-an-object'],
    ['null', null, 'not-an-object'],
    ['{"id":1,"question":"x"}', null, 'bad-id'],
    ['{"id":"q1"}', 'q1', 'no-question'],
    ['{"id":"q1","question":["x"]}', 'q1', 'no-question'],
  ])('says what is wrong with %s', (line, id, code) => {
    expect(readQuestionLine(line)).toMatchObject({ ok: false, id, code });
  });

  it('passes over empty lines', () => {
    expect(readQuestionLine(' \r')).toBeNull();
  });
});

describe('linesOf', () => {
  const collect = async (input: Readable): Promise<readonly string[]> => {
    const lines: string[] = [];
    for await (const line of linesOf(input, 'q.jsonl')) lines.push(line);
    return lines;
  };
  const bytes = Buffer.from('第一行\r\n第二行\n\n末行');

  it('puts characters together that are cut between two chunks', async () => {
    for (let at = 1; at < bytes.length; at += 1) {
      const lines = await collect(Readable.from([bytes.subarray(0, at), bytes.subarray(at)]));
      // A line break cut in two leaves its first half at the end of the line, where white space does not count.
      expect(lines.map((line) => line.trimEnd())).toEqual(['第一行', '第二行', '', '末行']);
    }
  });

  it('names what cannot be read', async () => {
    await expect(collect(createReadStream(join(import.meta.dirname, 'not-there.jsonl')))).rejects.toThrow(
      /q\.jsonl cannot be read: ENOENT/,
    );
  });
});

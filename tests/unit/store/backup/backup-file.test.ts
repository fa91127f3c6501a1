import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBackup, writeBackup, type BackupContent } from '../../../../src/store/backup/backup-file.js';
import { BackupDamagedError, BackupNewerError } from '../../../../src/store/store-errors.js';

const content: BackupContent = {
  schema: 1,
  createdAt: new Date('2026-11-22T12:00:00Z'),
  tables: new Map([
    [
      'yinju_thread',
      [
        { thread_id: '5', opened_at: 1 },
        { thread_id: '10', opened_at: 2 },
      ],
    ],
    ['yinju_question', [{ text: '换行\n"引号" \u2028', asked_at: null }]],
  ]),
};
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** Puts the right last line under lines that were changed: a forged file, not a damaged one. */
function signed(lines: readonly string[]): Uint8Array {
  const body = lines.map((line) => `${line}\n`).join('');
  const sha256 = createHash('sha256').update(body).digest('hex');
  return Buffer.from(`${body}${JSON.stringify({ rows: lines.length - 1, sha256 })}\n`);
}

describe('a backup', () => {
  it('is lines of JSON: what it is, sorted rows, how many and their checksum', () => {
    const lines = [
      '{"format":"yinju-backup","version":1,"schema":1,"createdAt":"2026-11-22T12:00:00.000Z"}',
      '["yinju_thread",{"opened_at":1,"thread_id":"5"}]',
      '["yinju_thread",{"opened_at":2,"thread_id":"10"}]',
      '["yinju_question",{"asked_at":null,"text":"换行\\n\\"引号\\" \u2028"}]',
    ];
    expect(text(writeBackup(content))).toBe(text(signed(lines)));
  });

  it('has the same bytes in whatever order a database gives rows and columns', () => {
    const threads = [
      { opened_at: 2, thread_id: '10' },
      { opened_at: 1, thread_id: '5' },
    ];
    const tables = new Map(content.tables).set('yinju_thread', threads);
    expect(text(writeBackup({ ...content, tables }))).toBe(text(writeBackup(content)));
  });

  it('reads back as it was written, whatever the rows hold', () => {
    const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.maxSafeInteger(), fc.constant(null));
    // JSON has no minus zero.
    const row = fc.dictionary(
      fc.string({ minLength: 1 }).filter((name) => name !== '__proto__'),
      value.map((one) => (one === 0 ? 0 : one)),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1 }), (rows) => {
        const read = readBackup(writeBackup({ ...content, tables: new Map([['t', rows]]) }), 1);
        const sorted = (some: readonly unknown[] | undefined): readonly string[] =>
          (some ?? [])
            .map((one) => JSON.stringify(Object.entries(one ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))))
            .sort();
        expect(sorted(read.tables.get('t'))).toEqual(sorted(rows));
        expect(read).toMatchObject({ schema: 1, createdAt: content.createdAt });
      }),
    );
  });

  it('with any byte changed is refused', () => {
    const whole = writeBackup(content);
    for (let at = 0; at < whole.length; at += 1) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0x08;
      expect(() => readBackup(damaged, 1), `byte ${at}`).toThrow(/^The backup/);
    }
  });

  it('cut anywhere is refused as damaged', () => {
    const whole = writeBackup(content);
    for (let length = 0; length < whole.length; length += 1)
      expect(() => readBackup(whole.subarray(0, length), 1)).toThrow(BackupDamagedError);
  });

  it('of a newer format or schema is refused as newer', () => {
    expect(() => readBackup(writeBackup({ ...content, schema: 2 }), 1)).toThrow(BackupNewerError);
    const newer = Buffer.from('{"format":"yinju-backup","version":2,"packed":true}\nsomething else\n');
    expect(() => readBackup(newer, 1)).toThrow(BackupNewerError);
  });

  it('that somebody changed by hand is refused where it makes no sense', () => {
    const [first = '', ...rows] = text(writeBackup(content)).trimEnd().split('\n').slice(0, -1);
    for (const wrong of ['["t",{"a":true}]', '["t",{"a":1.5}]', '["t"]', '{}', 'x'])
      expect(() => readBackup(signed([first, wrong, ...rows]), 1)).toThrow('line 2');
    expect(() => readBackup(signed([first.replace('"schema":1', '"schema":"1"'), ...rows]), 1)).toThrow('contradicts');
    expect(() => readBackup(Buffer.from('a,b,c\n1,2,3\n'), 1)).toThrow('is no backup of Yinju');
  });
});

import { z } from 'zod';

/** What a column holds in a backup, in both databases alike. */
const row = z.record(z.string(), z.union([z.string(), z.int(), z.null()]));

/** The first line. A newer format may say more, but says these. */
const beginning = z.looseObject({ format: z.literal('yinju-backup'), version: z.int().positive() });

const header = z.strictObject({
  format: z.literal('yinju-backup'),
  version: z.int().positive(),
  schema: z.int().positive(),
  createdAt: z.iso.datetime(),
});

const line = z.tuple([z.string(), row]);

const footer = z.strictObject({ rows: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) });

export type BackupRow = z.infer<typeof row>;

/** Reads a line as JSON of a shape; null where it is something else. */
function parse<Value>(schema: z.ZodType<Value>, json: string): Value | null {
  try {
    return schema.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

export const parseBeginning = (json: string) => parse(beginning, json);
export const parseHeader = (json: string) => parse(header, json);
export const parseLine = (json: string) => parse(line, json);
export const parseFooter = (json: string) => parse(footer, json);

import { z } from 'zod';
import { DOCUMENT_KINDS } from './document-kind.js';

const line = z.int().min(1);
const range = z.tuple([line, line]).refine(([from, to]) => from <= to, 'a range goes from a line to a later one');
const day = z.iso.date();

/** Somebody who speaks: `stated` in this file, or `inferred` from elsewhere, with the evidence. */
const speaker = z.strictObject({
  name: z.string().min(1),
  basis: z.enum(['stated', 'inferred']),
  evidence: z.string().optional(),
});

const documentSchema = z.strictObject({
  id: z
    .string()
    .regex(
      /^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}.-]{0,63}$/u,
      'lower-case letters, digits, hyphens and dots, 64 at most',
    ),
  title: z.strictObject({ text: z.string().min(1), lines: z.array(line) }),
  kind: z.enum(DOCUMENT_KINDS).optional(),
  author: speaker.optional(),
  agency: speaker.optional(),
  publisher: speaker.optional(),
  date: z
    .strictObject({
      from: day,
      to: day,
      basis: z.enum(['stated', 'inferred']),
      evidence: z.array(z.string()).optional(),
    })
    .refine(({ from, to }) => from <= to, 'the first day comes after the last')
    .optional(),
  url: z.url().optional(),
  /** Ranges of lines in reading order, both ends included. */
  order: z.array(range).min(1),
  /** Lines by level, 2 to 6. */
  headings: z.partialRecord(z.enum(['2', '3', '4', '5', '6']), z.array(line)).default({}),
  /** Headings that stand inside a line. */
  run_in_headings: z.array(z.strictObject({ line, text: z.string().min(1), level: z.int().min(2).max(6) })).default([]),
  list_items: z.array(line).default([]),
  /** The second line goes on in the middle of the sentence or word of the first. */
  joins: z.array(z.tuple([line, line])).default([]),
  /** Bylines and agency marks: a whole line, or a text within one. */
  credits: z.array(z.union([line, z.strictObject({ line, text: z.string().min(1) })])).default([]),
  /** Short blocks that belong to the document but to no section. */
  captions: z.array(range).default([]),
  abstract: z.array(range).default([]),
  labels: z.array(line).default([]),
  /** Lines of the file that are no text of any document. */
  drop: z.array(line).default([]),
  /** Where text was lost at the edge of a page. */
  truncated: z.array(z.strictObject({ line, where: z.enum(['start', 'end']) })).default([]),
  /** After these lines the section of the headings above has ended. */
  section_ends_after: z.array(line).default([]),
});

/** The sidecar `NAME.yaml` of a source file `NAME.txt`: the documents in it and how to read them. Lines count from 1. */
export const sidecarSchema = z.strictObject({
  /** Signs that open a line of an abstract or a list item and are no text, such as ■ or ——. */
  markers: z.array(z.string().min(1)).default([]),
  documents: z.array(documentSchema).min(1),
});

export type Sidecar = z.infer<typeof sidecarSchema>;
export type SidecarDocument = Sidecar['documents'][number];

/** Every mistake of a value that is no sidecar, as `path: message`; empty where it is one. */
export function sidecarMistakes(value: unknown): readonly string[] {
  const parsed = sidecarSchema.safeParse(value);
  if (parsed.success) return [];
  return parsed.error.issues.map(
    ({ path, message }) => `${path.length === 0 ? 'sidecar' : path.map(String).join('.')}: ${message}`,
  );
}

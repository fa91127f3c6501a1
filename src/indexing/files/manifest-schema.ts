import { z } from 'zod';
import { DOCUMENT_KINDS } from '../../documents/document-kind.js';
import type { Scope } from '../../documents/document.js';
import { sequenceOf } from './index-layout.js';
import type { Manifest } from './manifest.js';

const text = z.string();
const nullable = text.nullable();
const count = z.int().nonnegative();
const digest = z.string().regex(/^[0-9a-f]{64}$/);
// A name becomes part of a path: nothing but digits may stand in it.
const name = z.string().refine((value) => sequenceOf(value) !== null, 'is no name of a generation or segment');
const file = z.strictObject({ size: count, sha256: digest });
const scope = z.custom<Scope>((value) => typeof value === 'string' && /^(?:global|server:.+)$/.test(value));

const metadata = z.strictObject({
  id: text,
  scope,
  title: text,
  kind: z.enum(DOCUMENT_KINDS).nullable(),
  author: nullable,
  agency: nullable,
  publisher: nullable,
  date: z.strictObject({ from: text, to: text, basis: z.enum(['stated', 'inferred']) }).nullable(),
  inferred: z.array(z.enum(['author', 'agency', 'publisher'])),
  url: nullable,
  file: text,
  sha256: text,
  bytesSha256: text,
  law: z.strictObject({ id: text, name: text, version: nullable, inForce: nullable }).exactOptional(),
});

const encoder = z.strictObject({
  model: text,
  dimension: z.int().positive(),
  files: z.record(text, text),
  queryPrefix: text,
  passagePrefix: text,
  pooling: z.enum(['mean', 'cls', 'last_token', 'model']),
  dtype: text,
});

const manifest: z.ZodType<Manifest> = z.strictObject({
  format: count,
  generation: name,
  parent: name.nullable(),
  builtAt: text,
  encoder,
  versions: z.strictObject({ reader: text, splitter: text, tokenizer: text, catalogue: text }),
  documents: z.array(z.strictObject({ metadata, fingerprint: digest, segment: name, passages: count })),
  segments: z.array(
    z.strictObject({
      id: name,
      documents: z.array(z.strictObject({ id: text, passages: count })),
      files: z.strictObject({ passages: file, vectors: file, postings: file, laws: file }),
    }),
  ),
  tombstones: z.array(z.strictObject({ segment: name, document: text })),
  graph: file.nullable(),
  counts: z.strictObject({ documents: count, passages: count, deadPassages: count }),
});

const anyFormat = z.looseObject({ format: count });

/** A manifest, the format of another version, or the first thing that is wrong with it. */
export type ParsedManifest =
  | { readonly status: 'manifest'; readonly manifest: Manifest }
  | { readonly status: 'other-format'; readonly format: number }
  | { readonly status: 'wrong'; readonly reason: string };

/** Reads the text of a manifest; unknown keys are wrong, since the code that wrote them knew more than this one. */
export function parseManifest(json: string, supportedFormat: number): ParsedManifest {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { status: 'wrong', reason: 'is no JSON' };
  }
  const format = anyFormat.safeParse(value);
  if (format.success && format.data.format !== supportedFormat)
    return { status: 'other-format', format: format.data.format };
  const parsed = manifest.safeParse(value);
  if (parsed.success) return { status: 'manifest', manifest: parsed.data };
  const [issue] = parsed.error.issues;
  return { status: 'wrong', reason: `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}`.trim() };
}

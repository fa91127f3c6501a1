import { z } from 'zod';
import { reasonOf } from '../../shared/errors.js';
import { LAW_KINDS, type Law } from '../law.js';
import { CatalogueError } from './catalogue-error.js';

const text = z.string().trim().min(1);
const day = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'not a day, month or year');
const identifier = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not lower-case words joined by hyphens');
const fact = z.strictObject({ value: day, source: text });
const dates = { adopted: fact.nullable(), published: fact.nullable(), inForce: fact.nullable() };
const chinese = z.strictObject({ zhHans: text, zhHant: text });

const law = z.strictObject({
  id: identifier,
  command: identifier.max(32),
  kind: z.enum(LAW_KINDS),
  title: chinese,
  shortTitle: chinese,
  english: z.strictObject({ title: text, official: z.boolean(), source: text }),
  names: z.strictObject({ zhHans: z.array(text), zhHant: z.array(text), en: z.array(text) }),
  abbreviations: z.array(text),
  subjects: z.array(text),
  lookAlikes: z.array(text),
  issuer: z.strictObject({ zh: text, en: text }),
  number: z.strictObject({ text, source: text }).nullable(),
  dates: z.strictObject(dates),
  versions: z
    .array(z.strictObject({ change: z.enum(['original', 'amended', 'revised']), ...dates, url: z.url().nullable() }))
    .min(1),
  replacedBy: z.strictObject({ law: identifier.nullable(), title: text, since: fact }).nullable(),
  related: z.array(
    z.strictObject({
      relation: z.enum(['modified-by', 'supplemented-by', 'replaces', 'preceded-by', 'followed-by']),
      title: text,
      law: identifier.nullable(),
      number: text.nullable(),
      adopted: day.nullable(),
      published: day.nullable(),
      inForce: day.nullable(),
      url: z.url().nullable(),
      source: text,
    }),
  ),
  address: z.strictObject({ url: z.url(), source: text.nullable() }).nullable(),
});

const file = z.strictObject({ format: z.literal(1), asOf: day, otherTitles: z.array(text), laws: z.array(law).min(1) });

/** What the file of the catalogue says: the day up to which its facts were looked at, and its laws. */
export interface CatalogueFile {
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Titles of national laws that are not among `laws`: names only, so that they are told from those. */
  readonly otherTitles: readonly string[];
  readonly laws: readonly Law[];
}

/**
 * Reads the text of `data/laws.json`.
 *
 * @throws {CatalogueError} where it is no JSON, has a wrong shape, uses an id or a command twice, or names a law that is
 * not in it; every mistake is listed.
 */
export function parseCatalogueFile(source: string): CatalogueFile {
  let json: unknown;
  try {
    json = JSON.parse(source);
  } catch (cause) {
    throw new CatalogueError([reasonOf(cause)], cause);
  }
  const parsed = file.safeParse(json);
  if (!parsed.success)
    throw new CatalogueError(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  const problems = crossReferenceProblems(parsed.data.laws);
  if (problems.length > 0) throw new CatalogueError(problems);
  return parsed.data;
}

function crossReferenceProblems(laws: readonly Law[]): readonly string[] {
  const ids = new Set(laws.map(({ id }) => id));
  const referred = laws.flatMap((one) =>
    [one.replacedBy, ...one.related].map((other) => ({ from: one.id, to: other?.law })),
  );
  return [
    ...repeated(laws.map(({ id }) => id)).map((id) => `id "${id}" is used twice`),
    ...repeated(laws.map(({ command }) => command)).map((command) => `command "${command}" is used twice`),
    ...referred
      .filter(({ to }) => typeof to === 'string' && !ids.has(to))
      .map(({ from, to }) => `"${from}" refers to "${to ?? ''}", which is not in the catalogue`),
  ];
}

function repeated(values: readonly string[]): readonly string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}

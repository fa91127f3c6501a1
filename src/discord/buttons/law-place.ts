import type { Engine } from '../../answering/engine.js';
import type { CitedProvision } from '../../laws/citations/citation.js';
import { asDay } from '../../laws/texts/law-notes.js';
import { sha256 } from '../../shared/sha256.js';

/** The law, and the place in it, that a message with buttons shows. */
export interface LawPlace {
  /** Id of the law, or where that is long a mark of it: see `lawOfPlace`. */
  readonly law: string;
  /** Article, 款 and 项; null for the law as a whole. The 目 is not kept. */
  readonly provision: CitedProvision | null;
  /** Day for which it was asked, YYYY-MM-DD; null means today. */
  readonly asOf: string | null;
  /** Mark of the text that was shown, as `textMark` gives it; null where none was. */
  readonly text: string | null;
}

/** An id that may stand in a custom id as it is; a longer one would leave no room for the other fields. */
const LAW = /^[^\s\p{Cc}]{1,40}$/u;
const MARK_OF_LAW = '~';
const DIGITS_OF_MARK = 16;

const TEXT_MARK_LENGTH = 10;

const PROVISION = /^(\d{1,4}(?:-\d{1,4}){0,3})(?:\.(\d{0,3})(?:\.(\d{1,3}))?)?$/;
const DAY = /^(\d{4})(\d{2})(\d{2})$/;
const TEXT = /^[a-z0-9]{1,10}$/;

/** Tells one text of an article from another: another text of it has another id. */
export function textMark(firstPassage: string): string {
  return firstPassage.slice(0, TEXT_MARK_LENGTH);
}

/** How a law is named in a custom id. */
export function markOfLaw(id: string): string {
  return LAW.test(id) && !id.startsWith(MARK_OF_LAW) ? id : `${MARK_OF_LAW}${sha256(id).slice(0, DIGITS_OF_MARK)}`;
}

/** The id of the law of a place, or null where a mark fits no law that is known now. */
export async function lawOfPlace({ law }: LawPlace, engine: Pick<Engine, 'lawNames'>): Promise<string | null> {
  if (!law.startsWith(MARK_OF_LAW)) return law;
  return (await engine.lawNames(['global'])).find(({ id }) => markOfLaw(id) === law)?.id ?? null;
}

/** The fields of a custom id that say which place is meant. */
export function fieldsOfPlace({ law, provision, asOf, text }: LawPlace): readonly string[] {
  return [law, provision === null ? '' : written(provision), asOf?.replaceAll('-', '') ?? '', text ?? ''];
}

/** The place that four fields mean; null where they mean none. */
export function placeOfFields(fields: readonly string[]): LawPlace | null {
  const [law = '', provision = '', asOf = '', text = ''] = fields;
  const read = readProvision(provision);
  const day = asDay(asOf.replace(DAY, '$1-$2-$3'));
  const valid =
    fields.length === 4 &&
    LAW.test(law) &&
    (provision === '' || read !== null) &&
    (asOf === '' || (DAY.test(asOf) && day !== null)) &&
    (text === '' || TEXT.test(text));
  return valid ? { law, provision: read, asOf: day, text: text === '' ? null : text } : null;
}

function written({ article, paragraph, item }: CitedProvision): string {
  const below = item === null ? (paragraph === null ? '' : `.${paragraph}`) : `.${paragraph ?? ''}.${item}`;
  return `${article ?? ''}${below}`;
}

function readProvision(text: string): CitedProvision | null {
  const [, article, paragraph = '', item = ''] = PROVISION.exec(text) ?? [];
  if (article === undefined) return null;
  const number = (digits: string): number | null => (digits === '' ? null : Number(digits));
  return { article, paragraph: number(paragraph), item: number(item), subitem: null };
}

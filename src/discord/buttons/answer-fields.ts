import { MAXIMUM_LIMIT } from '../../retrieval/question.js';

const PASSAGE = /^[^\s\p{Cc}]{1,40}$/u;
const RANK = /^[1-9]\d?$/;
const CONTEXT_PAGE = /^(?:0|-?[1-9]\d?)$/;
const GENERATION = /^[\w.-]{1,40}$/;
const COUNT = /^\d{1,2}$/;

/** Which passage of an answer is meant. */
export interface PassageFields {
  readonly id: string;
  /** Its number in the answer, from 1. */
  readonly rank: number;
}

/** The passage that two fields mean; null where they mean none. */
export function passageOfFields(fields: readonly string[]): PassageFields | null {
  const [id = '', rank = ''] = fields;
  return fields.length === 2 && PASSAGE.test(id) && RANK.test(rank) ? { id, rank: Number(rank) } : null;
}

/** Which paragraphs around which passage are meant. */
export interface ContextFields {
  readonly id: string;
  /** 0: those right around it; negative before them, positive after them. At most two digits. */
  readonly page: number;
}

/** The paragraphs that two fields mean; null where they mean none. */
export function contextOfFields(fields: readonly string[]): ContextFields | null {
  const [id = '', page = ''] = fields;
  return fields.length === 2 && PASSAGE.test(id) && CONTEXT_PAGE.test(page) ? { id, page: Number(page) } : null;
}

/** Fields that say which paragraphs are meant; null beyond the pages that there may be. */
export function fieldsOfContext({ id, page }: ContextFields): readonly string[] | null {
  const fields = [id, String(page)];
  return contextOfFields(fields) === null ? null : fields;
}

/** The id of a passage that the only field is; null where it is none. */
export function passageIdOfFields(fields: readonly string[]): string | null {
  const [id = ''] = fields;
  return fields.length === 1 && PASSAGE.test(id) ? id : null;
}

/** Which passages of an answer are meant: `size` of them after the first `offset`; together 20 at most. */
export interface RangeFields {
  readonly offset: number;
  readonly size: number;
}

/** The passages that two fields mean, fewer where they would be beyond what can be asked for; null where they mean none. */
export function rangeOfFields(fields: readonly string[]): RangeFields | null {
  const [offset = '', size = ''] = fields;
  if (fields.length !== 2 || !COUNT.test(offset) || !RANK.test(size) || Number(offset) >= MAXIMUM_LIMIT) return null;
  return { offset: Number(offset), size: Math.min(Number(size), MAXIMUM_LIMIT - Number(offset)) };
}

/** What a mark is about: which generation answered, and with which passages. */
export interface VoteFields {
  readonly generation: string;
  /** Ids; none where the message itself shows them so that they can be read from it. */
  readonly passages: readonly string[];
}

/** The generation and passages that fields mean; null where they mean none. */
export function voteOfFields([generation = '', ...passages]: readonly string[]): VoteFields | null {
  return GENERATION.test(generation) && passages.every((id) => PASSAGE.test(id)) ? { generation, passages } : null;
}

import type { UploadedFile } from './read-body.js';

export interface RestReply {
  readonly status: number;
  /** Beside the usual ones. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** One request, as its route takes it. */
export interface Call {
  readonly parameters: readonly string[];
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface Route {
  readonly method: string;
  readonly pattern: RegExp;
  /** False for the endpoints of an interaction, which carry their own token. */
  readonly needsBot: boolean;
  readonly answer: (call: Call) => RestReply;
}

export const ok = (body: unknown): RestReply => ({ status: 200, body });
export const NO_CONTENT: RestReply = { status: 204, body: null };

/** A route that the token of the bot opens. */
export function botRoute(method: string, pattern: RegExp, answer: Route['answer']): Route {
  return { method, pattern, needsBot: true, answer };
}

/** A route that carries a token of its own. */
export function openRoute(method: string, pattern: RegExp, answer: Route['answer']): Route {
  return { method, pattern, needsBot: false, answer };
}

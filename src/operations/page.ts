/** What is answered to a request. */
export interface Page {
  /** Status of HTTP. */
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** A value as JSON, with a line break at its end. */
export function jsonPage(status: number, value: unknown): Page {
  return { status, contentType: 'application/json; charset=utf-8', body: `${JSON.stringify(value)}\n` };
}

/** The pages that there are, by their path. */
export type Pages = Readonly<Record<string, () => Page | Promise<Page>>>;

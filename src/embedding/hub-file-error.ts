import { YinjuError } from '../shared/errors.js';

/** A file of the hub could not be had. */
export class HubFileError extends YinjuError {
  readonly code = 'hub-file';

  constructor(
    /** What happened, as a sentence without its full stop. */
    readonly problem: string,
    cause?: unknown,
  ) {
    super(`${problem}.`, { cause });
  }
}

/** What an answer of the hub that is no file means. */
export function statusError(url: string, response: Response): HubFileError {
  const { status, headers } = response;
  const { host } = new URL(url);
  // The codes of the hub: https://github.com/huggingface/huggingface_hub, utils/_http.py.
  if (headers.get('x-error-code') === 'GatedRepo')
    return new HubFileError(`${host} gives ${url} only to those who accepted the terms of the model there (${status})`);
  switch (status) {
    case 404:
      return new HubFileError(`${url} does not exist (404)`);
    case 401:
    case 403:
      return new HubFileError(`${url} does not exist, or is not open to everybody (${status})`);
    case 410:
    case 451:
      return new HubFileError(`${url} is no longer given out (${status})`);
    case 429:
      return new HubFileError(`${host} takes no more requests from here for now (429)`);
    default:
      return new HubFileError(`${host} answered ${status} for ${url}`);
  }
}

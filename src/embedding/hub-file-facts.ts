import { HubFileError, statusError } from './hub-file-error.js';
import { requestHub, type HubManner } from './hub-request.js';

/** What the hub says of a file before it is downloaded. What it does not say is null. */
export interface HubFileFacts {
  readonly size: number | null;
  /** SHA-256 (64 hexadecimal digits) or Git's SHA-1 of the blob (40), out of the entity tag. */
  readonly hash: string | null;
  /** Commit that the revision stands for. */
  readonly commit: string | null;
}

const MAXIMUM_REDIRECTS = 8;

/**
 * Asks for size, hash and commit. Redirects are followed by hand: a large file is redirected to a host that only stores
 * bytes, and the answer before names its hash (`x-linked-etag`); a model that was renamed, and many a mirror, redirect
 * to where the file really is (https://github.com/huggingface/huggingface_hub/pull/4739).
 */
export async function fetchHubFileFacts(url: string, manner: HubManner): Promise<HubFileFacts> {
  const { host } = new URL(url);
  let target = url;
  for (let redirects = 0; redirects <= MAXIMUM_REDIRECTS; redirects += 1) {
    const response = await requestHub(target, { method: 'HEAD', redirect: 'manual' }, manner);
    const { status, headers } = response;
    if (status >= 400) throw statusError(url, response);
    const location = status >= 300 ? headers.get('location') : null;
    if (location === null || headers.has('x-linked-etag')) return factsOf(headers, location, host === hostOf(target));
    if (!URL.canParse(location, target)) throw new HubFileError(`${url} redirects to no address`);
    target = new URL(location, target).href;
  }
  throw new HubFileError(`${url} redirects in a circle`);
}

const hostOf = (url: string): string => new URL(url).host;

/** @param isAsked whether the answer is of the host that was asked: another one's tags mean what they mean to itself */
function factsOf(headers: Headers, location: string | null, isAsked: boolean): HubFileFacts {
  const speaksHub = isAsked || headers.has('x-repo-commit');
  const size = headers.get('x-linked-size') ?? (location === null ? headers.get('content-length') : null);
  const tag = headers.get('x-linked-etag') ?? (location === null && speaksHub ? headers.get('etag') : null);
  return {
    size: size !== null && /^\d{1,15}$/.test(size) ? Number(size) : null,
    hash: /^(?:W\/)?"?((?:[0-9a-f]{40}|[0-9a-f]{64}))"?$/.exec(tag ?? '')?.[1] ?? null,
    commit: /^[0-9a-f]{40}$/.exec(headers.get('x-repo-commit') ?? '')?.[0] ?? null,
  };
}

import type addon from 'hnswlib-node';
import { reasonOf } from '../shared/errors.js';

/** The native library, as hnswlib-node gives it. */
export type HnswLibrary = typeof addon;

/** Whether the native library can be used; `reason` is the loader's message in one line. */
export type HnswAvailability =
  | { readonly status: 'available'; readonly library: HnswLibrary }
  | { readonly status: 'unavailable'; readonly reason: string };

/** How the native library is come by: `loadHnswLibrary`, or something that says no (tests, a setting). */
export type HnswLoader = () => Promise<HnswAvailability>;

/**
 * Loads the native library on first need. It is optional, because it is compiled when it is installed and that needs a
 * compiler; without it exact search serves.
 */
export async function loadHnswLibrary(): Promise<HnswAvailability> {
  try {
    const { default: library } = await import('hnswlib-node');
    return { status: 'available', library };
  } catch (cause) {
    const [firstLine = ''] = reasonOf(cause).split('\n', 1);
    return { status: 'unavailable', reason: firstLine };
  }
}

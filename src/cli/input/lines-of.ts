import { addAbortSignal, type Readable } from 'node:stream';
import { reasonOf, UsageError } from '../../shared/errors.js';

/**
 * The lines of a stream of UTF-8, without their line breaks (\n or \r\n), as they come. Bytes that are not UTF-8 become
 * U+FFFD. A last line without a line break counts.
 * @param name what the stream is, for the error
 * @param signal ends the wait for a line
 * @throws the signal's reason where it is aborted, UsageError where the stream cannot be read
 */
export async function* linesOf(input: Readable, name: string, signal?: AbortSignal): AsyncGenerator<string> {
  if (signal !== undefined) addAbortSignal(signal, input);
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of input as AsyncIterable<Buffer | string>) {
      const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw new UsageError(`The questions in ${name} cannot be read: ${reasonOf(cause)}`, {
      remedy: 'Check the name of the file and its permissions.',
      cause,
    });
  }
  const last = rest + decoder.decode();
  if (last !== '') yield last;
}

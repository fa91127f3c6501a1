import { spawn } from 'node:child_process';

/** The middle value of some numbers; the mean of the two middle ones of an even count. */
export function median(values) {
  return percentile(values, 0.5);
}

/** The value below which a share of the numbers lies, by linear interpolation. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const low = Math.floor(place);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (place - low);
}

/** Milliseconds that an action takes. */
export async function timed(action) {
  const started = performance.now();
  await action();
  return performance.now() - started;
}

/** Makes a process write, when it ends, what it used: microseconds of processor time, KiB resident at most. */
const REPORT_USE = `data:text/javascript,${encodeURIComponent(
  `process.on('exit', () => process.stderr.write('\\nresource-usage=' + JSON.stringify(process.resourceUsage())))`,
)}`;

/** A program that did not end well. */
export class ProgramFailure extends Error {
  /** True where it was ended because it took too long. */
  isOverLimit;
  /** True where Node ended it because its heap was full. */
  isOutOfMemory;

  constructor(programArguments, code, stderr, isOverLimit) {
    super(`${programArguments.join(' ')} ended with ${code}: ${stderr}`);
    this.isOverLimit = isOverLimit;
    this.isOutOfMemory = stderr.includes('heap out of memory');
  }
}

/**
 * Runs a Node program to its end: milliseconds on the wall and of processor time (the program's own, without the
 * kernel's), largest resident memory in MB, and what it printed. Processor time hardly depends on what else runs.
 * @param options `environment` beside that of this process; `onNote` is told what the program writes to standard error;
 * after `limit` milliseconds it is ended
 * @throws ProgramFailure
 */
export function runProgram(programArguments, { environment = {}, onNote = () => undefined, limit } = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', REPORT_USE, ...programArguments], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limit,
      killSignal: 'SIGKILL',
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
      onNote(text);
    });
    child.on('error', reject);
    let ended = started;
    child.on('exit', () => (ended = performance.now()));
    child.on('close', (code) => {
      const isOverLimit = limit !== undefined && ended - started >= limit;
      if (code !== 0) reject(new ProgramFailure(programArguments, code, stderr, isOverLimit));
      else {
        const { userCPUTime, maxRSS } = JSON.parse(/resource-usage=(\{.*\})/.exec(stderr)?.[1] ?? '{}');
        resolve({
          milliseconds: ended - started,
          processor: userCPUTime / 1000,
          memory: (maxRSS * 1024) / 1e6,
          stdout,
        });
      }
    });
  });
}

/** The results of running an action some times, one after the other. */
export async function repeated(times, action) {
  const results = [];
  for (let run = 0; run < times; run += 1) results.push(await action());
  return results;
}

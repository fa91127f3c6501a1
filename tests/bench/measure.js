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

/** Makes a process write the most memory that it had resident, in KiB, when it ends. */
const REPORT_MEMORY =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nmaximum-resident-kib="+process.resourceUsage().maxRSS))';

/** Runs a Node program to its end: wall milliseconds, largest resident memory in MiB, and what it printed. */
export function runProgram(programArguments, environment = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(process.execPath, ['--import', REPORT_MEMORY, ...programArguments], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code !== 0) reject(new Error(`${programArguments.join(' ')} ended with ${code}: ${stderr}`));
      else {
        const memory = Number(/maximum-resident-kib=(\d+)/.exec(stderr)?.[1]) / 1024;
        resolve({ milliseconds: performance.now() - started, memory, stdout });
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

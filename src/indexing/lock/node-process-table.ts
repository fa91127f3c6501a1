import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { fileErrorCode } from '../../shared/file-system.js';
import type { ProcessTable } from './process-table.js';

/**
 * The processes of this machine. On Linux a process is told from a later one with its number by the boot of the machine
 * and the clock tick in which it started; elsewhere by its number only, so that a reused number keeps a lock until it is
 * deleted by hand.
 */
export const nodeProcessTable: ProcessTable = {
  async self() {
    return {
      pid: process.pid,
      host: hostname(),
      startedAt: new Date(performance.timeOrigin).toISOString(),
      mark: await markOf(process.pid),
    };
  },
  async isAlive({ pid, mark }) {
    if (!takesSignals(pid)) return false;
    const present = await markOf(pid);
    return mark === null || present === null || mark === present;
  },
};

function takesSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    // A process of another user refuses the signal (EPERM), and runs.
    return fileErrorCode(cause) !== 'ESRCH';
  }
}

async function markOf(pid: number): Promise<string | null> {
  try {
    const [boot, status] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    // The name of the program stands in brackets and may hold anything; the start is field 22, the 20th behind it.
    const ticks = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? null : `${boot.trim()}/${ticks}`;
  } catch {
    return null;
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { nodeProcessTable } from '../../../../src/indexing/lock/node-process-table.js';

describe('nodeProcessTable', () => {
  it('knows this process, and that it lives', async () => {
    const self = await nodeProcessTable.self();
    expect(self).toMatchObject({ pid: process.pid, host: hostname() });
    expect(new Date(self.startedAt).getTime()).toBeLessThanOrEqual(Date.now());
    expect(await nodeProcessTable.isAlive(self)).toBe(true);
  });

  it('sees that a process has ended', async () => {
    const child = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const self = await nodeProcessTable.self();
    const identity = { ...self, pid: child.pid ?? 0, mark: null };
    expect(await nodeProcessTable.isAlive(identity)).toBe(true);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await nodeProcessTable.isAlive(identity)).toBe(false);
  });

  it.runIf(process.platform === 'linux')('tells a process from an earlier one with its number', async () => {
    const self = await nodeProcessTable.self();
    expect(self.mark).not.toBeNull();
    expect(await nodeProcessTable.isAlive({ ...self, mark: 'another boot/1' })).toBe(false);
  });
});

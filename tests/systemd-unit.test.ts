import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES } from '../src/config/schema.js';
import { temporaryFolder } from './support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '..');
const text = readFileSync(join(ROOT, 'yinju.service'), 'utf8');

/** Directives of a unit by section, in order; refuses what is neither section, comment nor directive (systemd.syntax(7)). */
function readUnit(unit: string): ReadonlyMap<string, readonly (readonly [name: string, value: string])[]> {
  const sections = new Map<string, (readonly [string, string])[]>();
  let current: (readonly [string, string])[] | null = null;
  for (const line of unit.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, section] = /^\[([A-Z][a-z]+)\]$/.exec(line) ?? [];
    const [, name, value] = /^([A-Z][A-Za-z]+)=(.*)$/.exec(line) ?? [];
    if (section !== undefined) sections.set(section, (current = []));
    else if (name !== undefined && value !== undefined && current !== null) current.push([name, value]);
    else throw new Error(`No line of a unit: ${line}`);
  }
  return sections;
}

const unit = readUnit(text);
const all = (name: string): readonly string[] =>
  (unit.get('Service') ?? []).filter(([one]) => one === name).map(([, value]) => value);
const service = (name: string): string | undefined => all(name).at(-1);

/** 0 where there is no systemd on this machine. */
const systemd = Number(
  /^systemd (\d+)/.exec(spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' }).stdout || '')?.[1] ?? 0,
);

/** The unit with the Node that runs this test in the place of one that may not be there. */
async function unitHere(): Promise<string> {
  const file = join(await temporaryFolder(), 'yinju.service');
  await writeFile(file, text.replace('ExecStart=/usr/bin/node', `ExecStart=${process.execPath}`));
  return file;
}

describe('the systemd unit', () => {
  it('has the three sections, and starts the program as npm does', () => {
    expect([...unit.keys()]).toEqual(['Unit', 'Service', 'Install']);
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      readonly scripts: { readonly start: string };
    };
    expect(service('ExecStart')?.replaceAll('/opt/yinju/', '').replace('/usr/bin/', '')).toBe(scripts.start);
    expect(service('WorkingDirectory')).toBe('/opt/yinju');
  });

  it('leaves the program more time to end than it takes', () => {
    // README.md: within ten seconds; a shard is cut off after 9.5.
    expect(Number(service('TimeoutStopSec'))).toBeGreaterThan(10);
    expect(service('KillMode')).toBe('mixed');
    expect(all('KillSignal')).toEqual([]);
  });

  it('starts it again when it fails, but not when a setting is wrong', () => {
    expect(service('Restart')).toBe('on-failure');
    expect(service('RestartPreventExitStatus')).toBe('2');
  });

  it('keeps all that the bot writes in its state directory, and no secret in the unit', () => {
    const variables = all('Environment').map((one) => one.split('=', 2));
    expect(variables.map(([name]) => name).filter((name) => !SETTING_NAMES.includes(name ?? ''))).toEqual(['NODE_ENV']);
    const written = variables.filter(([name]) => /_(?:DIR|FILE)$/.test(name ?? ''));
    expect(written.map(([name]) => name)).toEqual(['DATABASE_FILE', 'LIBRARY_DIR', 'INDEX_DIR', 'MODEL_CACHE_DIR']);
    expect(written.every(([, value]) => value?.startsWith(`%S/${service('StateDirectory')}/`))).toBe(true);
    expect(service('EnvironmentFile')).toBe('/etc/yinju/yinju.env');
  });

  it('bounds memory, and allows to write where V8 compiles', () => {
    expect(service('MemoryMax')).toMatch(/^\d+G$/);
    expect(all('MemoryDenyWriteExecute')).toEqual([]);
  });

  it.skipIf(systemd === 0)(
    'is understood by systemd itself (skipped where systemd-analyze is not installed)',
    async () => {
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', await unitHere()], { encoding: 'utf8' });
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    },
  );

  it.skipIf(systemd < 250)('leaves little open by the count of systemd (skipped before version 250)', async () => {
    // It exits with a failure where the exposure, from 0 to 10, is above the threshold in tenths.
    const check = ['security', '--offline=true', '--no-pager', '--threshold=20', await unitHere()];
    expect(execFileSync('systemd-analyze', check, { encoding: 'utf8' })).toContain('Overall exposure level');
  });
});

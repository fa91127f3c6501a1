import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, cp, mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { variablesOf, type Instruction, type Stage } from './read-dockerfile.js';

const execute = promisify(execFile);

/** Where Node is installed in its image, and where on this machine. */
const NODE_PREFIX = { image: '/usr/local', here: dirname(dirname(process.execPath)) };

/** Folders of the image that the steps name by their whole path. */
const IMAGE_FOLDERS = ['/app', '/var/lib/yinju'];

/** The file system of a stage after its steps, as a folder of this machine. */
export interface BuiltStage {
  /** The working folder. */
  readonly folder: string;
  /** Variables that its ENV set. */
  readonly variables: Readonly<Record<string, string>>;
  /** Where a whole path of the image lies here; in a longer text, all such paths. */
  readonly here: (text: string) => string;
}

export interface BuildSteps {
  readonly stages: readonly Stage[];
  /** What the builder is sent: COPY takes from there. */
  readonly context: string;
  readonly isIgnored: (path: string) => boolean;
  /** An empty folder to work in. */
  readonly into: string;
}

/**
 * Does what the steps of a Dockerfile say, as plain commands in a folder, since a machine may have no Docker: COPY copies, RUN
 * runs in a shell with the variables of ENV, whole paths of the image lead into the folder. Left out: what the package
 * manager of the system installs, which must be there already, and changes of owners.
 * @returns the last stage
 */
export async function runImageSteps({ stages, context, isIgnored, into }: BuildSteps): Promise<BuiltStage> {
  const programs = join(into, 'programs');
  await mkdir(programs);
  await writeFile(join(programs, 'chown'), '#!/bin/sh\n');
  await chmod(join(programs, 'chown'), 0o755);
  const built = new Map<string, BuiltStage>();
  let last: BuiltStage | null = null;
  for (const [number, stage] of stages.entries()) {
    last = await buildStage(stage, { root: join(into, `stage-${number}`), programs, context, isIgnored, built });
    if (stage.name !== null) built.set(stage.name, last);
  }
  if (last === null) throw new Error('There is no stage');
  return last;
}

interface Surroundings extends Pick<BuildSteps, 'context' | 'isIgnored'> {
  readonly root: string;
  readonly programs: string;
  readonly built: ReadonlyMap<string, BuiltStage>;
}

async function buildStage(stage: Stage, surroundings: Surroundings): Promise<BuiltStage> {
  const { root, programs } = surroundings;
  const here = (text: string): string =>
    [
      ...IMAGE_FOLDERS.map((folder) => [folder, root + folder] as const),
      [NODE_PREFIX.image, NODE_PREFIX.here] as const,
    ].reduce(
      (mapped, [image, place]) => mapped.replace(new RegExp(`(^|[\\s="'])${image}(?![\\w-])`, 'g'), `$1${place}`),
      text,
    );
  const variables: Record<string, string> = {};
  let folder = root;
  await mkdir(join(root, 'var', 'lib'), { recursive: true });
  for (const step of stage.instructions) {
    if (step.keyword === 'WORKDIR') await mkdir((folder = here(step.text)), { recursive: true });
    else if (step.keyword === 'ENV') for (const [name, value] of variablesOf(step)) variables[name] = here(value);
    else if (step.keyword === 'COPY') await copy(step, folder, surroundings);
    else if (step.keyword === 'RUN' && !step.text.startsWith('apt-get '))
      await execute('/bin/sh', ['-c', here(step.text)], {
        cwd: folder,
        env: {
          HOME: process.env['HOME'],
          PATH: `${programs}:${process.env['PATH'] ?? ''}`,
          // What was installed for the project itself is not fetched again.
          npm_config_prefer_offline: 'true',
          ...variables,
        },
        maxBuffer: 2 ** 26,
      });
  }
  return { folder, variables, here };
}

async function copy(step: Instruction, folder: string, { context, isIgnored, built }: Surroundings): Promise<void> {
  const words = step.text.split(/\s+/);
  const [sources, target] = [words.slice(0, -1), words.at(-1) ?? ''];
  if (isAbsolute(target)) throw new Error(`Line ${step.line}: a target with a whole path`);
  const place = (source: string): string => join(folder, target, target.endsWith('/') ? basename(source) : '');
  const { from } = step.flags;
  for (const source of sources) {
    await mkdir(dirname(place(source)), { recursive: true });
    if (from === undefined) {
      // As the builder does it: times are kept.
      await cp(join(context, source), place(source), {
        recursive: true,
        preserveTimestamps: true,
        filter: (file) => !isIgnored(relative(context, file).split(sep).join('/')),
      });
      continue;
    }
    const stage = built.get(from);
    if (stage === undefined) throw new Error(`Line ${step.line}: no stage ${from}`);
    // Nothing else is made of that stage: it is moved, since copies of so many files take long.
    await rename(stage.here(source), place(source).replace(/\/$/, ''));
  }
}

/** Whether this machine has what the steps need and do not bring: a compiler, and the headers of Node. */
export function canCompile(): boolean {
  const paths = (process.env['PATH'] ?? '').split(':');
  const has = (program: string): boolean => paths.some((path) => existsSync(join(path, program)));
  return ['g++', 'make', 'python3'].every(has) && existsSync(join(NODE_PREFIX.here, 'include', 'node', 'node.h'));
}

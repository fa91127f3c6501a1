import type { OpenedIndex } from '../indexing/open-index.js';
import { whyUnusable } from '../indexing/open-or-build.js';
import { reasonOf, YinjuError } from '../shared/errors.js';
import type { InspectedStore } from '../store/inspect-store.js';
import type { ModelsReport } from './models-report.js';

/** What a check found. A warning leaves Yinju working, a failure does not. */
export interface Check {
  /** Stable: scripts may look for it. */
  readonly name: 'node' | 'native-module' | 'documents' | 'encoder' | 'index' | 'database' | 'discord-token';
  readonly status: 'ok' | 'warning' | 'failed';
  readonly detail: string;
  /** What to do now; null where nothing need be done. */
  readonly remedy: string | null;
}

/** An encoder that works. */
export interface LoadedModel extends Pick<ModelsReport, 'model' | 'by'> {
  readonly dimension: number;
  /** SHA-256 of its files by their paths. */
  readonly files: Readonly<Record<string, string>>;
}

const CHOSEN_BY: Readonly<Record<LoadedModel['by'], string>> = {
  setting: 'named by EMBEDDING_MODEL or --model',
  choice: 'chosen with `npx yinju model use`',
  default: 'built in',
};

/** How the checks look at the machine. A probe that throws has failed; its error says why and what to do. */
export interface DoctorProbes {
  /** Such as `20.19.0`. */
  readonly nodeVersion: string;
  /** Why hnswlib-node cannot be loaded, or null where it can. */
  readonly nativeModuleFault: () => Promise<string | null>;
  /** Reads every document. */
  readonly readDocuments: () => Promise<{ readonly folders: readonly string[]; readonly documents: number }>;
  /** Hashes its files, loads it and encodes with it; never downloads it. */
  readonly loadEncoder: () => Promise<LoadedModel>;
  readonly inspectIndex: () => Promise<OpenedIndex>;
  /** Null where there is no database yet. */
  readonly inspectStore: () => Promise<InspectedStore | null>;
  readonly discordToken: string | null;
}

const MINIMUM_NODE = [20, 19] as const;
const COMPILER_REMEDY =
  'Nothing need be done: exact search serves. For large sets install a C++ compiler, make and Python 3, then run `npm rebuild hnswlib-node`.';
const TOKEN_REMEDY =
  'Copy the token once more (https://discord.com/developers/applications, Bot, Reset Token) into DISCORD_TOKEN; the client secret and the public key are something else.';

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1]);
  return {
    name: 'node',
    status: isNewEnough ? 'ok' : 'failed',
    detail: `Node ${version}`,
    remedy: isNewEnough ? null : `Install Node ${MINIMUM_NODE.join('.')} or newer from https://nodejs.org.`,
  };
}

/**
 * Looks at the form of a Discord token only: three parts of base64url divided by dots, the first of which is a number.
 * Whether Discord knows it shows at the start. The token is never part of the result.
 */
export function checkToken(token: string | null): Check {
  const name = 'discord-token';
  if (token === null)
    return { name, status: 'ok', detail: 'not set: `npm start` opens a chat in the terminal', remedy: null };
  const parts = token.split('.');
  const isBase64Url = parts.length === 3 && parts.every((part) => /^[A-Za-z0-9_-]+$/.test(part));
  const id = Buffer.from(parts[0] ?? '', 'base64url').toString('latin1');
  if (isBase64Url && /^\d{15,20}$/.test(id))
    return { name, status: 'ok', detail: 'set, and has the form of a token', remedy: null };
  return { name, status: 'failed', detail: 'DISCORD_TOKEN has not the form of a bot token', remedy: TOKEN_REMEDY };
}

/** Turns a failing probe into a failed check, with the remedy of its error. */
async function probed(name: Check['name'], look: () => Promise<Omit<Check, 'name'>>): Promise<Check> {
  try {
    return { name, ...(await look()) };
  } catch (cause) {
    const remedy = cause instanceof YinjuError ? cause.remedy : null;
    return { name, status: 'failed', detail: reasonOf(cause), remedy };
  }
}

function describeIndex(found: OpenedIndex): Omit<Check, 'name'> {
  const remedy = 'Run `npx yinju index`.';
  switch (found.status) {
    case 'ready': {
      const { documents, passages, generation } = found.generation.summary;
      const detail = `${documents} documents, ${passages} passages (generation ${generation})`;
      return { status: 'ok', detail, remedy: null };
    }
    case 'stale':
      return { status: 'warning', detail: 'the documents changed since it was built', remedy };
    case 'missing':
      return { status: 'warning', detail: 'there is none yet; the first question builds it', remedy };
    case 'damaged':
    case 'other-format':
    case 'other-encoder':
    case 'other-versions':
      return { status: 'failed', detail: `it cannot be used: ${whyUnusable(found)}`, remedy };
  }
}

function describeStore(found: InspectedStore | null): Omit<Check, 'name'> {
  if (found === null) return { status: 'ok', detail: 'none yet: the bot makes it when it first starts', remedy: null };
  const { name, schema, newest } = found;
  if (schema > newest) {
    const remedy = 'Start the newer version of Yinju, or use another database.';
    return { status: 'failed', detail: `${name} was made by a newer version of Yinju`, remedy };
  }
  const detail = schema === newest ? name : `${name}, which the bot brings up to date when it starts`;
  return { status: 'ok', detail, remedy: null };
}

/** Runs every check, one after the other; none stops the others. */
export async function runChecks(probes: DoctorProbes): Promise<readonly Check[]> {
  return [
    checkNode(probes.nodeVersion),
    await probed('native-module', async () => {
      const fault = await probes.nativeModuleFault();
      return fault === null
        ? { status: 'ok', detail: 'hnswlib-node loads', remedy: null }
        : { status: 'warning', detail: `hnswlib-node does not load: ${fault}`, remedy: COMPILER_REMEDY };
    }),
    await probed('documents', async () => {
      const { folders, documents } = await probes.readDocuments();
      return { status: 'ok', detail: `${documents} documents in ${folders.join(', ')}`, remedy: null };
    }),
    await probed('encoder', async () => {
      const { model, by, dimension, files } = await probes.loadEncoder();
      const loaded = `its ${Object.keys(files).length} files load`;
      const detail = `${model} (${CHOSEN_BY[by]}): ${loaded}, vectors of ${dimension} numbers`;
      return { status: 'ok', detail, remedy: null };
    }),
    await probed('index', async () => describeIndex(await probes.inspectIndex())),
    await probed('database', async () => describeStore(await probes.inspectStore())),
    checkToken(probes.discordToken),
  ];
}

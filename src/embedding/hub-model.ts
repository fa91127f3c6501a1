import { join, resolve } from 'node:path';
import { fileErrorCode, type FileSystem } from '../shared/file-system.js';
import { sha256 } from '../shared/sha256.js';
import { fetchHubFile, fetchHubFileFacts, HubFileError } from './hub-file.js';
import { externalDataFile, requiredFiles, type ModelFiles } from './model-files.js';
import { weightsFile, type ModelPreset } from './model-presets.js';
import { ModelUnavailableError } from './model-unavailable-error.js';

/** How far the download of a model is. */
export interface DownloadProgress {
  readonly model: string;
  /** Path below the model's folder of the file that is coming. */
  readonly file: string;
  /** Bytes of that file so far, and all of them where the hub said so. */
  readonly received: number;
  readonly total: number | null;
}

export interface HubModelOptions {
  /** Name on the hub: owner, slash, name. */
  readonly model: string;
  readonly dtype: ModelPreset['dtype'];
  /** Where downloaded models are kept, each in a folder of its own. */
  readonly cacheFolder: string;
  /** Address of the hub, such as https://huggingface.co. */
  readonly endpoint: string;
  readonly fileSystem: FileSystem;
  readonly onProgress?: (progress: DownloadProgress) => void;
  readonly signal?: AbortSignal;
}

/** The files of a downloaded model: written last, so a folder with this record is complete. */
const RECORD = 'download.json';

/**
 * The files of a model from the hub, downloaded once: later calls need no network. All files come from one commit, and
 * each is checked against the size and the hash that the hub announces. Where a kept file has another hash than
 * recorded, it is downloaded again.
 * @throws ModelUnavailableError; what was complete by then serves the next try. The signal's reason where it is aborted
 */
export async function hubModelFiles(options: HubModelOptions): Promise<ModelFiles> {
  const { model, cacheFolder, dtype } = options;
  if (!/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(model))
    throw new ModelUnavailableError(model, 'it is neither a folder (./name) nor a name on the hub (owner/name)');
  const folder = resolve(cacheFolder, model.replace('/', '--'), dtype);
  try {
    return { folder, hashes: (await keptHashes(folder, options.fileSystem)) ?? (await download(folder, options)) };
  } catch (cause) {
    options.signal?.throwIfAborted();
    if (cause instanceof HubFileError) throw new ModelUnavailableError(model, cause.problem, cause);
    const code = fileErrorCode(cause);
    if (code !== null) throw new ModelUnavailableError(model, `it cannot be kept in ${folder} (${code})`, cause);
    throw cause;
  }
}

async function download(folder: string, options: HubModelOptions): Promise<Readonly<Record<string, string>>> {
  const { model, dtype, fileSystem } = options;
  await fileSystem.makeFolder(join(folder, 'onnx'));
  const hashes: Record<string, string> = {};
  let revision = 'main';
  const fetchOne = async (file: string): Promise<void> => {
    const { hash, commit } = await fetchInto(folder, file, revision, options);
    hashes[file] = hash;
    revision = commit ?? revision;
  };
  for (const file of requiredFiles(dtype)) await fetchOne(file);
  const config = parsed(await fileSystem.readFile(join(folder, 'config.json')));
  if (keepsWeightsApart(config, dtype)) await fetchOne(externalDataFile(dtype));
  await writeWhole(folder, RECORD, Buffer.from(JSON.stringify({ model, revision, files: hashes })), fileSystem);
  return hashes;
}

/** The SHA-256 of a file that is in the folder with the right hash already, or comes from the hub now; and its commit. */
async function fetchInto(
  folder: string,
  file: string,
  revision: string,
  { model, endpoint, fileSystem, onProgress, signal }: HubModelOptions,
): Promise<{ readonly hash: string; readonly commit: string | null }> {
  const address = (of: string): string => `${endpoint.replace(/\/+$/, '')}/${model}/resolve/${of}/${file}`;
  const facts = await fetchHubFileFacts(address(revision), signal);
  const { commit } = facts;
  const path = join(folder, file);
  if (facts.hash?.length === 64 && (await fileSystem.stat(path)) !== null) {
    const kept = sha256(await fileSystem.readFile(path));
    if (kept === facts.hash) return { hash: kept, commit };
  }
  const partial = `${path}.${(facts.hash ?? 'unknown').slice(0, 16)}.partial`;
  const progress = (received: number, total: number | null): void => onProgress?.({ model, file, received, total });
  const bytes = await fetchHubFile(address(commit ?? revision), facts, partial, fileSystem, progress, signal);
  await writeWhole(folder, file, bytes, fileSystem);
  return { hash: sha256(bytes), commit };
}

async function writeWhole(folder: string, file: string, bytes: Uint8Array, fileSystem: FileSystem): Promise<void> {
  const path = join(folder, file);
  await fileSystem.writeFile(`${path}.new`, bytes);
  await fileSystem.rename(`${path}.new`, path);
}

/** The hashes in the record of a complete download, or null where there is none or a file is not as recorded. */
async function keptHashes(folder: string, fileSystem: FileSystem): Promise<Readonly<Record<string, string>> | null> {
  if ((await fileSystem.stat(join(folder, RECORD))) === null) return null;
  const files = fieldOf(parsed(await fileSystem.readFile(join(folder, RECORD))), 'files');
  if (typeof files !== 'object' || files === null) return null;
  const hashes: Record<string, string> = {};
  for (const file of Object.keys(files)) {
    if ((await fileSystem.stat(join(folder, file))) === null) return null;
    hashes[file] = sha256(await fileSystem.readFile(join(folder, file)));
    if (hashes[file] !== fieldOf(files, file)) return null;
  }
  return hashes;
}

/** Whether the config says that these weights have a data file of their own (models beyond 2 GB, and some smaller ones). */
function keepsWeightsApart(config: unknown, dtype: ModelPreset['dtype']): boolean {
  const format = fieldOf(fieldOf(config, 'transformers.js_config'), 'use_external_data_format');
  const ofFile = fieldOf(format, weightsFile(dtype).replace('onnx/', '')) ?? fieldOf(format, 'model');
  return Boolean(typeof format === 'object' ? ofFile : format);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

import { join } from 'node:path';
import { fileErrorCode, type FileSystem } from '../shared/file-system.js';
import { systemPause, type Pause } from '../shared/pause.js';
import { hashFile, hasHash } from '../shared/hash-file.js';
import { fetchHubFile } from './hub-file.js';
import { HubFileError } from './hub-file-error.js';
import { fetchHubFileFacts, type HubFileFacts } from './hub-file-facts.js';
import { downloadFolder, inspectKept, writeRecord } from './hub-model-record.js';
import type { HubManner } from './hub-request.js';
import { CONFIG_FILE, filesOf, isWeights, parseJson, type ModelFiles } from './model-files.js';
import { refuseTooLarge } from './model-memory.js';
import type { ModelPreset } from './model-presets.js';
import { GO_ON, ModelUnavailableError } from './model-unavailable-error.js';

/** How far the download of a model is. */
export interface DownloadProgress {
  readonly model: string;
  /** Path below the model's folder of the file that is coming. */
  readonly file: string;
  /** Bytes of that file so far, and all of them where the hub said so. */
  readonly received: number;
  readonly total: number | null;
}

/** Where models of a hub come from, and how. */
export interface HubAccess {
  /** Where downloaded models are kept, each in a folder of its own. */
  readonly cacheFolder: string;
  /** Address of the hub, such as https://huggingface.co, or of a mirror. */
  readonly endpoint: string;
  readonly fileSystem: FileSystem;
  /** Bytes of memory that the process can still have; null or left out where that is not known. */
  readonly availableMemory?: number | null;
  /** True where the network must not be used: a model that was not downloaded is then refused. */
  readonly offline?: boolean;
  /** Called while a model is downloaded. */
  readonly onProgress?: (progress: DownloadProgress) => void;
  /** How it waits before it tries something again; by the clock where it is left out. */
  readonly pause?: Pause;
  readonly signal?: AbortSignal;
}

export interface HubModelRequest extends HubAccess {
  /** Name on the hub: owner, slash, name. */
  readonly model: string;
  readonly dtype: ModelPreset['dtype'];
}

const WHAT_THE_CODES_MEAN: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'the quota of the disk is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
};

/**
 * The files of a model from the hub, downloaded once: later calls need no network. All files come from one commit, and
 * each is checked against the size and the hash that the hub announces. Where a kept file has another hash than
 * recorded, it is downloaded again.
 * @throws ModelUnavailableError; what was complete by then serves the next try. The signal's reason where it is aborted
 */
export async function hubModelFiles(request: HubModelRequest): Promise<ModelFiles> {
  const { model, cacheFolder, dtype, fileSystem } = request;
  if (!/^[\w-][\w.-]*\/[\w-][\w.-]*$/.test(model))
    throw new ModelUnavailableError(model, 'it is neither a folder (./name) nor a name on the hub (owner/name)');
  const folder = downloadFolder(cacheFolder, model, dtype);
  try {
    const kept = await inspectKept(folder, fileSystem);
    if (kept.status === 'whole') {
      refuseTooLarge(model, kept.weightBytes, request.availableMemory ?? null);
      return { folder, hashes: kept.files };
    }
    if (request.offline === true) throw notDownloaded(model, kept.status === 'damaged' ? kept.file : null);
    return { folder, hashes: await download(folder, request) };
  } catch (cause) {
    request.signal?.throwIfAborted();
    if (cause instanceof HubFileError) throw new ModelUnavailableError(model, cause.problem, { cause });
    const code = fileErrorCode(cause);
    if (cause instanceof ModelUnavailableError || code === null) throw cause;
    const meaning = WHAT_THE_CODES_MEAN[code];
    throw new ModelUnavailableError(
      model,
      `it cannot be kept in ${folder} (${meaning === undefined ? code : `${meaning}, ${code}`})`,
      { cause, remedy: `Make room, or name another folder with MODEL_CACHE_DIR; or ${GO_ON}.` },
    );
  }
}

function notDownloaded(model: string, damaged: string | null): ModelUnavailableError {
  const problem = damaged === null ? 'it has not been downloaded' : `its file ${damaged} is not what was downloaded`;
  return new ModelUnavailableError(model, problem, {
    remedy: `Run \`npx yinju model use ${model}\`, which downloads it; or ${GO_ON}.`,
  });
}

async function download(folder: string, request: HubModelRequest): Promise<Readonly<Record<string, string>>> {
  const { model, dtype, fileSystem } = request;
  const manner: HubManner = {
    signal: request.signal ?? new AbortController().signal,
    pause: request.pause ?? systemPause,
  };
  await fileSystem.makeFolder(join(folder, 'onnx'));
  const address = (revision: string, file: string): string =>
    `${request.endpoint.replace(/\/+$/, '')}/${model}/resolve/${revision}/${file}`;
  const configFacts = await fetchHubFileFacts(address('main', CONFIG_FILE), manner);
  const revision = configFacts.commit ?? 'main';
  const fetchInto = (file: string, facts: HubFileFacts): Promise<string> =>
    fetchFile({ ...request, folder, file, facts, url: address(revision, file), manner });

  const files: Record<string, string> = { [CONFIG_FILE]: await fetchInto(CONFIG_FILE, configFacts) };
  const config = parseJson(await fileSystem.readFile(join(folder, CONFIG_FILE)));
  const facts = new Map<string, HubFileFacts>();
  // Only the built-in encoder is a table.
  for (const file of filesOf(config, { dtype, isTable: false }))
    facts.set(file, await fetchHubFileFacts(address(revision, file), manner));
  // Whether all are there, and fit into memory, shows before the large one comes.
  const weightBytes = [...facts].reduce((sum, [file, { size }]) => sum + (isWeights(file) ? (size ?? 0) : 0), 0);
  refuseTooLarge(model, weightBytes, request.availableMemory ?? null);
  for (const [file, factsOfFile] of facts) files[file] = await fetchInto(file, factsOfFile);
  await writeRecord(folder, { model, revision, files }, fileSystem);
  return files;
}

interface FileFetch extends HubModelRequest {
  readonly folder: string;
  readonly file: string;
  readonly url: string;
  readonly facts: HubFileFacts;
  readonly manner: HubManner;
}

/** The SHA-256 of a file that is in the folder with the right hash already, or comes from the hub now. */
async function fetchFile({ model, folder, file, url, facts, manner, fileSystem, onProgress }: FileFetch) {
  const path = join(folder, file);
  if (facts.hash !== null) {
    const kept = await hashFile(fileSystem, path);
    if (kept !== null && (await hasHash(fileSystem, path, kept, facts.hash))) return kept.sha256;
  }
  const partialPath = `${path}.${(facts.hash ?? 'unknown').slice(0, 16)}.partial`;
  const { sha256 } = await fetchHubFile({
    url,
    facts,
    partialPath,
    fileSystem,
    manner,
    onProgress: (received, total) => onProgress?.({ model, file, received, total }),
  });
  await fileSystem.rename(partialPath, path);
  return sha256;
}

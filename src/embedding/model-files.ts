import { join } from 'node:path';
import type { FileSystem } from '../shared/file-system.js';
import { hashFile } from '../shared/hash-file.js';
import { refuseTooLarge } from './model-memory.js';
import { graphFile, LATE_INTERACTION, type ModelPreset } from './model-presets.js';
import { ModelUnavailableError } from './model-unavailable-error.js';

/** A model on this machine, ready to be loaded. */
export interface ModelFiles {
  /** Absolute. */
  readonly folder: string;
  /** SHA-256 of every file that is loaded, by its path below the folder, with forward slashes. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** The config of a model: it says which other files there are. */
export const CONFIG_FILE = 'config.json';

/** What of a preset says which files there are. */
export type GraphChoice = Pick<ModelPreset, 'dtype' | 'isTable'>;

/** More files of weights than any model has. */
const MAXIMUM_DATA_FILES = 100;

/**
 * The files of a model by their paths below its folder, its config apart: those that every model has, and those of its
 * weights where they do not lie in the graph (models beyond 2 GB, and some smaller ones). Of a table it is the graph that also
 * compares tokens.
 * @param config the value of its `config.json`
 */
export function filesOf(config: unknown, { dtype, isTable }: GraphChoice): readonly string[] {
  const weights = graphFile(dtype);
  const format = fieldOf(fieldOf(config, 'transformers.js_config'), 'use_external_data_format');
  // As transformers.js reads it: true, a number of files, or either by the name of the file or of the model.
  const count =
    typeof format === 'object' ? (fieldOf(format, weights.replace('onnx/', '')) ?? fieldOf(format, 'model')) : format;
  const parts = Math.min(MAXIMUM_DATA_FILES, Math.max(0, Math.trunc(Number(count ?? 0)) || 0));
  const data = Array.from({ length: parts }, (_, place) => `${weights}_data${place === 0 ? '' : `_${place}`}`);
  const graph = isTable ? graphFile(dtype, LATE_INTERACTION) : weights;
  return ['tokenizer.json', 'tokenizer_config.json', graph, ...data];
}

/** Whether a file holds weights. */
export const isWeights = (file: string): boolean => file.startsWith('onnx/');

/** The value of a JSON file; null where it is none. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return null;
  }
}

/** A field of a value that may be anything. */
export function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

/**
 * Finds and hashes the files of a model in a folder.
 * @param model as it was asked for
 * @param availableMemory bytes; null where that is not known
 * @throws ModelUnavailableError where one is missing, or they are too large to be loaded
 */
export async function localModelFiles(
  model: string,
  folder: string,
  choice: GraphChoice,
  fileSystem: FileSystem,
  availableMemory: number | null,
): Promise<ModelFiles> {
  const hashes: Record<string, string> = {};
  let weightBytes = 0;
  const hash = async (file: string): Promise<void> => {
    const found = await hashFile(fileSystem, join(folder, file));
    if (found === null) throw new ModelUnavailableError(model, `the file ${join(folder, file)} is missing`);
    hashes[file] = found.sha256;
    if (isWeights(file)) weightBytes += found.size;
  };
  await hash(CONFIG_FILE);
  const config = parseJson(await fileSystem.readFile(join(folder, CONFIG_FILE)));
  for (const file of filesOf(config, choice)) await hash(file);
  refuseTooLarge(model, weightBytes, availableMemory);
  return { folder, hashes };
}

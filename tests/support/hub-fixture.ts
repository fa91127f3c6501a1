import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { hubModelFiles, type HubModelRequest } from '../../src/embedding/hub-model.js';
import { ModelUnavailableError } from '../../src/embedding/model-unavailable-error.js';
import { nodeFileSystem } from '../../src/shared/node-file-system.js';
import { sha256 } from '../../src/shared/sha256.js';
import { startHubServer, type HubOptions, type HubServer } from './hub-server.js';
import { temporaryFolder } from './temporary-folder.js';

export const MODEL = 'someone/small-model';
export const WEIGHTS = 'onnx/model_quantized.onnx';
export const WEIGHT_BYTES = 300_001;
/** An address where nobody listens. */
export const NOWHERE = 'http://127.0.0.1:9';

/** Weights of so many bytes. */
export const weightsOf = (bytes: number): Buffer => Buffer.alloc(bytes, 'numbers of a model, ');

/** The files of the model, and their checksums. */
export const FILES: Readonly<Record<string, Buffer>> = {
  'config.json': Buffer.from('{"model_type":"bert"}'),
  'tokenizer.json': Buffer.from('{"version":"1.0"}'),
  'tokenizer_config.json': Buffer.from('{}'),
  [WEIGHTS]: weightsOf(WEIGHT_BYTES),
};
export const HASHES = Object.fromEntries(Object.entries(FILES).map(([file, bytes]) => [file, sha256(bytes)]));

/** What was asked of the hub for the content of a file. */
export const gets = (hub: HubServer, file: string): readonly string[] =>
  hub.requests.filter((line) => line.startsWith('GET /blobs/') && line.includes(file));

/** A model on a hub of this machine, and a folder to download it to. */
export class HubFixture {
  /** How long each pause between two tries was to be, in milliseconds; nobody waits for them. */
  readonly pauses: number[] = [];

  private constructor(
    /** What the hub gives out. */
    readonly source: string,
    /** Where models are downloaded to; not there yet. */
    readonly cache: string,
  ) {}

  static async make(): Promise<HubFixture> {
    const folder = await temporaryFolder();
    const fixture = new HubFixture(join(folder, 'source'), join(folder, 'cache'));
    await fixture.writeSource(FILES);
    return fixture;
  }

  async writeSource(files: Readonly<Record<string, Buffer>>): Promise<void> {
    await mkdir(join(this.source, 'onnx'), { recursive: true });
    for (const [file, bytes] of Object.entries(files)) await writeFile(join(this.source, file), bytes);
  }

  /** A hub that is closed with the test. */
  async start(options: HubOptions = {}): Promise<HubServer> {
    const hub = await startHubServer(MODEL, this.source, options);
    onTestFinished(() => hub.close());
    return hub;
  }

  request(endpoint: string, more: Partial<HubModelRequest> = {}): HubModelRequest {
    return {
      model: MODEL,
      dtype: 'q8',
      cacheFolder: this.cache,
      endpoint,
      fileSystem: nodeFileSystem,
      pause: (milliseconds) => Promise.resolve(void this.pauses.push(milliseconds)),
      ...more,
    };
  }

  /** Why the model is not to be had. */
  async failure(wanted: HubModelRequest): Promise<ModelUnavailableError> {
    const error: unknown = await hubModelFiles(wanted).catch((cause: unknown) => cause);
    if (!(error instanceof ModelUnavailableError))
      throw new Error('the model was had, or failed otherwise', { cause: error });
    return error;
  }

  async kept(): Promise<readonly string[]> {
    return (await readdir(this.cache, { recursive: true })).map((path) => path.replaceAll('\\', '/'));
  }

  /** Files that a reader could take for parts of a model. */
  async usable(): Promise<readonly string[]> {
    return (await this.kept()).filter((path) => path.endsWith('.onnx') || path.endsWith('download.json'));
  }
}

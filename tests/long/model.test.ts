import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Check } from '../../src/cli/doctor-checks.js';
import type { ModelsReport } from '../../src/cli/models-report.js';
import { loadConfig } from '../../src/config/load-config.js';
import { systemClock } from '../../src/shared/clock.js';
import { EngineThreads } from '../../src/worker/engine-threads.js';
import { followIndex } from '../../src/worker/follow-index.js';
import { MODELS_FOLDER } from '../support/built-in-encoder.js';
import { RecordingLogger } from '../support/discord-emulator/recording-logger.js';
import { startHubServer, type HubServer } from '../support/hub-server.js';
import { questionOf } from '../support/real-engine.js';
import { jsonLines, runYinju, type YinjuRun } from '../support/run-yinju.js';

const ROOT = join(import.meta.dirname, '..', '..');
/** The built-in model under the name of a known one, whose prefixes it gets: another encoder. */
const MODEL = 'Xenova/multilingual-e5-small';
const WEIGHTS = 'onnx/model_quantized.onnx';
const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
const THEME = '网络安全为人民，网络安全靠人民';

let folder = '';
let hub: HubServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yinju-model-'));
  hub = await startHubServer(MODEL, join(MODELS_FOLDER, 'zh-en'));
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});

/** Runs a command over an index and a cache of this file. */
const yinju = (place: string, userArguments: readonly string[], more: Readonly<Record<string, string>> = {}) =>
  runYinju([...userArguments, '--index', join(folder, place, 'index')], {
    environment: { HF_ENDPOINT: hub.endpoint, MODEL_CACHE_DIR: join(folder, place, 'cache'), ...more },
  });
const inUse = async (place: string): Promise<ModelsReport> =>
  jsonLines((await yinju(place, ['model', 'list', '--json'])).stdout)[0] as ModelsReport;
const usedModel = ({ stdout }: YinjuRun) =>
  jsonLines(stdout)[0] as { readonly model: string; readonly index: { readonly generation: string } };

describe('yinju model', () => {
  it('leaves everything as it was where the model cannot be had', async () => {
    expect((await yinju('one', ['index'])).code).toBe(0);

    hub.fail(WEIGHTS, 'wrong-bytes');
    const refused = await yinju('one', ['model', 'use', MODEL]);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain(`The encoder ${MODEL} cannot be used: the bytes of `);
    expect(refused.stderr).not.toMatch(/^\s+at /m);
    hub.fail(WEIGHTS, 'none');
    expect(await inUse('one')).toMatchObject({ model: 'zh-en', by: 'default' });
    const asBefore = await yinju('one', ['ask', QUESTION]);
    expect([asBefore.code, asBefore.stderr]).toEqual([0, '']);
    expect(asBefore.stdout.replaceAll(' ', '，')).toContain(THEME);
  });

  it('changes the encoder of an index', async () => {
    expect((await yinju('five', ['index'])).code).toBe(0);
    const used = await yinju('five', ['model', 'use', MODEL]);
    expect(used.code).toBe(0);
    expect(used.stdout).toContain(`In use from now on: ${MODEL}.`);
    expect(used.stderr).toContain(`Downloading ${WEIGHTS}_data (kB): 26384`);
    expect(used.stderr).toContain('The index was made with the encoder zh-en: every passage was encoded again.');
    // From then on: without network, without a word, without building anything.
    const offline = { HF_ENDPOINT: 'http://127.0.0.1:9' };
    const after = await yinju('five', ['ask', QUESTION], offline);
    expect([after.code, after.stderr]).toEqual([0, '']);
    expect(after.stdout.replaceAll(' ', '，')).toContain(THEME);
    const checks = jsonLines((await yinju('five', ['doctor', '--json'], offline)).stdout)[0] as readonly Check[];
    expect(checks.find(({ name }) => name === 'encoder')).toMatchObject({ status: 'ok' });
    expect(checks.find(({ name }) => name === 'encoder')?.detail).toContain(
      `${MODEL} (chosen with \`npx yinju model use\`): its 5 files load`,
    );
    expect(checks.find(({ name }) => name === 'index')).toMatchObject({ status: 'ok' });
  });

  it('is refused, before anything is asked of the hub, where the setting would win', async () => {
    const before = hub.requests.length;
    const run = await yinju('two', ['model', 'use', MODEL], { EMBEDDING_MODEL: 'zh-en' });
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('EMBEDDING_MODEL is set to zh-en, which wins over a choice');
    expect(hub.requests).toHaveLength(before);
  });

  it('lists what is known, on 80 columns, and refuses what is no name', async () => {
    const { code, stdout, stderr } = await yinju('two', ['model', 'list']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^\* zh-en {2}\(in use\)\n {4}built in · 26 MB · vectors of 384 numbers · Chinese, English/);
    expect(stdout).toContain('Xenova/bge-m3\n    not downloaded · 570 MB');
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(await yinju('two', ['model', 'use', 'no-name'])).toMatchObject({ code: 2, stdout: '' });
    expect(await yinju('two', ['model'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('is not downloaded by the doctor, who says what does', async () => {
    const before = hub.requests.length;
    const { code, stdout } = await yinju('three', ['doctor', '--json', '--model', MODEL]);
    const encoder = (jsonLines(stdout)[0] as readonly Check[]).find(({ name }) => name === 'encoder');
    expect([code, encoder?.status]).toEqual([1, 'failed']);
    expect(encoder?.detail).toContain('has not been downloaded');
    expect(encoder?.remedy).toContain(`\`npx yinju model use ${MODEL}\``);
    expect(hub.requests).toHaveLength(before);
  });

  it('is taken up by an engine that runs', async () => {
    const [index, cache] = [join(folder, 'four', 'index'), join(folder, 'four', 'cache')];
    const settings = { INDEX_DIR: index, MODEL_CACHE_DIR: cache, LIBRARY_DIR: join(folder, 'none') };
    const config = loadConfig({ file: {}, environment: {}, commandLine: settings }, ROOT);
    let changed = (): void => undefined;
    const logger = new RecordingLogger(() => changed());
    const spawn = () => new Worker(join(ROOT, 'dist', 'engine-worker.js'), { workerData: { config, root: ROOT } });
    const silent = { notice: () => undefined, progress: () => undefined };
    const pause = () => setTimeout(10);
    const threads = await EngineThreads.start({ spawn, logger, clock: systemClock, pause }, silent);
    const end = new AbortController();
    onTestFinished(async () => {
      end.abort();
      await threads.close();
    });
    const before = threads.generation;
    const used = usedModel(await yinju('four', ['model', 'use', MODEL, '--json']));
    // The old one served until then.
    expect(threads.generation).toBe(before);
    expect((await threads.engine().answer(questionOf(QUESTION))).strength).toBe('strong');

    const replaced = new Promise<void>((resolve) => {
      changed = () => {
        if (logger.lines.some(({ event }) => event === 'engine-replaced')) resolve();
      };
    });
    const look = (_: number, signal: AbortSignal) => setTimeout(50, undefined, { signal });
    const following = followIndex({ threads, logger, clock: systemClock, pause: look, signal: end.signal });
    await replaced;
    end.abort();
    await following;
    // The generation that the command built, and no other: nothing was built again.
    expect(threads.generation).toBe(used.index.generation);
    expect(logger.lines.map(({ event }) => event)).toEqual(['engine-replaced']);
    expect((await threads.engine().answer(questionOf(QUESTION))).strength).toBe('strong');

    // The setting wins over the choice, and then the index is made with what it names.
    const other = await yinju('four', ['ask', QUESTION], { EMBEDDING_MODEL: 'zh-en' });
    expect(other.code).toBe(0);
    expect(other.stderr).toContain(`it was made with the encoder ${MODEL}, not with zh-en`);
  });
});

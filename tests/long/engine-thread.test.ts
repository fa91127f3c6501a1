import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load-config.js';
import { systemClock } from '../../src/shared/clock.js';
import type { HostedThread } from '../../src/worker/engine-thread.js';
import { EngineThreads } from '../../src/worker/engine-threads.js';
import { followIndex } from '../../src/worker/follow-index.js';
import { EngineCrashedError } from '../../src/worker/worker-errors.js';
import { RecordingLogger } from '../support/discord-emulator/recording-logger.js';
import { DOCUMENTS_FOLDER, questionOf } from '../support/real-engine.js';
import { jsonLines, runYinju } from '../support/run-yinju.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '..', '..');
const QUESTION = '2023年国家网络安全宣传周的主题是什么？';
const NEWS = '关于紫色大象的通知\n\n紫色大象于2031年5月6日在昆明开会，会议主题是“大象与网络”。\n';
const NEWS_QUESTION = '紫色大象在哪里开会？';

/** The thread of the built program, kept up from here; looks at the documents as fast as it can. */
class Bench {
  readonly workers: Worker[] = [];
  readonly #end = new AbortController();
  #changed: () => void = () => undefined;
  readonly logger = new RecordingLogger(() => this.#changed());
  #threads: EngineThreads | null = null;
  #following: Promise<void> = Promise.resolve();

  constructor(
    readonly data: string,
    readonly index: string,
  ) {}

  async start(): Promise<EngineThreads> {
    const settings = { DATA_DIR: this.data, INDEX_DIR: this.index };
    const config = loadConfig({ file: {}, environment: {}, commandLine: settings }, ROOT);
    const threads = await EngineThreads.start(
      {
        spawn: (): HostedThread => {
          const worker = new Worker(join(ROOT, 'dist', 'engine-worker.js'), { workerData: { config, root: ROOT } });
          this.workers.push(worker);
          return worker;
        },
        logger: this.logger,
        clock: systemClock,
        pause: () => setTimeout(10),
      },
      { notice: () => undefined, progress: () => undefined },
    );
    this.#threads = threads;
    return threads;
  }

  follow(threads: EngineThreads): void {
    const pause = (_: number, signal: AbortSignal): Promise<void> => setTimeout(50, undefined, { signal });
    const { logger } = this;
    this.#following = followIndex({ threads, logger, clock: systemClock, pause, signal: this.#end.signal });
  }

  /** Resolves when the log has a line of this event. */
  logged(event: string): Promise<void> {
    return new Promise((resolve) => {
      this.#changed = () => {
        if (this.logger.lines.some((line) => line.event === event)) resolve();
      };
      this.#changed();
    });
  }

  async close(): Promise<void> {
    this.#end.abort();
    await this.#threads?.close();
    await this.#following;
  }
}

describe('the engine in a thread of the built program', () => {
  let bench: Bench | null = null;

  const prepare = async (): Promise<Bench> => {
    const folder = await temporaryFolder();
    await cp(DOCUMENTS_FOLDER, join(folder, 'data'), { recursive: true });
    bench = new Bench(join(folder, 'data'), join(folder, 'index'));
    return bench;
  };

  afterEach(async () => {
    await bench?.close();
    bench = null;
  });

  it('answers as the command line does', async () => {
    const prepared = await prepare();
    const threads = await prepared.start();
    const answer = await threads.engine().answer(questionOf(QUESTION));
    const { data, index } = prepared;
    const { stdout } = await runYinju(['ask', QUESTION, '--json', '--data', data, '--index', index]);
    const timeless = { milliseconds: null };
    expect({ ...answer, ...timeless }).toEqual({ ...(jsonLines(stdout)[0] as object), ...timeless });
  });

  it('is there again after its thread was killed', async () => {
    const prepared = await prepare();
    const threads = await prepared.start();
    // More than it answers until then: the last one is lost, and by then the others are answered or lost.
    const asked = Array.from({ length: 50 }, () => threads.engine().answer(questionOf(QUESTION)));
    await prepared.workers[0]?.terminate();
    const outcomes = await Promise.allSettled(asked);
    expect(outcomes.at(-1)).toMatchObject({ status: 'rejected', reason: expect.any(EngineCrashedError) as unknown });
    expect((await threads.engine().answer(questionOf(QUESTION))).strength).toBe('strong');
    expect(prepared.logger.lines.map(({ event }) => event)).toEqual(['engine-crashed', 'engine-restarted']);
  });

  it('takes up a document that comes while it runs', async () => {
    const prepared = await prepare();
    const threads = await prepared.start();
    const before = await threads.engine().answer(questionOf(NEWS_QUESTION));
    expect(before.status).toBe('none');
    prepared.follow(threads);
    await writeFile(join(prepared.data, 'news.txt'), NEWS);
    await prepared.logged('engine-replaced');
    const [passage] = (await threads.engine().answer(questionOf(NEWS_QUESTION))).passages;
    expect(passage?.text).toContain('昆明');
  });

  it('takes up a generation that another process built', async () => {
    const prepared = await prepare();
    const threads = await prepared.start();
    await writeFile(join(prepared.data, 'news.txt'), NEWS);
    expect((await runYinju(['index', '--data', prepared.data, '--index', prepared.index])).code).toBe(0);
    prepared.follow(threads);
    await prepared.logged('engine-replaced');
    expect(prepared.logger.lines.map(({ event }) => event)).toEqual(['engine-replaced']);
    expect((await threads.engine().sources(['global'])).map(({ metadata }) => metadata.file)).toContain('news.txt');
  });

  it('keeps what it has, and says why, when a new document cannot be read', async () => {
    const prepared = await prepare();
    const threads = await prepared.start();
    prepared.follow(threads);
    await writeFile(join(prepared.data, 'news.txt'), NEWS);
    await writeFile(join(prepared.data, 'news.yaml'), 'nonsense: true\n');
    await prepared.logged('index-out-of-date');
    expect((await threads.engine().answer(questionOf(QUESTION))).strength).toBe('strong');
    expect(prepared.logger.text).toContain('news.yaml');
  });
});

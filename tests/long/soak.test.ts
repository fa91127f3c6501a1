import { mkdir, writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createApplication } from '../../src/app.js';
import { SILENT_REPORTER } from '../../src/cli/application.js';
import { loadConfig } from '../../src/config/load-config.js';
import { BotProcess } from '../support/bot-process.js';
import { DiscordEmulator } from '../support/discord-emulator/discord-emulator.js';
import { INTENT_MESSAGE_CONTENT } from '../support/discord-emulator/gateway.js';
import { askInRounds, timesToAcknowledgement, timesToAnswer } from '../support/soak/latency.js';
import { MemoryWatch } from '../support/soak/memory-watch.js';
import { Oracle } from '../support/soak/oracle.js';
import { INSPECTABLE, ProcessInspector } from '../support/soak/process-inspector.js';
import { SOAK_LAW, SOAK_LIBRARY } from '../support/soak/soak-laws.js';
import { soakOptions } from '../support/soak/soak-options.js';
import { soakQuestions } from '../support/soak/soak-questions.js';
import { soakReport } from '../support/soak/soak-report.js';
import { runSoak } from '../support/soak/soak-run.js';
import { Town } from '../support/soak/town.js';
import { Tracker } from '../support/soak/tracker.js';
import { judge, shareMixedUp } from '../support/soak/verdict.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '..', '..');
const OPTIONS = soakOptions(process.env);

/** topics/rate-limits.mdx, "Global Rate Limit". */
const GLOBAL_RATE_LIMIT = { requests: 50, milliseconds: 1000 };

/** Memory is measured so often in a run, and progress told. */
const MEASUREMENTS = 24;
/** How far memory may grow over the second half, in a run that is long enough to have warmed up, and in a short one. */
const [LONG_RUN, FLAT, NEARLY_FLAT] = [5000, 0.1, 0.3];
/** Some questions ask for the same sentence, so some answers pass for others. */
const MIXED_UP = 0.1;
const ACKNOWLEDGED_MILLISECONDS = 3000;
/** What the rest takes beside the soak itself, on a slow machine. */
const REST_MILLISECONDS = 10 * 60_000;
const LAWS = [SOAK_LAW, '数据安全法', '个人信息保护法', '网络安全法', '刑法', 'Data Security Law', '没有这部法'];

let end: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of end.reverse()) await close();
  end = [];
});

it(
  'answers everything, once and rightly, through all that goes wrong, and does not grow',
  async () => {
    const folder = await temporaryFolder();
    const library = join(folder, 'library');
    await mkdir(library);
    for (const [file, text] of Object.entries(SOAK_LIBRARY)) await writeFile(join(library, file), text);
    const places = {
      LIBRARY_DIR: library,
      INDEX_DIR: join(folder, 'index'),
      DATABASE_FILE: join(folder, 'yinju.sqlite'),
    };

    const emulator = await DiscordEmulator.start({
      guildLocale: 'zh-CN',
      heartbeatMilliseconds: 2000,
      allowedPrivileged: INTENT_MESSAGE_CONTENT,
      globalRateLimit: GLOBAL_RATE_LIMIT,
      lenient: true,
    });
    end.push(() => emulator.close());
    const bot = await BotProcess.start(emulator, {
      ...INSPECTABLE,
      ...places,
      LOG_LEVEL: 'info',
      MESSAGE_CONTENT: 'on',
    });
    end.push(() => bot.end());
    await emulator.waitUntilReady();
    // The index that the bot has built is opened a second time, in this process.
    const config = loadConfig({ file: {}, environment: places, commandLine: {} }, ROOT);
    const engine = await createApplication(config, ROOT).openEngine(SILENT_REPORTER, new AbortController().signal);
    end.push(() => engine.close());
    const inspector = await ProcessInspector.attach(bot.errors);
    end.push(() => inspector.close());
    const watch = new MemoryWatch(inspector);

    const tracker = new Tracker(emulator.requests);
    const town = new Town({
      emulator,
      oracle: new Oracle(engine),
      seed: OPTIONS.seed,
      questions: soakQuestions(),
      laws: LAWS,
      isBusy: (message) => tracker.open.some(({ deed }) => deed.on === message),
    });
    emulator.slashCommand({ name: 'settings', subcommand: 'channel', options: { answers: 'all', cards: true } });
    await emulator.waitFor('the settings', () => bot.logged('discord-settings-changed').length > 0);

    await askInRounds({ rounds: 10, atOnce: 1 }, town, tracker);
    const alone = await askInRounds({ rounds: 30, atOnce: 1 }, town, tracker);
    const together = await askInRounds({ rounds: 3, atOnce: 50 }, town, tracker);
    const from = tracker.all.length;
    const step = Math.max(1, Math.floor(OPTIONS.deeds / MEASUREMENTS));
    const { faults, milliseconds } = await runSoak(OPTIONS, { emulator, town, tracker }, async (done) => {
      if (done % step !== 0) return;
      await watch.measure();
      const waiting = tracker.open.length;
      process.stdout.write(
        `\r${done} of ${OPTIONS.deeds} deeds, ${waiting} in flight, ${emulator.requests.length} requests `,
      );
    });
    const soak = tracker.all.slice(from);
    const verdict = await judge(tracker.all, emulator);
    const records = (kind: string): number => emulator.gateway.records.filter((record) => record.kind === kind).length;
    process.stdout.write(
      soakReport({
        options: OPTIONS,
        milliseconds,
        verdict,
        soak,
        faults,
        gateway: { identified: records('identify'), resumed: records('resume') },
        refused: tracker.refused,
        times: [
          ['/ask to answer, one at a time', timesToAnswer(alone)],
          ['/ask to answer, 50 at once', timesToAnswer(together)],
          ['soak: interaction to acknowledgement', timesToAcknowledgement(soak)],
          ['soak: deed to answer', timesToAnswer(soak)],
        ],
        memory: watch.trends,
        load: loadavg()[0] ?? 0,
      }),
    );

    const { unanswered, twice, wrong } = verdict;
    expect({ unanswered, twice, wrong }).toEqual({ unanswered: [], twice: [], wrong: [] });
    expect(await shareMixedUp(soak)).toBeLessThan(MIXED_UP);
    expect(verdict.excuses.get('failure') ?? 0).toBe(0);
    const late = timesToAcknowledgement(soak).filter((time) => time > ACKNOWLEDGED_MILLISECONDS);
    expect(late).toEqual([]);
    expect(emulator.problems).toEqual([]);
    for (const event of ['discord-event-failed', 'discord-question-failed', 'discord-command-failed', 'engine-crashed'])
      expect(bot.logged(event)).toEqual([]);
    // What could not be shown is told in the log, once each.
    expect(bot.logged('discord-reply-failed').length).toBe(verdict.refused);
    const grown = watch.trends.filter(({ growth }) => growth > (OPTIONS.deeds < LONG_RUN ? NEARLY_FLAT : FLAT));
    expect(grown.filter(({ name }) => name !== 'resident')).toEqual([]);

    // A program that somebody looks into does not end.
    await inspector.close();
    bot.send('SIGTERM');
    // An unhandled rejection would have ended it with another code, long before.
    expect(await bot.untilEnded()).toEqual({ code: 0, signal: null });
    expect(bot.errors).not.toContain(emulator.token);
  },
  (OPTIONS.deeds / OPTIONS.rate) * 1000 * 2 + REST_MILLISECONDS,
);

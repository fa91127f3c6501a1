import { describe, expect, it } from 'vitest';
import { AdmissionDesk, type AdmissionLimits } from '../../../../src/discord/asking/admission.js';
import type { Conversation } from '../../../../src/discord/asking/conversation.js';
import type { OutgoingMessage } from '../../../../src/discord/rendering/message.js';
import { renderNote } from '../../../../src/discord/rendering/render-note.js';
import { respond } from '../../../../src/discord/asking/respond.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { botServices } from '../../../support/bot-services.js';
import { RecordingLogger } from '../../../support/discord-emulator/recording-logger.js';
import { FakeEngine } from '../../../support/fake-engine.js';

const UNLIMITED = { burst: 1, interval: 0 };

/** What somebody is shown who asks some times in a row, at one moment, the answer to all but the last being under way. */
async function lastShown(limits: Partial<AdmissionLimits>, times: number, language: 'en' | 'zh-Hans' | 'zh-Hant') {
  const logger = new RecordingLogger();
  const clock = { now: () => new Date(0), monotonic: () => 0 };
  const desk = new AdmissionDesk({ user: UNLIMITED, server: UNLIMITED, running: 1, waiting: 1, ...limits }, clock);
  const engine = new FakeEngine(() => Promise.reject(new Error('not asked')));
  const services = botServices(engine, logger, { admission: desk });
  const shown: OutgoingMessage[] = [];
  const words = wordsFor(language);
  const ask = (user: string): Promise<void> => {
    const conversation: Conversation = {
      asker: { user, server: 'server' },
      guild: 'server',
      channel: 'channel',
      hidden: false,
      acknowledge: () => Promise.resolve(),
      show: (message) => {
        shown.push(message);
        return Promise.resolve();
      },
    };
    const compose = (): Promise<OutgoingMessage> => new Promise(() => undefined);
    return respond({ conversation, words, source: 'command', compose }, services);
  };
  for (let time = 1; time < times; time += 1) void ask(`user ${time}`);
  await ask(times === 2 ? 'user 1' : `user ${times}`);
  return { shown: JSON.stringify(shown), logger, note: (text: string) => JSON.stringify([renderNote([text])]) };
}

describe('respond', () => {
  it.each([
    ['en', 'You have asked much in a short time. Ask again in 12 s.'],
    ['zh-Hans', '您在短时间内提问较多，请在12秒后再问。'],
    ['zh-Hant', '您在短時間內提問較多，請在 12 秒後再問。'],
  ] as const)('tells who asks too often how long to wait (%s)', async (language, text) => {
    const { shown, note } = await lastShown({ user: { burst: 1, interval: 11_001 } }, 2, language);
    expect(shown).toBe(note(text));
  });

  it('tells a server that asks too often how long to wait', async () => {
    const { shown, note } = await lastShown({ server: { burst: 2, interval: 500 } }, 3, 'en');
    expect(shown).toBe(note('This server has asked much in a short time. Ask again in 1 s.'));
  });

  it('says that too many wait, and logs it without a name', async () => {
    const { shown, note, logger } = await lastShown({}, 3, 'en');
    expect(shown).toBe(
      note('Too many questions are waiting already, so yours was not taken. Please ask again in a minute.'),
    );
    expect(logger.lines).toContainEqual({
      level: 'info',
      event: 'discord-question-refused',
      facts: { status: 'busy' },
    });
    expect(logger.text).not.toContain('user');
  });
});

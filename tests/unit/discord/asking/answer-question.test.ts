import { describe, expect, it } from 'vitest';
import { answerQuestion } from '../../../../src/discord/asking/answer-question.js';
import type { Conversation } from '../../../../src/discord/asking/conversation.js';
import type { OutgoingMessage } from '../../../../src/discord/rendering/message.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { botServices } from '../../../support/bot-services.js';
import { RecordingLogger } from '../../../support/discord-emulator/recording-logger.js';
import { answerOf } from '../../../support/example-answers.js';
import { FakeEngine } from '../../../support/fake-engine.js';

/** A conversation that records what happens in it, in order. */
class RecordedConversation implements Conversation {
  readonly asker = { user: '1', server: null };
  readonly guild = null;
  readonly channel = '2';
  readonly hidden = false;
  readonly steps: string[] = [];
  readonly #refuse: 'acknowledge' | 'show' | null;

  constructor(refuse: 'acknowledge' | 'show' | null = null) {
    this.#refuse = refuse;
  }

  acknowledge(): Promise<void> {
    return this.#step('acknowledge', 'acknowledged');
  }

  show(message: OutgoingMessage): Promise<void> {
    return this.#step('show', JSON.stringify(message.components));
  }

  #step(name: 'acknowledge' | 'show', what: string): Promise<void> {
    if (this.#refuse === name) return Promise.reject(new RangeError('refused, with the text of a question'));
    this.steps.push(what);
    return Promise.resolve();
  }
}

describe('answerQuestion', () => {
  const words = wordsFor('en');
  const ask = async (conversation: Conversation, engine: FakeEngine, deadline = new AbortController().signal) => {
    const logger = new RecordingLogger();
    const services = botServices(engine, logger, { deadline: () => deadline });
    await answerQuestion({ text: ' what?\n', conversation, words, source: 'command' }, services);
    return logger;
  };
  const engine = (): FakeEngine => new FakeEngine(({ text }) => answerOf(text, 'none', []));

  it('acknowledges before it asks the engine', async () => {
    const conversation = new RecordedConversation();
    const asking = new FakeEngine(({ text }) => {
      conversation.steps.push(`asked ${text}`);
      return answerOf(text, 'none', []);
    });
    await ask(conversation, asking);
    expect(conversation.steps.slice(0, 2)).toEqual(['acknowledged', 'asked what?']);
    expect(conversation.steps[2]).toContain('what?');
    expect(conversation.steps).toHaveLength(3);
  });

  it('asks only for documents that everybody may see', async () => {
    const asked = engine();
    await ask(new RecordedConversation(), asked);
    expect(asked.asked[0]?.scopes).toEqual(['global']);
  });

  it('says that an answer took too long', async () => {
    const conversation = new RecordedConversation();
    const slow = new FakeEngine((_, signal) => Promise.reject(signal?.reason as Error));
    await ask(conversation, slow, AbortSignal.abort());
    expect(conversation.steps[1]).toContain(words.problem.tooSlow);
  });

  it.each(['acknowledge', 'show'] as const)(
    'gives up, logged without a word of the question, where Discord refuses to %s',
    async (step) => {
      const logger = await ask(new RecordedConversation(step), engine());
      expect(logger.lines).toEqual([
        { level: 'warn', event: 'discord-reply-failed', facts: { source: 'command', reason: 'RangeError' } },
      ]);
    },
  );

  it('asks nothing where the question could not be acknowledged', async () => {
    const unasked = engine();
    await ask(new RecordedConversation('acknowledge'), unasked);
    expect(unasked.asked).toEqual([]);
  });
});

import type { Logger } from '../shared/logger.js';
import { reasonOf } from '../shared/errors.js';
import { SHARD_QUESTION } from './shard-answer-schema.js';
import type { ThisProcess } from './this-process.js';

/** The channel that a shard has to its manager: Node's `process`, where another process started it. */
export interface ManagerChannel {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  off(event: 'message', listener: (message: unknown) => void): unknown;
  /** Absent where there is no channel. */
  send?(message: unknown): boolean;
  readonly connected: boolean;
}

/**
 * Answers what the manager of this shard asks, until the returned function is called. Other messages, which are those of
 * discord.js, are left alone.
 */
export function answerManager(channel: ManagerChannel, self: ThisProcess, logger: Logger): () => void {
  const onMessage = (message: unknown): void => {
    const asked = SHARD_QUESTION.safeParse(message);
    if (!asked.success) return;
    const { id, question } = asked.data;
    const work = question === 'readiness' ? self.unready() : self.families();
    work.then(
      (answer) => {
        // The channel may have been closed meanwhile: the manager is gone, or has told this process to end.
        if (channel.connected) channel.send?.({ yinju: 'answer', id, answer });
      },
      (cause: unknown) => logger.error('operations-answer-failed', { question, reason: reasonOf(cause) }),
    );
  };
  channel.on('message', onMessage);
  return () => void channel.off('message', onMessage);
}

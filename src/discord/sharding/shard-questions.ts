import type { Shard } from 'discord.js';

/** What the manager sends to the process of a shard. */
export interface QuestionToShard {
  /** Tells these messages from those of discord.js, which go over the same channel. */
  readonly yinju: 'question';
  /** Counts up from 1. */
  readonly id: number;
  readonly question: string;
}

/** What comes back. */
interface AnswerOfShard {
  readonly yinju: 'answer';
  readonly id: number;
  readonly answer: unknown;
}

function isAnswer(message: unknown): message is AnswerOfShard {
  return (
    typeof message === 'object' &&
    message !== null &&
    'yinju' in message &&
    message.yinju === 'answer' &&
    'id' in message &&
    'answer' in message
  );
}

/** Asks the processes of all shards the same, over the channel that each has to their manager. */
export class ShardQuestions {
  readonly #shards = new Map<number, Shard>();
  readonly #waiting = new Map<number, (shard: number, answer: unknown) => void>();
  readonly #planned: number;
  #asked = 0;

  /** @param planned how many there will be; they are added when they are started */
  constructor(planned: number) {
    this.#planned = planned;
  }

  /** From now on the shard is asked too, in whatever process it lives. */
  add(shard: Shard): void {
    this.#shards.set(shard.id, shard);
    shard.on('message', (message: unknown) => {
      if (isAnswer(message)) this.#waiting.get(message.id)?.(shard.id, message.answer);
    });
  }

  /**
   * Asks all shards. Never rejects.
   * @returns what each said, by its id from 0; undefined for one that runs not, or said nothing within the time
   */
  async ask(question: string, milliseconds: number): Promise<readonly unknown[]> {
    this.#asked += 1;
    const id = this.#asked;
    const answers = Array.from<unknown>({ length: this.#planned }).fill(undefined);
    const missing = new Set(answers.keys());
    await new Promise<void>((resolve) => {
      const limit = setTimeout(resolve, milliseconds);
      const settle = (shard: number): void => {
        missing.delete(shard);
        if (missing.size > 0) return;
        clearTimeout(limit);
        resolve();
      };
      this.#waiting.set(id, (shard, answer) => {
        answers[shard] = answer;
        settle(shard);
      });
      for (const shard of answers.keys()) this.#send(shard, { yinju: 'question', id, question }, settle);
    });
    this.#waiting.delete(id);
    return answers;
  }

  #send(id: number, question: QuestionToShard, give: (shard: number) => void): void {
    const shard = this.#shards.get(id);
    if (shard?.process?.connected !== true) give(id);
    // Its channel may be closed just now.
    else shard.send(question).catch(() => give(id));
  }
}

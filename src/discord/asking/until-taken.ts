import { setTimeout } from 'node:timers/promises';
import { DiscordAPIError, RESTJSONErrorCodes, type BaseInteraction } from 'discord.js';
import { isPassingFailure } from './passing-failure.js';

const ALREADY = RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;

/**
 * Pauses between attempts, in milliseconds. Before each, discord.js has tried four times in a row where Discord answered with
 * 5xx or not at all, so what fails then is no slip but an outage.
 */
const PAUSES = {
  /** An interaction that is not acknowledged within three seconds is lost. */
  acknowledgement: [100, 200, 400, 800],
  /** An asker still looks at "is thinking" after some fifteen seconds. */
  answer: [250, 500, 1000, 2000, 4000, 8000],
} as const;

/**
 * Calls Discord until the call is taken, or refused for a reason that will not pass. The call may have been taken although it
 * seems to have failed (the response was cut), so only what may happen twice is called like this.
 * @throws what the last attempt threw
 */
export async function untilTaken<Value>(call: () => Promise<Value>, what: keyof typeof PAUSES): Promise<Value> {
  for (const milliseconds of PAUSES[what]) {
    try {
      return await call();
    } catch (cause) {
      if (!isPassingFailure(cause)) throw cause;
    }
    // A process that is told to end does not wait for it.
    await setTimeout(milliseconds, undefined, { ref: false });
  }
  return call();
}

/** An interaction that can be deferred, as discord.js has it. */
export type Deferrable = BaseInteraction & { deferred: boolean };

/**
 * Acknowledges an interaction by deferring it, or by the whole answer.
 * @throws what Discord or the network says against it
 */
export async function acknowledge(interaction: Deferrable, defer: () => Promise<unknown>): Promise<void> {
  // discord.js does not edit what it believes not to be there.
  if (!(await respondOnce(defer))) interaction.deferred = true;
}

/**
 * Responds to an interaction for the first time.
 * @returns false where Discord knows of a response already: it took one whose own response was lost, so all is well
 * @throws what Discord or the network says against it
 */
export async function respondOnce(respond: () => Promise<unknown>): Promise<boolean> {
  try {
    await untilTaken(respond, 'acknowledgement');
    return true;
  } catch (cause) {
    if (cause instanceof DiscordAPIError && cause.code === ALREADY) return false;
    throw cause;
  }
}

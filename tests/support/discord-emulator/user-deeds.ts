import type { Cast } from './cast.js';
import type { OptionValues } from './command-options.js';
import type { ServerPlace } from './gateway-events.js';
import type { JsonObject } from './json.js';
import type { BotMessage } from './message-board.js';

/** A use of a slash command by the emulated user. */
export interface CommandUse {
  readonly name: string;
  /** A channel is given by its id. */
  readonly options?: OptionValues;
  readonly subcommand?: string;
  /** What the user may do there, as a number in decimal digits; everything unless given. */
  readonly permissions?: string;
  /** Language of the user's client; en-US unless given. */
  readonly locale?: string;
  readonly direct?: boolean;
  /** Where; the first server unless given. */
  readonly server?: ServerPlace;
  /** By whom; the asker unless given. */
  readonly user?: Cast['user'];
  /** True in a server to which the bot was not added, by a user who has added it to the own account. */
  readonly foreign?: boolean;
}

/** How somebody replies to a message. */
export interface Reply {
  readonly text: string;
  /** Id of the message, of the bot or of a user; null for one that was deleted meanwhile. */
  readonly to: string | null;
  /** Whether the author of that message is mentioned by it, as the client does unless told otherwise. */
  readonly ping: boolean;
  readonly direct?: boolean;
  /** By whom; the asker unless given. */
  readonly user?: JsonObject;
}

/** A press of a button by an emulated user. */
export interface ButtonPress {
  /** As the board has it. */
  readonly message: BotMessage;
  /** The whole custom id of the button, or the beginning of it. */
  readonly customId: string;
  /** The asker unless given. */
  readonly user?: JsonObject;
  /** Language of the user's client; en-US unless given. */
  readonly locale?: string;
  /** What the member may do in the channel, as the bits of "Permissions" (topics/permissions.mdx); everything unless given. */
  readonly permissions?: string;
  /**
   * True where Discord leaves out the message that the message replies to, as it may (resources/message.mdx, "Message Object",
   * `referenced_message`).
   */
  readonly withoutReference?: boolean;
}

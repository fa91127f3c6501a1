import type { APIMessageTopLevelComponent, PermissionsBitField } from 'discord.js';
import type { Words } from '../../wording/words.js';
import type { Asker } from '../asking/admission.js';
import type { BotServices } from '../bot-services.js';
import type { OutgoingMessage } from '../rendering/message.js';

/** A message to show, or a note that says why there is none. */
export interface ShownOutcome {
  readonly kind: 'shown' | 'note';
  readonly message: OutgoingMessage;
}

/** What came of pressing a button: something to show, or that the message of the button is to go. */
export type PressOutcome = ShownOutcome | { readonly kind: 'deleted' };

/** The message in which a button was pressed, as Discord has it. */
export interface PressedMessage {
  readonly id: string;
  readonly channel: string;
  /** Id of the server where it stands; null in direct messages, and where the bot is no member of that server. */
  readonly server: string | null;
  readonly components: readonly APIMessageTopLevelComponent[];
  /** True where nobody but whoever pressed sees it. */
  readonly hidden: boolean;
}

/** With what a button does its work. */
export interface PressContext extends Pick<BotServices, 'engine' | 'clock' | 'store' | 'serverSettings'> {
  /** In the language of whoever pressed it. */
  readonly words: Words;
  readonly signal: AbortSignal;
  readonly message: PressedMessage;
  /** Who pressed it, and in which server. */
  readonly asker: Asker;
  /** What that member may do in the channel; null in direct messages. */
  readonly permissions: Readonly<PermissionsBitField> | null;
  /** Id of the user for whom the message was written; null where Discord does not say. Never rejects. */
  readonly writtenFor: () => Promise<string | null>;
}

/** A press that is understood. */
export interface Press {
  /**
   * Where the outcome is shown. `in-place`: in the message of the button, for the one who asked for it; anybody else gets
   * a message that only they see. `aside`: in the message of the button where only the presser sees that, else in such a
   * message. `private`: always in such a message. `public`: in a new message that everybody sees. `none`: nowhere, the
   * message of the button changes or goes. A note is only ever shown to who pressed.
   */
  readonly place: 'in-place' | 'aside' | 'private' | 'public' | 'none';
  /** True where it asks nothing of the engine: then it need not wait for its turn. */
  readonly immediate?: boolean;
  /** Makes the outcome. It may reject: then who pressed is told that something failed, or took too long. */
  run(context: PressContext): Promise<PressOutcome>;
}

/** One thing that buttons do. */
export interface Button {
  /** Stands in the custom ids of messages for ever: it must never come to mean anything else. */
  readonly action: string;
  /** What pressing it means, from the fields of its custom id; null where they are none of its own. */
  read(fields: readonly string[]): Press | null;
}

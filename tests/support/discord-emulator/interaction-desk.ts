import {
  alreadyAcknowledged,
  invalidForm,
  invalidToken,
  tooManyFollowUps,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './api-error.js';
import { checkChoices } from './check-choices.js';
import { FLAG_EPHEMERAL } from './check-message.js';
import { asNumber, asObject, type JsonObject } from './json.js';
import type { BotMessage, MessageBoard } from './message-board.js';
import type { UploadedFile } from './read-body.js';

/** limits.md, "initial response in 3 s, token 15 min" (receiving-and-responding.mdx:351, 432). */
const FIRST_RESPONSE_MILLISECONDS = 3000;
const TOKEN_MILLISECONDS = 15 * 60 * 1000;

/** limits.md, "followups: 5 per interaction" (receiving-and-responding.mdx:474): where the user alone brings the bot along. */
const FOREIGN_FOLLOW_UPS = 5;

/* receiving-and-responding.mdx, "Interaction Callback Type". */
const MESSAGE = 4;
const DEFERRED_MESSAGE = 5;
const DEFERRED_UPDATE = 6;
const UPDATE = 7;
const CHOICES = 8;

/** What a user did. */
export interface StartedInteraction {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly user: JsonObject;
  /** Ran a command, typed into one of its options, or pressed a button. */
  readonly kind: 'command' | 'autocomplete' | 'component';
  /** The message of the button; null where none was pressed. */
  readonly message: BotMessage | null;
  /** True in a server to which the bot was not added. */
  readonly foreign: boolean;
}

interface OpenInteraction extends StartedInteraction {
  readonly opened: number;
  response: BotMessage | null;
  choices: readonly JsonObject[] | null;
  followUps: number;
}

/** Interactions that a user has started: when and how often the bot may respond. */
export class InteractionDesk {
  readonly #open = new Map<string, OpenInteraction>();
  readonly #byToken = new Map<string, OpenInteraction>();
  readonly #board: MessageBoard;
  readonly #now: () => number;

  /** @param now milliseconds that never go back */
  constructor(board: MessageBoard, now: () => number) {
    this.#board = board;
    this.#now = now;
  }

  start(interaction: StartedInteraction): void {
    const open = { ...interaction, opened: this.#now(), response: null, choices: null, followUps: 0 };
    this.#open.set(interaction.id, open);
    this.#byToken.set(interaction.token, open);
  }

  /** What the bot offers for an option being typed; null before it has responded. */
  choicesOf(id: string): readonly JsonObject[] | null {
    return this.#open.get(id)?.choices ?? null;
  }

  /** POST /interactions/{id}/{token}/callback */
  respond(id: string, token: string, body: JsonObject, files: readonly UploadedFile[] = []): void {
    const interaction = this.#open.get(id);
    // "10062 Unknown interaction": made up, or not acknowledged within three seconds.
    if (interaction === undefined || interaction.token !== token) throw unknownInteraction();
    // "40060": the second response to one interaction.
    if (interaction.response !== null || interaction.choices !== null) throw alreadyAcknowledged();
    if (this.#now() - interaction.opened > FIRST_RESPONSE_MILLISECONDS) throw unknownInteraction();
    const data = asObject(body.data);
    if (interaction.kind === 'autocomplete') {
      // receiving-and-responding.mdx, "Interaction Callback Type": choices are the one response to an autocompletion.
      if (body.type !== CHOICES) throw invalidForm({ type: `Value must be ${CHOICES} for an autocompletion.` });
      interaction.choices = checkChoices(data);
      return;
    }
    const { message, user } = interaction;
    const place = { channel: interaction.channel, interaction: id, user, repliesTo: null };
    // "Interaction Callback Type": these two edit the message of the component, so only components may have them.
    if (message !== null && body.type === DEFERRED_UPDATE) interaction.response = message;
    else if (message !== null && body.type === UPDATE) interaction.response = this.#board.edit(message.id, data, files);
    else if (body.type === MESSAGE) interaction.response = this.#board.write(place, data, { files });
    else if (body.type === DEFERRED_MESSAGE)
      interaction.response = this.#board.write(place, null, { flags: asNumber(data.flags) & FLAG_EPHEMERAL });
    else throw invalidForm({ type: `Value must be one of {${allowed(message !== null).join(', ')}}.` });
  }

  /** PATCH /webhooks/{application}/{token}/messages/@original */
  editOriginal(token: string, body: JsonObject, files: readonly UploadedFile[] = []): BotMessage {
    const { response } = this.#find(token);
    // Before the first response there is nothing to edit: "10015 Unknown Webhook".
    if (response === null) throw unknownWebhook();
    return this.#board.edit(response.id, body, files);
  }

  /**
   * DELETE /webhooks/{application}/{token}/messages/@original ("Delete Original Interaction Response"): of a component whose
   * update was deferred that is the message in which it stands.
   */
  deleteOriginal(token: string): void {
    this.#board.remove(this.original(token).id);
  }

  /** GET /webhooks/{application}/{token}/messages/@original */
  original(token: string): BotMessage {
    const { response } = this.#find(token);
    if (response === null) throw unknownWebhook();
    const message = this.#board.find(response.id);
    if (message === null) throw unknownMessage();
    return message;
  }

  /** POST /webhooks/{application}/{token} */
  followUp(token: string, body: JsonObject, files: readonly UploadedFile[] = []): BotMessage {
    const interaction = this.#find(token);
    const { response, channel, id, user, foreign } = interaction;
    if (response === null) throw unknownWebhook();
    if (foreign && interaction.followUps >= FOREIGN_FOLLOW_UPS) throw tooManyFollowUps();
    interaction.followUps += 1;
    return this.#board.write({ channel, interaction: id, user, repliesTo: null }, body, { files });
  }

  #find(token: string): OpenInteraction {
    const interaction = this.#byToken.get(token);
    if (interaction === undefined) throw unknownWebhook();
    // "50027 Invalid Webhook Token": after 15 minutes.
    if (this.#now() - interaction.opened > TOKEN_MILLISECONDS) throw invalidToken();
    return interaction;
  }
}

function allowed(component: boolean): readonly number[] {
  return component ? [MESSAGE, DEFERRED_MESSAGE, DEFERRED_UPDATE, UPDATE] : [MESSAGE, DEFERRED_MESSAGE];
}

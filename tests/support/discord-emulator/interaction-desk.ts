import { alreadyAcknowledged, invalidForm, invalidToken, unknownInteraction, unknownWebhook } from './api-error.js';
import { checkChoices } from './check-choices.js';
import { FLAG_EPHEMERAL } from './check-message.js';
import { asNumber, asObject, type JsonObject } from './json.js';
import type { BotMessage, MessageBoard } from './message-board.js';

/** limits.md, "initial response in 3 s, token 15 min" (receiving-and-responding.mdx:351, 432). */
const FIRST_RESPONSE_MILLISECONDS = 3000;
const TOKEN_MILLISECONDS = 15 * 60 * 1000;

/* receiving-and-responding.mdx, "Interaction Callback Type". */
const MESSAGE = 4;
const DEFERRED_MESSAGE = 5;
const CHOICES = 8;

interface OpenInteraction {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  readonly opened: number;
  /** What the user did: ran a command, or typed into one of its options. */
  readonly kind: 'command' | 'autocomplete';
  response: BotMessage | null;
  choices: readonly JsonObject[] | null;
}

/** Interactions that a user has started: when and how often the bot may respond. */
export class InteractionDesk {
  readonly #open = new Map<string, OpenInteraction>();
  readonly #board: MessageBoard;
  readonly #now: () => number;

  /** @param now milliseconds that never go back */
  constructor(board: MessageBoard, now: () => number) {
    this.#board = board;
    this.#now = now;
  }

  start(id: string, token: string, channel: string, kind: OpenInteraction['kind'] = 'command'): void {
    this.#open.set(id, { id, token, channel, kind, opened: this.#now(), response: null, choices: null });
  }

  /** What the bot offers for an option being typed; null before it has responded. */
  choicesOf(id: string): readonly JsonObject[] | null {
    return this.#open.get(id)?.choices ?? null;
  }

  /** POST /interactions/{id}/{token}/callback */
  respond(id: string, token: string, body: JsonObject): void {
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
    const place = { channel: interaction.channel, interaction: id, repliesTo: null };
    if (body.type === MESSAGE) interaction.response = this.#board.write(place, data);
    else if (body.type === DEFERRED_MESSAGE)
      interaction.response = this.#board.write(place, null, asNumber(data.flags) & FLAG_EPHEMERAL);
    else throw invalidForm({ type: `Value must be one of {${MESSAGE}, ${DEFERRED_MESSAGE}} for a command.` });
  }

  /** PATCH /webhooks/{application}/{token}/messages/@original */
  editOriginal(token: string, body: JsonObject): BotMessage {
    const { response } = this.#byToken(token);
    // Before the first response there is nothing to edit: "10015 Unknown Webhook".
    if (response === null) throw unknownWebhook();
    return this.#board.edit(response.id, body);
  }

  /** GET /webhooks/{application}/{token}/messages/@original */
  original(token: string): BotMessage {
    const { response } = this.#byToken(token);
    const message = response === null ? undefined : this.#board.all.find(({ id }) => id === response.id);
    if (message === undefined) throw unknownWebhook();
    return message;
  }

  /** POST /webhooks/{application}/{token} */
  followUp(token: string, body: JsonObject): BotMessage {
    const { response, channel, id } = this.#byToken(token);
    if (response === null) throw unknownWebhook();
    return this.#board.write({ channel, interaction: id, repliesTo: null }, body);
  }

  #byToken(token: string): OpenInteraction {
    const interaction = [...this.#open.values()].find((one) => one.token === token);
    if (interaction === undefined) throw unknownWebhook();
    // "50027 Invalid Webhook Token": after 15 minutes.
    if (this.#now() - interaction.opened > TOKEN_MILLISECONDS) throw invalidToken();
    return interaction;
  }
}

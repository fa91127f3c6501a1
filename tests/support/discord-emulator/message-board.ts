import { unknownMessage } from './api-error.js';
import type { Cast } from './cast.js';
import { FLAG_COMPONENTS_V2, checkMessage } from './check-message.js';
import { asList, asNumber, asObject, asText, type JsonObject } from './json.js';
import type { UploadedFile } from './read-body.js';
import type { Snowflakes } from './snowflakes.js';

/** interactions: the flag of a deferred response that is not there yet (resources/message.mdx, "Message Flags"). */
export const FLAG_LOADING = 1 << 7;

/** A message of the bot, as everybody sees it now. */
export interface BotMessage {
  readonly id: string;
  readonly channel: string;
  /** Id of the interaction that it answers, or null. */
  readonly interaction: string | null;
  /** Who started that interaction; left out where there is none. */
  readonly user?: JsonObject;
  /** Id of the message that it replies to, or null. */
  readonly repliesTo: string | null;
  readonly flags: number;
  readonly body: JsonObject;
  readonly edits: number;
}

/** What the gateway tells of a message. */
export type BoardEvent = 'MESSAGE_CREATE' | 'MESSAGE_UPDATE' | 'MESSAGE_DELETE';

/** The text of all text displays of a message (or its content), one a line. */
export function textOf(message: BotMessage): string {
  const texts = (component: unknown): readonly string[] => {
    const { content, components } = asObject(component);
    return [...(typeof content === 'string' ? [content] : []), ...asList(components).flatMap(texts)];
  };
  return [asText(message.body.content), ...asList(message.body.components).flatMap(texts)].filter(Boolean).join('\n');
}

/** The buttons of a message, wherever in it they are. */
export function buttonsOf(message: BotMessage): readonly JsonObject[] {
  const inside = (component: unknown): readonly JsonObject[] => {
    const { components, accessory, ...own } = asObject(component);
    const nested = [...asList(components), ...(accessory === undefined ? [] : [accessory])].flatMap(inside);
    return own.type === 2 ? [own] : nested;
  };
  return asList(message.body.components).flatMap(inside);
}

/** The messages of the bot: written, edited, and refused where Discord refuses them. */
export class MessageBoard {
  readonly #messages = new Map<string, BotMessage>();
  readonly #ids: Snowflakes;
  readonly #changed: (name: BoardEvent, message: BotMessage) => void;
  /** resources/message.mdx, "Create Message", `enforce_nonce`: messages by channel and nonce. */
  readonly #nonces = new Map<string, string>();

  constructor(ids: Snowflakes, changed: (name: BoardEvent, message: BotMessage) => void) {
    this.#ids = ids;
    this.#changed = changed;
  }

  get all(): readonly BotMessage[] {
    return [...this.#messages.values()];
  }

  /** The message with this id; null where there is none. */
  find(id: string): BotMessage | null {
    return this.#messages.get(id) ?? null;
  }

  /**
   * Writes a message. One with the nonce of another, which is to be unique, is that other one.
   * @param body null for a deferred response: the user sees that the bot is thinking
   */
  write(
    place: Pick<BotMessage, 'channel' | 'interaction' | 'user' | 'repliesTo'>,
    body: JsonObject | null,
    { flags = 0, files = [] }: { readonly flags?: number; readonly files?: readonly UploadedFile[] } = {},
  ): BotMessage {
    const kind = place.interaction === null ? 'message' : 'response';
    if (body !== null) checkMessage(body, 0, { kind, files });
    const nonce = body?.enforce_nonce === true ? `${place.channel} ${String(body.nonce)}` : null;
    const same = nonce === null ? null : this.find(this.#nonces.get(nonce) ?? '');
    if (same !== null) return same;
    const own = body === null ? flags | FLAG_LOADING : flags | asNumber(body.flags);
    const message: BotMessage = { ...place, id: this.#ids.next(), flags: own, body: body ?? {}, edits: 0 };
    if (nonce !== null) this.#nonces.set(nonce, message.id);
    return this.#put('MESSAGE_CREATE', message);
  }

  edit(id: string, body: JsonObject, files: readonly UploadedFile[] = []): BotMessage {
    const message = this.#messages.get(id);
    if (message === undefined) throw unknownMessage();
    checkMessage(body, message.flags & ~FLAG_LOADING, { kind: 'edit', files });
    // components/reference.mdx:13-18: the flag of components v2 cannot be removed.
    const flags = (message.flags & ~FLAG_LOADING) | (asNumber(body.flags) & (FLAG_COMPONENTS_V2 | (1 << 2)));
    return this.#put('MESSAGE_UPDATE', {
      ...message,
      flags,
      body: { ...message.body, ...body },
      edits: message.edits + 1,
    });
  }

  /** Somebody deletes it. */
  remove(id: string): void {
    const message = this.find(id);
    if (message === null) return;
    this.#messages.delete(id);
    this.#changed('MESSAGE_DELETE', message);
  }

  #put(name: BoardEvent, message: BotMessage): BotMessage {
    this.#messages.set(message.id, message);
    this.#changed(name, message);
    return message;
  }
}

/** resources/message.mdx, "Message Object". */
export function messageJson(message: BotMessage, cast: Cast): JsonObject {
  return {
    id: message.id,
    channel_id: message.channel,
    author: cast.bot,
    content: asText(message.body.content),
    timestamp: '2026-01-01T00:00:00.000000+00:00',
    edited_timestamp: message.edits === 0 ? null : '2026-01-01T00:00:01.000000+00:00',
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    pinned: false,
    // "Message Types": a response to a command, a reply, or neither.
    type: message.interaction !== null ? 20 : message.repliesTo !== null ? 19 : 0,
    flags: message.flags,
    components: asList(message.body.components),
    // "Message Reference Structure": type 0 is a reply.
    ...(message.repliesTo === null
      ? {}
      : { message_reference: { type: 0, channel_id: message.channel, message_id: message.repliesTo } }),
    // "Message Interaction Metadata Structure": who started the interaction that the message answers.
    ...(message.interaction === null
      ? {}
      : {
          interaction_metadata: {
            id: message.interaction,
            type: 2,
            user: message.user,
            authorizing_integration_owners: { 0: cast.guild },
          },
        }),
  };
}

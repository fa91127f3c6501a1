import type { Cast } from './cast.js';
import { FLAG_EPHEMERAL } from './check-message.js';
import type { EmulatorParts } from './emulator-parts.js';
import { threadCreate, type ServerPlace } from './gateway-events.js';
import type { OpenedThread } from './history.js';
import { componentCreate, interactionCreate } from './interaction-events.js';
import type { StartedInteraction } from './interaction-desk.js';
import { INTENT_MESSAGE_CONTENT } from './intents.js';
import { asObject, asText, type JsonObject } from './json.js';
import { messageCreate, messageDelete, userMessage, type UserMessage } from './message-events.js';
import { buttonsOf, messageJson, type BotMessage } from './message-board.js';
import type { ButtonPress, CommandUse, Reply } from './user-deeds.js';

/** What users of the emulated Discord do, each deed with the id of what came of it. */
export class EmulatedUsers {
  readonly cast: Cast;
  readonly #parts: EmulatorParts;
  #revealed = false;

  constructor(parts: EmulatorParts) {
    this.#parts = parts;
    this.cast = parts.cast;
  }

  /** Somebody who was not there before. */
  addUser(): Cast['user'] {
    return { ...this.cast.user, id: this.#parts.ids.next() };
  }

  /** The user runs a command. Discord offers only registered ones: any other is a mistake of the test. */
  slashCommand(use: CommandUse): string {
    return this.#interact(use, null, null);
  }

  /** The user has typed so much into an option of a command: Discord asks the bot for choices. */
  type(use: CommandUse, focused: string): string {
    return this.#interact(use, focused, null);
  }

  /** The user chooses a command in the menu of a message: of a user's, or of the bot's. */
  messageCommand(use: Omit<CommandUse, 'options'>, target: string): string {
    return this.#interact(use, null, this.#message(target));
  }

  /**
   * The user presses a button of a message. Discord takes only one that is there and not disabled, on a message that the
   * user sees: any other is a mistake of the test.
   */
  press(press: ButtonPress): string {
    const { customId, user = this.cast.user } = press;
    const message = this.#parts.board.find(press.message.id);
    if (message === null) throw new Error(`There is no message ${press.message.id}`);
    const button = buttonsOf(message).find((one) => asText(one.custom_id).startsWith(customId));
    if (button === undefined || button.disabled === true) throw new Error(`No button ${customId} can be pressed`);
    const ephemeral = (message.flags & FLAG_EPHEMERAL) !== 0;
    if (ephemeral && message.user?.id !== user.id) throw new Error('Nobody else sees an ephemeral message');
    return this.#pressed({ ...press, message, customId: asText(button.custom_id) });
  }

  /** A press with any custom id, as a client that was tampered with may send it. */
  forgePress(message: BotMessage, customId: string, more: Pick<ButtonPress, 'user' | 'permissions'> = {}): string {
    const { user, permissions } = more;
    return this.#pressed({
      message,
      customId,
      ...(user === undefined ? {} : { user }),
      ...(permissions === undefined ? {} : { permissions }),
    });
  }

  /** The user writes into the server's channel and mentions the bot: `<@id>` stands before the text. */
  mention(text: string, { user = this.cast.user, server }: Pick<CommandUse, 'user' | 'server'> = {}): string {
    const content = `<@${this.cast.bot.id}> ${text}`;
    return this.#say({ content, author: user, mentionsBot: true, direct: false }, server);
  }

  /** The user writes into the server's channel without a mention. */
  say(text: string, author: JsonObject = this.cast.user): string {
    return this.#say({ content: text, author, mentionsBot: false, direct: false });
  }

  directMessage(text: string, author: JsonObject = this.cast.user): string {
    return this.#say({ content: text, author, mentionsBot: false, direct: true });
  }

  /** The user replies to a message. */
  reply({ text, to, ping, direct = false, user = this.cast.user }: Reply): string {
    const repliesTo = to === null ? null : this.#message(to);
    const mentionsBot = ping && asObject(repliesTo?.author).id === this.cast.bot.id;
    return this.#say({ content: text, author: user, mentionsBot, direct, repliesTo });
  }

  /** The user replies to somebody, and mentions the bot by itself. */
  replyMentioning({ text, to }: Pick<Reply, 'text'> & { readonly to: string }): string {
    const repliesTo = this.#message(to);
    return this.#say({ content: text, author: this.cast.user, mentionsBot: true, direct: false, repliesTo });
  }

  /** The user writes into a thread, without a mention. */
  sayInThread(thread: string, text: string, author: JsonObject = this.cast.user): string {
    return this.#say({ content: text, author, mentionsBot: false, direct: false, thread });
  }

  /** Somebody opens a thread in the server's channel. @returns its id */
  openThread(opened: OpenedThread): string {
    const thread = this.#parts.history.open(opened, this.#parts.ids.next());
    this.#parts.gateway.dispatch(threadCreate(thread));
    return asText(thread.id);
  }

  /** Whoever wrote a message, or a moderator, deletes it: one of a user, or of the bot. */
  deleteMessage(id: string): void {
    const { board, history, gateway } = this.#parts;
    const { channel_id: channel } = this.#message(id);
    if (history.find(id) !== null) gateway.dispatch(messageDelete(this.cast, id, asText(channel)));
    board.remove(id);
    history.remove(id);
  }

  /** From now on the bot is sent the content of every message, as if it had asked for MESSAGE_CONTENT. */
  revealContent(): void {
    this.#revealed = true;
  }

  #interact(use: CommandUse, focused: string | null, target: JsonObject | null): string {
    const { cast } = this;
    const { name, options = {}, locale = 'en-US', direct = false, foreign = false, subcommand = null } = use;
    const { server = cast, user = cast.user, permissions } = use;
    const { commands, gateway, guildLocale } = this.#parts;
    const command = [...commands.values()].flat().find((one) => one.name === name);
    if (command === undefined) throw new Error(`No command /${name} is registered`);
    const here = direct ? cast.directChannel : server.channel;
    const channel = foreign ? cast.foreignChannel : here;
    const kind = focused === null ? 'command' : 'autocomplete';
    const opened = this.#open({ channel, user, kind, message: null, foreign });
    const allowed = permissions === undefined ? {} : { permissions };
    const place = { locale, guildLocale, direct, foreign, ...allowed };
    const what = { ...opened, command, subcommand, options, focused, target, ...place };
    gateway.dispatch(interactionCreate({ ...cast, guild: server.guild, channel: server.channel, user }, what));
    return opened.id;
  }

  #pressed(press: ButtonPress): string {
    const { cast } = this;
    const { message, customId, user = cast.user, locale = 'en-US', permissions, withoutReference = false } = press;
    const { history, gateway, guildLocale, servers } = this.#parts;
    const { channel } = message;
    const direct = channel === cast.directChannel;
    const foreign = channel === cast.foreignChannel;
    const opened = this.#open({ channel, user, kind: 'component', message, foreign });
    const replied = message.repliesTo === null || withoutReference ? null : history.find(message.repliesTo);
    const shown = { ...messageJson(message, cast), ...(replied === null ? {} : { referenced_message: replied }) };
    const allowed = permissions === undefined ? {} : { permissions };
    const what = { ...opened, user, message: shown, customId, locale, guildLocale, direct, foreign, ...allowed };
    const server = servers.find((one) => one.channel === channel) ?? cast;
    gateway.dispatch(componentCreate({ ...cast, guild: server.guild, channel: server.channel }, what));
    return opened.id;
  }

  #say(message: Omit<UserMessage, 'id'>, { guild, channel }: ServerPlace = this.cast): string {
    const { ids, history, gateway } = this.#parts;
    const id = ids.next();
    const cast = { ...this.cast, guild, channel };
    history.add(userMessage(cast, { ...message, id }));
    gateway.dispatch((intents) =>
      messageCreate(cast, { ...message, id }, this.#revealed ? intents | INTENT_MESSAGE_CONTENT : intents),
    );
    return id;
  }

  #open(interaction: Omit<StartedInteraction, 'id' | 'token'>): { readonly id: string; readonly token: string } {
    const id = this.#parts.ids.next();
    const opened = { id, token: `interaction-token-${id}` };
    this.#parts.desk.start({ ...interaction, ...opened });
    return opened;
  }

  /** A message of anybody, as Discord has it now. */
  #message(id: string): JsonObject {
    const own = this.#parts.board.find(id);
    return own === null ? this.#parts.history.written(id) : messageJson(own, this.cast);
  }
}

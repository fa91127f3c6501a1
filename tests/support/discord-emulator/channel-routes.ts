import { emptyMessage, invalidForm, threadAlreadyCreated } from './api-error.js';
import type { Cast } from './cast.js';
import type { History } from './history.js';
import { asObject, asText, isObject, type JsonObject } from './json.js';
import { messageJson, type MessageBoard } from './message-board.js';
import { NO_CONTENT, botRoute, ok, type Route } from './route.js';

/** What the routes of channels work on. */
export interface ChannelState {
  readonly cast: Cast;
  readonly board: MessageBoard;
  readonly history: History;
  /** The bot has opened a thread. */
  readonly threadOpened: (thread: JsonObject) => void;
}

/** resources/message.mdx and resources/channel.mdx: messages, threads, and being seen typing. */
export function channelRoutes({ cast, board, history, threadOpened }: ChannelState): readonly Route[] {
  return [
    // resources/channel.mdx, "Trigger Typing Indicator".
    botRoute('POST', /^\/channels\/(\d+)\/typing$/, ({ parameters: [channel = ''] }) => {
      history.rules.mayWrite(channel, { reply: false });
      return NO_CONTENT;
    }),
    // resources/message.mdx, "Create Message".
    botRoute('POST', /^\/channels\/(\d+)\/messages$/, ({ parameters: [channel = ''], body, files }) => {
      if (!isObject(body)) throw emptyMessage();
      const repliesTo = referred(body, history);
      history.rules.mayWrite(channel, { reply: repliesTo !== null });
      const message = board.write({ channel, interaction: null, repliesTo }, body, { files });
      return ok({ ...messageJson(message, cast), nonce: body.nonce });
    }),
    // resources/message.mdx, "Get Channel Messages".
    botRoute('GET', /^\/channels\/(\d+)\/messages$/, ({ parameters: [channel = ''], query }) =>
      ok(history.rules.mayReadHistory(channel) ? history.messages(channel, query) : []),
    ),
    // resources/message.mdx, "Get Channel Message".
    botRoute('GET', /^\/channels\/(\d+)\/messages\/(\d+)$/, ({ parameters: [channel = '', id = ''] }) => {
      history.rules.mustReadHistory(channel);
      return ok(history.message(channel, id));
    }),
    // resources/channel.mdx, "Start Thread from Message".
    botRoute(
      'POST',
      /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      ({ parameters: [channel = '', starter = ''], body }) => {
        history.rules.mayWrite(channel, { reply: false });
        history.message(channel, starter);
        if (history.thread(starter) !== null) throw threadAlreadyCreated();
        const name = asText(asObject(body).name);
        if (name === '' || Array.from(name).length > 100)
          throw invalidForm({ name: 'Must be between 1 and 100 in length.' });
        const thread = history.open({ owner: cast.bot.id, starter, name }, starter);
        threadOpened(thread);
        return { status: 201, body: thread };
      },
    ),
    // resources/message.mdx, "Edit Message".
    botRoute(
      'PATCH',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ({ parameters: [channel = '', id = ''], body, files }) => {
        history.rules.mayEdit(channel);
        return ok(messageJson(board.edit(id, asObject(body), files), cast));
      },
    ),
  ];
}

/**
 * Id of the message that a new one replies to; null where it replies to none, or where that one is gone and the reply
 * is to be sent all the same (resources/message.mdx, "Message Reference Structure", `fail_if_not_exists`).
 * @throws ApiError where it is gone
 */
function referred({ message_reference: reference }: JsonObject, history: History): string | null {
  const { message_id: id, fail_if_not_exists: fails } = asObject(reference);
  if (asText(id) === '') return null;
  if (history.exists(asText(id))) return asText(id);
  if (fails !== false) throw invalidForm({ message_reference: 'Unknown message' });
  return null;
}

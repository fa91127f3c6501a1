import type { Cast } from './cast.js';
import type { InteractionDesk } from './interaction-desk.js';
import { asObject } from './json.js';
import { messageJson } from './message-board.js';
import { NO_CONTENT, ok, openRoute, type Route } from './route.js';

const ORIGINAL = /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/;

/** interactions/receiving-and-responding.mdx, "Endpoints". */
export function interactionRoutes(desk: InteractionDesk, cast: Cast): readonly Route[] {
  return [
    openRoute(
      'POST',
      /^\/interactions\/(\d+)\/([^/]+)\/callback$/,
      ({ parameters: [id = '', token = ''], body, files }) => {
        desk.respond(id, token, asObject(body), files);
        return NO_CONTENT;
      },
    ),
    openRoute('PATCH', ORIGINAL, ({ parameters: [token = ''], body, files }) =>
      ok(messageJson(desk.editOriginal(token, asObject(body), files), cast)),
    ),
    openRoute('DELETE', ORIGINAL, ({ parameters: [token = ''] }) => {
      desk.deleteOriginal(token);
      return NO_CONTENT;
    }),
    openRoute('GET', ORIGINAL, ({ parameters: [token = ''] }) => ok(messageJson(desk.original(token), cast))),
    openRoute('POST', /^\/webhooks\/\d+\/([^/]+)$/, ({ parameters: [token = ''], body, files }) =>
      ok(messageJson(desk.followUp(token, asObject(body), files), cast)),
    ),
  ];
}

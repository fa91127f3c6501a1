import type { Cast } from './cast.js';
import { checkCommands, storedCommand, withoutLocalisations } from './check-commands.js';
import { asList, asObject, type JsonObject } from './json.js';
import { botRoute, ok, type Route } from './route.js';
import type { Snowflakes } from './snowflakes.js';

/** What the routes of commands work on. */
export interface CommandState {
  readonly cast: Cast;
  readonly ids: Snowflakes;
  /** Registered commands by server id, or `global`. */
  readonly commands: Map<string, readonly JsonObject[]>;
}

const PATH = /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands$/;

/** interactions/application-commands.mdx, "Get", "Bulk Overwrite" and "Create ... Application Commands". */
export function commandRoutes({ cast, ids, commands }: CommandState): readonly Route[] {
  const stored = (guild: string | undefined, body: readonly unknown[]): readonly JsonObject[] => {
    checkCommands(body.map(asObject));
    const list = body.map((one) => storedCommand(asObject(one), ids.next(), cast.application, guild ?? null));
    commands.set(guild ?? 'global', list);
    return list;
  };
  return [
    botRoute('GET', PATH, ({ parameters: [guild], query }) => {
      const list = commands.get(guild ?? 'global') ?? [];
      return ok(query.get('with_localizations') === 'true' ? list : list.map(withoutLocalisations));
    }),
    botRoute('PUT', PATH, ({ parameters: [guild], body }) => ok(stored(guild, asList(body)))),
    botRoute('POST', PATH, ({ parameters: [guild], body }) => {
      const others = (commands.get(guild ?? 'global') ?? []).filter(({ name }) => name !== asObject(body).name);
      return { status: 201, body: stored(guild, [...others, body]).at(-1) };
    }),
  ];
}

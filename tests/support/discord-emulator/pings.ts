import { flatten } from './check-components.js';
import { asList, asObject, asText, type JsonObject } from './json.js';

/** What may be parsed in a text, by its name in `parse`. A backslash before it is no protection here. */
const PARSED: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['everyone', /@(?:everyone|here)/],
  ['users', /<@!?\d+>/],
  ['roles', /<@&\d+>/],
];

/**
 * Whom a message pings (resources/message.mdx, "Allowed Mentions Object"): what is listed, and what stands in its text
 * of the kinds that are parsed; without the object that is all of them. Whom a reply answers is pinged unless it says
 * otherwise.
 */
export function pingsOf(body: JsonObject): readonly string[] {
  const { allowed_mentions: allowed, message_reference: reference } = body;
  const mentions = asObject(allowed);
  const texts = [body, ...asList(body.components).flatMap(flatten)].map(({ content }) => asText(content));
  const parse = allowed === undefined ? PARSED.map(([kind]) => kind) : asList(mentions.parse);
  const parsed = PARSED.filter(([kind, pattern]) => parse.includes(kind) && texts.some((text) => pattern.test(text)));
  const listed = [...asList(mentions.users), ...asList(mentions.roles)].map(String);
  const replied = reference !== undefined && (allowed === undefined || mentions.replied_user === true);
  return [...parsed.map(([kind]) => kind), ...listed, ...(replied ? ['replied user'] : [])];
}

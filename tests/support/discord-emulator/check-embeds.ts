import { asList, asObject, asText, type JsonObject } from './json.js';

const length = (value: unknown): number => Array.from(asText(value)).length;

/** resources/message.mdx:609-617, "Embed Limits". */
const LIMITS = {
  title: 256,
  description: 4096,
  footer: 2048,
  author: 256,
  fields: 25,
  name: 256,
  value: 1024,
} as const;

/** resources/message.mdx:619: characters over all embeds of a message. */
const TOTAL = 6000;

/** resources/message.mdx:1083. */
const EMBEDS = 10;

/** resources/message.mdx, "Embed Limits": what is wrong with the embeds of a message; empty where nothing is. */
export function checkEmbeds(body: JsonObject): Readonly<Record<string, string>> {
  const embeds = asList(body.embeds).map(asObject);
  if (embeds.length > EMBEDS) return { embeds: 'Must be 10 or fewer in length.' };
  let total = 0;
  for (const { title, description, footer, author, fields } of embeds) {
    const inner = asList(fields).map(asObject);
    const texts: readonly (readonly [text: unknown, limit: number])[] = [
      [title, LIMITS.title],
      [description, LIMITS.description],
      [asObject(footer).text, LIMITS.footer],
      [asObject(author).name, LIMITS.author],
      ...inner.map(({ name }) => [name, LIMITS.name] as const),
      ...inner.map(({ value }) => [value, LIMITS.value] as const),
    ];
    if (inner.length > LIMITS.fields || texts.some(([text, limit]) => length(text) > limit))
      return { embeds: 'A text of an embed, or the number of its fields, is over its limit' };
    total += texts.reduce((sum, [text]) => sum + length(text), 0);
  }
  return total > TOTAL ? { embeds: 'Embed size exceeds maximum size of 6000' } : {};
}

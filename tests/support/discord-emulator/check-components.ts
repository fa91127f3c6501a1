import { ApiError } from './api-error.js';
import { asList, asNumber, asObject, asText, type JsonObject } from './json.js';

/* components/reference.mdx, "Component Types". */
const ACTION_ROW = 1;
const BUTTON = 2;
const SECTION = 9;
const TEXT_DISPLAY = 10;
const THUMBNAIL = 11;
const FILE = 13;
const CONTAINER = 17;
const TOP_LEVEL = [ACTION_ROW, SECTION, TEXT_DISPLAY, 12, FILE, 14, CONTAINER];

/** components/reference.mdx, "Button Styles": a link has an address in place of a custom id. */
const LINK = 5;

type Errors = Readonly<Record<string, string>>;

const length = (text: string): number => Array.from(text).length;

/** A component and all in it: nested ones count (components/reference.mdx:13-18). */
export function flatten(component: unknown): readonly JsonObject[] {
  const object = asObject(component);
  const { accessory } = object;
  return [
    object,
    ...asList(object.components).flatMap(flatten),
    ...(accessory === undefined ? [] : flatten(accessory)),
  ];
}

const textsOf = (components: readonly JsonObject[]): readonly string[] =>
  components.filter(({ type }) => type === TEXT_DISPLAY).map(({ content }) => asText(content));

/** components/reference.mdx:13-18: what a message with the flag of components v2 may hold. */
export function checkLayout(body: JsonObject, components: readonly JsonObject[]): Errors {
  const errors: Record<string, string> = {};
  // Content, embeds, poll and stickers do not go with components v2.
  for (const field of ['content', 'embeds', 'poll', 'sticker_ids'])
    if (asText(body[field]) !== '' || asList(body[field]).length > 0 || asObject(body[field]).question !== undefined)
      errors[field] = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
  // limits.md, "components v2: 40 in total incl. nested".
  if (components.length > 40) errors.components = 'A message can have at most 40 components';
  const texts = textsOf(components);
  // limits.md, "text display 4000 chars, total over the message 4000".
  if (texts.some((text) => text === '')) errors.content = 'This field is required';
  if (texts.reduce((sum, text) => sum + length(text), 0) > 4000)
    errors.components = 'The total displayable text size exceeds the maximum size of 4000';
  for (const { type, components: inner } of components)
    if (type === CONTAINER && asList(inner).length === 0) errors.components = 'A container needs components';
  if (asList(body.components).some((one) => !TOP_LEVEL.includes(asNumber(asObject(one).type))))
    errors.components = 'Value of field "type" must be a top-level component';
  return errors;
}

/** limits.md, "v2 with Chinese text: HTTP 500" (discord-api-docs issue 8554). @throws ApiError */
export function checkWeight(components: readonly JsonObject[]): void {
  const weight = textsOf(components).reduce((sum, text) => sum + Buffer.byteLength(text) + 12, 0);
  if (weight > 10_170) throw new ApiError(500, 0, '500: Internal Server Error');
}

/** components/reference.mdx:108, "Action Row", and :175, "Button": five in a row, a label of 80 characters. */
export function checkButtons(components: readonly JsonObject[]): Errors {
  const rows = components.filter(({ type }) => type === ACTION_ROW).map((row) => asList(row.components));
  if (rows.some((buttons) => buttons.length === 0 || buttons.length > 5))
    return { components: 'Must be between 1 and 5 in length.' };
  const buttons = components.filter(({ type }) => type === BUTTON);
  if (buttons.some(({ label }) => length(asText(label)) > 80)) return { label: 'Must be 80 or fewer in length.' };
  // "Non-link and non-premium buttons must have a custom_id"; "Link buttons must have a url, and cannot have a custom_id".
  const wrong = buttons.some(({ style, custom_id: id, url }) =>
    style === LINK ? asText(url) === '' || id !== undefined : asText(id) === '' || url !== undefined,
  );
  return wrong ? { custom_id: 'A button needs a custom id, a link a url' } : {};
}

/** components/reference.mdx:81, "Custom ID": 1 to 100 characters, unique within the message. */
export function checkCustomIds(components: readonly JsonObject[]): Errors {
  const ids = components.flatMap(({ custom_id: id }) => (id === undefined ? [] : [asText(id)]));
  if (new Set(ids).size !== ids.length) return { components: 'Component custom id cannot be duplicated' };
  const wrong = ids.some((id) => id === '' || length(id) > 100);
  return wrong ? { components: 'Must be between 1 and 100 in length.' } : {};
}

/** components/reference.mdx, "Section": one to three texts, and beside them a button or a thumbnail. */
export function checkSections(components: readonly JsonObject[]): Errors {
  const sections = components.filter(({ type }) => type === SECTION);
  const isWrong = sections.some(({ components: inner, accessory }) => {
    const texts = asList(inner).map(asObject);
    const beside = asNumber(asObject(accessory).type);
    return (
      texts.length === 0 ||
      texts.length > 3 ||
      texts.some(({ type }) => type !== TEXT_DISPLAY) ||
      (beside !== BUTTON && beside !== THUMBNAIL)
    );
  });
  return isWrong ? { components: 'A section needs 1 to 3 texts and a button or thumbnail beside them' } : {};
}

/** Names of the uploads that file components show (components/reference.mdx, "File": `attachment://` only). */
export function shownFiles(components: readonly JsonObject[]): readonly string[] {
  return components.filter(({ type }) => type === FILE).map(({ file }) => asText(asObject(file).url));
}

import { ApiError, emptyMessage, invalidForm } from './api-error.js';
import { asList, asNumber, asObject, asText, type JsonObject } from './json.js';

/* Kinds of components: components/reference.mdx, "Component Types". */
const TEXT_DISPLAY = 10;
const SEPARATOR = 14;
const CONTAINER = 17;
const SECTION = 9;
const THUMBNAIL = 11;
const ACTION_ROW = 1;
const BUTTON = 2;
const TOP_LEVEL = [ACTION_ROW, SECTION, TEXT_DISPLAY, 12, 13, SEPARATOR, CONTAINER];

export const FLAG_SUPPRESS_EMBEDS = 1 << 2;
export const FLAG_EPHEMERAL = 1 << 6;
export const FLAG_COMPONENTS_V2 = 1 << 15;
/** resources/message.mdx, "Create Message": a bot may set these, and voice message and ephemeral where it applies. */
const SETTABLE_FLAGS = FLAG_SUPPRESS_EMBEDS | FLAG_EPHEMERAL | (1 << 12) | (1 << 13) | FLAG_COMPONENTS_V2;

/** A component and all in it: nested ones count (components/reference.mdx:13-18). */
function flatten(component: unknown): readonly JsonObject[] {
  const object = asObject(component);
  const { accessory } = object;
  return [
    object,
    ...asList(object.components).flatMap(flatten),
    ...(accessory === undefined ? [] : flatten(accessory)),
  ];
}

const length = (text: string): number => Array.from(text).length;

function checkLayout(body: JsonObject, components: readonly JsonObject[]): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  // components/reference.mdx:13-18: content, embeds, poll and stickers do not go with components v2.
  for (const field of ['content', 'embeds', 'poll', 'sticker_ids'])
    if (asText(body[field]) !== '' || asList(body[field]).length > 0 || asObject(body[field]).question !== undefined)
      errors[field] = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
  // limits.md, "components v2: 40 in total incl. nested".
  if (components.length > 40) errors.components = 'A message can have at most 40 components';
  const texts = components.filter(({ type }) => type === TEXT_DISPLAY).map(({ content }) => asText(content));
  // limits.md, "text display 4000 chars, total over the message 4000".
  if (texts.some((text) => text === '')) errors.content = 'This field is required';
  if (texts.reduce((sum, text) => sum + length(text), 0) > 4000)
    errors.components = 'The total displayable text size exceeds the maximum size of 4000';
  for (const { type, components: inner } of components)
    if (type === CONTAINER && asList(inner).length === 0) errors.components = 'A container needs components';
  return errors;
}

/** limits.md, "v2 with Chinese text: HTTP 500" (discord-api-docs issue 8554). */
function checkWeight(components: readonly JsonObject[]): void {
  const texts = components.filter(({ type }) => type === TEXT_DISPLAY).map(({ content }) => asText(content));
  const weight = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + 12, 0);
  if (weight > 10_170) throw new ApiError(500, 0, '500: Internal Server Error');
}

function checkClassic(body: JsonObject): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {};
  // resources/message.mdx:1080: 2000 characters.
  if (length(asText(body.content)) > 2000) errors.content = 'Must be 2000 or fewer in length.';
  // resources/message.mdx:1083 and :619: 10 embeds, 6000 characters over all of them.
  if (asList(body.embeds).length > 10) errors.embeds = 'Must be 10 or fewer in length.';
  const embedText = asList(body.embeds).map((embed) => length(asText(asObject(embed).description)));
  if (embedText.reduce((sum, one) => sum + one, 0) > 6000) errors.embeds = 'Embed size exceeds maximum size of 6000';
  // components/reference.mdx:2542: five action rows without components v2.
  if (asList(body.components).length > 5) errors.components = 'Must be 5 or fewer in length.';
  if (asList(body.components).some((one) => asObject(one).type !== ACTION_ROW))
    errors.components = 'Only action rows may be used without MessageFlags.IS_COMPONENTS_V2';
  return errors;
}

function checkMentions(mentions: JsonObject): Readonly<Record<string, string>> {
  // resources/message.mdx, "Allowed Mentions Object": parse and an explicit list exclude each other.
  for (const kind of ['users', 'roles'])
    if (asList(mentions.parse).includes(kind) && asList(mentions[kind]).length > 0)
      return { allowed_mentions: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.` };
  return {};
}

/** components/reference.mdx:108, "Action Row", and :175, "Button": five in a row, a label of 80 characters. */
function checkButtons(components: readonly JsonObject[]): Readonly<Record<string, string>> {
  const rows = components.filter(({ type }) => type === ACTION_ROW).map((row) => asList(row.components));
  if (rows.some((buttons) => buttons.length === 0 || buttons.length > 5))
    return { components: 'Must be between 1 and 5 in length.' };
  const labels = components.filter(({ type }) => type === BUTTON).map(({ label }) => length(asText(label)));
  return labels.some((one) => one > 80) ? { label: 'Must be 80 or fewer in length.' } : {};
}

/** components/reference.mdx, "Section": one to three texts, and beside them a button or a thumbnail. */
function checkSections(components: readonly JsonObject[]): Readonly<Record<string, string>> {
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

/**
 * Refuses a message as Discord does: what the official description says, and what limits.md lists under "What the
 * official API description does not check".
 * @param existing flags of the message that is edited, 0 for a new one
 * @throws ApiError
 */
export function checkMessage(body: JsonObject, existing = 0): void {
  const flags = asNumber(body.flags) | (existing & FLAG_COMPONENTS_V2);
  const errors: Record<string, string> = { ...checkMentions(asObject(body.allowed_mentions)) };
  if ((asNumber(body.flags) & ~SETTABLE_FLAGS) !== 0) errors.flags = 'This flag cannot be set';
  const components = asList(body.components).flatMap(flatten);
  Object.assign(errors, checkButtons(components), checkSections(components));
  const ids = components.map(({ custom_id: id }) => asText(id)).filter((id) => id !== '');
  // components/reference.mdx:81: custom ids of 1 to 100 characters, unique within the message.
  if (new Set(ids).size !== ids.length) errors.components = 'Component custom id cannot be duplicated';
  if (ids.some((id) => length(id) > 100)) errors.components = 'Must be between 1 and 100 in length.';
  if ((flags & FLAG_COMPONENTS_V2) !== 0) {
    Object.assign(errors, checkLayout(body, components));
    if (asList(body.components).some((one) => !TOP_LEVEL.includes(asNumber(asObject(one).type))))
      errors.components = 'Value of field "type" must be a top-level component';
  } else Object.assign(errors, checkClassic(body));
  if (Object.keys(errors).length > 0) throw invalidForm(errors);
  if ((flags & FLAG_COMPONENTS_V2) !== 0) checkWeight(components);
  const empty = asText(body.content) === '' && asList(body.embeds).length === 0 && components.length === 0;
  // limits.md, "an empty message"; code 50006.
  if (empty && existing === 0) throw emptyMessage();
}

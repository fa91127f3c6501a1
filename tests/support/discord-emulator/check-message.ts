import { emptyMessage, invalidForm } from './api-error.js';
import { checkButtons, checkCustomIds, checkLayout, checkSections, checkWeight, flatten } from './check-components.js';
import { checkEmbeds } from './check-embeds.js';
import { checkFiles } from './check-files.js';
import { asList, asNumber, asObject, asText, type JsonObject } from './json.js';
import type { UploadedFile } from './read-body.js';

/* resources/message.mdx, "Message Flags". */
export const FLAG_SUPPRESS_EMBEDS = 1 << 2;
export const FLAG_EPHEMERAL = 1 << 6;
export const FLAG_COMPONENTS_V2 = 1 << 15;

/** A message of a channel, a response to an interaction, or a change of either. */
export type WrittenAs = 'message' | 'response' | 'edit';

/**
 * Which flags a bot may set: resources/message.mdx, "Create Message" and "Edit Message"; receiving-and-responding.mdx,
 * "Interaction Callback Message Structure". Only who starts an interaction can be the one who sees its answer.
 */
const SETTABLE_FLAGS: Readonly<Record<WrittenAs, number>> = {
  message: FLAG_SUPPRESS_EMBEDS | (1 << 12) | (1 << 13) | FLAG_COMPONENTS_V2,
  response: FLAG_SUPPRESS_EMBEDS | FLAG_EPHEMERAL | (1 << 12) | (1 << 13) | FLAG_COMPONENTS_V2,
  edit: FLAG_SUPPRESS_EMBEDS | FLAG_COMPONENTS_V2,
};

/** resources/message.mdx, "Create Message"; resources/webhook.mdx, "Execute Webhook". */
const FIELDS: readonly string[] = [
  'content',
  'nonce',
  'enforce_nonce',
  'tts',
  'embeds',
  'allowed_mentions',
  'message_reference',
  'components',
  'sticker_ids',
  'attachments',
  'flags',
  'poll',
];

const length = (text: string): number => Array.from(text).length;

/** What goes with content and embeds. */
function checkClassic(body: JsonObject): Readonly<Record<string, string>> {
  const errors: Record<string, string> = { ...checkEmbeds(body) };
  // resources/message.mdx:1080: 2000 characters.
  if (length(asText(body.content)) > 2000) errors.content = 'Must be 2000 or fewer in length.';
  // components/reference.mdx:2542: five action rows without components v2.
  if (asList(body.components).length > 5) errors.components = 'Must be 5 or fewer in length.';
  if (asList(body.components).some((one) => asObject(one).type !== 1))
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

/** Fields that there are not, and a nonce of more than 25 characters (resources/message.mdx:1081). */
function checkFields(body: JsonObject): Readonly<Record<string, string>> {
  const unknown = Object.keys(body).find((field) => !FIELDS.includes(field));
  if (unknown !== undefined) return { [unknown]: 'There is no such field' };
  const { nonce } = body;
  const long = typeof nonce === 'number' ? String(nonce) : asText(nonce);
  return length(long) > 25 ? { nonce: 'Must be 25 or fewer in length.' } : {};
}

/**
 * Refuses a message as Discord does: what the official description says, and what limits.md lists under "What the
 * official API description does not check".
 * @param existing flags of the message that is edited, 0 for a new one
 * @throws ApiError
 */
export function checkMessage(
  body: JsonObject,
  existing = 0,
  { kind = 'response', files = [] }: { readonly kind?: WrittenAs; readonly files?: readonly UploadedFile[] } = {},
): void {
  const flags = asNumber(body.flags) | (existing & FLAG_COMPONENTS_V2);
  const components = asList(body.components).flatMap(flatten);
  const isLayout = (flags & FLAG_COMPONENTS_V2) !== 0;
  const settable = SETTABLE_FLAGS[kind] | existing;
  const errors = {
    ...checkFields(body),
    ...checkMentions(asObject(body.allowed_mentions)),
    ...((asNumber(body.flags) & ~settable) === 0 ? {} : { flags: 'This flag cannot be set' }),
    ...checkButtons(components),
    ...checkSections(components),
    ...checkCustomIds(components),
    ...checkFiles(body, components, files),
    ...(isLayout ? checkLayout(body, components) : checkClassic(body)),
  };
  if (Object.keys(errors).length > 0) throw invalidForm(errors);
  if (isLayout) checkWeight(components);
  const empty =
    asText(body.content) === '' &&
    asList(body.embeds).length === 0 &&
    components.length === 0 &&
    asList(body.attachments).length === 0;
  // limits.md, "an empty message"; code 50006.
  if (empty && existing === 0) throw emptyMessage();
}

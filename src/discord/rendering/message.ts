import {
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIMessageComponent,
  type APISectionComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
  type AttachmentPayload,
} from 'discord.js';
import { DISCORD_LIMITS, codePoints } from './limits.js';

/** Nobody is ever pinged: not by a mention in a passage or a question, and not by the reply itself. */
export const NO_MENTIONS = { parse: [], repliedUser: false } as const;

/** A message as discord.js sends it: components v2, no link previews, no pings. */
export interface OutgoingMessage {
  readonly flags: readonly [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds];
  readonly components: readonly [APIContainerComponent];
  readonly allowedMentions: typeof NO_MENTIONS;
  /** Files that components show; left out where there are none. */
  readonly files?: AttachmentPayload[];
}

/** A message of one container. `components` are not checked against the limits: see `fitsLimits`. */
export function containerMessage(components: readonly APIComponentInContainer[]): OutgoingMessage {
  return {
    flags: [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds],
    components: [{ type: ComponentType.Container, components: [...components] }],
    allowedMentions: NO_MENTIONS,
  };
}

/** @param markdown escaped where it is not ours; not empty */
export function textDisplay(markdown: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content: markdown };
}

/** A text with one button beside it. @param markdown escaped where it is not ours; not empty */
export function section(markdown: string, accessory: APIButtonComponentWithCustomId): APISectionComponent {
  return { type: ComponentType.Section, components: [textDisplay(markdown)], accessory };
}

/** A line between two passages. */
export function separator(): APISeparatorComponent {
  return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
}

/** What of Discord's limits a message uses. */
export interface MessageSize {
  /** Nested ones included. */
  readonly components: number;
  /** Of all text displays. */
  readonly codePoints: number;
  /** UTF-8 bytes of all text displays, plus what each of them costs. */
  readonly weight: number;
}

/** A component and all in it: rows with their buttons, sections with their texts and what stands beside them. */
function withNested(component: APIMessageComponent): readonly APIMessageComponent[] {
  const inside = 'components' in component ? component.components.flatMap(withNested) : [];
  return [component, ...inside, ...(component.type === ComponentType.Section ? [component.accessory] : [])];
}

/** Measures a message. Labels of buttons are no text displays: they count as components only. */
export function sizeOf(message: OutgoingMessage): MessageSize {
  const all = message.components.flatMap(withNested);
  const texts = all.flatMap((one) => (one.type === ComponentType.TextDisplay ? [one.content] : []));
  return {
    components: all.length,
    codePoints: texts.reduce((sum, text) => sum + codePoints(text), 0),
    weight: texts.reduce((sum, text) => sum + Buffer.byteLength(text) + DISCORD_LIMITS.textDisplayOverhead, 0),
  };
}

/** True where Discord accepts the message, in Chinese too. */
export function fitsLimits(message: OutgoingMessage): boolean {
  const size = sizeOf(message);
  return (
    size.components <= DISCORD_LIMITS.componentsPerMessage &&
    size.codePoints <= DISCORD_LIMITS.textPerMessage &&
    size.weight <= DISCORD_LIMITS.textBytesPerMessage
  );
}

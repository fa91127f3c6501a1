import {
  ComponentType,
  MessageFlags,
  SeparatorSpacingSize,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APISeparatorComponent,
  type APITextDisplayComponent,
} from 'discord.js';
import { DISCORD_LIMITS, codePoints } from './limits.js';

/** Nobody is ever pinged: not by a mention in a passage or a question, and not by the reply itself. */
export const NO_MENTIONS = { parse: [], repliedUser: false } as const;

/** A message as discord.js sends it: components v2, no link previews, no pings. */
export interface OutgoingMessage {
  readonly flags: readonly [MessageFlags.IsComponentsV2, MessageFlags.SuppressEmbeds];
  readonly components: readonly [APIContainerComponent];
  readonly allowedMentions: typeof NO_MENTIONS;
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

/** Measures the components that Yinju uses: containers, separators and text displays. */
export function sizeOf({ components: [container] }: OutgoingMessage): MessageSize {
  const texts = container.components.flatMap((one) => (one.type === ComponentType.TextDisplay ? [one.content] : []));
  return {
    components: 1 + container.components.length,
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

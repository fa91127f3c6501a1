import {
  ButtonStyle,
  ComponentType,
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
} from 'discord.js';
import { clipText } from '../rendering/clip-text.js';
import { DISCORD_LIMITS } from '../rendering/limits.js';
import { encodeButtonId, type ButtonId } from './button-id.js';

/** A button as it is to be shown. */
export interface ShownButton {
  readonly id: ButtonId;
  readonly label: string;
  readonly disabled?: boolean;
}

/** A row of at most five buttons, all of one weight: none of them is the one to press. */
export type ButtonRow = APIActionRowComponent<APIButtonComponentWithCustomId>;

/**
 * The buttons in rows of five; no rows for no buttons. One whose id would be too long for Discord is left out.
 * @param buttons with different ids
 */
export function buttonRows(buttons: readonly ShownButton[]): readonly ButtonRow[] {
  const shown = buttons.flatMap(buttonComponent);
  const rows = Math.ceil(shown.length / DISCORD_LIMITS.buttonsPerRow);
  return Array.from({ length: rows }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: shown.slice(row * DISCORD_LIMITS.buttonsPerRow, (row + 1) * DISCORD_LIMITS.buttonsPerRow),
  }));
}

/** One button, or nothing where its id would be too long for Discord. */
export function buttonComponent({ id, label, disabled }: ShownButton): readonly APIButtonComponentWithCustomId[] {
  const customId = encodeButtonId(id);
  if (customId === null) return [];
  return [
    {
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: customId,
      label: clipText(label, DISCORD_LIMITS.buttonLabel),
      ...(disabled === true ? { disabled } : {}),
    },
  ];
}

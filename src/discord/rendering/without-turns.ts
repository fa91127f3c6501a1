/**
 * Characters that turn the direction of what follows them in a line (Unicode Standard Annex 9, "Directional Formatting
 * Characters"): embeddings, overrides and isolates.
 */
const TURNS = /[\u202A-\u202E\u2066-\u2069]/g;

/**
 * A text that somebody has typed, as it may stand in a line with words of the bot: those keep their direction. A text of a
 * document is shown as it is.
 */
export function withoutTurns(typed: string): string {
  return typed.replace(TURNS, '');
}

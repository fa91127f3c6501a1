import type { Words } from '../../wording/words.js';
import { buttonRows, type ButtonRow, type ShownButton } from './button-row.js';

/**
 * The buttons under one of several pages: to the page before and the page after, those that there are.
 * @param fields what the page is of: the number of the page comes after them
 */
export function turnButtons(
  { action, fields }: { readonly action: string; readonly fields: readonly string[] },
  { page, pages }: { readonly page: number; readonly pages: number },
  { discord }: Words,
): readonly ButtonRow[] {
  const { previousPage, nextPage } = discord.buttons;
  const button = (to: number, label: string): ShownButton => ({
    id: { action, fields: [...fields, String(to)] },
    label,
  });
  return buttonRows([
    ...(page > 0 ? [button(page - 1, previousPage)] : []),
    ...(page < pages - 1 ? [button(page + 1, nextPage)] : []),
  ]);
}

import { ComponentType } from 'discord.js';
import type { Retention } from '../../store/contract/retention.js';
import type { UserData } from '../../store/contract/user-data.js';
import type { Words } from '../../wording/words.js';
import { buttonRows } from '../buttons/button-row.js';
import { escapeMarkdown } from './escape-markdown.js';
import { containerMessage, textDisplay, type OutgoingMessage } from './message.js';

/** What the buttons under `/privacy` do. They stand in custom ids: none may ever mean anything else. */
export const PRIVACY_ACTIONS = { exportMine: 'export', deleteMine: 'forget', confirmed: 'forgetnow' } as const;

/** Name of the file that holds everything of one user. */
const EXPORT_NAME = 'yinju.json';

/** What is kept of the reader, with buttons to export and to delete it. */
export function renderPrivacy({ logQuestions, retentionDays }: Retention, words: Words): OutgoingMessage {
  const { heading, kept, exportMine, deleteMine } = words.discord.operation.privacy;
  const lines = kept(logQuestions, retentionDays).map((line) => `- ${escapeMarkdown(line)}`);
  return containerMessage([
    textDisplay([`### ${escapeMarkdown(heading)}`, ...lines].join('\n')),
    ...buttonRows([
      { id: { action: PRIVACY_ACTIONS.exportMine, fields: [] }, label: exportMine },
      { id: { action: PRIVACY_ACTIONS.deleteMine, fields: [] }, label: deleteMine },
    ]),
  ]);
}

/** Everything of one user, as a file of JSON under a sentence that says how much it is. */
export function renderExport(data: UserData, words: Words): OutgoingMessage {
  const { exported } = words.discord.operation.privacy;
  const file = Buffer.from(`${JSON.stringify(data, null, 2)}\n`);
  return {
    ...containerMessage([
      textDisplay(escapeMarkdown(exported(data.feedback.length, data.questions.length))),
      { type: ComponentType.File, file: { url: `attachment://${EXPORT_NAME}` } },
    ]),
    files: [{ attachment: file, name: EXPORT_NAME }],
  };
}

/** What a deletion takes, with the button that does it. */
export function renderDeletion(words: Words): OutgoingMessage {
  const { confirm, confirmed } = words.discord.operation.privacy;
  return containerMessage([
    textDisplay(escapeMarkdown(confirm)),
    ...buttonRows([{ id: { action: PRIVACY_ACTIONS.confirmed, fields: [] }, label: confirmed }]),
  ]);
}

import type { Words } from '../../wording/words.js';
import { boldMarkdown, escapeMarkdown } from './escape-markdown.js';
import { containerMessage, separator, textDisplay, type OutgoingMessage } from './message.js';
import { subtext } from './render-passage.js';

/** What can be asked and how, with examples. Far below every limit. */
export function renderHelp(words: Words): OutgoingMessage {
  const { heading, introduction, examplesHeading, examples, waysHeading, ways, privacy } = words.discord.operation.help;
  return containerMessage([
    textDisplay(`### ${escapeMarkdown(heading)}\n${escapeMarkdown(introduction)}`),
    separator(),
    textDisplay([boldMarkdown(examplesHeading), ...examples.map(item)].join('\n')),
    textDisplay([boldMarkdown(waysHeading), ...ways.map(item)].join('\n')),
    separator(),
    textDisplay(subtext(escapeMarkdown(privacy))),
  ]);
}

const item = (text: string): string => `- ${escapeMarkdown(text)}`;

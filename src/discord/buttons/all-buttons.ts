import type { Button } from './button.js';
import { copyCitation } from './copy-citation.js';
import { copyCitations, copyPassageCitation } from './copy-citations.js';
import { deleteMessage } from './delete-message.js';
import { insightPage, insightSection } from './insight-buttons.js';
import { morePassages } from './more-passages.js';
import { confirmDeletion, deleteMine, exportMine } from './privacy-buttons.js';
import { shareAnswer } from './share-answer.js';
import { showArticle } from './show-article.js';
import { conversion, conversionPage, lawConversion, lawConversionPage } from './show-conversion.js';
import { chapter, chapterPage } from './show-chapter.js';
import { citing, citingPage } from './show-citing.js';
import { context, contextPage } from './show-context.js';
import { nextArticle, previousArticle } from './turn-article.js';
import { turnSources } from './turn-sources.js';
import { helpful, unhelpful } from './vote.js';

/** Everything that buttons do. A new action is added here and nowhere else. */
export const ALL_BUTTONS: readonly Button[] = [
  previousArticle,
  nextArticle,
  chapter,
  chapterPage,
  citing,
  citingPage,
  copyCitation,
  context,
  contextPage,
  copyPassageCitation,
  copyCitations,
  morePassages,
  helpful,
  unhelpful,
  shareAnswer,
  deleteMessage,
  showArticle,
  conversion,
  conversionPage,
  lawConversion,
  lawConversionPage,
  turnSources,
  exportMine,
  deleteMine,
  confirmDeletion,
  insightSection,
  insightPage,
];

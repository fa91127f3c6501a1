import { assemblePassages, type PassageDraft } from '../../documents/assemble-passages.js';
import type { Block, LawText, SourceDocument } from '../../documents/document.js';
import type { Passage } from '../../documents/passage.js';
import { joinSlices } from '../../documents/span.js';
import { draftPassages, splitPassages } from '../../documents/split-passages.js';
import { cutArticle, type ArticleLine } from './cut-article.js';
import { articleHeadedBy, belongsToLineAbove, isBareArticleNumber, itemBegunBy } from './law-lines.js';

/** The passages of a document: of a law's text its articles, of any other its sentences. */
export function splitDocument(document: SourceDocument): readonly Passage[] {
  const { law } = document.metadata;
  return law === undefined ? splitPassages(document) : splitArticles(document, law);
}

/**
 * One article, one passage, with the headings 编 章 节 above it; an article that is too long for one is cut at its 款 and
 * 项. Text outside articles (a preamble, an annex) is split as that of any document.
 */
function splitArticles(document: SourceDocument, law: LawText): readonly Passage[] {
  const { source, blocks } = document;
  return assemblePassages(
    document,
    partsOf(source, blocks).flatMap(({ article, section, blocks: own }): readonly PassageDraft[] =>
      article === null
        ? draftPassages(source, own).map((draft) => ({ ...draft, section }))
        : cutArticle(source, linesOf(source, own)).map(({ units, paragraph, item, items }) => ({
            units,
            section,
            provision: {
              law: law.id,
              version: law.version,
              article,
              paragraph,
              item,
              ...(items === null ? {} : { items }),
            },
          })),
    ),
  );
}

/** The blocks of one article, or those between two headings that belong to none. */
interface Part {
  readonly article: string | null;
  readonly section: readonly string[];
  readonly blocks: Block[];
}

function partsOf(source: string, blocks: readonly Block[]): readonly Part[] {
  const parts: Part[] = [];
  let headings: readonly { readonly level: number; readonly text: string }[] = [];
  let open = false;
  for (const block of blocks) {
    const text = joinSlices(source, block.spans);
    if (block.kind === 'heading') {
      const level = block.level ?? 1;
      headings = [...headings.filter((one) => one.level < level), ...(level > 1 ? [{ level, text }] : [])];
      open = false;
    } else if (block.kind === 'paragraph' || block.kind === 'list-item') {
      const article = articleHeadedBy(text);
      const last = parts.at(-1);
      if (article === null && open && last !== undefined) last.blocks.push(block);
      else parts.push({ article, section: headings.map((one) => one.text), blocks: [block] });
      open = true;
    }
  }
  return parts;
}

/** Counts 款 and 项: a line is a 款 of its own unless it begins a 项, or a 目, or is but the number of the article. */
function linesOf(source: string, blocks: readonly Block[]): readonly ArticleLine[] {
  let paragraph = 0;
  let item: number | null = null;
  return blocks.map((block, index) => {
    const text = joinSlices(source, block.spans);
    const begun = itemBegunBy(text);
    const startsParagraph =
      begun === null && !(paragraph > 0 && belongsToLineAbove(text)) && !(index === 0 && isBareArticleNumber(text));
    if (startsParagraph) {
      paragraph += 1;
      item = null;
    } else if (begun !== null) item = begun;
    return { block, paragraph: Math.max(1, paragraph), item };
  });
}

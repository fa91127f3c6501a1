import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { citationOf } from '../../../../src/answering/citation.js';
import type { LawChapter, LawPassage } from '../../../../src/answering/law/law-answer.js';
import { fitsLimits } from '../../../../src/discord/rendering/message.js';
import { renderChapter } from '../../../../src/discord/rendering/render-chapter.js';
import { splitDocument } from '../../../../src/laws/texts/split-articles.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { checkMessage } from '../../../support/discord-emulator/check-message.js';
import { asList, asObject, asText } from '../../../support/discord-emulator/json.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { readLaw } from '../../../support/law-texts.js';

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', '..', 'shared', 'lawrefbook');
const words = wordsFor('zh-Hans');

/** The chapters of a text: runs of articles under the same 编 and 章. */
function chaptersOf(file: string): readonly LawChapter[] {
  const document = readLaw(readFileSync(join(FOLDER, file), 'utf8'), file);
  if (document === null) throw new Error(`${file} is no text of a law`);
  const { metadata } = document;
  const chapters = new Map<string, LawPassage[]>();
  for (const passage of splitDocument(document)) {
    if (passage.provision === null) continue;
    const chapter = passage.section.filter((one) => /^第[^ ]+[编章]/u.test(one)).join('\n');
    const one = { id: passage.id, text: passage.text, citation: citationOf(passage, metadata, []) };
    chapters.set(chapter, [...(chapters.get(chapter) ?? []), one]);
  }
  return [...chapters].map(([section, articles]) => ({
    id: 'law',
    title: metadata.title,
    version: metadata.date?.to ?? null,
    inferred: false,
    section: section.split('\n'),
    articles,
    outdatedSince: null,
  }));
}

/** What is quoted on all pages of a chapter, as a reader sees it, without line breaks. */
function quotedOn(chapter: LawChapter): string {
  const quoted: string[] = [];
  for (let page = 0, pages = 1; page < pages; page += 1) {
    const rows = (shown: { readonly pages: number }): [] => {
      // The number of pages is known once the last one has been laid out.
      pages = shown.pages;
      return [];
    };
    const message = renderChapter(chapter, words, { page, notices: [], rows });
    expect(fitsLimits(message)).toBe(true);
    checkMessage({ flags: 1 << 15, components: message.components });
    const texts = asList(message.components[0].components).map((one) => asText(asObject(one).content));
    quoted.push(...(texts[2] ?? '').split('\n').filter((line) => line.startsWith('> ')));
  }
  return readMarkdown(quoted.map((line) => line.slice(2)).join('')).text;
}

describe.skipIf(!existsSync(FOLDER))('every chapter of long laws', () => {
  it.each(['刑法/刑法.md', '民法典/合同编.md', '行政法/网络安全法(2016-11-07).md'])(
    'of %s is shown word for word over pages that Discord takes',
    (file) => {
      const chapters = chaptersOf(file);
      expect(chapters.length).toBeGreaterThan(5);
      for (const chapter of chapters) {
        const text = chapter.articles.map((one) => one.text).join('');
        expect(quotedOn(chapter)).toBe(text.replaceAll('\n', ''));
      }
    },
  );
});

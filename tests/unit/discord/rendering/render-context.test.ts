import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Citation } from '../../../../src/answering/answer.js';
import type { Passage } from '../../../../src/documents/passage.js';
import { buttonRows } from '../../../../src/discord/buttons/button-row.js';
import { fitsLimits, type OutgoingMessage } from '../../../../src/discord/rendering/message.js';
import { renderCitations } from '../../../../src/discord/rendering/render-citations.js';
import { renderContext } from '../../../../src/discord/rendering/render-context.js';
import { viewContext } from '../../../../src/wording/views/context-view.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { checkMessage } from '../../../support/discord-emulator/check-message.js';
import { asList, asObject, asText } from '../../../support/discord-emulator/json.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { citationOf } from '../../../support/example-answers.js';

const words = wordsFor('zh-Hans');

function passage(id: string, text: string, section: readonly string[] = []): Passage {
  return {
    id,
    document: '000',
    position: 0,
    text,
    spans: [],
    sentences: [],
    section,
    role: 'body',
    truncated: { start: false, end: false },
    provision: null,
    page: null,
  };
}

const ROWS = buttonRows(
  ['ctxpage:a:-1', 'ctxpage:a:1', 'citation:a'].map((id) => ({ id: { action: 'a', fields: [id] }, label: '按钮' })),
);

function render(texts: readonly string[], citation: Citation, sections: readonly string[] = []): OutgoingMessage {
  const [before, asked = '', after] = texts;
  const context = {
    passage: passage('asked', asked),
    citation,
    before: before === undefined ? [] : [passage('before', before)],
    after: after === undefined ? [] : [passage('after', after)],
  };
  const view = viewContext(context, words);
  return renderContext({ view, from: 0, to: 3, sections, begins: true, ends: true }, words, ROWS);
}

const shown = (message: OutgoingMessage): string =>
  asList(message.components[0].components)
    .map((one) => readMarkdown(asText(asObject(one).content)).text)
    .join('\n');
const accepted = (message: OutgoingMessage): void => {
  expect(fitsLimits(message)).toBe(true);
  checkMessage({ flags: (1 << 15) | (1 << 2), components: message.components });
};

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
  fc
    .tuple(fc.constantFrom('字', '长句。', '*', '😀', 'word. ', '一；'), fc.integer({ min: 1, max: 4000 }))
    .map(([piece, count]) => piece.repeat(count)),
);
const anyCitation = fc
  .record({
    title: anyText,
    agency: fc.option(anyText),
    section: fc.array(anyText, { maxLength: 3 }),
    file: anyText,
    notices: fc.array(
      fc.record({ key: fc.constant('rule-amended' as const), law: anyText, title: anyText, since: fc.constant(null) }),
      { maxLength: 6 },
    ),
    url: fc.option(fc.webUrl()),
  })
  .map((facts): Citation => ({ ...citationOf('000'), ...facts }));

describe('a passage in its context', () => {
  it('stands between the paragraphs around it, each under its name', () => {
    const text = shown(render(['前。', '中。', '后。'], citationOf('000')));
    expect(text).toContain('上文\n前。\n');
    expect(text).toContain('所引段落\n中。\n');
    expect(text).toContain('下文\n后。\n');
  });

  it('has the heading of a paragraph over it where a new section begins', () => {
    const text = shown(render(['前。', '中。', '后。'], citationOf('000'), ['一', '一', '二']));
    expect(text).toContain('上文\n前。');
    expect(text).toContain('下文\n二\n后。');
  });

  it('leaves out the ends of paragraphs that are too long after a sentence, and says so', () => {
    const long = '很长的一句话。'.repeat(400);
    const message = render([long, long, long], citationOf('000'));
    accepted(message);
    const quoted = shown(message)
      .split('\n')
      .filter((line) => line.startsWith('很长'));
    expect(quoted).toHaveLength(3);
    for (const line of quoted) expect(line).toMatch(/^(很长的一句话。)+$/);
    expect(shown(message).split(words.discord.shortened)).toHaveLength(4);
  });

  it('fits into one message, whatever is quoted', () => {
    fc.assert(
      fc.property(fc.tuple(anyText, anyText, anyText), anyCitation, fc.tuple(anyText, anyText, anyText), (...all) => {
        accepted(render(...all));
      }),
      { numRuns: 60 },
    );
  });
});

describe('citations to be copied', () => {
  it('fit into one message, ten of them as well', () => {
    fc.assert(
      fc.property(fc.array(anyCitation, { minLength: 1, maxLength: 10 }), anyText, (citations, notice) => {
        const numbered = citations.map((citation, at) => ({ rank: at + 1, citation }));
        accepted(renderCitations(numbered, words, { accessed: '2026-01-02', notices: [notice] }));
      }),
      { numRuns: 60 },
    );
  });

  it('speak of no law where none is cited', () => {
    const asked = { accessed: '2026-01-02', notices: [] };
    const numbered = [{ rank: 1, citation: citationOf('000') }];
    expect(shown(renderCitations(numbered, words, asked))).not.toContain(words.law.disclaimer);
    const provision = { law: 'a', version: null, article: '1', paragraph: null, item: null };
    const law = [{ rank: null, citation: { ...citationOf('000'), provision } }];
    expect(shown(renderCitations(law, words, asked))).toContain(words.law.disclaimer);
  });
});

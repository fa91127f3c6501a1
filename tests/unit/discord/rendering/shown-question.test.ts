import { ComponentType, type APIMessageTopLevelComponent } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoints } from '../../../../src/discord/rendering/limits.js';
import { renderAnswer } from '../../../../src/discord/rendering/render-answer.js';
import { renderNote } from '../../../../src/discord/rendering/render-note.js';
import {
  readShownQuestion,
  SHOWN_QUESTION_LENGTH,
  UNRESTRICTED,
  type Restriction,
} from '../../../../src/discord/rendering/shown-question.js';
import { DOCUMENT_KINDS } from '../../../../src/documents/document-kind.js';
import { cleanQuestion } from '../../../../src/retrieval/parse-question.js';
import { viewAnswer } from '../../../../src/wording/views/answer-view.js';
import { WORDED_LANGUAGES, type WordedLanguage } from '../../../../src/wording/words.js';
import { wordsFor } from '../../../../src/wording/words-for.js';
import { readMarkdown } from '../../../support/discord-emulator/read-markdown.js';
import { answerOf, passageOf } from '../../../support/example-answers.js';

interface Said {
  readonly question: string;
  readonly understood: string | null;
  readonly restriction: Restriction;
}

/** The components of an answer as Discord gives them back: plain JSON. */
function componentsOf({ question, understood, restriction }: Said, language: WordedLanguage) {
  const answer = answerOf(question, 'strong', [passageOf(1, '000', '一句。')]);
  const meant = understood === null ? {} : { understood: { question: understood, ...restriction } };
  const words = wordsFor(language);
  const { components } = renderAnswer(viewAnswer({ ...answer, ...meant }, words), words, {
    restriction,
    notices: [],
    buttons: { generation: '000001', size: 5, offset: 0, hidden: false },
  });
  return JSON.parse(JSON.stringify(components)) as APIMessageTopLevelComponent[];
}

const said = (question: string, more: Partial<Said> = {}): Said => ({
  question,
  understood: null,
  restriction: UNRESTRICTED,
  ...more,
});

const firstText = (components: readonly APIMessageTopLevelComponent[]): string => {
  const [container] = components;
  const [text] = container?.type === ComponentType.Container ? container.components : [];
  return text?.type === ComponentType.TextDisplay ? text.content : '';
};

describe('the question over an answer', () => {
  it('shows what a follow-up was understood as, and what is searched, each in a line', () => {
    const restriction = { document: '003-1', kind: 'law', law: '网络安全法' } as const;
    const components = componentsOf(said('那数据安全法呢？', { understood: '数据安全法呢？', restriction }), 'zh-Hans');
    expect(readMarkdown(firstText(components)).text.split('\n').slice(0, 4)).toEqual([
      '问题',
      '那数据安全法呢？',
      '理解为：数据安全法呢？',
      '只查：文档 003-1 · 类型 法律 · 法规 网络安全法',
    ]);
  });

  it.each([
    ['en', 'Understood as: a b', 'Only in: kind law'],
    ['zh-Hant', '理解為：a b', '只查：類型 法律'],
  ] as const)('says so in %s', (language, understood, only) => {
    const components = componentsOf(
      said('a', { understood: 'a b', restriction: { ...UNRESTRICTED, kind: 'law' } }),
      language,
    );
    expect(readMarkdown(firstText(components)).text.split('\n').slice(2, 4)).toEqual([understood, only]);
  });

  const anyLine = fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc
        .array(
          fc.constantFrom(
            '网络',
            '…',
            '\\',
            '*',
            '-# ',
            '### ',
            '理解为：',
            '1.',
            ' · ',
            '只查：',
            '<@1>',
            '`',
            ':',
            'a',
          ),
          {
            minLength: 1,
            maxLength: 30,
          },
        )
        .map((pieces) => pieces.join('')),
    )
    // What an answer shows is a question that was asked.
    .map((text) => cleanQuestion(text).replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '' && codePoints(text) <= SHOWN_QUESTION_LENGTH);
  const anyRestriction: fc.Arbitrary<Restriction> = fc.record({
    document: fc.option(fc.constantFrom('000', '003-1', 'a.b-c')),
    kind: fc.option(fc.constantFrom(...DOCUMENT_KINDS)),
    law: fc.option(anyLine),
  });

  it('is read back from the message exactly, whatever it is, in every language', () => {
    fc.assert(
      fc.property(
        fc.record({ question: anyLine, understood: fc.option(anyLine), restriction: anyRestriction }),
        fc.constantFrom(...WORDED_LANGUAGES),
        (one, language) => {
          expect(readShownQuestion(componentsOf(one, language))).toEqual({
            question: one.question,
            understood: one.understood,
            restriction: one.restriction,
            complete: true,
            language,
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stands in two parts where it is long: its beginning over the passages, the rest under them', () => {
    const question = `${'问'.repeat(299)}:- 1. *完*`;
    const components = componentsOf(said(question), 'zh-Hans');
    expect(readMarkdown(firstText(components)).text.split('\n')[1]).toBe(`${'问'.repeat(299)}…`);
    expect(JSON.stringify(components)).toContain('问题的其余部分');
    expect(readShownQuestion(components)).toMatchObject({ question, complete: true });
    const understood = `${question}为什么？`;
    expect(readShownQuestion(componentsOf(said(question, { understood }), 'zh-Hant'))).toMatchObject({
      question,
      understood,
      complete: true,
    });
  });

  it('is read back exactly at any length, or is known to be a beginning', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('问', '𠮷', ' ', '*', '…', '\\', ':', '-', '1.'),
          minLength: 250,
          maxLength: 999,
        }),
        fc.option(fc.string({ unit: fc.constantFrom('答', ' ', '_', '…'), minLength: 250, maxLength: 999 })),
        fc.constantFrom(...WORDED_LANGUAGES),
        (long, alsoLong, language) => {
          const question = `甲${long}`.replace(/\s+/g, ' ').trim();
          const understood = alsoLong === null ? null : `乙${alsoLong}`.replace(/\s+/g, ' ').trim();
          const read = readShownQuestion(componentsOf(said(question, { understood }), language));
          if (read?.complete === true) expect(read).toMatchObject({ question, understood });
          else expect(question.startsWith(read?.question ?? '?')).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is known to be a beginning where it is longer than what is shown', () => {
    // Each takes two characters, and more than the 4,000 of a message are too many.
    const read = readShownQuestion(componentsOf(said('*'.repeat(2000)), 'zh-Hans'));
    expect(read).toMatchObject({ question: '*'.repeat(299), complete: false });
    const own = `${'问'.repeat(299)}…`;
    expect(readShownQuestion(componentsOf(said(own), 'zh-Hans'))).toMatchObject({ question: own, complete: true });
    const backslashed = `${'问'.repeat(298)}\\…`;
    expect(readShownQuestion(componentsOf(said(backslashed), 'zh-Hans'))).toMatchObject({
      question: backslashed,
      complete: true,
    });
  });

  it('is not found in other messages of the bot', () => {
    const note = JSON.parse(JSON.stringify(renderNote(['-# 问题', 'a']).components)) as APIMessageTopLevelComponent[];
    expect(readShownQuestion(note)).toBeNull();
    expect(readShownQuestion([])).toBeNull();
    expect(readShownQuestion([{ type: ComponentType.TextDisplay, id: 1, content: '-# 问题\na' }])).toBeNull();
  });
});

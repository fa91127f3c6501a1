import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '../../../../src/documents/document-kind.js';
import { FLAG_EPHEMERAL } from '../../../support/discord-emulator/check-message.js';
import type { CommandUse } from '../../../support/discord-emulator/discord-emulator.js';
import { asList, asObject, asText } from '../../../support/discord-emulator/json.js';
import { textOf } from '../../../support/discord-emulator/message-board.js';
import { linesOf } from '../../../support/running-bot.js';
import { testedBot } from '../../../support/tested-bot.js';

const QUESTION = '网信工作取得了哪些成就？';

describe('asking by command', () => {
  const tested = testedBot(() => ({ guildLocale: 'en-US' }));

  const ask = (options: CommandUse['options'], more: Partial<CommandUse> = {}) =>
    tested.bot.answerTo(
      tested.bot.emulator.slashCommand({ name: 'ask', locale: 'zh-CN', ...(options ? { options } : {}), ...more }),
    );
  /** The files that the passages of an answer are from. */
  const filesOf = (text: string): readonly string[] => [...new Set(text.match(/0\d\d\\?_/g) ?? [])];

  describe('/ask', () => {
    it('searches one document, and says so', async () => {
      const message = await ask({ question: QUESTION, document: '003' });
      expect(linesOf(message)[2]).toBe('只查：文档 003');
      expect(filesOf(textOf(message))).toEqual(['003\\_']);
    });

    it('takes the title of a document for it', async () => {
      const { metadata } = (await tested.real.engine.sources(['global']))[0] ?? {};
      const message = await ask({ question: QUESTION, document: `《${metadata?.title}》` });
      expect(linesOf(message)[2]).toBe(`只查：文档 ${metadata?.id}`);
    });

    it('says that there is no such document, and searches nothing', async () => {
      const message = await ask({ question: QUESTION, document: '999' });
      expect(linesOf(message)).toEqual(['没有“999”这份文档。请从输入时列出的文档里选一份。']);
    });

    it('searches one kind of documents', async () => {
      const message = await ask({ question: QUESTION, kind: 'ministry feature' });
      expect(linesOf(message)[2]).toBe('只查：类型 部委专题文章');
      const kinds = linesOf(message).flatMap((line, at, all) =>
        line.startsWith('[') ? [all[at + 1]?.split(' · ')[0]] : [],
      );
      expect(new Set(kinds)).toEqual(new Set(['部委专题文章']));
    });

    it('searches what names a law, whose title it shows in the language of the reader', async () => {
      expect(linesOf(await ask({ question: QUESTION, law: 'cybersecurity-law' }))[2]).toBe(
        '只查：法规 中华人民共和国网络安全法',
      );
      const english = await ask({ question: QUESTION, law: '网络安全法' }, { locale: 'en-US' });
      expect(linesOf(english)[2]).toMatch(/^Only in: law Cybersecurity Law/);
      expect(linesOf(english).filter((line) => line.startsWith('[')).length).toBeGreaterThan(0);
    });

    it('answers the asker alone where that is wanted, and everybody otherwise', async () => {
      const hidden = await ask({ question: QUESTION, private: true });
      expect(hidden.flags & FLAG_EPHEMERAL).toBe(FLAG_EPHEMERAL);
      expect(linesOf(hidden)[1]).toBe(QUESTION);
      expect((await ask({ question: QUESTION, private: false })).flags & FLAG_EPHEMERAL).toBe(0);
      expect((await ask({ question: QUESTION })).flags & FLAG_EPHEMERAL).toBe(0);
    });

    it('works in a direct message, and in a server that knows the bot only by the user', async () => {
      expect(linesOf(await ask({ question: QUESTION }, { direct: true }))[1]).toBe(QUESTION);
      const before = tested.bot.emulator.requests.length;
      expect(linesOf(await ask({ question: QUESTION }, { foreign: true }))[1]).toBe(QUESTION);
      // One deferred response, edited once: no follow-up, nothing that needs a member of the server.
      const steps = tested.bot.emulator.requests
        .slice(before)
        .map(({ method, path }) => `${method} ${path.split('/').at(-1)}`);
      expect(steps).toEqual(['POST callback', 'PATCH @original']);
    });

    it('offers documents while one is typed', async () => {
      const { emulator } = tested.bot;
      const offered = async (document: string) =>
        (
          await emulator.waitForChoices(
            emulator.type({ name: 'ask', options: { question: 'a', document } }, 'document'),
          )
        ).map(({ value }) => value);
      expect(await offered('003')).toEqual(['003-1', '003-2']);
      expect(await offered('')).toHaveLength((await tested.real.engine.sources(['global'])).length);
      expect(await offered('no such title')).toEqual([]);
    });

    it('offers laws while one is typed', async () => {
      const { emulator } = tested.bot;
      const typed = emulator.type({ name: 'ask', options: { question: 'a', law: '数据安全法' } }, 'law');
      expect((await emulator.waitForChoices(typed))[0]?.value).toBe('data-security-law');
    });

    it('offers every kind in three languages', () => {
      const [command] = (tested.bot.emulator.commands.get('global') ?? []).filter(({ name }) => name === 'ask');
      const kind = asList(command?.options)
        .map(asObject)
        .find(({ name }) => name === 'kind');
      const choices = asList(kind?.choices).map(asObject);
      expect(choices.map(({ value }) => value)).toEqual(DOCUMENT_KINDS);
      for (const { name_localizations: names } of choices) {
        expect(Object.keys(asObject(names))).toEqual(['zh-CN', 'zh-TW']);
        expect(Object.values(asObject(names)).every((name) => /^\p{Script=Han}+$/u.test(asText(name)))).toBe(true);
      }
    });
  });

  describe('“Ask about this message”', () => {
    const about = (target: string, more: Partial<CommandUse> = {}) =>
      tested.bot.answerTo(
        tested.bot.emulator.messageCommand({ name: 'Ask about this message', locale: 'zh-CN', ...more }, target),
      );

    it('answers the question of a message that the bot was not sent', async () => {
      const said = tested.bot.emulator.say('大家好。<@7> 2023年国家网络安全宣传周的主题是什么？谢谢！');
      expect(linesOf(await about(said)).slice(0, 2)).toEqual(['问题', '2023年国家网络安全宣传周的主题是什么？']);
      expect(linesOf(await about(said, { foreign: true }))[1]).toBe('2023年国家网络安全宣传周的主题是什么？');
    });

    it('answers the question of one of its answers again', async () => {
      const answer = await ask({ question: QUESTION });
      expect(linesOf(await about(answer.id)).slice(0, 3)).toEqual(['问题', QUESTION, '与问题相符的段落']);
    });

    it('says that a message without text asks nothing', async () => {
      const said = tested.bot.emulator.say('<@7> <:smile:12>');
      expect(linesOf(await about(said, { locale: 'zh-TW' }))).toEqual(['這則訊息裡沒有可以尋找的文字。']);
    });
  });

  it('adds every command to servers and to user accounts, wherever Discord lets one', () => {
    const commands = tested.bot.emulator.commands.get('global') ?? [];
    expect(commands.map(({ name }) => name)).toContain('Ask about this message');
    // What needs the bot as a member of the server.
    const onServers = ['Go on in a thread', 'settings', 'insights'];
    const anywhere = commands.filter(({ name }) => !onServers.includes(String(name)));
    expect(anywhere.map(({ name }) => name)).toContain('ask');
    for (const { name, integration_types: types, contexts } of anywhere)
      expect({ name, types, contexts }).toEqual({ name, types: [0, 1], contexts: [0, 1, 2] });
  });
});

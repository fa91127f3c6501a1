import { describe, expect, it } from 'vitest';
import type { BotMessage } from '../../../support/discord-emulator/message-board.js';
import { lawTextOf } from '../../../support/law-fixture.js';
import { isEphemeral, shownBy } from '../../../support/pressed-buttons.js';
import { fixedClock } from '../../../support/real-engine.js';
import { testedBot } from '../../../support/tested-bot.js';

const KITES = lawTextOf('kite', '中华人民共和国风筝法', '2010年5月5日 修订\n\n2010年7月1日 施行', [
  '第一条 为了规范风筝，制定本法。',
  '第二条 风筝可以用布制作。',
]);

describe('the buttons under a law, with ids that a client made up,', () => {
  const tested = testedBot(() => ({ clock: fixedClock() }), [KITES]);
  const lawCard = (): Promise<BotMessage> =>
    tested.bot.use({ name: 'law', options: { name: '风筝法', article: '1' }, locale: 'zh-CN' });

  it.each([
    ['of another version', 'y0:next:kite-law:1::'],
    ['of no known action', 'y1:burn:kite-law:1::'],
    ['with a field too few', 'y1:next:kite-law:1:'],
    ['with a field too many', 'y1:next:kite-law:1:::'],
    ['without an article to turn from', 'y1:next:kite-law:::'],
    ['with a day that is none', 'y1:next:kite-law:1:20260230:'],
    ['with a wrong escape', 'y1:next:kite%2Flaw:1::'],
    ['with a page that is none', 'y1:chpg:kite-law:1:::-1'],
    ['of no text at all', ''],
    ['of a thousand characters', `y1:next:${'a'.repeat(1000)}:1::`],
  ])('refuse an id %s with a note', async (_, customId) => {
    const card = await lawCard();
    const note = await tested.bot.answerTo(tested.bot.emulator.forgePress(card, customId));
    expect(isEphemeral(note)).toBe(true);
    expect(shownBy(note)).toContain('does nothing any more');
    expect(tested.bot.logger.lines.some(({ event }) => event === 'discord-button-unknown')).toBe(true);
  });

  it('take an id that was made up for what it says, and no more', async () => {
    const card = await lawCard();
    const gone = await tested.bot.answerTo(tested.bot.emulator.forgePress(card, 'y1:cite:no-such-law:1::'));
    expect(shownBy(gone)).toContain('no longer known');
    const unknownMark = await tested.bot.answerTo(
      tested.bot.emulator.forgePress(card, 'y1:cite:~0123456789abcdef:1::'),
    );
    expect(shownBy(unknownMark)).toContain('no longer known');
  });
});

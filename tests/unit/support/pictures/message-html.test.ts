import { describe, expect, it } from 'vitest';
import { messageHtml, pageHtml, type DrawnMessage } from '../../../support/pictures/message-html.js';

const MESSAGE: DrawnMessage = {
  components: [{ type: 10, content: 'by <@1> for <@2>' }],
  cause: { kind: 'command', user: 'Lin & Co', command: 'ask' },
  ephemeral: false,
  bot: { id: '1', name: 'Yinju' },
  users: { '2': 'Robin' },
  language: 'en-US',
};

/** Text of HTML, its elements left out. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('a message as HTML', () => {
  it('shows who used which command, who answers, and the tag of an app', () => {
    const text = textOf(messageHtml(MESSAGE));
    expect(text).toContain('Lin &amp; Co used /ask');
    expect(text).toContain('Yinju ✓ APP Today at 9:41 AM');
    expect(text).not.toContain('Only you');
  });

  it('shows the message that it replies to', () => {
    const html = messageHtml({ ...MESSAGE, cause: { kind: 'reply', user: 'Lin', text: '<b>Why?</b>' } });
    expect(textOf(html)).toContain('Lin @Yinju &lt;b&gt;Why?&lt;/b&gt;');
  });

  it('says so where nobody else sees it', () => {
    expect(textOf(messageHtml({ ...MESSAGE, ephemeral: true }))).toContain('Only you can see this • Dismiss message');
    expect(textOf(messageHtml({ ...MESSAGE, ephemeral: true, language: 'zh-CN' }))).toContain('只有你能看到此消息');
  });

  it('names users and the bot', () => {
    expect(textOf(messageHtml(MESSAGE))).toContain('by @Yinju for @Robin');
  });

  it('is a page that loads nothing, in the look that was asked for', () => {
    const page = pageHtml([MESSAGE], 'light', 'body { margin: 0 }');
    expect(page).toContain('<html lang="en" class="light">');
    expect(page).toContain('<style>body { margin: 0 }</style>');
    expect(page).not.toMatch(/src=|<link|url\(|@import/);
  });
});

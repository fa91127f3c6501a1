import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../../../src/discord/rendering/escape-markdown.js';
import { markdownHtml } from '../../../support/pictures/markdown-html.js';

const WORDS = { users: { '7': 'Lin <3' }, locale: 'en-US' };
const html = (markdown: string): string => markdownHtml(markdown, WORDS);

/** What a browser shows of HTML that has no elements. */
const shown = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

describe('markdown as HTML', () => {
  it.each([
    ['plain', '<p class="line">plain</p>'],
    ['two\nlines', '<p class="line">two\nlines</p>'],
    ['a **b** *c* _d_ __e__ ~~f~~', '<p class="line">a <strong>b</strong> <em>c</em> <em>d</em> <u>e</u> <s>f</s></p>'],
    ['**一，**二', '<p class="line"><strong>一，</strong>二</p>'],
    ['**a *b* c**', '<p class="line"><strong>a <em>b</em> c</strong></p>'],
    ['||secret||', '<p class="line"><span class="spoiler">secret</span></p>'],
    ['use `a < b`', '<p class="line">use <code>a &lt; b</code></p>'],
    ['# One', '<h1 class="line">One</h1>'],
    ['## Two', '<h2 class="line">Two</h2>'],
    ['### Three', '<h3 class="line">Three</h3>'],
    ['#### four', '<p class="line">#### four</p>'],
    ['-# small', '<small class="line">small</small>'],
    [
      '> one\n> **two**\nafter',
      '<blockquote class="line"><p class="line">one\n<strong>two</strong></p></blockquote><p class="line">after</p>',
    ],
    ['> -# small', '<blockquote class="line"><small class="line">small</small></blockquote>'],
    [
      '- one\n  - two\n3. three',
      '<ul class="line"><li data-level="0" data-mark="•">one</li><li data-level="1" data-mark="•">two</li><li data-level="0" data-mark="3.">three</li></ul>',
    ],
    [
      'before\n```\na *b*\n<c>\n```\nafter',
      '<p class="line">before</p><pre class="line"><code>a *b*\n&lt;c&gt;</code></pre><p class="line">after</p>',
    ],
    [
      '<@7> and <@8>',
      '<p class="line"><span class="mention">@Lin &lt;3</span> and <span class="mention">@unknown-user</span></p>',
    ],
    ['</ask:12>', '<p class="line"><span class="mention">/ask</span></p>'],
    ['<https://a.cn/x?y=1&z>', '<p class="line"><a href="https://a.cn/x?y=1&amp;z">https://a.cn/x?y=1&amp;z</a></p>'],
    ['see https://a.cn/x.', '<p class="line">see <a href="https://a.cn/x">https://a.cn/x</a>.</p>'],
    ['[the **text**](https://a.cn)', '<p class="line"><a href="https://a.cn">the <strong>text</strong></a></p>'],
    ['[x](javascript:alert)', '<p class="line">[x](javascript:alert)</p>'],
    ['<t:0:D>', '<p class="line"><time>January 1, 1970</time></p>'],
    ['1 \\* 2 \\* 3', '<p class="line">1 * 2 * 3</p>'],
    ['1\\. no list\n\\- nor here\n\\# nor a header', '<p class="line">1. no list\n- nor here\n# nor a header</p>'],
  ])('%j', (markdown, expected) => expect(html(markdown)).toBe(expected));

  it('lets no HTML through', () => {
    expect(html('<script>alert("x")</script> & <b>')).toBe(
      '<p class="line">&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &lt;b&gt;</p>',
    );
    expect(html('> <img src=x>')).not.toContain('<img');
    expect(html('```\n</code><script>\n```')).not.toContain('<script>');
  });

  it('shows exactly the text that the bot has escaped, whatever it is', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(...Array.from('*_~|`<>[]()@#:\\-+1.) \n&"\'网a')),
      maxLength: 60,
    });
    fc.assert(
      fc.property(hostile, (text) => {
        // One paragraph and nothing in it: no mark of the text has had an effect.
        const [, inner = null] = /^<p class="line">([^<]*)<\/p>$/.exec(html(`甲${escapeMarkdown(text)}`)) ?? [];
        expect(inner === null ? null : shown(inner)).toBe(`甲${text}`);
      }),
      { numRuns: 500 },
    );
  });
});

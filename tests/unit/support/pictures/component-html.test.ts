import { describe, expect, it } from 'vitest';
import { componentHtml } from '../../../support/pictures/component-html.js';
import { readComponents } from '../../../support/pictures/component-schema.js';

const html = (component: unknown): string =>
  readComponents([component])
    .map((one) => componentHtml(one, { users: {}, locale: 'en-US' }))
    .join('');

const text = (content: string) => ({ type: 10, content });
const button = (style: number, more: object = {}) => ({ type: 2, style, label: 'Go', custom_id: 'go', ...more });
const row = (...components: readonly object[]) => ({ type: 1, components });

describe('a component as HTML', () => {
  it('shows a text with its markdown', () => {
    expect(html(text('**a** & b'))).toBe('<div class="text"><p class="line"><strong>a</strong> &amp; b</p></div>');
  });

  it.each([
    [1, 'primary'],
    [2, 'secondary'],
    [3, 'success'],
    [4, 'danger'],
  ])('shows a button of style %i', (style, name) => {
    expect(html(row(button(style)))).toBe(`<div class="row"><button class="${name}">Go</button></div>`);
  });

  it('shows a link, an emoji, and that a button cannot be pressed', () => {
    const link = { type: 2, style: 5, label: 'Read', url: 'https://a.cn/' };
    expect(html(row(link))).toContain('<button class="link">Read<span class="arrow">↗</span></button>');
    expect(html(row(button(2, { emoji: { name: '👍' }, disabled: true })))).toContain(
      '<button class="secondary" disabled><span class="emoji">👍</span>Go</button>',
    );
  });

  it('shows what is chosen in a menu, else what stands in its place', () => {
    const menu = (chosen: boolean) =>
      row({
        type: 3,
        custom_id: 'm',
        placeholder: 'Choose',
        options: [
          { label: 'A', value: 'a' },
          { label: 'B', value: 'b', default: chosen },
        ],
      });
    expect(html(menu(true))).toContain('<div class="select">B<');
    expect(html(menu(false))).toContain('<div class="select">Choose<');
  });

  it('shows a section with its button beside its texts', () => {
    expect(html({ type: 9, components: [text('one'), text('two')], accessory: button(2) })).toBe(
      '<div class="section"><div class="texts"><div class="text"><p class="line">one</p></div>' +
        '<div class="text"><p class="line">two</p></div></div><button class="secondary">Go</button></div>',
    );
  });

  it('shows lines and distances', () => {
    expect(html({ type: 14 })).toBe('<div class="separator small"><hr></div>');
    expect(html({ type: 14, divider: false, spacing: 2 })).toBe('<div class="separator large"></div>');
  });

  it('shows a container, with its colour where it has one', () => {
    expect(html({ type: 17, components: [{ type: 14 }] })).toMatch(/^<div class="container"><div class="separator/);
    // 0x0000ff has leading zeros.
    expect(html({ type: 17, components: [{ type: 14 }], accent_color: 255 })).toContain(
      '<div class="container accented" style="--accent: #0000ff">',
    );
  });

  it('shows the name of a file', () => {
    expect(html({ type: 13, file: { url: 'attachment://yinju-1.json' } })).toBe('<div class="file">yinju-1.json</div>');
  });

  it.each([
    ['a type', { type: 12, items: [] }],
    ['a type in a container', { type: 17, components: [{ type: 11 }] }],
    ['a field', { ...text('a'), colour: 1 }],
    ['a style', row(button(6))],
    ['a nested field', row(button(1, { size: 'large' }))],
    ['an empty text', text('')],
  ])('draws nothing where it does not know %s', (_, component) => {
    expect(() => html(component)).toThrow(/does not know these components/);
  });

  it('names what it does not know, and where', () => {
    expect(() => html({ type: 17, components: [{ ...text('a'), colour: 1 }] })).toThrow(
      /"colour"[^]*\[0\]\.components\[0\]/,
    );
  });
});

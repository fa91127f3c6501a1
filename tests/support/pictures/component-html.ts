import type { ActionRow, Button, Select, TopComponent } from './component-schema.js';
import { escapeHtml } from './escape-html.js';
import type { ClientWords } from './inline-html.js';
import { markdownHtml } from './markdown-html.js';

const BUTTON_STYLES = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger', 5: 'link' } as const;

/** A component of a message as HTML; the look is that of `discord.css`. */
export function componentHtml(component: TopComponent, words: ClientWords): string {
  switch (component.type) {
    case 1:
      return rowHtml(component);
    case 9: {
      const texts = component.components.map((one) => componentHtml(one, words)).join('');
      return `<div class="section"><div class="texts">${texts}</div>${buttonHtml(component.accessory)}</div>`;
    }
    case 10:
      return `<div class="text">${markdownHtml(component.content, words)}</div>`;
    case 13:
      return `<div class="file">${escapeHtml(component.file.url.replace('attachment://', ''))}</div>`;
    case 14:
      return `<div class="separator ${component.spacing === 1 ? 'small' : 'large'}">${component.divider ? '<hr>' : ''}</div>`;
    case 17: {
      const { accent_color: accent, components } = component;
      const style =
        accent === undefined || accent === null ? '' : ` style="--accent: #${accent.toString(16).padStart(6, '0')}"`;
      const className = style === '' ? 'container' : 'container accented';
      return `<div class="${className}"${style}>${components.map((one) => componentHtml(one, words)).join('')}</div>`;
    }
  }
}

function rowHtml({ components }: ActionRow): string {
  return `<div class="row">${components.map((one) => (one.type === 2 ? buttonHtml(one) : selectHtml(one))).join('')}</div>`;
}

const emojiHtml = (emoji: Button['emoji']): string =>
  emoji === undefined ? '' : `<span class="emoji">${escapeHtml(emoji.name)}</span>`;

function buttonHtml({ style, label = '', emoji, disabled = false }: Button): string {
  const arrow = style === 5 ? '<span class="arrow">↗</span>' : '';
  return `<button class="${BUTTON_STYLES[style]}"${disabled ? ' disabled' : ''}>${emojiHtml(emoji)}${escapeHtml(label)}${arrow}</button>`;
}

/** A closed menu: what is chosen, else what stands in its place. */
function selectHtml({ options, placeholder = '', disabled = false }: Select): string {
  const chosen = options.find((option) => option.default === true);
  const shown = chosen === undefined ? escapeHtml(placeholder) : emojiHtml(chosen.emoji) + escapeHtml(chosen.label);
  return `<div class="select${disabled ? ' disabled' : ''}">${shown}<span class="arrow">⌄</span></div>`;
}

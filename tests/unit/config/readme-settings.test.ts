import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES, SETTINGS } from '../../../src/config/schema.js';

const text = readFileSync(join(import.meta.dirname, '..', '..', '..', 'README.md'), 'utf8');
const rows = [...text.matchAll(/^\| `([A-Z_]+)` \| (.*?) \| (.*?) \|$/gm)].map(
  ([, name = '', shown = '', use = '']) => ({
    name,
    shown,
    use,
  }),
);

describe('the table of settings in the README', () => {
  it('has every setting of the schema, in its order, and no other', () => {
    expect(rows.map(({ name }) => name)).toEqual(SETTING_NAMES);
  });

  it('shows the defaults', () => {
    const defaults: Readonly<Record<string, unknown>> = SETTINGS.parse({});
    const expected = SETTING_NAMES.map((name) => {
      const value = defaults[name];
      return typeof value === 'string' ? `\`${value}\`` : '';
    });
    expect(rows.map(({ shown }) => shown)).toEqual(expected);
  });

  it('says what each is for', () => {
    for (const { name, use } of rows) expect(use, name).toMatch(/^\S.{10,}/);
  });
});

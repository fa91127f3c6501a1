import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { SETTING_NAMES, SETTINGS } from '../../../src/config/schema.js';

const text = readFileSync(join(import.meta.dirname, '..', '..', '..', '.env.example'), 'utf8');
const blocks = text
  .trim()
  .split(/\n{2,}/)
  .slice(1)
  .map((block) => block.split('\n'));
const settingOf = (line: string | undefined): string | undefined => /^#?([A-Z_]+)=/.exec(line ?? '')?.[1];

describe('.env.example', () => {
  it('holds every setting of the schema, in its order, and no other', () => {
    expect(blocks.map((block) => settingOf(block.at(-1)))).toEqual(SETTING_NAMES);
  });

  it('explains each with one comment', () => {
    for (const block of blocks) {
      expect(block).toHaveLength(2);
      expect(block[0]).toMatch(/^# \S.*\.$/);
    }
  });

  it('shows the defaults, so that a copy changes nothing', () => {
    const shown = Object.entries(parse(text)).filter(([, value]) => value !== '');
    expect(SETTINGS.parse({})).toMatchObject(Object.fromEntries(shown));
  });
});

describe('the schema', () => {
  it('describes each setting', () => {
    const undescribed = Object.entries(SETTINGS.shape).filter(([, setting]) => (setting.description ?? '') === '');
    expect(undescribed.map(([name]) => name)).toEqual([]);
  });
});

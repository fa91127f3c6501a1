import { describe, expect, it } from 'vitest';
import type { ModelEntry } from '../../../../src/cli/models-report.js';
import { renderModels } from '../../../../src/cli/rendering/render-models.js';
import { createStyle } from '../../../../src/cli/terminal/terminal-style.js';

const plain = createStyle(false);
const known: ModelEntry = {
  name: 'a/b',
  dimension: 384,
  megabytes: 118,
  languages: '100 languages',
  licence: 'MIT',
  inUse: false,
  place: 'hub',
};
const unknown: ModelEntry = {
  name: '/models/mine',
  dimension: null,
  megabytes: null,
  languages: null,
  licence: null,
  inUse: true,
  place: 'folder',
};

describe('the list of encoders', () => {
  it('shows what is known of each, marks the one in use without colours too, and says why it', () => {
    const lines = renderModels({ model: '/models/mine', by: 'setting', models: [known, unknown] }, plain, 80);
    expect(lines).toEqual([
      '  a/b',
      '    not downloaded · 118 MB · vectors of 384 numbers · 100 languages · MIT',
      '* /models/mine  (in use)',
      '    a folder',
      '',
      'In use: /models/mine. EMBEDDING_MODEL or --model names it.',
    ]);
  });

  it.each([
    ['default', 'In use: a/b. Nothing else was chosen: `npx yinju model use NAME` does.'],
    ['choice', 'In use: a/b. It was chosen for this index with `npx yinju model use`.'],
  ] as const)('says why it is in use: %s', (by, line) => {
    expect(renderModels({ model: 'a/b', by, models: [] }, plain, 80)).toEqual(['', line]);
  });

  it('is wrapped where the terminal is narrow', () => {
    const lines = renderModels({ model: 'a/b', by: 'choice', models: [known] }, plain, 40);
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
  });
});

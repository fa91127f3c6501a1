import { describe, expect, it } from 'vitest';
import { parseModelSettings } from '../../../src/embedding/model-settings-schema.js';

describe('a yinju-model.json', () => {
  it('may say anything of what a preset says, and keeps the spaces of prefixes', () => {
    const all = { queryPrefix: ' 查询：', passagePrefix: 'p ', pooling: 'last_token', dtype: 'fp32', simplified: true };
    expect(parseModelSettings(JSON.stringify(all))).toEqual({ status: 'settings', settings: all });
    expect(parseModelSettings('{}')).toEqual({ status: 'settings', settings: {} });
  });

  it.each([
    ['{', 'is no JSON'],
    ['[]', /^cannot be used: Invalid input: expected object/],
    ['null', /^cannot be used: Invalid input: expected object/],
    ['{"pooling":"max"}', 'cannot be used: pooling must be one of mean, cls, last_token, model'],
    ['{"dtype":"q2"}', 'cannot be used: dtype must be one of fp32, fp16, q8, int8, uint8, q4'],
    ['{"queryprefix":"q"}', /queryprefix/],
    ['{"queryPrefix":7}', /^cannot be used: queryPrefix /],
    [`{"queryPrefix":"${'q'.repeat(501)}"}`, /^cannot be used: queryPrefix /],
  ])('is refused with what is wrong: %s', (json, reason) => {
    const parsed = parseModelSettings(json);
    expect(parsed).toMatchObject({ status: 'wrong' });
    const given = parsed.status === 'wrong' ? parsed.reason : '';
    if (typeof reason === 'string') expect(given).toBe(reason);
    else expect(given).toMatch(reason);
  });
});

import { describe, expect, it } from 'vitest';
import { findChromium } from '../../../support/pictures/find-chromium.js';

const only =
  (...paths: readonly string[]) =>
  (path: string): boolean =>
    paths.includes(path);

describe('the Chromium of a machine', () => {
  it('is the one that the environment names', () => {
    expect(findChromium({ CHROMIUM: '/opt/chrome' }, only('/opt/chrome', '/usr/bin/chromium'))).toBe('/opt/chrome');
  });

  it.each(['/nowhere/chrome', 'chromium'])('is not taken from elsewhere where the environment names %s', (named) => {
    expect(() => findChromium({ CHROMIUM: named }, only('/usr/bin/chromium', 'chromium'))).toThrow(named);
  });

  it('is sought in the usual places', () => {
    expect(findChromium({}, only('/usr/bin/google-chrome'))).toBe('/usr/bin/google-chrome');
    expect(findChromium({ CHROMIUM: '' }, only('/usr/bin/chromium', '/usr/bin/google-chrome'))).toBe(
      '/usr/bin/chromium',
    );
    expect(findChromium({}, only())).toBeNull();
  });
});

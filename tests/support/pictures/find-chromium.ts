import { posix, win32 } from 'node:path';

/** Where systems keep it, in the order in which they are tried. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What to do where there is no Chromium. */
export const NO_CHROMIUM =
  'There is no Chromium. Install it (Debian: apt-get install chromium fonts-noto-cjk), or set CHROMIUM to the path of Chromium or Chrome.';

/**
 * The Chromium or Chrome of this machine; null where there is none.
 * @param environment its variable `CHROMIUM` is the path of one, and then no other counts
 * @param exists whether there is a file
 * @throws Error where `CHROMIUM` is no absolute path of a file
 */
export function findChromium(
  environment: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean,
): string | null {
  const { CHROMIUM: named = '' } = environment;
  if (named === '') return USUAL_PLACES.find(exists) ?? null;
  if (!(posix.isAbsolute(named) || win32.isAbsolute(named)) || !exists(named))
    throw new Error(`CHROMIUM is ${JSON.stringify(named)}, which is no absolute path of a file.`);
  return named;
}

/** What to do where no font has Chinese characters. */
export const NO_CHINESE = 'No font here has Chinese characters. Install one (Debian: apt-get install fonts-noto-cjk).';

const HAN = /\p{Script=Han}/u;

/**
 * A title as Chinese quotes it, in 《》, whatever the language around it: Chinese titles are shown untranslated. One
 * that stands in 《》 already, or holds no Chinese character, stays as it is.
 */
export function chineseTitle(title: string): string {
  const isQuoted = title.startsWith('《') && title.endsWith('》');
  return isQuoted || !HAN.test(title) ? title : `《${title}》`;
}

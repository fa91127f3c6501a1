/*
 * Texts of laws of our own wording, for the library of a soak: with chapters, an article longer than a page, an article that
 * was put in later, and a second law that cites the first so often that the list of it has pages.
 */

/** Short name of the law that has all that buttons under an article can show. */
export const SOAK_LAW = '风筝法';
/** Its articles, as numbers. */
export const SOAK_ARTICLES = ['1', '2', '2-1', '3', '4', '5'] as const;

const LONG = '风筝的所有者应当按照规定登记其颜色、尺寸和存放的地点。'.repeat(90);

const KITES = `# 中华人民共和国风筝法

2010年5月5日 修订

2010年7月1日 施行

<!-- INFO END -->

## 第一章 总则

第一条 为了规范风筝的制作和放飞，制定本法。

## 第二章 制作

第二条 风筝可以用布制作。

制作风筝的单位应当留存样品。

第二条之一 风筝的线应当结实。

第三条 ${LONG}

第四条 ${LONG}

## 第三章 附则

第五条 本法自2010年7月1日起施行。
`;

const CITING = 40;
const numeral = (number: number): string => {
  const digits = '零一二三四五六七八九';
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  return `${tens > 1 ? digits.charAt(tens) : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits.charAt(ones) : ''}`;
};

const REGULATION = `# 风筝放飞管理条例

2012年3月1日 国务院令第1号公布 自2012年5月1日起施行

<!-- INFO END -->

${Array.from(
  { length: CITING },
  (_, place) =>
    `第${numeral(place + 1)}条 第${place + 1}类风筝的放飞，依照《中华人民共和国风筝法》第二条的规定办理，并向所在地的主管部门报告。`,
).join('\n\n')}
`;

/** The texts by the names of their files, as `npx yinju add` keeps them. */
export const SOAK_LIBRARY: Readonly<Record<string, string>> = {
  '中华人民共和国风筝法.md': KITES,
  '风筝放飞管理条例.md': REGULATION,
};

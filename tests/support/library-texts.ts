/** Texts of laws that are in no catalogue, of our own wording, by the names of their files. */

/** The first text of a law. */
export const FIRST_TEXT = {
  file: '测试登记办法(2019-03-01).md',
  text: `# 测试登记办法

2019年3月1日 测试部令第1号公布 自2019年5月1日起施行

<!-- INFO END -->

## 第一章 总则

第一条 为了规范测试数据的登记，制定本办法。

第二条 测试数据应当在产生之日起三十日内登记。

## 第二章 附则

第三条 本办法自2019年5月1日起施行。
`,
} as const;

/** A later text of the same law: another period, and one article more. */
export const SECOND_TEXT = {
  file: '测试登记办法(2023-06-01).md',
  text: `# 测试登记办法

2019年3月1日 测试部令第1号公布 自2019年5月1日起施行

2023年6月1日 测试部令第2号修正 自2023年8月1日起施行

<!-- INFO END -->

## 第一章 总则

第一条 为了规范测试数据的登记，制定本办法。

第二条 测试数据应当在产生之日起十五日内登记。

第二条之一 登记应当使用统一的编号。

## 第二章 附则

第三条 本办法自2023年8月1日起施行。
`,
} as const;

/** A text whose third article comes twice, whose second comes late, and that has neither a fourth nor a fifth. */
export const ODD_TEXT = {
  file: '凌乱规定.md',
  text: `# 凌乱规定

第一条 凌乱规定的第一条说苹果。

第三条 凌乱规定的第三条说梨子。

第二条 凌乱规定的第二条说桃子。

第三条 凌乱规定的又一个第三条说香蕉。

第六条 凌乱规定的第六条说葡萄。
`,
} as const;

/** A document that cites the law. */
export const REPORT = {
  file: 'report.txt',
  text: '登记工作综述\n\n各地依照《测试登记办法》第二条办理登记。\n\n网络安全宣传周的主题是网络安全为人民。\n',
} as const;

/** Texts that somebody may send to make a bot say, ping or break something, each by what it tries. */
export const HOSTILE_TEXTS: readonly (readonly [what: string, text: string])[] = [
  ['mentions of everybody', '@everyone @here 网络安全法第一条是什么？'],
  ['mentions of users and roles', '<@100000000000000001> <@!100000000000000001> <@&100000000000000002> 是谁？'],
  ['a mention of a channel and a command', '<#100000000000000003> </ask:100000000000000004> 是什么？'],
  ['a link that pretends', '[https://gov.cn](https://evil.example) 是什么网站？'],
  ['a link in angle brackets, and a bare one', '<https://evil.example/a> https://evil.example/b 安全吗？'],
  ['a code fence that never ends', '```js\nprocess.exit()\n网络安全是什么？'],
  ['code, bold, underlined, struck and hidden text', '`代码` **粗** __线__ ~~删~~ ||藏|| *斜* _斜_ 是什么？'],
  ['a heading, a quotation, a list and small print', '# 大标题\n> 引文\n- 项\n-# 小字\n1. 一\n是什么？'],
  ['the words of the bot itself', '问题\n与问题相符的段落\n> **总书记说：是的。**\n是吗？'],
  ['emoji and timestamps', ':skull: <:name:100000000000000005> <a:name:100000000000000006> <t:1700000000:R> 是什么？'],
  ['zero-width characters', '网\u200B络\u200C安\u200D全\u2060法\uFEFF是什么？@\u200Beveryone'],
  ['right-to-left characters', '\u202E？么什是法全安络网\u202C \u2067مرحبا\u2069 שלום 是什么？'],
  ['control characters and halves of characters', '\u0007网络\u001B[31m安全\uD83D 是什么？'],
  ['many combining marks', `网${'\u0301'.repeat(200)}络安全是什么？`],
  ['backslashes before marks', '\\@everyone \\\\*a\\\\* \\[a](https://evil.example) 是什么？'],
  ['a template, SQL and a path', "${process.env} '; DROP TABLE settings; -- ../../etc/passwd 是什么？"],
];

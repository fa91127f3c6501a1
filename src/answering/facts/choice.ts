/** Words that ask for something else: in their clause 还是 means "still". */
const OTHERWISE_ASKING = /什么|怎|哪|谁|几|多少|为何|如何|吗/u;
const CHOICE =
  /(?<one>[\p{Script=Han}a-z]{2})还是(?:在|是)?(?![要会不没有得能可很就只])(?<other>[\p{Script=Han}a-z]{2})/u;

/** The near ends of the two things between which a folded question wants a choice (发日 and 立案 of 案发日还是立案日); null where it offers none. */
export function choiceIn(folded: string): readonly string[] | null {
  const clause = folded.split(/[,.;:?!]/u).find((one) => one.includes('还是') && !OTHERWISE_ASKING.test(one)) ?? '';
  const { one, other } = CHOICE.exec(clause)?.groups ?? {};
  return one === undefined || other === undefined ? null : [one, other];
}

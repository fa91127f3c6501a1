/** Pieces of text that, written again and again, make a careless reader of citations look at the same characters anew. */
export const HOSTILE_PIECES = [
  '《',
  '第',
  '第一条',
  '第一条、',
  '第一条至',
  '网络安全法第一',
  '（以下简称《',
  '《法》（以下简称《甲乙',
  '本法第一条',
  '前款第',
  '啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊啊法第一条',
  'article 1 of the a b c d e f g ',
  'art. 1-',
  '网络产品和服务安全审查办法（试',
  '一',
] as const;

/** A piece written until the text has this length in UTF-16 units. */
export function hostileText(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

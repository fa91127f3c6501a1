/** Numerals, places in an order, negations, pointers, particles. */
const FIXED = '〇零一二三四五六七八九十百千万亿两半几首第上下前后不没未非无否这那哪的了是在';
/** Words of one character that stand beside any other. */
const JOINING = '到给把被从由其且及即就都也还又很去来着过得地或并对向将要';
/** Words of one character that are part of others just as often: 合同, 参与. */
const OFTEN_JOINING = '和与';
const OTHERS = '为以于等会能有';

/** Whether a simplified character is never respelt, nor any other as it: the question would be another one (第六届, 不得). */
export const isFixed = (character: string): boolean => FIXED.includes(character);

/** Whether a character is a word of its own so often that a pair with a neighbour says nothing. */
export const isJoining = (character: string): boolean => JOINING.includes(character);

/** Whether a character is such a word, but part of others just as often (合同, 参与). */
export const isOftenJoining = (character: string): boolean => OFTEN_JOINING.includes(character);

/** Whether a word may begin after a character, or end before it, as it may at the end of a text. */
export const standsAlone = (character: string): boolean =>
  [FIXED, JOINING, OFTEN_JOINING, OTHERS].some((characters) => characters.includes(character));

import { Converter, Locale } from 'opencc-js/t2cn';
import { once } from './once.js';

/** Which script a Chinese character gives away; null where both write it, or it is no Chinese character. */
export type Script = 'traditional' | 'simplified';

/**
 * Traditional characters that become another one in some words and stay in others (看著, 編著; 象徵, 宮商角徵羽).
 * Alone they cannot be decided. Matching need not: both scripts fold to the second of each pair.
 */
const MERGED = '著着 瞭了 藉借 覆复 徵征 乾干 甚什 夥伙 餘余 衞卫';

/** Traditional characters that simplified texts keep in words and names (编著, 瞭望, 慰藉, 覆盖, 乾隆): no sign of a script. */
const KEPT_IN_SIMPLIFIED = '著瞭藉覆徵乾甚夥';

/**
 * Simplified characters that traditional texts write as well (皇后, 公里, 計劃表): no sign of a script. Those that
 * OpenCC's dictionary from simplified to traditional leaves alone, always or in some words, without a few that are rare there.
 */
const KEPT_IN_TRADITIONAL =
  '佛俊修僵克冢冬凌出刮制千升卜即卷只合吊同向呆周咽哄喂噪回困埼奸姜娘家局峰巨布席幸庵弦彩御志念恤愈戚扇才扎托扣折抬抵拐拼挨挲挽捆捍搜' +
  '教旋旗既昆暗曲札朱杆杯松板查栗核梁棋棱欲污沈沾泄泛注溪溯漓狸玩璇症真矩私秋糊糖系累胄胡致舍芸苔蒙蓑蔑表谷踊逾酸雕面飧' +
  '丑于云伙余佣准几凶划占厘台叶吁后咸夸尸岩岳帘干征愿斗朴杠杰涂涌淀游熏皂筑腊腌膻范蜡跖辟郁采里着了借';

interface Characters {
  readonly simplified: ReadonlyMap<string, string>;
  readonly scripts: ReadonlyMap<string, Script>;
}

/** The pairs of single characters in OpenCC's dictionaries; where one has several targets, the first is the usual one. */
const characters = once((): Characters => {
  const simplified = new Map<string, string>();
  const scripts = new Map<string, Script>();
  for (const dictionary of Locale.to.cn.flat()) {
    const entries =
      typeof dictionary === 'string' ? dictionary.split('|').map((entry) => entry.split(' ')) : dictionary;
    for (const [from = '', to = ''] of entries)
      if (from !== to && isOneCharacter(from) && isOneCharacter(to)) simplified.set(from, to);
  }
  for (const to of simplified.values()) scripts.set(to, 'simplified');
  for (const from of simplified.keys()) scripts.set(from, 'traditional');
  for (const both of KEPT_IN_TRADITIONAL + KEPT_IN_SIMPLIFIED) scripts.delete(both);
  for (const [from = '', to = ''] of MERGED.split(' ').map((pair) => Array.from(pair))) simplified.set(from, to);
  return { simplified, scripts };
});

const convert = once(() => Converter({ from: 't', to: 'cn' }));

function isOneCharacter(text: string): boolean {
  return text.length === ((text.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
}

/**
 * The simplified form of one Chinese character, for matching; any other character unchanged. Words are not looked at:
 * a character that is simplified in some words only (著, 乾, 徵) always folds, so 名著 gives 名着 from both scripts.
 */
export function simplifyCharacter(character: string): string {
  return characters().simplified.get(character) ?? character;
}

/** The script that a character gives away. */
export function scriptOf(character: string): Script | null {
  return characters().scripts.get(character) ?? null;
}

/**
 * A text in simplified script, by OpenCC's words and characters (not its vocabulary: 網路 gives 网路), for the input of
 * an encoder that knows no other. Text without a single traditional character comes back as it is, so that 编著, 乾隆
 * and 瞭望 stay.
 */
export function toSimplified(text: string): string {
  const { scripts } = characters();
  for (const character of text) if (scripts.get(character) === 'traditional') return convert()(text);
  return text;
}

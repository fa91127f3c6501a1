/**
 * Words of Taiwan and Hong Kong beside the words of the mainland for the same thing, both folded (in simplified
 * characters). General vocabulary of computing, the press and administration, no names.
 */
const REGIONAL_WORDS: readonly (readonly [regional: string, mainland: string])[] = [
  ['资通安全', '网络安全'],
  ['资讯安全', '网络安全'],
  ['资安', '网络安全'],
  ['网际网路', '互联网'],
  ['网路', '网络'],
  ['网友', '网民'],
  ['网购', '网上购物'],
  ['线上', '网上'],
  ['连结', '链接'],
  ['宽频', '宽带'],
  ['频宽', '带宽'],
  ['云端', '云'],
  ['伺服器', '服务器'],
  ['资料库', '数据库'],
  ['个人资料库', '个人数据库'],
  ['个人资料', '个人信息'],
  ['个资', '个人信息'],
  ['资料', '数据'],
  ['资讯', '信息'],
  ['讯息', '信息'],
  ['简讯', '短信'],
  ['通讯', '通信'],
  ['数位', '数字'],
  ['软体', '软件'],
  ['硬体', '硬件'],
  ['应用程式', '应用程序'],
  ['程式', '程序'],
  ['演算法', '算法'],
  ['人工智慧', '人工智能'],
  ['智慧财产', '知识产权'],
  ['晶片', '芯片'],
  ['行动支付', '移动支付'],
  ['行动装置', '移动设备'],
  ['行动电话', '移动电话'],
  ['使用者', '用户'],
  ['帐号', '账号'],
  ['帐户', '账户'],
  ['身分', '身份'],
  ['视窗', '窗口'],
  ['影片', '视频'],
  ['视讯', '视频'],
  ['影音', '音视频'],
  ['社群', '社交'],
  ['骇客', '黑客'],
  ['诈欺', '诈骗'],
  ['检举', '举报'],
  ['搜集', '收集'],
  ['报导', '报道'],
  ['宣导', '宣传'],
  ['专案', '专项'],
  ['计画', '计划'],
  ['高阶', '高级'],
  ['品质', '质量'],
  ['公部门', '政府部门'],
  ['电子化政府', '电子政务'],
  ['东协', '东盟'],
  ['中国大陆', '我国'],
];

const MAINLAND = new Map(REGIONAL_WORDS);
/** The longest first, so that 网际网路 is no 网际 with 网路. */
const PATTERN = new RegExp(
  [...MAINLAND.keys()].sort((one, other) => other.length - one.length || (one < other ? -1 : 1)).join('|'),
  'gu',
);

/** A folded text with the words of the mainland in place of those of Taiwan and Hong Kong. */
export function mainlandWords(folded: string): string {
  return folded.replace(PATTERN, (word) => MAINLAND.get(word) ?? word);
}

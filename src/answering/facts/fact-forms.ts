import type { PlainFact } from './plain-fact.js';

/** Of bounded length, so that a text of digits alone is read once and not once a digit. */
export const NUMBER = '(?:\\d[\\d.,]{0,15}|[〇零一二两三四五六七八九十百千]{1,10})[多余几]?[百千万亿]{0,3}[多余几]?';
/** No number in the middle of another one, not the day of a month, nor the 一 of 一项重要内容. */
export const NUMBER_START =
  '(?<![\\d〇零一二两三四五六七八九十百千]|\\d[.,]|[月第统])(?!一(?![〇零一二三四五六七八九十百千万亿]))';

/** The forms in which texts state a fact of each kind. */
export const GIVEN: Readonly<Record<PlainFact, RegExp>> = {
  /** A year, before 年 or where nothing counts what it might count otherwise: 2020, not 2000余名. */
  date: /\d{4}年|\d{1,2}月|[一二三四五六七八九十]月|(?<![\d.,])(?:1[89]|20)\d\d(?![\d%\p{Script=Han}]|[.,]\d)/gu,
  day: /\d{1,2}月\d{1,2}(?!\d|年)|(?<![\d.])\d{1,2}[日号]|[一二三四五六七八九十]月[一二三四五六七八九十]{1,3}[日号]|\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d/gu,
  share: /\d(?:%| ?per ?cent)|百分之|[\d一二三四五六七八九十]倍|[\d一二三四五六七八九]成(?![员立为果功长都本效就熟])/gu,
  money: new RegExp(
    String.raw`${NUMBER}(?:元|美元|欧元|人民币)|[$€¥£]\s?\d|免费|收费|\d (?:(?:thousand|million|billion|trillion) )?(?:yuan|rmb|dollars?|euros?)\b`,
    'gu',
  ),
  /** A number in the form of a telephone, or one that stands beside the word and counts nothing. */
  telephone: new RegExp(
    [
      String.raw`(?<!\d)(?:0\d{2,3}-?\d{7,8}|1[3-9]\d{9}|[48]00-?\d{3}-?\d{4})(?!\d)`,
      String.raw`(?:电话|热线|拨打|致电|\b(?:phone|telephone|hotline|call|dial)\b)[^\d,。;]{0,12}\d{3,}(?![\d.,余多几万亿千百件起个名人次家条项])`,
      String.raw`(?<!\d)\d{3,12}(?:举报|服务|报警|咨询)?(?:电话|热线)`,
    ].join('|'),
    'gu',
  ),
  address: /\bwww\.|https?:|@[a-z]|\.(?:cn|com|org|net)\b/gu,
  area: new RegExp(String.raw`${NUMBER}(?:平方|亩|公顷|平米)|\d (?:square|hectares?|acres?)\b`, 'gu'),
  duration: new RegExp(
    String.raw`(?<!\d)(?!\d{4}年)${NUMBER}(?:年|个月|天|周|星期|小时|分钟)|${NUMBER_START}${NUMBER}(?:个?工作日|日(?=以?[内上下]|之[内前]|前|的?期限))|每[年月周天]|\d (?:years?|months?|days?|weeks?|hours?|minutes?)\b`,
    'gu',
  ),
  size: new RegExp(
    String.raw`${NUMBER}(?:米|公里|千米|厘米|公斤|千克|吨|度|兆|比特|字节|海里|升)|\d ?(?:met(?:re|er)s?|km|kilomet(?:re|er)s?|miles?|kg|kilograms?|tons?|mph|[kmgt]b)\b`,
    'gu',
  ),
  frequency:
    /每(?:隔|两|[一二三四五六七八九十\d])?[年月周天日季]|[一两二三四五六七八九十\d](?:年|个月|周|天)[^,.;。]{0,4}[一1][次届期]|年度|\b(?:every|annual(?:ly)?|once a|twice a)\b/gu,
  rank: /第[一二三四五六七八九十\d]+(?![届次批条章期回个\d]|时间|书记|产业)|首位|居首|领先|前列|最大|最多|\b(?:first|second|third|largest|\d+(?:st|nd|rd|th))\b/gu,
  age: new RegExp(String.raw`${NUMBER}周?岁|\d years? old\b|\baged \d`, 'gu'),
  penalty: /处分|免职|开除|问责|徒刑|判处|判刑|拘役|死刑|获刑|罚金|拘留|罚款|吊销|\bsentenced\b|\bimprison/gu,
  procedure:
    /报名|申请表|提出申请|提交|拨打|填写|登录|网址|热线|窗口|携带|身份证|\b(?:apply|register|sign up|submit|fill in|call) /gu,
  /** A name of a place is known, ends in what it is, or stands where something takes place. */
  place: new RegExp(
    [
      '北京|上海|天津|重庆|香港|澳门|台湾|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|内蒙古|广西|西藏|宁夏|新疆',
      '深圳|广州|武汉|杭州|南京|成都|西安|郑州|合肥|青岛|大连|宁波|厦门|乌镇|[美英法德韩]国|俄罗斯|日本|印度|巴西|东盟|欧盟|非洲|欧洲|联合国',
      String.raw`[\p{Script=Han}]{2}[省市县州镇乡村](?![场民级委域容长])|自治区|新区|特区|(?<=在)\p{Script=Han}{2,8}(?=举[办行]|召开|发布|成立|开幕|落[地幕户])|(?<=落[地户])\p{Script=Han}{2}|\b(?:in|at) [a-z]+`,
    ].join('|'),
    'gu',
  ),
  /** Another country than China, or a part of the world. */
  country:
    /[美英法德韩泰]国|俄罗斯|日本|印度|巴西|南非|缅甸|柬埔寨|老挝|越南|新加坡|马来西亚|印尼|菲律宾|澳大利亚|加拿大|东盟|欧盟|欧洲|非洲|阿拉伯|中[美俄欧英德法非日韩]|\b(?:united states|america|russia|europe|japan|korea|africa|asia)\b/gu,
  /** A verb that says what a word means. */
  definition:
    /[">]等|是指|指的?是|是一种|是一项|所谓|即(?=[^使将便])|也就是|称为|简称|\b(?:means|is an? |refers? to|stands for)\b/gu,
  comparison: /区别|不同于|差异|差别|相比|较之|比\d{4}年|同比|与此不同|\b(?:unlike|than|whereas|compared|differs?)\b/gu,
  court: /[省市县区州]\p{Script=Han}{0,6}(?:检察院|法院)|公安(?:厅|分局)|[省市县区]公安局|派出所|\bcourt of\b/gu,
  brand:
    /品牌|微信|微博|抖音|快手|淘宝|京东|百度|腾讯|阿里|华为|小米|网易|新浪|知乎|\b(?:weibo|wechat|tiktok|douyin|apple|google|microsoft)\b|[A-Z][a-z]+/gu,
  /** Who is named: an office, a company, a team, or somebody by what he is; not 社会, 举办, 全部. */
  agent:
    /(?:网信|[国中外侨]|[省市县])办(?!法|公|事)|办公[室厅]|(?<![全内外干局各一本三])部(?!分|署|队|件|委|落|长)|[委党]组|委员会|(?<!布|格|当|结)局(?![面势限部])|总署|(?:国务|研究|检察|法|学|通信|设计)院|[省市]厅|公安厅|报社|通讯社|战队|公司|集团|企业|大学|高校|机关|机构|组织(?=[,、和])|团伙|工会|妇联|共青团|协会|联盟|总书记|主席|总理|同志|主任|代表|政府|习近平|\b(?:by|ministry|office|company|commission|agency)\b/gu,
  code: /[a-z]{1,6}(?:\/[a-z])?[ -]?\d{3,}|\d{4}[)\]〕]\d|[〔[]\d{4}|\d{5,}/gu,
  article: /第[〇零一二三四五六七八九十百\d]+条|\barticles? \d/gu,
};

import { either, type QuestionForm } from './plain-fact.js';
import { PAID } from './question-forms.js';

/** What a phrase without a word that asks ends in, or begins with, that asks for a fact: 决赛门票, maximum fine. */
export const PHRASES: readonly QuestionForm[] = [
  ['telephone', /(?:电话|热线|号码|联[系络]方式)$|\b(?:hotline|phone|telephone)(?: number)?$/u],
  [
    'address',
    /(?:网址|官网|邮箱|邮件地址|官网地址|公众号)$|\b(?:e-?mail|website)(?: address)?$|^(?:the )?(?:e-?mail|website|web address) of\b/u,
  ],
  ['date', /(?:时间|日期|[行施效布台开办幕立止线]日|年份)$|\b(?:dates?|deadline|year)$/u],
  ['court', /(?:法院|检察院|派出所)$|\bcourt$/u],
  ['area', /面积$|\barea$/u],
  [
    'share',
    /(?:增长|占有|合格|通过|破案|成功|处置|就业|普及|覆盖|识别|支持|使用|上升|下降)率$|(?:比例|占比|比重)$|\b(?:rate|percentage|proportion|ratio)$|\brate (?:in|of|for)\b/u,
  ],
  [
    'money',
    either(
      `${PAID}(?:数额|金额|标准|上限|总额)?$|(?:门票|报名费|待遇|罚款上线)$`,
      String.raw`\b(?:salary|price|pay|wages|tuition(?: fees?)?|prize(?: money)?|budget|costs?|fees?|amount|funding|fines?|reward|turnover|revenue|investment)(?: (?:in|of|for) [a-z ]{1,30})?$`,
    ),
  ],
  [
    'penalty',
    /(?:刑期|刑罚|罚则|处罚标准|量刑)$|\b(?:penalt(?:y|ies)|sentences?|punishments?)(?: for [a-z ]{1,40})?$/u,
  ],
  [
    'procedure',
    /(?:流程|步骤|手续|资格|(?:报名|申请|招聘|录用|报考|准入)条件|报名|入口)$|\b(?:procedure|eligibility|registration|requirements)$/u,
  ],
  ['rank', /(?:排名|排行榜?|名次)$|\b(?:ranking|rank)$/u],
  ['code', /(?:编号|文号|案号|标准号|许可证号)$|\b(?:docket|case|document|standard|reference) (?:number|code)s?$/u],
  ['age', /年龄(?:限制|要求)?$|\bage(?: limit)?$/u],
  ['duration', /(?:期限|时限|有效期|时长|学制|工期)$|\b(?:duration|period|validity)$/u],
  [
    'place',
    /(?:地点|(?:城市|县市|省份|[^,.;?]{2}地区)|举办地|会址|总部|场馆)$|\b(?:venue|location|headquarters|site)$|^(?:the )?(?:venue|location|site) of\b/u,
  ],
  [
    'agent',
    /(?:主办方|主办单位|承办单位|制作单位|冠军)$|^(?:the )?(?:organi[sz]er|sponsor|winner)s? of\b|\bwinners?$/u,
  ],
];

import { either, type QuestionForm } from './plain-fact.js';

/** Forms that a number or a list goes before: 哪些单位各有多少. */
export const WIDER_FORMS: readonly QuestionForm[] = [
  [
    'country',
    either(
      '哪一?国|哪一?个国家|什么国家',
      String.raw`\b(?:what|which) (?:other |foreign )?countr(?:y|ies)\b|\b(?:what|which) foreign\b`,
    ),
  ],
  [
    'place',
    either(
      '(?<![到差]|在)哪[里儿]|在哪[里儿](?!不)|在哪(?![些个种家项])|哪一?(?:个|座|些|几个)?(?:城|地方|省|国家|市|县|地区)|什么(?:地方|地点)|(?:地点|举办地|会址|总部)(?:是|在)|哪一?[个座]?(?:场馆|场地|会场|大厅)|何地|何处',
      String.raw`\bwhere (?:else|is|was|were|are|did|will|has|have)\b|^where[?]?$|\b(?:what|which) venue\b|\b(?:what|which) (?:other )?(?:city|cities|province|provinces|country|countries|town|place)\b`,
    ),
  ],
  [
    'court',
    either(
      '哪一?[个家所](?:检察院|法院|公安局|派出所|公安机关)',
      String.raw`\b(?:what|which) (?:court|prosecutor|procuratorate|police station)`,
    ),
  ],
  [
    'brand',
    either(
      '(?:哪一?[个些家款]|哪几[个家款]|(?<!(?:搭建|建立|建设|打造|构建|提供)了?)什么)(?:平台|品牌|牌子|软件|应用|app|型号|手机)',
      String.raw`\b(?:what|which) (?:platforms?|brands?|apps?|software|phones?|models?)\b`,
    ),
  ],
  [
    'agent',
    either(
      '谁|哪(?:一?个|一?家|些|几[个家])(?:单位|部门|机构|公司|企业|机关|组织|集团|学校|大学|高校|战队)|哪位|何人|哪(?:一?[支所家])|(?:主任|主席|负责人|记者|冠军|队长|部长)(?:叫什么|的名字)',
      String.raw`(?<!\b(?:people|person|those|one|ones|man|woman|guys?|customers?|creeps?|anyone|someone|somebody|everyone|[a-z]{2,}ers) )\bwho(?:m|se)?\b|\b(?:author|director|chair|head|organi[sz]er|sponsor|winner)s? of\b|\b(?:what|which) (?:(?!(?:an?|the|do|does|did|is|are|was|were|has|have|had|can|could|may|must|should|will|would)\b)[a-z]+ ){0,2}(?:agenc(?:y|ies)|compan(?:y|ies)|organi[sz]ations?|bod(?:y|ies)|departments?|ministr(?:y|ies)|institutions?|firms?|teams?|universit(?:y|ies))\b`,
    ),
  ],
];

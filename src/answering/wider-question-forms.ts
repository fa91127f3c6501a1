import { either, type QuestionForm } from './plain-fact.js';

/** Forms that a number or a list goes before: 哪些单位各有多少. */
export const WIDER_FORMS: readonly QuestionForm[] = [
  [
    'place',
    either(
      '(?<![到差]|在)哪[里儿]|在哪[里儿](?!不)|在哪(?![些个种家项])|哪一?(?:个|座|些|几个)?(?:城市|地方|省|国家|市|县|地区)|什么(?:地方|地点)|(?:地点|举办地|会址|总部)(?:是|在)|哪一?[个座]?(?:场馆|场地|会场|大厅)|何地|何处',
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
      '(?:哪一?[个些家款]|哪几[个家款]|什么)(?:平台|品牌|牌子|软件|应用|app|型号|手机)',
      String.raw`\b(?:what|which) (?:platforms?|brands?|apps?|software|phones?|models?)\b`,
    ),
  ],
  [
    'office',
    either(
      '(?:什么|哪些|何种)(?:职务|职位|头衔|官)|担任(?:什么|何)',
      String.raw`\bwhat (?:position|post|office|title)s?\b`,
    ),
  ],
  [
    'person',
    either(
      '(?:长|主席|主任|书记|理事|总裁|创始人|发言人|作者|记者|院士|代表|总理|教练|队长)(?:是|叫|由|为)?(?:谁|哪位|什么名字|何人)|谁(?:担任|出任|当选?)|谁(?:是|当)[^,.;?]{0,16}(?:长|主席|主任|书记|作者|记者)',
      String.raw`\bwho (?:(?:is|was|are|were) (?:the|its|their|currently|now) |(?:serves|became|chairs|heads|leads|sits)\b)|\b(?:name|names) of the (?:director|author|chair|minister|head|secretary|winner|journalist)`,
    ),
  ],
  [
    'agent',
    either(
      '谁|哪(?:一?个|一?家|些|几[个家])(?:单位|部门|机构|公司|企业|机关|组织|集团|学校|大学|高校|战队)|哪位|何人|哪(?:一?[支所家])|(?:主任|主席|负责人|记者|冠军|队长|部长)(?:叫什么|的名字)',
      String.raw`\bwho(?:m|se)?\b|\b(?:author|director|chair|head|organi[sz]er|sponsor|winner)s? of\b|\b(?:what|which) (?:agenc(?:y|ies)|compan(?:y|ies)|organi[sz]ations?|bod(?:y|ies)|departments?|ministr(?:y|ies)|institutions?|firms?|teams?|universit(?:y|ies))\b`,
    ),
  ],
  // What a text says: where a document only names the text, it does not say so.
  [
    'content',
    either(
      '(?:规定|讲|说|写|谈|承诺|约定)了?(?:些)?(?:什么|啥|哪些)|(?:条|原文|文件|报告|里面)(?:是)?怎么(?:写|说|规定)|(?:全文|原文|条文|演讲内容|发言内容)是什么|(?:具体)?内容(?:是|有|包括)?(?:什么|哪些|啥)|具体(?:内容|条款|条文|目标|措施|规定|做法)',
      String.raw`\bwhat (?:does|do|did) [^?]{1,60}\b(?:say|state|stipulate|provide|prescribe)\b|\bwhat exactly\b|\bpoint by point\b|\b(?:contents?|text|wording|provisions|full text) of\b|\bwhat (?:commitments?|provisions?|clauses?) \b`,
    ),
  ],
];

import { either, type QuestionForm } from './plain-fact.js';

/** Forms that a number or a list goes before: 哪些单位各有多少. */
export const WIDER_FORMS: readonly QuestionForm[] = [
  [
    'superlative',
    either(
      '最(?:多|高|大|早|少|低|常|好|强|快|新|严|受)[^,.;?]{0,6}(?:是|为|属|有)?(?:哪|谁|什么)|(?:哪|谁|什么)[^,.;?]{1,14}最(?:多|高|大|早|少|低|常|好|强|快|新)|(?:哪|谁)[^,.;?]{1,16}(?:排|居|占|得|拿)?(?:第一|首位|榜首)|(?:第一名|老大|榜首|最高奖)[^,.;?]{0,4}(?:是|归)?(?:哪|谁|什么)',
      String.raw`\b(?:which|what|who)\b[^?]{1,60}\b(?:most|highest|largest|biggest|lowest|fewest|smallest|earliest|top spot|first place|number one|best)\b`,
    ),
  ],
  [
    'scope',
    either(
      '(?:是否|是不是|会不会|能不能)?(?:也)?(?:适用|管得[到着]|管不管|约束|覆盖)[^,.;?]{0,10}(?:吗|么|不[?]?$|没有)',
      String.raw`\b(?:does|do|did|is|are)\b[^?]{1,80}\b(?:apply to|come under|comes under|fall under|falls under|bind|binds|cover|extend to|exempt)\b`,
    ),
  ],
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
    'incentive',
    either(
      '(?:什么|哪些|怎样的|多少|有没有|给不给)[^,.;?]{0,6}(?:优惠|减免|补贴|补助|津贴|资助|扶持)|(?:优惠|减免|补贴|补助|扶持)(?:政策|措施|条件)?(?:是|有)(?:什么|哪)',
      String.raw`\b(?:tax|rent) (?:[a-z]+ )?(?:breaks?|relief|cuts?|incentives?|exemptions?)\b|\b(?:what|which|any) (?:[a-z]+ )?(?:subsid(?:y|ies)|incentives?|grants?|perks)\b`,
    ),
  ],
  [
    'reaction',
    either(
      '(?:有|是|作出)(?:什么|何|怎样的?|哪些)(?:样的)?(?:反应|反响|回应)|(?:如何|怎[么样])反应|反[应响](?:如何|怎[么样])',
      String.raw`\bhow (?:did|do|does|have|has) [^?]{1,60}\breact\b|\b(?:reactions?|responses?) (?:of|from) \b|\bwhat did [^?]{1,60}\bthink of\b`,
    ),
  ],
  // What somebody may, must or will have to bear himself: no text of plans and campaigns says so by the way.
  [
    'rule',
    either(
      '^(?!.*(?:哪|什么|谁|怎|如何)).*(?:会不会|会|要)(?:也|一块儿?|一起|都)?被|犯法|违法[吗么不]|合法[吗么不]|犯不犯|违不违|得不得|行不行|要不要求|可不可以|(?<!网)我(?!国|们国|省|市|党|军)[^,.;?]{0,24}(?:会不会|能不能|可以|要不要|能)[^?]{0,20}(?:[吗啊么呀去]|[?]|$)',
      String.raw`\b(?:would|will|could|must) i (?:get|be|have to|need)\b|\bis it (?:legal|illegal|allowed|a crime)\b|\b(?:is|are) [^?]{1,60}\b(?:allowed|permitted|banned|forbidden)\b|\bagainst the law\b`,
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
    'office',
    either(
      '(?:什么|哪些|何种)(?:职务|职位|头衔|官)|担任(?:什么|何)',
      String.raw`\bwhat (?:position|post|office|title)s?\b`,
    ),
  ],
  [
    'person',
    either(
      '(?:长|主席|主任|书记|理事|总裁|创始人|发言人|作者|记者|院士|代表|总理|教练|队长|同志|人士|专家|高层|官员|干部|领导|嘉宾|学者|一把手|主持人)(?:是|叫|由|为)?(?:谁|哪位|什么名字|何人)|谁(?:担任|出任|当选?|主持|作报告|致辞|接任)|(?:发言|讲话|致辞|主持|总结|演讲|接任)的?人?(?:是|为)(?:谁|哪位)|谁(?:是|当)[^,.;?]{0,16}(?:长|主席|主任|书记|作者|记者)',
      String.raw`\bwho (?:(?:is|was|are|were) (?:the|its|their|currently|now) |(?:serves|became|chairs|heads|leads|sits)\b)|\bwho (?:took over|succeeded|replaced|signed|chaired|headed)\b|\bnames? of (?:the |these |those )?(?:[a-z]+ )?(?:officials?|people|men|women|leaders|experts|speakers|delegates|suspects)\b|\b(?:name|names) of the (?:director|author|chair|minister|head|secretary|winner|journalist)`,
    ),
  ],
  [
    'agent',
    either(
      '谁|哪(?:一?个|一?家|些|几[个家])(?:单位|部门|机构|公司|企业|机关|组织|集团|学校|大学|高校|战队)|哪位|何人|哪(?:一?[支所家])|(?:主任|主席|负责人|记者|冠军|队长|部长)(?:叫什么|的名字)',
      String.raw`(?<!\b(?:people|person|those|one|ones|man|woman|guys?|customers?|creeps?|anyone|someone|somebody|everyone|[a-z]{2,}ers) )\bwho(?:m|se)?\b|\b(?:author|director|chair|head|organi[sz]er|sponsor|winner)s? of\b|\b(?:what|which) (?:(?!(?:an?|the|do|does|did|is|are|was|were|has|have|had|can|could|may|must|should|will|would)\b)[a-z]+ ){0,2}(?:agenc(?:y|ies)|compan(?:y|ies)|organi[sz]ations?|bod(?:y|ies)|departments?|ministr(?:y|ies)|institutions?|firms?|teams?|universit(?:y|ies))\b`,
    ),
  ],
  // What a text says: where a document only names the text, it does not say so.
  [
    'content',
    either(
      '(?:规定|写|承诺|约定|达成|商定|问|聊|讨论|分享)了?(?:些)?(?:什么|啥|哪些)|(?:发言|演讲|讲话)[^,.;?]{0,6}(?:讲|说|谈)了?(?:些)?(?:什么|啥|哪些)|(?:条|原文|文件|报告|里面)(?:是)?怎么(?:写|说|规定)|(?:全文|原文|条文|演讲内容|发言内容)是什么|有没有(?:说|讲|写|规定|要求)(?!什么)|(?:是否|是不是)(?:必须|要求|规定)|对[^,.;?]{2,24}[作做]出?了?(?:什么|哪些|怎样的|何种)(?:具体)?(?:规定|限制)|(?:必须|得先|要先)[^,.;?]{1,14}吗|(?:具体)?内容(?:是|有|包括)?(?:什么|哪些|啥)|(?:什么|哪些)内容|具体(?:内容|条款|条文|目标|措施|规定|做法)',
      String.raw`\bwhat (?:does|do|did) [^?]{0,50}\b(?:law|rules?|regulations?|measures|provisions|plan|strategy|opinions?|documents?|convention|agreement|declaration|initiative|guidelines|article \d+)\b[^?]{0,30}\bsay\b|\bwhat (?:does|do|did) [^?]{1,60}\b(?:stipulate|prescribe|agree on|discuss|decide|promise|share)\b|\bwhat [a-z]+ did [^?]{1,60}\bshare\b|\b(?:does|do|did) (?:the|that|this|those|it|its)\b[^?]{1,60}\b(?:say|require|make|force|oblige|demand)\b|\bwhat exactly\b|\bpoint by point\b|\b(?:contents?|text|wording|provisions|full text) of\b|\bwhat (?:commitments?|provisions?|clauses?) \b`,
    ),
  ],
];

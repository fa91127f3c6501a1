import { either, type QuestionForm } from './plain-fact.js';

/** What is paid: by whom and for what does not matter. 资金 and 基金 may be spoken of without an amount. */
export const PAID =
  '(?:钱|薪水|薪资|薪酬|工资|薪金|起薪|底薪|时薪|市值|股价|月薪|年薪|奖金|奖励|赏金|报酬|罚款|罚金|违约金|押金|定金|保证金|票价|票钱|价格|价钱|售价|房价|租金|学费|费用|会费|经费|运费|补贴|补助|津贴|拨款|资金|预算|赔偿金?|退休金|稿费|成本|利润|营收|收入|产值|金额|数额|款项|税款|造价|投资额?|交易额|销售额)';

/** What somebody does who wants something of an authority or a company, for himself. */
const TRANSACTION =
  '(?:申请|报名|报考|报案|报警|投诉|申诉|举报|办理|登录|注册|注销|登记|备案|申报|预约|缴费|缴纳|索赔|退款|退钱|加入|领取|购买|开通|下载|填写?表?|恢复(?:营业|运营|上线|访问)|解封|重新(?:开张|上线|开放))';

/**
 * The forms of questions, the more special before the more general. A subject alone asks for nothing: 电话用户实名制,
 * telephone fraud, "why was it fined", "when data are collected".
 */
export const FORMS: readonly QuestionForm[] = [
  [
    'telephone',
    either(
      '(?:电话|热线)(?:号码?)?(?:是|为(?!什么|何|啥))?(?:多少|什么|哪个|几号)(?!诈骗|用户)|哪个(?:电话|热线|号码)|(?:打|拨打?)(?:什么|哪个|多少|几号)(?:电话|热线|号码)?|(?:电话|热线)号码',
      String.raw`\b(?:tele)?phone numbers?\b|\b(?:what|which) (?:is the |are the )?[^?]{0,40}\bhotlines?\b`,
      String.raw`\b(?:who|which number|what number) (?:do|should|can|must) (?:i|we|you|one) (?:call|ring|phone|dial)\b|\bnumber to (?:call|ring|dial)\b|\bwho (?:are|is) (?:i|we|you|one) supposed to (?:call|ring|phone)\b`,
    ),
  ],
  [
    'address',
    either(
      '(?:网址|官网|邮箱|邮件地址|公众号|网站地址)(?:的?(?:名称|名字|地址))?(?:是|为|叫|在)?(?:什么|多少|哪[里儿个]?|啥)|(?:哪个|什么)(?:网址|网站|邮箱|公众号)|电子邮件地址',
      String.raw`\bweb(?:site)? address\b|\burl\b|\be-?mail address\b|\b(?:what|which) (?:is the )?(?:official )?website\b`,
    ),
  ],
  [
    'frequency',
    either(
      '多久[^,.;?]{0,4}[一1][次届]|每[年月周天]几[次届]|多久(?:[一1]次|[一1]届|[举开办][^,.;?]{0,4}[一1][次届])|(?:每隔)?几[年月周天](?:[举开]?办|召?开)?[一1][次届]|(?:隔|每)多久|什么频率',
      String.raw`\bhow (?:often|frequently)\b|\bhow many times (?:a|per|each|every)\b|\bevery how many\b`,
    ),
  ],
  [
    'comparison',
    either(
      '(?:区别|不同|差别|差异|异同)(?:是|在|有)?(?:什么|哪|多大|吗|[?]|$)|(?:有|是)(?:什么|何|哪些)(?:区别|不同|差别|差异)|差在哪|哪里不(?:同|一样)|(?:一个|相同的?|同样的?)意思|一回事|同一(?:种|个|样)(?:东西|意思|概念|事)|是不是就是|哪一?[个座家边][^,.;?]{0,6}(?:更|比较)?[大小多少高低强弱好快早][?]?$|(?:多了?|升了?|增加?了?|好了?|高了?|涨了?)还是(?:变|是)?(?:少|降|减|差|低|跌)|[跟与和同比][^?]{1,30}相比,|(?:比例|数量|人数|占比|规模|率)[^,.;?]{0,4}(?:怎[么样]|如何|有什么)变化|谁更|哪个更',
      String.raw`\bhow (?:do|does|did) [^?]{1,60}\bdiffer\b|\bdifferences? between\b|\bwhat(?:"s| is| are) the differences?\b|\bup or down\b|\bmore or (?:less|fewer)\b|\bcompared? (?:with|to)\b|\bthe same (?:thing|as)\b|\b(?:bigger|larger|better|stronger) or (?:smaller|worse|weaker)\b`,
    ),
  ],
  [
    'definition',
    either(
      '^(?:请问|请解释|到底)?(?:什么是|什么叫|何谓|何为)[^,.;?的]{2,14}[?]?$|^"?[^,.;?的]{2,14}"?(?:到底|究竟)?(?:是|指)(?:个|的是)?什么(?:意思|东西|玩意儿?|概念|来头)[啊呀呢]?[?]?$|(?:是|指的?)(?:个)?什么(?:意思|东西|玩意)|是(?:在)?做什么(?:用)?的|(?:为什么|为何|怎么|干嘛)[^,.;?]{0,6}(?:叫|取名|起名|命名)|(?:为什么|为何|怎么|干嘛)[^,.;?]{0,24}(?:当|做)名|名[字称]的?(?:由来|来历|含义)|(?:怎[么样]|如何)运作|运作(?:方式|原理)|怎么回事',
      String.raw`^what(?:"s| is| are) (?:an? )?(?!the |its |their |this |that |these |those |one |being |said |planned |meant |china"s )[a-z\d-]+(?: [a-z\d-]+){0,2}[?]?$|\bwhat (?:does|do) [^?]{1,40} mean\b|\bdefinition of\b|\bwhy (?:is|was|are|were) [^?]{1,40}\b(?:called|named)\b|\b(?:origin of the|where does the) name\b|\bnamed after\b`,
    ),
  ],
  [
    'day',
    either(
      '哪[一1]?[天日]|几月几[日号]|几号|什么日子|哪个日期|具体日期|那天(?=施行|生效|实施|开始|发布|出台|成立|举办|召开|发部)',
      String.raw`\b(?:what|which) (?:date|day)\b`,
    ),
  ],
  [
    'date',
    either(
      '什么时[候侯]|啥时候?|几时|多会儿|什么(?:时间|日期|日子)|那[一1]?[天年](?=[^,.;?]{1,4}的[?]?$|施行|生效|实施|开始|发布|出台|成立|举办|召开|开|施形|发部)|何[时年日]|哪(?:一?年|一?天|一?日|个?月|几年|几天)|几月|几号|(?:时间|日期)(?:是|为)(?:多少|什么|哪)?[?？]?$',
      '(?:时间|日期)(?:是|为)|哪年',
      String.raw`\bwhen (?:did|does|do|was|were|is|are|will|would|has|have|had|can|could|should|shall|must|exactly)\b`,
      String.raw`\b(?:since|until|till|tell me|know|say|find) when\b|\b(?:what|which) (?:year|date|day|month|time)\b|^when[?]?$`,
      String.raw`\b(?:effective|opening|release|publication|start|starting|founding|launch|promulgation|conference|closing) date\b|\bwhen(?:"s| is)\b|\bdate of (?:entry|publication|release|issue)\b|\bhow (?:soon|long ago)\b`,
    ),
  ],
  [
    'penalty',
    either(
      '判(?:了|处|刑)?(?:几|多[久重少长]|什么|哪些)|刑期|量刑|被判|(?:罚|处罚)得?多重|什么(?:刑罚|罪名|刑)(?!事)|(?:拘留|坐牢|关)(?:多久|几[天年]|多少)|(?:坐牢|拘留|判刑|罚款)[吗么嘛]|处罚标准|(?:怎[么样]|如何)(?:处罚|判|罚|惩罚|惩处)|(?:什么|哪些|怎样的)(?:处罚|惩罚|处分|制裁|刑罚)|刑罚是|(?:什么|何种|哪些|啥)后果|下场(?:如何|怎[么样]|是)|[被受遭](?:到)?(?:罚|处分|处罚|免职|开除|判|问责|追责)|坐牢',
      String.raw`\b(?:what|which|how long) (?:prison |jail )?sentences?\b|\bsentenced to\b|\b(?:jail|prison) (?:terms?|time)\b|\b(?:anyone|anybody|someone|ever|they|boss(?:es)?|leaders?|apps?|company|companies|platforms?|officials?)\b[^?]{0,30}\b(?:fined|jailed|sacked|fired|punished|sentenced|convicted)\b|\bget life\b|\b(?:in|to) (?:jail|prison)\b|\b(?:what|which|maximum|minimum|how severe)(?:"s)? (?:is |are |was |were )?(?:the )?(?:punishments?|penalt(?:y|ies)|sentence)\b`,
    ),
  ],
  [
    'area',
    either(
      '面积(?:有|是|为)?多[大少]|占地多[大少]|多大(?:面积|的?(?:一块)?地(?!位|步))',
      String.raw`\bhow (?:large|big) an area\b|\bhow many (?:hectares|acres|square)\b|\bfloor area\b`,
    ),
  ],
  [
    'share',
    either(
      '(?:(?<!速)率|比例|比重)(?:已?达到?|是|为|有|占)?(?:多少|多高|多大|几成)|百分之(?:几|多少)|多大比例|占比?(?:多少|多大|几成)|(?:多少|几)个?百分点|几成|(?:增长|下降|上升|提高|减少|增加|降低)了?(?:多少|几)(?:个百分点|%|[?啊呢了]|$)',
      String.raw`\b(?:what|which) (?:percentage|percent|per cent|share|proportion|rate|ratio|fraction)\b|\bhow high (?:is|was) the [^?]{0,40}\brate\b`,
      String.raw`\bwhat (?:is|was|are|were) the [^?]{0,60}\b(?:percentage|proportion|rate|ratio)\b|\b(?:growth|success|detection|clearance|market|penetration) (?:rate|share)\b|\b(?:by )?how much (?:did|has|have) [^?]{1,60}\b(?:grow|grown|rise|risen|fall|fallen|increase|increased|drop|dropped)\b`,
    ),
  ],
  [
    'money',
    either(
      `(?:多少|几多)${PAID}|(?:多少|几)[万亿]{0,2}(?:美|欧|日|港)?[元块]|罚(?:款|了|金)?(?:多少|几)|(?:额|款|金|费用|价格|收入|产值|预算)(?:共?计?|是|为|有|达到?|了)(?:多少|多大|几)`,
      `免费[^,.;?]{0,6}[吗么喔啊呢][?]?$|(?:收费|要钱|要不要钱|花钱)[吗么]|${PAID}[^,.;?]{0,3}(?:多少|多高|几何)(?![个家起件人名条次])|赔偿?[你我他她它您]?(?:们)?多少|多少[^,.;?]{0,6}(?:财政|补偿)?${PAID}|(?:票价|门票|价格|费用|薪水|工资|年薪|月薪|待遇|经费|学费|报名费|奖金)(?:怎么样|如何|好不好|贵不贵|高不高)`,
      `(?:花|投|赚|挣|赔|罚|骗|损失|亏|捐|拨|缴|付|领)(?:了|到|走|掉|过|得|出|资)*(?:多少|几)(?:[万亿千百]+|[?啊呢了]|$)|(?:年薪|月薪|奖金|罚款|学费|票价)(?:多少|几)[万千百元块]|几个钱|(?:门票|学费|票)(?:怎么卖|要钱|贵)|经费从|(?:经费|费用|待遇|开支|成本)[^,.;?]{0,8}(?:谁|哪|怎[么样]|如何)|损失(?:有)?多[大少]|多少损失`,
      String.raw`\bhow many billions?\b|\bin (?:yuan|rmb|dollars)\b|\bhow many (?:(?:hundred|thousand|million|billion|trillion) )?(?:yuan|rmb|dollars|euros)\b|\bhow much (?:(?:[a-z]+ ){0,2}(?:money|cash|funding)|prize|tuition|pay|salary|compensation|damages|did|does|do|was|were|is|are|has|have|(?:can|could|will|would|should|must|may) (?:i|we|you|he|she|it|they))\b|\bhow (?:large|big|high|heavy) (?:is|was|are|were) the [^?]{0,40}\bfines?\b`,
      String.raw`\bwhat (?:is|was|are|were) the [^?]{0,60}\b(?:revenue|cost|price|budget|fine|salary|pay|reward|prize money|amount of money)\b|\b(?:what|which|how large a|how big a) (?:is the |are the )?(?:fines?|prizes?|salary|salaries|wages|fees?|tuition|rewards?)\b|\bwhat(?:"s| is| are) the (?:[a-z]+ )?(?:fines?|pay|wages|prize money|salary|reward|budget|cost|price|fee)\b|\bbe fined\?|\b(?:maximum|size of the|amount of the) fine\b|\bhow expensive\b`,
      String.raw`\bwhat (?:does|do|did|would|will|could|can) [^?]{0,60}\b(?:cost|earn|make|charge|get paid)\b(?! (?:of|sure|use|up)\b)|\bhow (?:large|big|high) (?:is|was) the (?:fine|reward|prize|budget)\b`,
      String.raw`\b(?:ticket|entry|admission) (?:price|fee)s?\b|\b(?:is|are|was|were|gets?|got) [^?]{1,60}\bpaid\b|\bfree of charge\b|\bfor free[?]?$`,
    ),
  ],
  [
    'size',
    either(
      '(?:速度|速率|网速)(?:能|可以)?(?:有|是|为|达到?)?(?:多[少快高大]|几)|(?:有|达|是|得)?多(?:长|高|重|远|快|宽|深)(?!时间|得|层|效|大|度|期|久|远的)(?=[?,.了啊呢]|$)|(?:长度|高度|速度|重量|距离|带宽|容量)(?:有|是|为|达到?)?(?:多少|多大|几)',
      String.raw`\bhow (?:tall|heavy|far|fast|wide|deep) (?:is|was|are|were|does|do|did|can)\b|\b(?:what|which) (?:[a-z]+ ){0,2}(?:speed|bandwidth|length|weight)\b|\bwhat (?:is|was) the (?:length|height|weight|speed|distance|capacity)\b`,
    ),
  ],
  // What somebody must do to get something: not how a policy is to be carried out.
  [
    'procedure',
    either(
      `(?:该|要|得|应该|应|想)(?:去?[找向跟])(?:谁|哪一?(?:个|些|家)?(?:单位|部门|机构|地方))|怎[么样]才能|(?:我(?!国|省|市|县|军|党)|咱们?|一般人|普通人)[^,.;?]{0,4}怎[么样](?!看)|(?:怎[么样]|如何)(?:辨认|认出|识别|看出|衡量|量度|测量)|怎[么样](?:知道|判断|辨别|分辨|防|检查|自查|隐藏|关闭|删除)|自己[^,.;?]{0,4}怎[么样](?:检查|查|看|防|办|申请|删|关|改)|(?:怎[么样]|如何)(?:成为|当上|领奖|领钱|恢复网站)|(?:要|需要?|准备|提交|交|带|满足)(?:什么|哪些)(?:材料|条件|资格|手续|证件|文件)|(?:报名|参赛|申请|入选|参评)(?:资格|条件|要求|材料)|(?:去|上|到|向)(?:哪[里儿边]?|何处)(?:办|领|买|告|检举|投诉|求助)|(?:怎[么样]|如何|(?:去|上|到|向|在)?(?:哪[里儿]?|何处|什么部门))[^,.;?]{0,8}${TRANSACTION}|${TRANSACTION}(?:的)?(?:流程|步骤|手续|条件|材料|办法|方法|入口|方式)`,
      String.raw`\b(?:how|where) (?:do|can|could|should|must) (?:i|you|we|one|someone)\b|\bwhat (?:do|does) (?:i|you|we|one) (?:have|need) to\b|\bhow does (?:one|someone|a company|a user)\b|\b(?:can|may) i\b|\b(?:am|are) (?:i|we|you) (?:allowed|supposed|able) to\b|\bwhat (?:documents|paperwork|qualifications) |\bwhat steps (?:do|does|must|should|can) (?:i|we|you|one|an?|someone)\b|\bhow (?:can|could|do|does|would|should|must) (?:(?:an?|my|our) (?:[a-z]+ )?(?:library|university|college|school|company|firm|shop|business|parent|student|teacher|person|user|citizen|resident|victim|developer|journalist|foreigner|tourist|child)|someone|somebody|ordinary people) (?!be )|\bhow would (?:i|we|you|one)\b|\bwhere (?:does|do|should|would|can|could) (?:he|she|they|someone|somebody|people) (?:go|turn|report|apply|complain)\b|\b(?:eligibility|entry requirements|requirements to|what are the requirements|application (?:process|procedure))\b|\bwhat (?:must|should|do|does|can) [^?]{1,60}\bdo to (?:be|get|have|become)\b|\bhow to (?:apply|register|sign up|enter|join|enrol|file|buy)\b`,
    ),
  ],
  [
    'code',
    either(
      '(?:编号|文号|案号|标准号|代码|许可证号|备案号)(?:分别|各|都)?(?:是|为|有|叫)?(?:什么|多少|哪|[?]?$)',
      String.raw`\b(?:docket|case|document|standard|licen[cs]e|file|reference) (?:numbers?|codes?)\b`,
    ),
  ],
  [
    'article',
    either(
      '第几条|哪一?条(?!战线|道路|路|线)(?:法律|法规|规定|条文|条款|条例)?|哪一?款(?:规定|条文)',
      String.raw`\b(?:which|what) (?:article|clause|section|paragraph)\b`,
    ),
  ],
  [
    'rank',
    /第几|哪[一1]?[届次批期]|\bwhich (?:edition|round|session|batch)\b|排名?(?:第)?几|排在?什么位置|\bwhere (?:does|do|did|is) [^?]{1,60}\brank\b|\bwhat rank\b/u,
  ],
  [
    'age',
    /几岁|多大(?:年纪|岁数|年龄)|年龄(?:是|为|有)?(?:多[大少]|限制|要求)|(?:最低|最小|最大)年龄|\b(?:what|which|minimum|maximum) age\b|^how old\b|\bhow old (?:is|was|are|were|must|do)\b/u,
  ],
  [
    'duration',
    /多久|多长时间|多长的?时间|(?:期限|有效期|工期|任期|学制)(?:是|为|有)?(?:多少|几|多[久长]|什么)|\bhow long\b|\bretention period\b|\bhow many (?:days|weeks|months|hours|minutes) (?:till|until|before|after|does|do|will|must|can)\b/u,
  ],
];

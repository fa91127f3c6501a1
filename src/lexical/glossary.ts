/**
 * Terms of government, law and the internet whose English is fixed and cannot be had word by word (a think tank is no
 * tank), with the Chinese that stands for them, folded. Singular, in small letters.
 */
const TERMS: readonly (readonly [english: string, chinese: string])[] = [
  // Party, state and their organs
  ['belt and road', '一带一路'],
  ['brics', '金砖国家'],
  ['counter-terrorism', '反恐'],
  ['counterterrorism', '反恐'],
  ['belt and road initiative', '一带一路'],
  ['think tank', '智库'],
  ['leading group', '领导小组'],
  ['18th party congress', '十八大'],
  ['19th party congress', '十九大'],
  ['20th party congress', '二十大'],
  ['18th national congress', '十八大'],
  ['19th national congress', '十九大'],
  ['20th national congress', '二十大'],
  ['general secretary', '总书记'],
  ['central committee', '党中央'],
  ['political bureau', '政治局'],
  ['politburo', '政治局'],
  ['standing committee', '常委'],
  ['state council', '国务院'],
  ['vice premier', '副总理'],
  ['public security organ', '公安机关'],
  ['ministry of public security', '公安部'],
  ['supreme people’s procuratorate', '最高检'],
  ['procuratorate', '检察机关'],
  ['procuratorial organ', '检察机关'],
  ['ministry of industry and information technology', '工信部'],
  ['cyberspace administration', '网信办'],
  ['market regulator', '市场监管'],
  ['core socialist values', '社会主义核心价值观'],
  ['public opinion', '舆论'],
  ['ideology', '意识形态'],
  ['positive energy', '正能量'],
  ['poverty alleviation', '扶贫'],
  ['military-civilian integration', '军民融合'],
  ['civil-military integration', '军民融合'],
  ['holistic approach to national security', '总体国家安全观'],
  ['holistic view of national security', '总体国家安全观'],
  ['rule of law', '法治'],
  ['law enforcement', '执法'],
  ['special campaign', '专项行动'],
  ['special operation', '专项行动'],
  ['joint supervision', '联合督办'],
  // Cyberspace and its governance
  ['cyberspace affairs', '网信'],
  ['internet affairs', '网信'],
  ['informatization', '信息化'],
  ['informatisation', '信息化'],
  ['cyber power', '网络强国'],
  ['cyberpower', '网络强国'],
  ['strong cyber nation', '网络强国'],
  ['cyber sovereignty', '网络主权'],
  ['cyberspace sovereignty', '网络主权'],
  ['community with a shared future in cyberspace', '网络空间命运共同体'],
  ['community of shared future in cyberspace', '网络空间命运共同体'],
  ['shared future', '命运共同体'],
  ['world internet conference', '世界互联网大会'],
  ['cybersecurity week', '网络安全宣传周'],
  ['publicity week', '宣传周'],
  ['internet governance', '互联网治理'],
  ['comprehensive governance', '综合治理'],
  ['internet user', '网民'],
  ['netizen', '网民'],
  ['domain name', '域名'],
  ['real name', '实名'],
  ['real-name system', '实名制'],
  ['pop-up', '弹窗'],
  ['instant messaging', '即时通信'],
  ['live streaming', '直播'],
  ['search engine', '搜索引擎'],
  ['online culture', '网络文化'],
  ['internet police', '网警'],
  ['cyber police', '网警'],
  ['internet water army', '网络水军'],
  ['water army', '网络水军'],
  ['paid poster', '网络水军'],
  ['paid commenter', '网络水军'],
  // Security and crime
  ['cybersecurity review', '网络安全审查'],
  ['multi-level protection', '等级保护'],
  ['graded protection', '等级保护'],
  ['critical information infrastructure', '关键信息基础设施'],
  ['critical infrastructure', '关键基础设施'],
  ['personal information', '个人信息'],
  ['personal data', '个人信息'],
  ['data export', '数据出境'],
  ['cross-border data transfer', '数据出境'],
  ['standard contract', '标准合同'],
  ['emergency response plan', '应急预案'],
  ['contingency plan', '应急预案'],
  ['emergency plan', '应急预案'],
  ['cyber attack', '网络攻击'],
  ['cyberattack', '网络攻击'],
  ['hacker', '黑客'],
  ['trojan', '木马'],
  ['telecom fraud', '电信网络诈骗'],
  ['telecommunications fraud', '电信网络诈骗'],
  ['online fraud', '网络诈骗'],
  ['scammer', '诈骗'],
  ['fraudster', '诈骗'],
  ['scam', '诈骗'],
  ['money laundering', '洗钱'],
  ['launder', '洗钱'],
  ['exam cheating', '考试作弊'],
  ['hidden camera', '偷拍'],
  ['spy camera', '偷拍'],
  ['eavesdropping', '窃听'],
  ['turn themselves in', '投案自首'],
  // Technology and the economy
  ['digital economy', '数字经济'],
  ['digital divide', '数字鸿沟'],
  ['digital village', '数字乡村'],
  ['digital china', '数字中国'],
  ['big data', '大数据'],
  ['cloud computing', '云计算'],
  ['artificial intelligence', '人工智能'],
  ['generative ai', '生成式人工智能'],
  ['quantum communication', '量子通信'],
  ['high performance computing', '高性能计算'],
  ['operating system', '操作系统'],
  ['smart city', '智慧城市'],
  ['mobile payment', '移动支付'],
  ['online shopping', '网络购物'],
  ['sharing economy', '分享经济'],
  ['e-commerce', '电子商务'],
  ['cross-border e-commerce', '跨境电子商务'],
  ['e-government', '电子政务'],
  ['government service', '政务服务'],
  ['industrial park', '产业园区'],
  ['pilot zone', '试验区'],
  ['industrial internet', '工业互联网'],
  ['supply chain', '供应链'],
  ['core technology', '核心技术'],
  ['market value', '市值'],
  ['market capitalisation', '市值'],
  ['market capitalization', '市值'],
];

const CHINESE = new Map(TERMS);

/** The longest first; blanks and hyphens are alike, and words may stand in the regular plural. */
const PATTERN = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${[...CHINESE.keys()]
    .sort((one, other) => other.length - one.length || (one < other ? -1 : 1))
    .map((term) => term.replace(/[ -]/g, '[ -]').replace('’', "[’']").replace(/y$/, '(?:y|ie)'))
    .join('|')})s?(?![\p{L}\p{N}])`,
  'giu',
);

/** The Chinese of a term as it was matched, in whatever spelling. */
function chineseOf(matched: string): string | null {
  const plain = (text: string): string => text.toLowerCase().replace(/-/g, ' ').replace("'", '’').replace(/ies?$/, 'y');
  const term = TERMS.find(([english]) => plain(english) === plain(matched));
  return term?.[1] ?? null;
}

/** An English text with the terms of the glossary in Chinese, and the Chinese of those terms in their order, each once. */
export function withChineseTerms(text: string): { readonly text: string; readonly terms: readonly string[] } {
  const terms: string[] = [];
  const replaced = text.replace(PATTERN, (whole, matched: string) => {
    const chinese = chineseOf(matched);
    if (chinese === null) return whole;
    terms.push(chinese);
    return ` ${chinese} `;
  });
  return { text: replaced, terms: [...new Set(terms)] };
}

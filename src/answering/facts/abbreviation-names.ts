/**
 * Abbreviations that Chinese texts write as words, folded, with those words: a passage that says 欧盟 holds EU. Others
 * (GDPR, App) stand in Chinese texts as they are, or are not spoken of.
 */
export const ABBREVIATION_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['ai', ['人工智能']],
  ['apec', ['亚太经合组织', '亚太经济合作组织']],
  ['asean', ['东盟']],
  ['brics', ['金砖']],
  ['cac', ['网信办']],
  ['cpc', ['中国共产党', '中共', '党']],
  ['eu', ['欧盟', '欧洲']],
  ['g20', ['二十国集团']],
  ['icann', ['互联网名称和数字地址分配机构', '互联网名称与数字地址分配机构']],
  ['iot', ['物联网']],
  ['miit', ['工业和信息化部', '工信部']],
  ['mps', ['公安部']],
  ['npc', ['全国人民代表大会', '全国人大']],
  ['prc', ['中国', '中华人民共和国', '我国']],
  ['sco', ['上海合作组织', '上合组织']],
  ['spp', ['最高人民检察院', '最高检']],
  ['spc', ['最高人民法院', '最高法']],
  ['uk', ['英国', '中英']],
  ['un', ['联合国']],
  ['us', ['美国', '中美', '与美']],
  ['usa', ['美国', '中美', '与美']],
  ['wto', ['世界贸易组织', '世贸组织']],
]);

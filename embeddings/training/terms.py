"""Terms of the island's statutes and the terms that mainland texts use for the same thing.

The largest bilingual source (law-clauses) is written in the terms on the left, the texts that the project answers over in those
on the right. A row that holds such a term is given a second time with the terms replaced, so that the English side
is met with both vocabularies. Longer terms stand before the shorter ones that they contain.
"""
import re

TERMS = {
    '资通安全': '网络安全', '资讯安全': '信息安全', '资通系统': '信息系统', '资通讯': '信息通信', '网际网路': '互联网', '网际网络': '互联网',
    '网路': '网络', '个人资料': '个人信息', '个资': '个人信息', '资料库': '数据库', '资料处理': '数据处理', '资料': '数据', '资讯': '信息', '讯息': '信息',
    '软体': '软件', '硬体': '硬件', '程式': '程序', '伺服器': '服务器', '使用者': '用户', '用户端': '客户端', '数位': '数字', '位元': '比特',
    '行动电话': '移动电话', '行动通信': '移动通信', '电脑': '计算机', '网站': '网站', '连结': '链接', '连线': '连接', '档案': '文件', '骇客': '黑客',
    '智慧财产': '知识产权', '智慧型': '智能', '人工智慧': '人工智能', '营业秘密': '商业秘密', '电磁纪录': '电子数据', '纪录': '记录', '品质': '质量',
    '罚锾': '罚款', '中央主管机关': '国务院主管部门', '目的事业主管机关': '行业主管部门', '主管机关': '主管部门', '各级政府': '各级人民政府',
    '直辖市、县（市）政府': '县级以上地方人民政府', '县（市）政府': '县级人民政府', '契约': '合同', '声请': '申请', '订定': '制定', '劳工': '劳动者',
    '监察人': '监事', '侦查': '侦查', '身心障碍者': '残疾人', '通讯': '通信', '雷射': '激光', '核能': '核能', '计程车': '出租车', '大众捷运': '城市轨道交通',
    '公务人员': '公务员', '行政院': '国务院', '立法院': '全国人民代表大会常务委员会', '法院组织法': '人民法院组织法', '检察官': '检察员',
    '消费者保护': '消费者权益保护', '儿童及少年': '未成年人', '新台币': '人民币', '不起诉处分': '不起诉决定', '羁押': '逮捕',
    '损害赔偿': '赔偿损失', '稽核': '审计', '稽查': '检查', '查核': '核查', '验证机构': '认证机构', '机密': '秘密', '国家机密': '国家秘密', '揭露': '披露',
    '之': '的', '左列': '下列', '应即': '应当立即', '系指': '是指',
}
# one-word function terms are style, not meaning: they are replaced only along with a term
STYLE = {'之', '左列', '应即', '系指'}
# 之 stays what it is in 百分之五, 第三条之一, 之前
PATTERN = re.compile('|'.join(sorted(set(TERMS) - {'之'}, key=len, reverse=True)) + '|(?<!分)之(?![一二三四五六七八九十间前后外内上下])')
MEANING = re.compile('|'.join(sorted((re.escape(old) for old, new in TERMS.items() if old not in STYLE and old != new), key=len, reverse=True)))


def mainland(text):
    """The text in mainland terms, or None where it holds no term that differs."""
    if not MEANING.search(text):
        return None
    return PATTERN.sub(lambda match: TERMS[match.group()], text)

"""The training pairs: reading, cleaning and splitting of every source, and the removal of what the evaluation holds.

A source is a list of (left, right) texts that mean the same or answer each other. Left is Chinese; right is
English, or Chinese in the sources named in CHINESE_ONLY. Nothing here draws at random without the generator it is given.
"""
import collections
import gzip
import os
import random
import re

from folding import fold, simplify, traditional_map
from terms import mainland

BILINGUAL = ['law-clauses', 'law-titles', 'cedict', 'ecdict', 'naer-terms', 'python-docs', 'tatoeba', 'captions', 'tico19', 'privacy-guides',
             'opensource-guide', 'owasp-top10', 'security-101', 'sdg-un', 'cncf-glossary']
CHINESE_ONLY = ['cmrc-zh', 'faq-zh', 'issue-holding-zh']
ISLAND_TERMS = {'law-clauses', 'law-titles', 'owasp-top10', 'naer-terms', 'faq-zh', 'issue-holding-zh'}
LONGEST = 900  # characters; a longer side is a page, not a passage

ARTICLE = re.compile(r'^\s*第[〇零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?[\s　]+(.*)')
ENUMERATION = re.compile(r'^\s*[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[ivx]{1,4}|[a-z])\s*[）)、.．　]+\s*', re.I)
GLOSS_NOTE = re.compile(r'\S+\|\S+?\[[^\]]*\]|[㐀-鿿]+\[[^\]]*\]|\[[^\]]*\]|[㐀-鿿]+\|[㐀-鿿]+')
# glosses that say something about the headword and do not translate it
GLOSS_POINTER = re.compile(r'^(?:see\b|variant of|old variant|erhua variant|japanese variant|also written|also pr|abbr\. (?:for|of)|used in|cl:|surname\b|pr\.|same as|taiwan pr|unofficial variant|kangxi radical|bound form)', re.I)
GRAMMAR = re.compile(r'\b(?:n|v|vt|vi|a|adj|ad|adv|prep|abbr|conj|pron|num|int|art|pl|comb|aux|suf|pref|r|s)\s*\.')
BRACKETED = re.compile(r'\[[^\]]*\]|\([^)]*\)|（[^）]*）|<[^>]*>|【[^】]*】')
FIELD = re.compile(r'\[(?:法|计|网络|经|政)\]')
HAN = re.compile(r'[㐀-鿿]')
MARKUP = re.compile(r'<[^<>]{1,200}>|\[([^\[\]]*)\]\([^()]*\)|https?://\S+|[`*_|]{1,3}')

DIGITS = '零一二三四五六七八九'


def read_pairs(folder, name):
    """Rows of one gzip file: list of (left, right)."""
    with gzip.open(os.path.join(folder, f'{name}.tsv.gz'), 'rt', encoding='utf-8') as lines:
        return [tuple(line.rstrip('\n').split('\t')[:2]) for line in lines if '\t' in line]


def dictionary_pairs(rows):
    """CC-CEDICT: each gloss between semicolons is a pair of its own; notes, pinyin and pointers are taken out."""
    for chinese, glosses in rows:
        kept = []
        for gloss in GLOSS_NOTE.sub('', glosses).split(';'):
            plain = re.sub(r'\([^)]*\)', ' ', gloss).strip(' ,.')
            if plain and not GLOSS_POINTER.match(plain) and not HAN.search(plain):
                kept.append(re.sub(r'^(?:to be|to|the|a|an) ', '', plain))
        for gloss in kept[:4]:
            yield chinese, gloss
        if len(kept) > 1:
            yield chinese, '; '.join(kept)


def glossary_pairs(rows, known_words):
    """ECDICT: entries of law, computing, networks, economy and politics, and single words that the other sources use.

    known_words: count of each English word in the other sources. The Chinese side is split at commas and semicolons.
    """
    for chinese, english in rows:
        head = english.strip().lower()
        if not re.fullmatch(r"[a-z][a-z' .-]*[a-z]", head):
            continue
        fields = FIELD.search(chinese)
        if not fields and (' ' in head or known_words[head] < 3):
            continue
        if fields and ' ' not in head and known_words[head] < 1:
            continue
        # beside a field mark only what stands after it belongs to that field
        text = chinese if not fields or ' ' not in head else chinese[fields.start():]
        text = GRAMMAR.sub(' ', BRACKETED.sub(' ', text))
        kept = []
        for gloss in re.split(r'[,;，；、.。:]', text):
            gloss = gloss.strip(' …-')
            if HAN.search(gloss) and len(gloss) <= 16 and gloss not in kept and not re.search(r'[a-z]{2}', gloss):
                kept.append(gloss)
        for gloss in kept[:5]:
            yield gloss, english
        if len(kept) > 1:
            yield '；'.join(kept), english


def chinese_number(value):
    """42 -> 四十二, 110 -> 一百一十, 1005 -> 一千零五; 1 to 9999."""
    text, zero = '', False
    for power, unit in ((1000, '千'), (100, '百'), (10, '十'), (1, '')):
        digit = value // power % 10
        if digit:
            text += ('零' if zero and text else '') + DIGITS[digit] + unit
            zero = False
        elif text:
            zero = True
    return text[1:] if text.startswith('一十') else text


def spelled_pairs(rows):
    """Dictionary words written with a space between their characters, so that the tokenizer cuts them into characters.

    A word that the vocabulary does not hold is met by its characters; without these pairs those would only be trained where they
    stand alone.
    """
    for chinese, english in rows:
        if 2 <= len(chinese) <= 5 and all(map(HAN.fullmatch, chinese)):
            yield ' '.join(chinese), english


def number_pairs(generator):
    """Numbers in Chinese and Arabic figures: numbering of provisions, years, shares and sums.

    Statutes are cited by number, and a bag of tokens cannot read 一百九十二 from its characters unless it was shown.
    """
    units = [('第{}条', 'Article {}', 1300), ('第{}章', 'Chapter {}', 30), ('第{}款', 'Paragraph {}', 20), ('第{}项', 'Item {}', 30), ('第{}节', 'Section {}', 30),
             ('{}日内', 'within {} days', 100), ('{}年以下', 'not more than {} years', 30), ('百分之{}', '{} percent', 100), ('{}个月', '{} months', 60),
             ('{}万元', '{}0,000 yuan', 100), ('{}岁', '{} years of age', 100)]
    for chinese, english, limit in units:
        for value in range(1, limit + 1):
            yield chinese.format(chinese_number(value)), english.format(value)
            yield chinese.format(value), english.format(value)
            yield chinese.format(chinese_number(value)), chinese.format(value)
    months = 'January February March April May June July August September October November December'.split()
    for year in range(1949, 2040):
        spelled = ''.join('〇一二三四五六七八九'[int(digit)] for digit in str(year))
        for month in generator.sample(range(12), 4):
            day = generator.randint(1, 28)
            yield f'{year}年{month + 1}月{day}日', f'{months[month]} {day}, {year}'
            yield f'{spelled}年{chinese_number(month + 1)}月{chinese_number(day)}日', f'{year}年{month + 1}月{day}日'
            yield f'{spelled}年', f'{year}年'


def read_statutes(folder):
    """Set of (law, heading, article text) out of a tree of Markdown statutes; the number of an article is left out."""
    articles = set()
    for path, folders, files in os.walk(folder):
        folders.sort()
        for file in sorted(files):
            if not file.endswith('.md'):
                continue
            with open(os.path.join(path, file), encoding='utf-8') as opened:
                text = opened.read()
            title = re.search(r'^#\s+(.+)$', text, re.M)
            law, head, article = title.group(1).strip() if title else '', '', None
            for line in map(str.strip, text.split('<!-- INFO END -->')[-1].splitlines()):
                if line.startswith('#'):
                    if article:
                        articles.add((law, head, '\n'.join(article)))
                    head, article = line.lstrip('#').strip(), None
                elif match := ARTICLE.match(line):
                    if article:
                        articles.add((law, head, '\n'.join(article)))
                    article = [match.group(1)]
                elif article and line:
                    article.append(line)
            if article:
                articles.add((law, head, '\n'.join(article)))
    return sorted(articles)


def statute_pairs(articles, generator):
    """Chinese-Chinese pairs: law and heading against the article, and two random halves of its clauses against each other."""
    for law, head, text in articles:
        if len(text) < 12:
            continue
        short = law.removeprefix('中华人民共和国')
        yield f'{short} {head}', text
        clauses = [clause for clause in re.split(r'(?<=[。；！？，：\n])', text) if len(clause.strip()) > 3]
        if len(clauses) > 1:
            for _ in range(2):
                generator.shuffle(clauses)
                cut = max(1, len(clauses) // generator.choice([2, 3, 4]))
                yield ''.join(clauses[:cut]), ''.join(clauses[cut:])


def cloze_pairs(passages, generator):
    """Chinese-Chinese pairs from prose: one sentence of a passage against the rest of it."""
    for passage in passages:
        sentences = [sentence for sentence in re.split(r'(?<=[。；！？])', passage) if len(sentence) > 8]
        for sentence in generator.sample(sentences, min(3, len(sentences))):
            rest = passage.replace(sentence, '')
            if len(rest) > 20:
                yield sentence, rest


def tidy(text):
    """Markup, links and repeated white space taken out."""
    return re.sub(r'\s+', ' ', MARKUP.sub(lambda match: match.group(1) or ' ', text)).strip()


def load(folder, statutes, seed, more_characters):
    """All sources: (dict of name to list of (left, right), character map). Deterministic for a seed.

    more_characters: traditional to simplified characters beyond those that CC-CEDICT gives.
    """
    generator = random.Random(seed)
    raw = {name: read_pairs(folder, name) for name in BILINGUAL + CHINESE_ONLY}
    characters = traditional_map(gloss for _, gloss in raw['cedict']) | more_characters
    sources = {}
    for name, rows in raw.items():
        if name not in ('cedict', 'ecdict'):
            sources[name] = [(simplify(tidy(left), characters), tidy(right)) for left, right in rows]
    known_words = collections.Counter(word for name in BILINGUAL if name in sources for _, right in sources[name]
                                      for word in re.findall(r'[a-z]+', right.lower()))
    sources['cedict'] = list(dictionary_pairs(raw['cedict']))
    # law apart from the rest: in a batch of its own its entries are each other's negatives
    law = [row for row in raw['ecdict'] if '[法]' in row[0]]
    sources['ecdict-law'] = list(glossary_pairs(law, known_words))
    sources['ecdict'] = list(glossary_pairs((row for row in raw['ecdict'] if '[法]' not in row[0]), known_words))
    for name in sorted(ISLAND_TERMS):
        rows = [tuple(ENUMERATION.sub('', side) if generator.random() < .5 else side for side in row) for row in sources[name]]
        chinese_right = name in CHINESE_ONLY
        replaced = [(mainland(left), (mainland(right) or right) if chinese_right else right) for left, right in rows]
        sources[name] = rows + [row for row in replaced if row[0]]
    sources['cloze-zh'] = list(cloze_pairs(sorted({right for _, right in sources['cmrc-zh']}), generator))
    sources['statutes'] = list(statute_pairs(read_statutes(statutes), generator))
    sources['spelled'] = list(spelled_pairs(sources['cedict'] + sources['ecdict'] + sources['ecdict-law']))
    sources['numbers'] = list(number_pairs(generator))
    for name, rows in sources.items():
        rows = [(left.strip(), right.strip()) for left, right in rows if left.strip() and right.strip()]
        sources[name] = sorted({row for row in rows if max(map(len, row)) <= LONGEST and row[0] != row[1]})
    return sources, characters


def evaluation_sides(paths, characters):
    """Folded sides of every evaluation row; a numbered article counts with and without its number."""
    sides = set()
    for path in paths:
        with open(path, encoding='utf-8') as lines:
            for line in lines:
                for side in line.rstrip('\n').split('\t')[:2]:
                    for text in (side, re.sub(r'^\s*第[〇零一二三四五六七八九十百千]+条\s*', '', side), re.sub(r'^\s*Article \d+\s*[:.]?', '', side)):
                        sides.add(fold(text, characters))
    return sides - {''}


def without_evaluation(sources, sides, characters):
    """(sources without every pair that holds an evaluation side, dict of name to number removed).

    Removed is a pair of which one folded side equals an evaluation side, or holds one of 16 or more
    characters as a part. The first rule is then asserted anew over what is left.
    """
    window = 16
    starts = collections.defaultdict(list)
    for side in sides:
        if len(side) >= window:
            starts[side[:window]].append(side)

    def leaks(text):
        folded = fold(text, characters)
        if folded in sides:
            return True
        return any(folded.startswith(side, at) for at in range(len(folded) - window + 1) for side in starts.get(folded[at:at + window], ()))

    kept, removed = {}, {}
    for name, rows in sources.items():
        kept[name] = [row for row in rows if not (leaks(row[0]) or leaks(row[1]))]
        removed[name] = len(rows) - len(kept[name])
    for name, rows in kept.items():
        for row in rows:
            assert not any(fold(side, characters) in sides for side in row), f'evaluation side in {name}: {row}'
    return kept, removed


def split_held_out(sources, sizes, seed):
    """(training sources, held-out sources): for each name in sizes that many pairs are put aside.

    A held-out pair shares no side with a training pair of its source (the second spelling in
    mainland terms is taken out along with the first).
    """
    generator = random.Random(seed)
    training, held_out = dict(sources), {}
    for name, size in sizes.items():
        chosen, left_seen, right_seen = [], set(), set()
        for row in generator.sample(sources[name], len(sources[name])):
            if len(chosen) == size:
                break
            if row[0] not in left_seen and row[1] not in right_seen and min(map(len, row)) >= 8:
                chosen.append(row)
                left_seen.add(row[0])
                right_seen.add(row[1])
        held_out[name] = chosen
        training[name] = [row for row in sources[name] if row[0] not in left_seen and row[1] not in right_seen]
    # passages of a held-out question may not come back as cloze pairs
    passages = ''.join(right for _, right in held_out.get('cmrc-zh', []))
    if 'cloze-zh' in training:
        training['cloze-zh'] = [row for row in training['cloze-zh'] if row[0] not in passages]
    return training, held_out

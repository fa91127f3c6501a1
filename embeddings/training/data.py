"""The training pairs: reading, cleaning and splitting of every source.

A source is a list of (left, right) texts that mean the same or answer each other. Left is Chinese; right is
English, or Chinese in the sources named in CHINESE_ONLY. Nothing here draws at random without the generator it is given.
"""
import collections
import gzip
import os
import random
import re

from chinese_texts import cloze_pairs, read_statutes, statute_pairs
from dictionaries import dictionary_pairs, glossary_pairs, rare_words, spelled_pairs, wanted_entries
from folding import simplify, traditional_map
from numerals import number_pairs
from terms import mainland

BILINGUAL = ['law-clauses', 'law-titles', 'cedict', 'ecdict', 'naer-terms', 'python-docs', 'tatoeba', 'captions', 'tico19', 'privacy-guides',
             'opensource-guide', 'owasp-top10', 'security-101', 'sdg-un', 'cncf-glossary']
CHINESE_ONLY = ['cmrc-zh', 'faq-zh', 'issue-holding-zh']
ISLAND_TERMS = {'law-clauses', 'law-titles', 'owasp-top10', 'naer-terms', 'faq-zh', 'issue-holding-zh'}
LONGEST = 900  # characters; a longer side is a page, not a passage
ENUMERATION = re.compile(r'^\s*[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[ivx]{1,4}|[a-z])\s*[）)、.．　]+\s*', re.I)
MARKUP = re.compile(r'<[^<>]{1,200}>|\[([^\[\]]*)\]\([^()]*\)|https?://\S+|[`*_|]{1,3}')


def read_pairs(folder, name):
    """Rows of one gzip file: list of (left, right)."""
    with gzip.open(os.path.join(folder, f'{name}.tsv.gz'), 'rt', encoding='utf-8') as lines:
        return [tuple(line.rstrip('\n').split('\t')[:2]) for line in lines if '\t' in line]


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
    entries = list(wanted_entries(raw['ecdict'], known_words))
    # law apart from the rest: in a batch of its own its entries are each other's negatives
    sources['ecdict-law'] = list(glossary_pairs(row for row in entries if '[法]' in row[0]))
    sources['ecdict'] = list(glossary_pairs(row for row in entries if '[法]' not in row[0]))
    sources['ecdict-rare'] = list(glossary_pairs(rare_words(raw['ecdict'], known_words)))
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

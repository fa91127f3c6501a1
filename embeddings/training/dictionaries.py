"""Pairs of a word and its translation, out of CC-CEDICT and ECDICT."""
import re

GLOSS_NOTE = re.compile(r'\S+\|\S+?\[[^\]]*\]|[㐀-鿿]+\[[^\]]*\]|\[[^\]]*\]|[㐀-鿿]+\|[㐀-鿿]+')
# glosses that say something about the headword and do not translate it
GLOSS_POINTER = re.compile(r'^(?:see\b|variant of|old variant|erhua variant|japanese variant|also written|also pr|abbr\. (?:for|of)|used in|cl:|surname\b|pr\.|same as|taiwan pr|unofficial variant|kangxi radical|bound form)', re.I)
GRAMMAR = re.compile(r'\b(?:n|v|vt|vi|a|adj|ad|adv|prep|abbr|conj|pron|num|int|art|pl|comb|aux|suf|pref|r|s)\s*\.')
BRACKETED = re.compile(r'\[[^\]]*\]|\([^)]*\)|（[^）]*）|<[^>]*>|【[^】]*】')
FIELD = re.compile(r'\[(?:法|计|网络|经|政)\]')
HEAD = re.compile(r"[a-z][a-z' .-]*[a-z]")
RARE_WORD = re.compile(r'[a-z]{4,18}')
HAN = re.compile(r'[㐀-鿿]')


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


def wanted_entries(rows, known_words):
    """The entries of ECDICT that training reads: those of the fields in FIELD, phrases without any field, and words that other sources use.

    known_words: count of each English word in the other sources. A single word of the network field is kept where one of them uses
    it, one without a field where they use it three times; words of medicine, chemistry and the like are left out.
    """
    for chinese, english in rows:
        head = english.strip().lower()
        if not HEAD.fullmatch(head):
            continue
        fields = set(FIELD.findall(chinese))
        if fields:
            wanted = ' ' in head or known_words[head] > 0 or fields != {'[网络]'}
        else:
            wanted = '[' not in chinese if ' ' in head else known_words[head] >= 3
        if wanted:
            yield chinese, english


def glossary_pairs(rows):
    """ECDICT: the Chinese side is split at commas and semicolons, each gloss a pair of its own and all of them together one more."""
    for chinese, english in rows:
        fields = FIELD.search(chinese)
        # beside a field mark only what stands after it belongs to that field
        text = chinese if not fields or ' ' not in english.strip() else chinese[fields.start():]
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


def rare_words(rows, known_words):
    """Entries of ECDICT for single words that stand in no field and that the other sources use less than three times."""
    for chinese, english in rows:
        head = english.strip().lower()
        if RARE_WORD.fullmatch(head) and known_words[head] < 3 and '[' not in chinese and '人名' not in chinese and 'abbr.' not in chinese:
            yield chinese, english


def spelled_pairs(rows):
    """Dictionary words written with a space between their characters, so that the tokenizer cuts them into characters.

    A word that the vocabulary does not hold is met by its characters; without these pairs those would only be trained where they
    stand alone.
    """
    for chinese, english in rows:
        if 2 <= len(chinese) <= 5 and all(map(HAN.fullmatch, chinese)):
            yield ' '.join(chinese), english

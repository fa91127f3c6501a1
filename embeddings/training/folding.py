"""Folding: one comparable form of a text, so that two spellings of the same sentence are equal.

The map from traditional to simplified characters is read out of CC-CEDICT itself: its glosses name other
headwords as `traditional|simplified[pinyin]`, and wherever the two spellings have the same length they give
one pair of characters a position. The map is small (some thousand characters) and knows no words, so it is good
enough to compare texts and to read a traditional character, and it is no replacement for OpenCC.
"""
import collections
import re
import unicodedata

OTHER = re.compile(r'[\W_]+')
REFERENCE = re.compile(r'([㐀-鿿]+)\|([㐀-鿿]+)')


def traditional_map(glosses):
    """Map of traditional to simplified characters, from an iterable of raw CC-CEDICT glosses.

    A character that is simplified in one place and left alone in another (乾, 著, 後) keeps the more frequent reading;
    a character that is itself the simplified form of something else is left alone.
    """
    votes = collections.defaultdict(collections.Counter)
    for gloss in glosses:
        for traditional, simplified in REFERENCE.findall(gloss):
            if len(traditional) == len(simplified):
                for old, new in zip(traditional, simplified):
                    votes[old][new] += 1
    chosen = {old: counts.most_common(1)[0][0] for old, counts in votes.items()}
    simplified_forms = {new for old, new in chosen.items() if old != new}
    return {ord(old): new for old, new in chosen.items() if old != new and old not in simplified_forms}


def simplify(text, characters):
    """The text with every character of the map replaced."""
    return text.translate(characters)


def fold(text, characters):
    """NFKC, lower case, simplified, and nothing but letters and digits: the form in which leakage is tested."""
    return OTHER.sub('', unicodedata.normalize('NFKC', text).lower().translate(characters))


def read_characters(path):
    """Character map out of a file with one tab-separated pair (traditional, simplified) a line."""
    with open(path, encoding='utf-8') as lines:
        return {ord(old): new for old, new in (line.rstrip('\n').split('\t') for line in lines)}

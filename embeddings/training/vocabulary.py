"""The tokenizer: a Unigram model over whole words, Chinese and English.

A bag of tokens lives by its words: pieces that cross the borders of words (下有期徒刑, 了什么) or that spell a word by its letters
say little. So the pieces are chosen here, and not by the trainer of the tokenizers library: words of the dictionaries
that the texts use, phrases whose characters keep together, and the most frequent English words; their scores
come from counting how the texts are cut with them, three times over.

Every part is one that transformers.js implements as the Rust library does:
- Split with an explicit alphabet in place of Whitespace (whose \\w is ASCII in JavaScript) and of Punctuation;
- everything outside the alphabet is removed before the model sees it, so [UNK] never arises (the two
  libraries merge runs of unknown characters differently);
- a [CLS] in front, so that an empty text has one token and a mean.
"""
import collections
import math
import re

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

SPECIAL = ['[PAD]', '[UNK]', '[CLS]']
HAN_RUN = re.compile(r'[㐀-䶿一-鿿〇]+')
LATIN_RUN = re.compile(r'[a-zß-öø-ÿ]+')
NUMERAL = re.compile(r'[〇零一二三四五六七八九十百千万亿两]')
# characters that join words: a phrase that holds one is no word, unless a dictionary says so
JOINING = re.compile(r'[的之与及和或在对于为等者以应当由其该将并且是有不被把从向而得可能须各这那所该了着过前后第条款项上下中内外]')
LONGEST_CHINESE, LONGEST_ENGLISH = 4, 18  # characters of a piece
WORD, PART, LETTER = -9., -11., -14.  # log probabilities: one word is better than two parts of it, a part better than letters


def normalizer():
    return normalizers.Sequence([normalizers.NFKC(), normalizers.Lowercase()])


def number_pieces():
    """Figures and numerals that stay whole, so that 192 and 一百|九十二 can be learned as one.

    Figures: 0 to 1299 (articles, shares, days), years, zeros behind a comma. Numerals: 十 to 九十九, hundreds, thousands.
    """
    pieces = [str(value) for value in range(1300)] + [str(value) for value in range(1900, 2041)]
    pieces += ['00', '000', '0000', '00000', '000000'] + [f'0{digit}' for digit in range(1, 10)]
    digits = '一二三四五六七八九'
    for ten in ('', *digits[1:]):
        pieces += [f'{ten}十{one}' for one in ('', *digits) if ten or one]
    pieces += [f'{digit}{unit}' for digit in digits for unit in '百千'] + [f'零{digit}' for digit in digits]
    return pieces + [f'一十{one}' for one in digits]


def phrases(runs, least, cohesion):
    """Chinese pieces of 2 to 4 characters that occur `least` times and whose two parts attract each other.

    cohesion: least pointwise mutual information, in nats, over every way to cut the piece in two.
    """
    counts = collections.Counter()
    for run in runs:
        for size in range(1, LONGEST_CHINESE + 1):
            counts.update(run[at:at + size] for at in range(len(run) - size + 1))
    total = sum(count for piece, count in counts.items() if len(piece) == 1)
    found = []
    for piece, count in counts.items():
        if len(piece) > 1 and count >= least and not JOINING.search(piece) and not NUMERAL.search(piece):
            parts = min(math.log(count * total / (counts[piece[:cut]] * counts[piece[cut:]])) for cut in range(1, len(piece)))
            if parts >= cohesion:
                found.append(piece)
    return found


def chinese_pieces(texts, words, size, rarest, rounds=3):
    """(piece, log probability) for Chinese: single characters, dictionary words and phrases; `size` in all.

    texts: list of lists of runs. rarest: least count of a character. The candidates are counted by cutting the texts with
    them (Viterbi), rescored, and at the end the least used are left out.
    """
    characters = collections.Counter(character for runs in texts for run in runs for character in run)
    singles = [character for character, count in characters.items() if count >= rarest]
    sample = texts[::max(1, len(texts) // 120_000)]
    candidates = {word for word in words if 2 <= len(word) <= LONGEST_CHINESE and HAN_RUN.fullmatch(word) and all(characters[c] >= rarest for c in word)}
    candidates |= set(phrases((run for runs in sample for run in runs), 40, 3.))
    scored = [(piece, LETTER) for piece in singles] + [(piece, WORD) for piece in sorted(candidates)]
    joined = [' '.join(runs) for runs in texts if runs]
    for turn in range(rounds):
        cutter = Tokenizer(models.Unigram([('[UNK]', 0.)] + scored, 0, False))
        cutter.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
        counts = collections.Counter()
        for at in range(0, len(joined), 20_000):
            for encoded in cutter.encode_batch_fast(joined[at:at + 20_000], add_special_tokens=False):
                counts.update(encoded.ids)
        total = sum(counts.values())
        used = [(counts[place + 1], piece) for place, (piece, _) in enumerate(scored)]
        if turn == rounds - 1:
            used = sorted((row for row in used if len(row[1]) > 1), reverse=True)[:size - len(singles)] + [row for row in used if len(row[1]) == 1]
        scored = [(piece, math.log((count + .5) / total)) for count, piece in used if count or len(piece) == 1]
    return scored


def word_ranking(sources, wanted):
    """(word, count) of English words, best first: those of the set `wanted`, then those that occur twice or more.

    sources: list of counts of words, one a source. A word counts by the sum over the sources of log(1 + count): one that many sources know a little (vocation) is more of a word
    than one that a single source repeats (the genera of a list of plants).
    """
    totals, worth = collections.Counter(), collections.Counter()
    for counts in sources:
        totals.update(counts)
        for word, count in counts.items():
            worth[word] += math.log(1 + count)
    ranked = sorted(worth, key=lambda word: (word not in wanted, -worth[word], -totals[word], word))
    return [(word, totals[word]) for word in ranked if word in wanted or totals[word] >= 2]


def english_pieces(ranked, size):
    """(piece, log probability) for English: letters, parts of rare words, and the first words of a ranking; `size` in all.

    ranked: (word, count), best first. A whole word always wins over its parts; a word that has no piece is cut into as few as possible.
    """
    letters = sorted({letter for word, count in ranked if count >= 20 for letter in word})
    words = [word for word, _ in ranked if 2 <= len(word) <= LONGEST_ENGLISH and set(word) <= set(letters)]
    part_count = size // 12
    whole = words[:size - len(letters) - part_count]
    parts = collections.Counter()
    for word in words:
        for length in range(2, 7):
            parts.update({word[at:at + length] for at in range(len(word) - length + 1)})
    known = set(whole)
    # a longer part that is as frequent says more
    best = sorted((part for part in parts if part not in known), key=lambda part: (-parts[part] * (len(part) - 1), part))[:part_count]
    return [(word, WORD) for word in whole] + [(part, PART) for part in best] + [(letter, LETTER) for letter in letters]


def build(sources, dictionary, glossary, size, chinese_size, rarest=5):
    """Tokenizer over the texts (already simplified) of several sources, a list of lists.

    dictionary: Chinese words that may become a piece; glossary: English texts of which every word is to have a piece; size: number of
    pieces; chinese_size: how many of them are Chinese; rarest: a Chinese character that occurs less often than this gets no piece.
    """
    normal = normalizer()
    chinese, english = [], []
    for texts in sources:
        texts = [normal.normalize_str(text) for text in texts]
        chinese += map(HAN_RUN.findall, texts)
        english.append(collections.Counter(word for text in set(texts) for word in LATIN_RUN.findall(text)))
    numbers = number_pieces()
    numerals = {piece for piece in numbers if HAN_RUN.fullmatch(piece)}
    # a numeral or figure outweighs its parts: one piece is better than two
    vocabulary = [(piece, 0.) for piece in SPECIAL] + [(piece, -6. - .5 * len(piece)) for piece in numbers]
    vocabulary += chinese_pieces(chinese, set(dictionary) - numerals, chinese_size, rarest)
    wanted = {word for text in glossary for word in LATIN_RUN.findall(normal.normalize_str(text))}
    vocabulary += english_pieces(word_ranking(english, wanted), size - len(vocabulary))
    names = [piece for piece, _ in vocabulary]
    assert len(names) == len(set(names)), 'a piece occurs twice'
    return assemble([(piece, round(score, 4)) for piece, score in vocabulary])


def assemble(vocabulary):
    """Tokenizer of a list of (piece, score) that starts with SPECIAL."""
    tokenizer = Tokenizer(models.Unigram(vocabulary, SPECIAL.index('[UNK]'), False))
    tokenizer.normalizer = normalizer()
    alphabet = ''.join(sorted({piece for piece, _ in vocabulary[len(SPECIAL):] if len(piece) == 1}))
    tokenizer.pre_tokenizer = pre_tokenizers.Split(Regex(f'[^{alphabet}]+'), 'removed')
    tokenizer.post_processor = processors.TemplateProcessing(single='[CLS] $A', pair='[CLS] $A $B', special_tokens=[('[CLS]', SPECIAL.index('[CLS]'))])
    tokenizer.add_special_tokens(SPECIAL)
    return tokenizer

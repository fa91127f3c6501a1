#!/usr/bin/env python3
"""The cross-lingual lexicon of an exported encoder: for an English word, the Chinese words that its table holds nearest.

    python lexicon.py ../models/zh-en --data DATA

Nothing is copied from a dictionary: words are English words that the training pairs use at least `--rarest` times,
translations are Chinese pieces of the encoder's own vocabulary, nearness is the cosine of their vectors after
quantising. Writes FOLDER/lexicon.tsv, a line a word: the word, a tab, its translations as word:nearness, nearest first.
"""
import argparse
import collections
import glob
import gzip
import os
import re

import numpy as np
import onnx
from onnx import numpy_helper
from tokenizers import Tokenizer

ENGLISH_WORD = re.compile(r'[a-z]{3,}')
CHINESE_WORD = re.compile(r'[\u4e00-\u9fff]{2,6}')
BATCH = 512  # English words compared at once
SMALLEST = 1e-9  # keeps the direction of an all-zero row finite


def read_table(folder):
    """float32 [vocabulary, dimension]: the quantised rows times their scales."""
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in onnx.load(f'{folder}/onnx/model_quantized.onnx').graph.initializer}
    return stored['table'].astype(np.float32) * stored['scale']


def english_words(folder, rarest):
    """Words of the English columns that come at least `rarest` times, sorted."""
    counts = collections.Counter()
    for path in sorted(glob.glob(f'{folder}/*.tsv.gz')):
        if os.path.basename(path).removesuffix('.tsv.gz').endswith('-zh') or 'ecdict' in path:
            continue
        with gzip.open(path, 'rt', encoding='utf-8') as lines:
            for line in lines:
                counts.update(ENGLISH_WORD.findall(line.rstrip('\n').split('\t')[1].lower()))
    return sorted(word for word, count in counts.items() if count >= rarest)


def unit(rows):
    return rows / (np.linalg.norm(rows, axis=-1, keepdims=True) + SMALLEST)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('folder')
    options.add_argument('--data', required=True, help='folder of the training pairs')
    options.add_argument('--rarest', type=int, default=5)
    options.add_argument('--least', type=float, default=.42, help='least nearness of a translation')
    options.add_argument('--share', type=float, default=.75, help='least nearness as a share of the best')
    options.add_argument('--most', type=int, default=4, help='translations of one word')
    options = options.parse_args()
    table = read_table(options.folder)
    tokenizer = Tokenizer.from_file(f'{options.folder}/tokenizer.json')
    chinese = sorted((piece, row) for piece, row in tokenizer.get_vocab().items() if CHINESE_WORD.fullmatch(piece))
    pieces = unit(table[[row for _, row in chinese]])
    lines = []
    words = english_words(options.data, options.rarest)
    for start in range(0, len(words), BATCH):
        batch = words[start:start + BATCH]
        vectors = unit(np.stack([table[encoded.ids].mean(0) for encoded in tokenizer.encode_batch(batch)]))
        for word, nearness in zip(batch, vectors @ pieces.T):
            best = np.argpartition(-nearness, options.most)[:options.most]
            best = best[np.lexsort((best, -nearness[best]))]
            least = max(options.least, options.share * nearness[best[0]])
            kept = [f'{chinese[row][0]}:{nearness[row]:.2f}' for row in best if nearness[row] >= least]
            if kept:
                lines.append(word + '\t' + ' '.join(kept))
    with open(f'{options.folder}/lexicon.tsv', 'w', encoding='utf-8') as file:
        file.write('\n'.join(lines) + '\n')
    print(f'{len(lines)} English words with {sum(line.count(":") for line in lines)} translations')


if __name__ == '__main__':
    main()

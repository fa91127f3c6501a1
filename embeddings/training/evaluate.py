#!/usr/bin/env python3
"""Rank-1 accuracy of an exported encoder folder on tab-separated (Chinese, English) files, through onnxruntime.

    python evaluate.py MODEL_FOLDER legal-translation.tsv tatoeba-laser.tsv [--characters FILE]

For each row the other side is looked for among all rows of the file; right means that the best row is the same
row ("text" counts a different row with an identical text as right, too).
"""
import argparse

import numpy as np

from folding import read_characters, simplify


def read_rows(path, characters=None):
    """List of (left, right) of a file; left is simplified where a character map is given."""
    with open(path, encoding='utf-8') as lines:
        rows = [tuple(line.rstrip('\n').split('\t')[:2]) for line in lines]
    return [(simplify(left, characters), right) for left, right in rows] if characters else rows


def right_at_one(queries, passages, texts=None):
    """Boolean array [n]: is the nearest passage of query i passage i (or one with the same text, where texts are given)?

    queries, passages: unit vectors [n, dimension].
    """
    best = (queries @ passages.T).argmax(1)
    if texts is None:
        return best == np.arange(len(queries))
    return np.array([texts[found] == texts[wanted] for wanted, found in enumerate(best)])


def interval(right, rounds=2000, seed=0):
    """Bootstrap 95 % interval of the mean of a boolean array."""
    generator = np.random.default_rng(seed)
    means = np.sort(right[generator.integers(0, len(right), (rounds, len(right)))].mean(1))
    return means[int(.025 * rounds)], means[int(.975 * rounds)]


def folder_embedder(folder):
    """Function from a list of texts to unit vectors [n, dimension], as transformers.js computes them (mean pooling, q8)."""
    import onnxruntime
    from tokenizers import Tokenizer
    tokenizer = Tokenizer.from_file(f'{folder}/tokenizer.json')
    session = onnxruntime.InferenceSession(f'{folder}/onnx/model_quantized.onnx')

    def embed(texts):
        vectors = []
        for encoded in tokenizer.encode_batch(list(texts)):
            ids = np.array([encoded.ids], dtype=np.int64)
            states, = session.run(['last_hidden_state'], {'input_ids': ids, 'attention_mask': np.ones_like(ids)})
            mean = states[0].mean(0)
            vectors.append(mean / np.linalg.norm(mean))
        return np.stack(vectors)
    return embed


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('folder')
    arguments.add_argument('files', nargs='+')
    arguments.add_argument('--characters', help='tab-separated traditional and simplified characters, to fold the left side')
    arguments = arguments.parse_args()
    embed = folder_embedder(arguments.folder)
    characters = read_characters(arguments.characters) if arguments.characters else None
    for path in arguments.files:
        for label, table in (('raw', None), ('simplified', characters)):
            if label == 'simplified' and not table:
                continue
            rows = read_rows(path, table)
            left, right = (embed([row[side] for row in rows]) for side in (0, 1))
            for direction, queries, passages, side in (('zh>en', left, right, 1), ('en>zh', right, left, 0)):
                hits = right_at_one(queries, passages)
                low, high = interval(hits)
                same = right_at_one(queries, passages, [row[side] for row in rows]).mean()
                print(f'{path.rsplit("/", 1)[-1]} {label} {direction} n {len(rows)} rank 1 {hits.mean():.4f} [{low:.3f}, {high:.3f}] text {same:.4f}')


if __name__ == '__main__':
    main()

#!/usr/bin/env python3
"""Train the Chinese-English retrieval encoder: a table of token vectors, summed over a text.

    python train.py --data DATA --statutes STATUTES --evaluation FILE [FILE ...] --out MODEL_FOLDER

The loss is InfoNCE in both directions with the other rows of the batch as negatives. A batch comes from one source,
so that negatives are as alike as the source is. The length of a row is the weight of its token, learned along with its
direction; nothing else weighs tokens. See README.md for the options and EXPERIMENTS.md for what was tried.
"""
import argparse
import os
import pickle
import random
import time

import numpy as np
import torch
from tokenizers import Tokenizer
from torch.nn import functional

import data
from evaluate import read_rows, right_at_one
from export import write_folder
from folding import read_characters
from vocabulary import build

# weight of each source among the batches; they need not add up to one
MIX = {
    'law-clauses': .30, 'statutes': .12, 'ecdict': .08, 'ecdict-law': .10, 'cedict': .09, 'spelled': .05, 'tatoeba': .09, 'python-docs': .05, 'captions': .02,
    'tico19': .02, 'privacy-guides': .015, 'law-titles': .015, 'naer-terms': .015, 'numbers': .015, 'cmrc-zh': .02, 'faq-zh': .01,
    'issue-holding-zh': .005, 'cloze-zh': .01, 'owasp-top10': .01, 'opensource-guide': .01, 'security-101': .01, 'sdg-un': .005, 'cncf-glossary': .005,
}
HELD_OUT = {'law-clauses': 1000, 'tatoeba': 1000, 'python-docs': 500, 'cmrc-zh': 300, 'statutes': 500}
PARTS = 4  # sources of a mixed batch
SINGLE_TOKENS = 3  # texts up to this many tokens are never thinned


class Texts:
    """Token ids of many texts in one flat array; text i is flat[starts[i]:starts[i] + lengths[i]]."""

    def __init__(self, tokenizer, texts, longest):
        encoded = []
        for at in range(0, len(texts), 20_000):
            encoded += [np.array(item.ids[:longest] or [1], dtype=np.int32)
                        for item in tokenizer.encode_batch_fast(texts[at:at + 20_000], add_special_tokens=False)]
        self.lengths = np.array([len(ids) for ids in encoded])
        self.starts = np.concatenate([[0], np.cumsum(self.lengths)[:-1]])
        self.flat = np.concatenate(encoded)
        names = {}
        # equal texts have equal names: they are no negatives of each other
        self.names = np.array([names.setdefault(text, len(names)) for text in texts])

    def __len__(self):
        return len(self.lengths)

    def take(self, rows, generator=None, drop=0., crop=0.):
        """(flat ids, offsets) of the given rows.

        drop: probability that a token is left out; crop: probability that a text is cut to a random stretch
        of 30 to 100 % of its tokens. Both only with a generator, and never on texts of SINGLE_TOKENS or fewer.
        """
        starts, lengths = self.starts[rows], self.lengths[rows]
        if generator is not None and crop:
            cut = (generator.random(len(rows)) < crop) & (lengths > 3 * SINGLE_TOKENS)
            short = np.maximum(SINGLE_TOKENS, (lengths * generator.uniform(.3, 1, len(rows))).astype(np.int64))
            short = np.where(cut, short, lengths)
            starts = starts + (generator.random(len(rows)) * (lengths - short + 1)).astype(np.int64)
            lengths = short
        ends = np.cumsum(lengths)
        owner = np.repeat(np.arange(len(rows)), lengths)
        flat = self.flat[np.arange(ends[-1]) + (starts - ends + lengths)[owner]]
        if generator is not None and drop:
            keep = (generator.random(len(flat)) >= drop) | (lengths <= SINGLE_TOKENS)[owner]
            keep[ends - lengths] |= np.bincount(owner, keep, len(rows)) == 0  # at least one token is left
            flat, owner = flat[keep], owner[keep]
        counts = np.bincount(owner, minlength=len(rows))
        return torch.from_numpy(flat.astype(np.int64)), torch.from_numpy(np.cumsum(counts) - counts)


def draw(pairs, names, weights, options, generator):
    """One batch: ((flat ids, offsets) left, the same right, (names left, names right)).

    Most batches come from one source. A share of them (options.mixed) is put together from PARTS sources, because a pool of passages
    holds terms beside whole articles, and without such batches the short and the long were never each other's negatives.
    """
    parts = PARTS if generator.random() < options.mixed else 1
    chosen = generator.choice(len(names), parts, p=weights)
    flats, offsets, texts = ([], []), ([], []), ([], [])
    for place, source in enumerate(chosen):
        sides = pairs[names[source]]
        rows = generator.integers(0, len(sides[0]), min(options.batch, 4 * len(sides[0])) // parts)
        for side in (0, 1):
            flat, offset = sides[side].take(rows, generator, options.drop, options.crop)
            offsets[side].append(offset + sum(map(len, flats[side])))
            flats[side].append(flat)
            # names count within a source: the source makes them its own
            texts[side].append(torch.from_numpy(sides[side].names[rows]) + (int(source) << 32))
    return *((torch.cat(flats[side]), torch.cat(offsets[side])) for side in (0, 1)), tuple(map(torch.cat, texts))


class Table:
    """The vectors [vocabulary, dimension] and their optimizer.

    Adam moves a row on for some steps after it was met; keeping the moments to the rows of a batch is cheaper and learns
    rare tokens more slowly (EXPERIMENTS.md), so its step is over all rows. The gradient is gathered over the rows of the batch.
    """

    def __init__(self, size, dimension, deviation, rate):
        self.rows = torch.randn(size, dimension) * deviation
        self.rows.grad = torch.zeros_like(self.rows)
        self.optimizer = torch.optim.Adam([self.rows], lr=rate, betas=(.9, .99), fused=True)

    def embed(self, batch):
        """Unit vectors [n, dimension] of (flat ids, offsets). The sum stands for the mean: both have the same direction."""
        return functional.normalize(functional.embedding_bag(batch[0], self.rows, batch[1], mode='sum'), dim=-1)

    def learn(self, left, right, same, scale, rate):
        """One step on a batch of pairs; returns its loss.

        left, right: (flat ids, offsets); same: names of the texts of either side, where equal names are no negatives.
        """
        used, local = torch.unique(torch.cat([left[0], right[0]]), return_inverse=True)
        part = self.rows[used].requires_grad_()
        cut = len(left[0])
        there, back = (functional.normalize(functional.embedding_bag(ids, part, offsets, mode='sum'), dim=-1)
                       for ids, offsets in ((local[:cut], left[1]), (local[cut:], right[1])))
        equal = (same[0][:, None] == same[0]) | (same[1][:, None] == same[1])
        equal.fill_diagonal_(False)
        # InfoNCE in both directions from one matrix of exponentials: cosines are at most 1, so exp(scale * (cosine - 1)) cannot overflow
        weight = torch.exp(torch.addmm(torch.tensor(-scale), there, back.T, alpha=scale).masked_fill_(equal, -1e4))
        loss = (weight.sum(1).log().mean() + weight.sum(0).log().mean()) / 2 - scale * ((there * back).sum(1).mean() - 1)
        loss.backward()
        self.rows.grad.zero_()
        self.rows.grad[used] = part.grad
        self.optimizer.param_groups[0]['lr'] = rate
        self.optimizer.step()
        return loss.item()


def embed_all(table, texts):
    """Unit vectors [n, dimension] of whole texts, as a numpy array."""
    slices = [np.arange(at, min(at + 2000, len(texts))) for at in range(0, len(texts), 2000)]
    return torch.cat([table.embed(texts.take(rows)) for rows in slices]).numpy()


def scores(table, pools):
    """{name: (left>right, right>left)} rank-1 accuracies of {name: (left Texts, right Texts)}."""
    found = {}
    for name, (left, right) in pools.items():
        left, right = embed_all(table, left), embed_all(table, right)
        found[name] = (right_at_one(left, right).mean(), right_at_one(right, left).mean())
    return found


def prepare(options):
    """(training sources, held-out sources, character map), kept in options.cache where one is named."""
    if options.cache and os.path.exists(options.cache):
        with open(options.cache, 'rb') as file:
            return pickle.load(file)
    sources, characters = data.load(options.data, options.statutes, options.seed, read_characters(options.characters) if options.characters else {})
    sides = data.evaluation_sides(options.evaluation, characters)
    sources, removed = data.without_evaluation(sources, sides, characters)
    print(f'evaluation sides: {len(sides)}; pairs removed because they hold one: {sum(removed.values())}',
          {name: count for name, count in removed.items() if count})
    print('asserted: no folded side of an evaluation row is a folded side of a training pair')
    prepared = (*data.split_held_out(sources, HELD_OUT, options.seed), characters)
    if options.cache:
        with open(options.cache, 'wb') as file:
            pickle.dump(prepared, file)
    return prepared


def get_tokenizer(options, sources):
    """The tokenizer at options.tokenizer, learned and saved there when the file does not exist yet."""
    if options.tokenizer and os.path.exists(options.tokenizer):
        return Tokenizer.from_file(options.tokenizer)
    generator = random.Random(options.seed)
    texts = [side for name, rows in sources.items() if name != 'spelled' for row in generator.sample(rows, min(len(rows), 300_000)) for side in row]
    dictionary = {part for name in ('cedict', 'ecdict', 'ecdict-law', 'naer-terms', 'law-titles') for left, _ in sources[name] for part in left.split('；')}
    tokenizer = build(texts, sorted(dictionary), options.vocabulary, options.chinese_share)
    if options.tokenizer:
        tokenizer.save(options.tokenizer)
    return tokenizer


def parse():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('--data', required=True, help='folder with the gzip files of pairs')
    options.add_argument('--statutes', required=True, help='folder with Markdown statutes')
    options.add_argument('--evaluation', required=True, nargs='+', help='evaluation files: taken out of the training pairs')
    options.add_argument('--characters', help='tab-separated traditional and simplified characters (README.md says how to write them)')
    options.add_argument('--out', required=True, help='folder for the model')
    options.add_argument('--cache', help='file that keeps the cleaned pairs between runs')
    options.add_argument('--tokenizer', help='tokenizer file to reuse, or to write when it does not exist')
    options.add_argument('--vocabulary', type=int, default=52_000, help='number of rows of the table')
    options.add_argument('--chinese-share', type=float, default=.55, help='share of the pieces that is Chinese')
    options.add_argument('--dimension', type=int, default=256)
    options.add_argument('--steps', type=int, default=2000)
    options.add_argument('--batch', type=int, default=2048)
    options.add_argument('--rate', type=float, default=.02, help='highest learning rate')
    options.add_argument('--scale', type=float, default=20., help='one over the temperature')
    options.add_argument('--drop', type=float, default=.2, help='probability that a token is left out')
    options.add_argument('--crop', type=float, default=.2, help='probability that a text is cut to a stretch of itself')
    options.add_argument('--mixed', type=float, default=.3, help='share of the batches that are put together from several sources')
    options.add_argument('--start', type=float, default=.05, help='standard deviation of the first vectors')
    options.add_argument('--longest', type=int, default=96, help='tokens of a text that training looks at')
    options.add_argument('--mix', nargs='*', default=[], metavar='SOURCE=WEIGHT', help='other weights for some sources')
    options.add_argument('--every', type=int, default=500, help='steps between two evaluations')
    options.add_argument('--threads', type=int, default=2)
    options.add_argument('--seed', type=int, default=0)
    return options.parse_args()


def main():
    options = parse()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    generator = np.random.default_rng(options.seed)
    sources, held_out, characters = prepare(options)
    began = time.time()
    tokenizer = get_tokenizer(options, sources)
    size = tokenizer.get_vocab_size()
    print(f'pairs {sum(map(len, sources.values()))}, tokenizer {size} pieces, {time.time() - began:.0f} s', flush=True)

    def texts(rows):
        return tuple(Texts(tokenizer, [row[side] for row in rows], options.longest) for side in (0, 1))

    mix = {**MIX, **{name: float(weight) for name, weight in (item.split('=') for item in options.mix)}}
    names = [name for name in mix if mix[name] > 0]
    weights = np.array([mix[name] for name in names])
    weights /= weights.sum()
    pairs = {name: texts(sources[name]) for name in names}
    pools = {f'held-out {name}': texts(rows) for name, rows in held_out.items()}
    for path in options.evaluation:
        pools[os.path.basename(path)] = texts(read_rows(path, characters))
    print(f'encoded {time.time() - began:.0f} s', {name: round(float(np.mean(both[1].lengths)), 1) for name, both in pairs.items()}, flush=True)

    table = Table(size, options.dimension, options.start, options.rate)
    began = time.time()
    for step in range(1, options.steps + 1):
        rate = options.rate * min(1, step / 50) * (1 - step / (options.steps + 1)) + 1e-5
        left, right, same = draw(pairs, names, weights, options, generator)
        loss = table.learn(left, right, same, options.scale, rate)
        if step % options.every == 0 or step == options.steps:
            line = '  '.join(f'{name} {there:.3f}/{back:.3f}' for name, (there, back) in scores(table, pools).items())
            print(f'step {step} {time.time() - began:.0f} s loss {loss:.3f}  {line}', flush=True)
    write_folder(table.rows.numpy(), tokenizer, options.out)


if __name__ == '__main__':
    main()

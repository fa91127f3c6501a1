#!/usr/bin/env python3
"""Train the Chinese-English retrieval encoder: a table of token vectors, summed over a text.

    python train.py --data DATA --statutes STATUTES --evaluation FILE [FILE ...] --out MODEL_FOLDER

The loss is InfoNCE in both directions with the other rows of the batch as negatives. Most batches come from one source,
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

from batches import Texts, draw
from composition import Composition
from data import load
from evaluate import read_rows, right_at_one
from export import write_folder
from folding import read_characters
from held_out import split_held_out, term_pool
from leakage import evaluation_sides, without_evaluation
from table import Table, embed
from vocabulary import build

# weight of each source among the batches; they need not add up to one
MIX = {
    'law-clauses': .30, 'statutes': .12, 'ecdict': .08, 'ecdict-law': .10, 'ecdict-rare': .06, 'cedict': .09, 'spelled': .05, 'tatoeba': .09, 'python-docs': .05,
    'captions': .02, 'tico19': .02, 'privacy-guides': .015, 'law-titles': .015, 'naer-terms': .015, 'numbers': .015, 'cmrc-zh': .02, 'faq-zh': .01,
    'issue-holding-zh': .005, 'cloze-zh': .01, 'owasp-top10': .01, 'opensource-guide': .01, 'security-101': .01, 'sdg-un': .005, 'cncf-glossary': .005,
}
HELD_OUT = {'law-clauses': 1000, 'tatoeba': 1000, 'python-docs': 500, 'cmrc-zh': 300, 'statutes': 500}
TERM_DISTRACTORS = 400  # clauses among which held-out terms are looked for


def embed_all(rows, texts):
    """Unit vectors [n, dimension] of whole texts, as a numpy array."""
    slices = [np.arange(at, min(at + 2000, len(texts))) for at in range(0, len(texts), 2000)]
    return torch.cat([embed(rows, *texts.take(places)) for places in slices]).numpy()


def scores(rows, pools):
    """{name: (left>right, right>left)} rank-1 accuracies of {name: (left Texts, right Texts, number of rows asked for)}."""
    found = {}
    for name, (left, right, asked) in pools.items():
        left, right = embed_all(rows, left), embed_all(rows, right)
        found[name] = (right_at_one(left[:asked], right).mean(), right_at_one(right[:asked], left).mean())
    return found


def prepare(options):
    """(training sources, held-out sources, character map), kept in options.cache where one is named."""
    if options.cache and os.path.exists(options.cache):
        with open(options.cache, 'rb') as file:
            return pickle.load(file)
    sources, characters = load(options.data, options.statutes, options.seed, read_characters(options.characters) if options.characters else {})
    sides = evaluation_sides([row for path in options.evaluation for row in read_rows(path)], characters)
    sources, removed = without_evaluation(sources, sides, characters)
    print(f'evaluation sides: {len(sides)}; pairs removed because they hold one: {sum(removed.values())}',
          {name: count for name, count in removed.items() if count})
    print('asserted: no folded side of an evaluation row is a folded side of a training pair')
    terms = term_pool(sources, options.terms, options.seed)
    sources, _ = without_evaluation(sources, evaluation_sides(terms, characters), characters)
    training, held_out = split_held_out(sources, HELD_OUT, options.seed)
    if terms:
        held_out['terms'] = terms
    prepared = training, held_out, characters
    if options.cache:
        with open(options.cache, 'wb') as file:
            pickle.dump(prepared, file)
    return prepared


def get_tokenizer(options, sources):
    """The tokenizer at options.tokenizer, learned and saved there when the file does not exist yet."""
    if options.tokenizer and os.path.exists(options.tokenizer):
        return Tokenizer.from_file(options.tokenizer)
    generator = random.Random(options.seed)
    texts = []
    for name, rows in sources.items():
        # rare words say which English words there are; their glosses would count Chinese words that no law uses
        sides = {'spelled': (), 'ecdict-rare': (1,)}.get(name, (0, 1))
        if sides:
            texts.append([row[side] for row in generator.sample(rows, min(len(rows), 300_000)) for side in sides])
    dictionary = {part for name in ('cedict', 'ecdict', 'ecdict-law', 'naer-terms', 'law-titles') for left, _ in sources[name] for part in left.split('；')}
    law = [right for name in ('ecdict-law', 'law-titles') for _, right in sources[name]]
    tokenizer = build(texts, sorted(dictionary), law, options.vocabulary, options.chinese)
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
    options.add_argument('--vocabulary', type=int, default=68_000, help='number of rows of the table')
    options.add_argument('--chinese', type=int, default=28_000, help='how many of the pieces are Chinese')
    options.add_argument('--dimension', type=int, default=384)
    options.add_argument('--steps', type=int, default=2000)
    options.add_argument('--batch', type=int, default=2048)
    options.add_argument('--rate', type=float, default=.02, help='highest learning rate')
    options.add_argument('--scale', type=float, default=20., help='one over the temperature')
    options.add_argument('--drop', type=float, default=.2, help='probability that a token is left out')
    options.add_argument('--crop', type=float, default=.2, help='probability that a text is cut to a stretch of itself')
    options.add_argument('--mixed', type=float, default=.3, help='share of the batches that are put together from several sources')
    options.add_argument('--veil', type=float, default=.15, help='probability that a piece is met by its parts alone')
    options.add_argument('--least', type=int, default=3, help='pieces that a part must occur in')
    options.add_argument('--longest', type=int, default=96, help='tokens of a text that training looks at')
    options.add_argument('--mix', nargs='*', default=[], metavar='SOURCE=WEIGHT', help='other weights for some sources')
    options.add_argument('--terms', type=int, default=0, help='terms to hold out, with everything that holds them, and to score: for tuning')
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
    tests = {f'held-out {name}': (rows, len(rows)) for name, rows in held_out.items()}
    if 'terms' in held_out:
        tests['held-out terms'] = (held_out['terms'] + held_out['law-clauses'][:TERM_DISTRACTORS], len(held_out['terms']))
    tests |= {os.path.basename(path): (rows := read_rows(path, characters), len(rows)) for path in options.evaluation}
    pools = {name: (*texts(rows), asked) for name, (rows, asked) in tests.items()}
    print(f'encoded {time.time() - began:.0f} s', {name: round(float(np.mean(both[1].lengths)), 1) for name, both in pairs.items()}, flush=True)

    places = tokenizer.get_vocab()
    table = Table(Composition(sorted(places, key=places.get), options.least), options.dimension, options.veil)
    began = time.time()
    for step in range(1, options.steps + 1):
        rate = options.rate * min(1, step / 50) * (1 - step / (options.steps + 1)) + 1e-5
        left, right, same = draw(pairs, names, weights, options, generator)
        loss = table.learn(left, right, same, options.scale, rate)
        if step % options.every == 0 or step == options.steps:
            line = '  '.join(f'{name} {there:.3f}/{back:.3f}' for name, (there, back) in scores(table.rows(), pools).items())
            print(f'step {step} {time.time() - began:.0f} s loss {loss:.3f}  {line}', flush=True)
    write_folder(table.rows().numpy(), tokenizer, options.out)


if __name__ == '__main__':
    main()

"""Pairs that are put aside, to be scored while training goes on and never to be trained on."""
import random
import re

from dictionaries import HAN


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


def term_pool(sources, size, seed):
    """`size` short pairs like the terms of an evaluation, out of the dictionaries and the headings of laws; no side occurs twice.

    Half are entries of law in ECDICT that CC-CEDICT gives, too; the others, in equal shares, are phrases of law that only ECDICT
    gives, and headings. They stay in the sources: without_evaluation takes them out along with everything that holds them.
    """
    generator = random.Random(seed)
    attested = {(left, right.lower()) for left, right in sources['cedict']}
    law = [row for row in sources['ecdict-law'] if 2 <= len(row[0]) <= 10 and all(map(HAN.fullmatch, row[0]))]
    headings = [(left, re.sub(r'^(?:chapter|section|part)\s+[\w-]+[\s.:]+', '', right, flags=re.I)) for left, right in sources['law-titles']
                if 3 <= len(left) <= 10 and len(right) <= 60]
    kinds = ([row for row in law if (row[0], row[1].lower()) in attested],
             [row for row in law if ' ' in row[1] and (row[0], row[1].lower()) not in attested], headings)
    pool, seen = [], set()
    for rows, share in zip(kinds, (.5, .25, .25)):
        wanted = len(pool) + int(size * share)
        for row in generator.sample(rows, len(rows)):
            if len(pool) < wanted and len(row[1]) >= 4 and not {row[0], row[1].lower()} & seen:
                pool.append(row)
                seen |= {row[0], row[1].lower()}
    return pool

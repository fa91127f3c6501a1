"""What keeps the evaluation out of the training pairs, and the proof that it is out."""
import collections
import re

from folding import fold


def evaluation_sides(rows, characters):
    """Folded sides of evaluation rows; a numbered article counts with and without its number."""
    sides = set()
    for row in rows:
        for side in row[:2]:
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

"""What a piece of the vocabulary is made of: strings of letters for an English word, characters and their pairs for a Chinese one.

While the table is trained, the vector of a piece is a vector of its own plus the mean of the vectors of its parts, so that a word that
the pairs hardly hold (bigamy) begins where its relatives are (bigamous, bigamist). The sum is written into the table in the end:
the parts cost nothing when the encoder is used. After Bojanowski and others, Enriching Word Vectors with Subword Information, 2017.
"""
import collections
import re

import numpy as np
import torch

LATIN = re.compile(r'[a-zß-öø-ÿ]{2,}')
HAN = re.compile(r'[㐀-䶿一-鿿〇]+')
SHORTEST, LONGEST = 3, 6  # letters of a part, the marks at both ends of the word counted


def parts_of(piece):
    """Parts of a piece, in order and without repetition: [] for figures and for single letters."""
    if LATIN.fullmatch(piece):
        marked = f'<{piece}>'
        return list(dict.fromkeys(marked[at:at + size] for size in range(SHORTEST, LONGEST + 1) for at in range(len(marked) - size + 1)))
    if HAN.fullmatch(piece):
        return list(dict.fromkeys([*piece, *map(''.join, zip(piece, piece[1:]))]))
    return []


class Composition:
    """Which parts the pieces have: row i is made of the parts flat[starts[i]:starts[i] + lengths[i]], `count` parts in all."""

    def __init__(self, pieces, least):
        """pieces: the vocabulary in order. least: a part of fewer pieces than this is left out, because it ties nothing together."""
        found = [parts_of(piece) for piece in pieces]
        pieces_with = collections.Counter(part for parts in found for part in parts)
        names = {}
        kept = [[names.setdefault(part, len(names)) for part in parts if pieces_with[part] >= least] for parts in found]
        self.count = len(names)
        self.lengths = np.array([len(parts) for parts in kept])
        self.starts = np.cumsum(self.lengths) - self.lengths
        self.flat = np.array([part for parts in kept for part in parts], dtype=np.int64)

    def matrix(self, rows):
        """(means [len(rows), count], its transpose): sparse; a row without parts is empty."""
        lengths = self.lengths[rows]
        owner = np.repeat(np.arange(len(rows)), lengths)
        ends = np.cumsum(lengths)
        columns = self.flat[np.arange(len(owner)) + (self.starts[rows] - ends + lengths)[owner]]
        values = (1 / lengths[owner]).astype(np.float32)
        order = np.argsort(columns, kind='stable')
        borders = np.searchsorted(columns[order], np.arange(self.count + 1))
        return (sparse(np.concatenate([[0], ends]), columns, values, (len(rows), self.count)),
                sparse(borders, owner[order], values[order], (self.count, len(rows))))


def sparse(borders, columns, values, shape):
    """Sparse matrix (compressed rows) of numpy arrays."""
    return torch.sparse_csr_tensor(*map(torch.from_numpy, (borders.astype(np.int64), columns.astype(np.int64), values)), size=shape, check_invariants=False)

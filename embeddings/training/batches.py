"""The texts of the sources as token ids, and the batches that are drawn from them."""
import numpy as np
import torch

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
    for source in chosen:
        sides = pairs[names[source]]
        rows = generator.integers(0, len(sides[0]), min(options.batch, 4 * len(sides[0])) // parts)
        for side in (0, 1):
            flat, offset = sides[side].take(rows, generator, options.drop, options.crop)
            offsets[side].append(offset + sum(map(len, flats[side])))
            flats[side].append(flat)
            # names count within a source: the source makes them its own
            texts[side].append(torch.from_numpy(sides[side].names[rows]) + (int(source) << 32))
    return *((torch.cat(flats[side]), torch.cat(offsets[side])) for side in (0, 1)), tuple(map(torch.cat, texts))

"""The vectors that are learned, and the step that learns them."""
import numpy as np
import torch
from torch.nn import functional

PART_START, OWN_START = .05, .01  # standard deviations of the first vectors: a piece begins as the sum of its parts


class Table:
    """The vectors of the pieces and of their parts (composition.py), with their optimizer.

    Adam moves a row on for some steps after it was met; keeping the moments to the rows of a batch is cheaper and learns
    rare tokens more slowly (EXPERIMENTS.md), so its step is over all rows. The gradient is gathered over the rows of the batch.
    """

    def __init__(self, composition, dimension, veil):
        """veil: probability that a piece is met by its parts alone, for one step: so the parts learn to speak for words not met."""
        self.composition, self.veil = composition, veil
        self.own = torch.randn(len(composition.lengths), dimension) * OWN_START
        self.alone = torch.from_numpy(composition.lengths == 0)
        self.own[self.alone] *= PART_START / OWN_START
        self.parts = torch.randn(composition.count, dimension) * PART_START
        for vectors in (self.own, self.parts):
            vectors.grad = torch.zeros_like(vectors)
        self.optimizer = torch.optim.Adam([self.own, self.parts], betas=(.9, .99), fused=True)

    def rows(self):
        """The table that is exported, [vocabulary, dimension]: each piece's own vector and the mean of its parts."""
        means, _ = self.composition.matrix(np.arange(len(self.own)))
        return self.own + means @ self.parts

    def learn(self, left, right, same, scale, rate):
        """One step on a batch of pairs; returns its loss.

        left, right: (flat ids, offsets); same: names of the texts of either side, where equal names are no negatives.
        """
        used, local = torch.unique(torch.cat([left[0], right[0]]), return_inverse=True)
        means, transposed = self.composition.matrix(used.numpy())
        seen = (torch.rand(len(used)) >= self.veil) | self.alone[used]
        pieces = (self.own[used] * seen[:, None] + means @ self.parts).requires_grad_()
        cut = len(left[0])
        loss = contrast(embed(pieces, local[:cut], left[1]), embed(pieces, local[cut:], right[1]), same, scale)
        loss.backward()
        self.own.grad.zero_()
        self.own.grad[used] = pieces.grad * seen[:, None]
        self.parts.grad = transposed @ pieces.grad
        self.optimizer.param_groups[0]['lr'] = rate
        self.optimizer.step()
        return loss.item()


def embed(rows, ids, offsets):
    """Unit vectors [n, dimension] of texts. The sum stands for the mean: both have the same direction."""
    return functional.normalize(functional.embedding_bag(ids, rows, offsets, mode='sum'), dim=-1)


def contrast(there, back, same, scale):
    """InfoNCE in both directions between the unit vectors of either side, with the other rows as negatives.

    Both come from one matrix of exponentials: cosines are at most 1, so exp(scale * (cosine - 1)) cannot overflow.
    """
    equal = (same[0][:, None] == same[0]) | (same[1][:, None] == same[1])
    equal.fill_diagonal_(False)
    weight = torch.exp(torch.addmm(torch.tensor(-scale), there, back.T, alpha=scale).masked_fill_(equal, -1e4))
    return (weight.sum(1).log().mean() + weight.sum(0).log().mean()) / 2 - scale * ((there * back).sum(1).mean() - 1)

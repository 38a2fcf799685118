"""The network: one encoder pass over a passage gives every word's event label and status, and who plays which role."""

from __future__ import annotations

import math

import torch
from torch import Tensor, nn
from transformers import BertModel

from dateline.nearness import PLACES

WIDTH = 64  # of the role vectors, whose products are the scores


class Reader(nn.Module):
    """Word vectors of a small BERT (mean of the pieces of each word), three heads on top."""

    def __init__(self, encoder: BertModel, labels: int, statuses: int, roles: int) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.label = nn.Linear(size, labels)
        self.status = nn.Linear(size, statuses)
        self.roles = roles
        self.predicate = nn.Linear(size, roles * WIDTH)
        self.argument = nn.Linear(size, roles * WIDTH)
        self.near = nn.Parameter(torch.zeros(roles, PLACES))  # what the distance alone tells, as log-odds

    def forward(self, pieces: Tensor, mask: Tensor, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Pieces [b, p] with ``words`` [b, w, p], the share of each piece in each word.

        Returns label logits [b, w, labels], status logits [b, w, statuses], and the two sides of the role scores
        [b, w, roles * WIDTH], whose products over WIDTH say how well a word fits a role of a predicate.
        """
        states = self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state
        vectors = self.drop(torch.bmm(words, states))
        left = self.predicate(vectors) / math.sqrt(WIDTH)
        return self.label(vectors), self.status(vectors), left, self.argument(vectors)

    def scores(self, left: Tensor, right: Tensor, place: Tensor) -> Tensor:
        """Role logits [predicates, words, roles]; ``left`` has a row a predicate, the others one a word."""
        n, w, _ = right.shape
        fit = torch.einsum("nrd,njrd->njr", left.view(n, self.roles, WIDTH), right.view(n, w, self.roles, WIDTH))
        return fit + self.near.t()[place]

"""Rows to tensors: word pieces, the share of each piece in its word, and the targets."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor

from dateline.nearness import places

STATUSES = ("actual", "planned", "called_for", "possible", "negated")
ROLES = ("actor", "recipient", "source", "time", "place")
LONGEST = 256  # pieces of a passage that are read; few have more
IGNORED = -100  # a word that is neither a predicate nor surely none


@dataclass(frozen=True, slots=True)
class Row:
    ids: list[int]
    of: list[int | None]  # the word of each piece
    label: list[int]
    status: list[int]
    events: list[dict[str, Any]]
    sentence: list[int]  # of each word

    @property
    def words(self) -> int:
        return len(self.label)


def load(path: Path, part: str) -> list[dict[str, Any]]:
    """The rows of one part of the corpus."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf8").splitlines())
    return [r for r in rows if r["part"] == part and len(r["words"]) > 1]


def encode(row: dict[str, Any], tokenizer: Tokenizer, labels: dict[str, int]) -> Row:
    """One row in numbers."""
    found = tokenizer.encode(row["words"], is_pretokenized=True)
    label = [0] * len(row["words"])
    status = [IGNORED] * len(row["words"])
    for i in row["aside"]:
        label[i] = IGNORED
    for event in row["events"]:
        label[event["at"]] = labels[event["label"]]
        status[event["at"]] = STATUSES.index(event["status"])
    return Row(found.ids[:LONGEST], found.word_ids[:LONGEST], label, status, row["events"], row["sentence"])


def batches(rows: list[Row], size: int, rng: random.Random | None = None) -> Iterator[list[Row]]:
    """Rows of like length together; with ``rng`` in random order."""
    order = sorted(rows, key=lambda r: len(r.ids) + (rng.random() * 20 if rng else 0))
    cut = [order[i : i + size] for i in range(0, len(order), size)]
    if rng:
        rng.shuffle(cut)
    yield from cut


def tensors(batch: list[Row]) -> dict[str, Tensor]:
    """pieces, mask [b, p]; words [b, w, p]; label, status [b, w]."""
    p, w, b = max(len(r.ids) for r in batch), max(r.words for r in batch), len(batch)
    pieces, mask = torch.zeros(b, p, dtype=torch.long), torch.zeros(b, p, dtype=torch.long)
    words = torch.zeros(b, w, p)
    label, status = torch.full((b, w), IGNORED), torch.full((b, w), IGNORED)
    for k, r in enumerate(batch):
        pieces[k, : len(r.ids)] = torch.tensor(r.ids)
        mask[k, : len(r.ids)] = 1
        for at, word in enumerate(r.of):
            if word is not None:
                words[k, word, at] = 1
        label[k, : r.words] = torch.tensor(r.label)
        status[k, : r.words] = torch.tensor(r.status)
    words /= words.sum(-1, keepdim=True).clamp(min=1)
    return {"pieces": pieces, "mask": mask, "words": words, "label": label, "status": status}


def place_of(row: Row, at: int, width: int) -> Tensor:
    """How far each word stands from the predicate ``at``, as the number of a place; padded to ``width``."""
    words = np.arange(row.words) - at
    sentences = np.array(row.sentence) - row.sentence[at]
    out = torch.zeros(width, dtype=torch.long)
    out[: row.words] = torch.from_numpy(places(words, sentences))
    return out

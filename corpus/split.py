"""Which part a passage belongs to, fixed by its id before anything was tuned on the corpus: train, dev or test."""

from __future__ import annotations

import hashlib

PARTS = ("train", "dev", "test")


def part_of(passage_id: str) -> str:
    """Seven of ten passages are for training, one and a half for development, the rest only for reporting."""
    at = int(hashlib.sha256(passage_id.encode()).hexdigest(), 16) % 20
    return "train" if at < 14 else "dev" if at < 17 else "test"

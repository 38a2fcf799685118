"""How well the reader does on rows it was not trained on."""

from __future__ import annotations

from collections import Counter
from typing import Any

import torch
from torch import Tensor

from train.batches import IGNORED, ROLES, STATUSES, Row, batches, place_of, tensors
from train.net import Reader

BAR = 0.5


def evaluate(net: Reader, rows: list[Row], coarse: Tensor) -> dict[str, float]:
    """F1 of predicates found, of found and typed, of typed with both sides right; shares right of mode and status."""
    net.eval()
    count: Counter[str] = Counter()
    with torch.no_grad():
        for batch in batches(rows, 12):
            t = tensors(batch)
            label, status, left, right = net(t["pieces"], t["mask"], t["words"])
            for k, row in enumerate(batch):
                roles = _roles(net, row, left[k], right[k])
                count.update(_one(row, label[k].softmax(-1), status[k], roles, coarse))
    both = max(1, count["gold"] + count["said"])
    out = {name: round(2 * count[name] / both, 3) for name in ("found", "typed", "who")}
    return out | {name: round(count[name] / max(1, count["found"]), 3) for name in ("mode", "status")}


def _roles(net: Reader, row: Row, left: Tensor, right: Tensor) -> dict[int, Tensor]:
    """Predicate -> role logits [words, roles]."""
    if not row.events:
        return {}
    at = [e["at"] for e in row.events]
    place = torch.stack([place_of(row, i, right.shape[0]) for i in at])
    scores = net.scores(left[at], right.expand(len(at), -1, -1), place)
    return dict(zip(at, scores[:, : row.words], strict=True))


def _one(row: Row, label: Tensor, status: Tensor, roles: dict[int, Tensor], coarse: Tensor) -> Counter[str]:
    count = Counter({"gold": len(row.events)})
    events = {e["at"]: e for e in row.events}
    for i in range(row.words):
        if row.label[i] == IGNORED or label[i, 0] > 1 - BAR:
            continue
        count["said"] += 1
        if i not in events:
            continue
        kinds = torch.stack([label[i, coarse == c].sum() for c in range(int(coarse.max()) + 1)])
        typed = int(kinds[1:].argmax()) + 1 == int(coarse[row.label[i]])
        sides = all(_agree(roles[i][:, n], events[i], role) for n, role in enumerate(ROLES[:2]))
        count["found"] += 1
        count["typed"] += typed
        count["who"] += typed and sides
        count["mode"] += int(label[i, 1:].argmax()) + 1 == row.label[i]
        count["status"] += STATUSES[int(status[i].argmax())] == events[i]["status"]
    return count


def _agree(scores: Tensor, event: dict[str, Any], role: str) -> bool:
    """Whether only words of the role are taken, at least one where there is any."""
    taken = set((scores > 0).nonzero().flatten().tolist())
    return taken <= {*event[role], *event["also"][role]} and bool(taken) == bool(event[role])

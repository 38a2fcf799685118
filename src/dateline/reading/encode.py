"""Run the trained reader over parsed sentences; the only module that imports onnxruntime and tokenizers."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from dateline.records import Sense, Sentence

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_WINDOW = 224  # pieces read in one pass; the reader was trained on passages of up to 256
_LIMIT = 500  # of a single sentence longer than a window; the encoder knows 512 places
_BATCH = 4
_FOLDER = files("dateline.knowledge") / "what" / "reader"


@dataclass(frozen=True, slots=True)
class _Window:
    """Sentences that are read together; the first may only be there as context."""

    sentences: tuple[int, ...]
    context: bool
    ids: list[int]
    of: list[int | None]  # the word that each piece belongs to
    words: int


def encode(sentences: Sequence[Sentence]) -> tuple[Sense, ...]:
    """What the reader thinks of each sentence, in order, read with the sentences around it."""
    windows = sorted(_windows(sentences), key=lambda w: len(w.ids))
    out: dict[int, Sense] = {}
    for start in range(0, len(windows), _BATCH):
        batch = windows[start : start + _BATCH]
        for window, whole in zip(batch, _run(batch), strict=True):
            out.update(_parts(window, whole, sentences))
    return tuple(out[n] for n in range(len(sentences)))


def _windows(sentences: Sequence[Sentence]) -> Iterator[_Window]:
    """As many sentences as fit, each window after the first with the last sentence of the one before it."""
    sizes = [len(_tokenizer().encode([t.text for t in s.tokens], is_pretokenized=True).ids) for s in sentences]
    start = 0
    while start < len(sentences):
        context = start > 0 and sizes[start - 1] + sizes[start] <= _WINDOW
        chosen, total = [start], sizes[start] + (sizes[start - 1] if context else 0)
        while chosen[-1] + 1 < len(sentences) and total + sizes[chosen[-1] + 1] <= _WINDOW:
            chosen.append(chosen[-1] + 1)
            total += sizes[chosen[-1]]
        start = chosen[-1] + 1
        yield _window(sentences, (chosen[0] - 1, *chosen) if context else tuple(chosen), context)


def _window(sentences: Sequence[Sentence], chosen: tuple[int, ...], context: bool) -> _Window:
    words = [t.text for n in chosen for t in sentences[n].tokens]
    found = _tokenizer().encode(words, is_pretokenized=True)
    return _Window(chosen, context, found.ids[:_LIMIT], found.word_ids[:_LIMIT], len(words))


def _parts(window: _Window, whole: Sense, sentences: Sequence[Sentence]) -> Iterator[tuple[int, Sense]]:
    """The arrays cut at the sentences."""
    start = 0
    for k, n in enumerate(window.sentences):
        stop = start + len(sentences[n].tokens)
        if k or not window.context:
            part = slice(start, stop)
            yield n, Sense(whole.labels[part], whole.statuses[part], whole.left[part], whole.right[part])
        start = stop


def _run(batch: Sequence[_Window]) -> Iterator[Sense]:
    longest, most = max(len(w.ids) for w in batch), max(w.words for w in batch)
    ids = np.zeros((len(batch), longest), dtype=np.int64)
    mask = np.zeros_like(ids)
    share = np.zeros((len(batch), most, longest), dtype=np.float32)
    for n, w in enumerate(batch):
        ids[n, : len(w.ids)] = w.ids
        mask[n, : len(w.ids)] = 1
        for at, word in enumerate(w.of):
            if word is not None:
                share[n, word, at] = 1
    share /= np.maximum(share.sum(-1, keepdims=True), 1)
    label, status, left, right = _session().run(None, {"pieces": ids, "mask": mask, "words": share})
    for n, w in enumerate(batch):
        sides = (a[n, : w.words].reshape(w.words, -1, _width()) for a in (left, right))
        yield Sense(_softmax(label[n, : w.words]), _softmax(status[n, : w.words]), *sides)


def _softmax(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)


@cache
def _width() -> int:
    return int(json.loads((_FOLDER / "reader.json").read_text(encoding="utf8"))["width"])


@cache
def _session() -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = 1  # many processes, one thread each: the way to use many cores
    options.log_severity_level = 3
    return InferenceSession((_FOLDER / "reader.onnx").read_bytes(), options, providers=["CPUExecutionProvider"])


@cache
def _tokenizer() -> Tokenizer:
    from tokenizers import Tokenizer

    return Tokenizer.from_str((_FOLDER / "pieces.json").read_text(encoding="utf8"))

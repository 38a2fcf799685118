"""Number words and units to figures."""

from __future__ import annotations

import re

from dateline.when.grammar import vocabulary


def count(text: str) -> float | None:
    """How many a number phrase says; None for "several", "a few" and whatever is not a number."""
    words = " ".join(text.lower().replace("-", " ").split()).removesuffix(" more")
    vocab = vocabulary()
    if words in vocab["pairs"]:
        return 2
    if words in vocab["uncertain"]:
        return None
    if words.startswith("half a"):
        return 0.5
    if words.endswith(" and a half"):
        whole = count(words.removesuffix(" and a half"))
        return None if whole is None else whole + 0.5
    if found := re.fullmatch(r"(\d+(?:\.\d+)?)( 1/2)?", words):
        return float(found[1]) + (0.5 if found[2] else 0)
    return _spelled(words.split())


def _spelled(words: list[str]) -> float | None:
    vocab = vocabulary()
    total = 0
    for word in words:
        if word in vocab["scales"]:
            total = max(total, 1) * vocab["scales"][word]
        elif word in vocab["tens"] or word in vocab["numbers"]:
            total += vocab["tens"].get(word) or vocab["numbers"][word]
        elif word != "and":
            return None
    return total or None


def year_in_words(text: str) -> int | None:
    """The year of a spelled date: "nineteen ninety-six" is 1996, "two thousand one" 2001."""
    words = text.lower().replace("-", " ").replace(" and", "").split()
    if words[:2] == ["two", "thousand"]:
        return 2000 + int(_spelled(words[2:]) or 0)
    head, rest = _spelled(words[:1]), _spelled(words[1:])
    return None if head is None or rest is None else int(head * 100 + rest)


def ordinal(text: str) -> int | None:
    """The rank a word says: "third" and "3rd" are 3, "twenty-first" 21."""
    lowered = text.lower().strip()
    if found := re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", lowered):
        return int(found[1])
    vocab = vocabulary()
    tens, _, ones = lowered.replace("-", " ").rpartition(" ")
    last = vocab["ordinals"].get(ones)
    return None if last is None else last + int(vocab["tens"].get(tens, 0))


def unit_of(word: str) -> tuple[int, str, bool]:
    """How many of which TIMEX3 unit a unit word is, and whether it belongs behind the T of a duration."""
    code = str(vocabulary()["units"][word.lower()])
    found = re.fullmatch(r"(\d*)(\D)", code)
    assert found is not None
    return int(found[1] or 1), found[2], word.lower() in vocabulary()["clock_units"]

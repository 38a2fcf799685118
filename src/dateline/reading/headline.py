"""Whether the first line of a text is its headline."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_LONGEST = 160
_ENDS_SENTENCE = re.compile(r"[.!?…:;,]['\"”’)\]]*$")
_SENTENCE = re.compile(r"\w{2,}[.!?][\"”’']*(?:\s|$)")
_SHORTEST_BODY = 60


def repeats_title(text: str, line: tuple[int, int], title: str) -> bool:
    """Whether the line (start, end) says what the title says, perhaps with a section name or a standfirst around it."""
    first = text[line[0] : line[1]]
    have, want = _words(first[: 4 * _LONGEST]), _words(title)
    if not have or not want or len(have) > 3 * len(want) + 12 or len(first) > 4 * _LONGEST:
        return False
    if have == want:
        return True
    if _ENDS_SENTENCE.search(first) and not _ENDS_SENTENCE.search(title.strip()):
        return False  # the first sentence of the body says the same as the title
    if len(want) >= 3 and f" {' '.join(want)} " in f" {' '.join(have)} ":
        return True
    return len(set(have) & set(want)) / len(set(have) | set(want)) >= 0.6


def looks_like_one(text: str, line: tuple[int, int]) -> bool:
    """Whether the line is short, does not end as a sentence does, and a body of sentences follows."""
    first = text[line[0] : line[1]]
    if len(first) > _LONGEST or len(_words(first)) < 3 or first[0] in "([" or _ENDS_SENTENCE.search(first):
        return False
    body = text[line[1] : line[1] + 4000].strip()
    return len(body) > _SHORTEST_BODY and bool(_SENTENCE.search(body))


def _words(text: str) -> list[str]:
    return [w.lower() for w in _WORD.findall(text)]

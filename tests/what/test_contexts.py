"""Contexts with the words that tell them."""

from __future__ import annotations

from datetime import date

from dateline.coder import code
from dateline.records import Claim, Story


def _claims(text: str) -> tuple[Claim, ...]:
    return code(Story("t", text, "", date(2019, 6, 1))).claims


def test_a_context_is_told_by_a_word_of_the_sentence() -> None:
    (claim,) = _claims("Peru sent 300 troops to help after the earthquake in Chile.")[:1]
    assert "disasters" in claim.contexts
    assert any(name == "contexts" and e.quote == "earthquake" for name, e in claim.fields)


def test_a_story_about_one_thing_lends_its_context() -> None:
    about = "The vote on independence was close. Votes were counted all night. Voters queued for hours. "
    claims = _claims(about + "Peru's president met Chile's foreign minister in Lima.")
    assert all("election" in c.contexts for c in claims)
    assert claims

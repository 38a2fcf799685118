"""Whom words are meant for, where their own clause does not say."""

from __future__ import annotations

from datetime import date

from dateline.coder import code
from dateline.records import Claim, Story


def sides(text: str, kind: str) -> list[tuple[set[str], set[str]]]:
    """Actor and recipient countries of every claim of the type."""
    claims = code(Story("t", text, "", date(2019, 6, 1))).claims
    return [(_countries(c, "actors"), _countries(c, "recipients")) for c in claims if c.type == kind]


def _countries(claim: Claim, side: str) -> set[str]:
    return {r.actor.country for r in getattr(claim, side)}


def test_a_denial_answers_who_accused() -> None:
    text = "Peru accused Chile of spying on its navy. Chile denied the allegation."
    assert ({"CHL"}, {"PER"}) in sides(text, "REJECT")


def test_a_demand_is_meant_for_whom_its_own_clause_names() -> None:
    text = "Peru insisted that the port must be opened by Chile."
    assert all(others <= {"CHL"} for _, others in sides(text, "REQUEST"))


def test_whom_a_demand_is_meant_for_is_not_guessed_from_another_sentence() -> None:
    text = "Chile has kept the crew of a trawler since May. Peru demanded their release on Friday."
    assert ({"PER"}, set()) in sides(text, "REQUEST")


def test_a_refusal_of_nobodys_request_stays_open() -> None:
    assert all(not others for _, others in sides("Peru and Chile are neighbours. Chile refused to pay.", "REJECT"))


def test_own_troops_are_not_whom_one_mobilises_against() -> None:
    found = sides("Peru deployed 500 soldiers along the border with Chile on Monday.", "MOBILIZE")
    assert found
    assert all("PER" not in others for _, others in found)

"""The bundled examples give exactly the claims on file; ``pytest --update`` rewrites them, the diff is reviewed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.coder import code
from dateline.examples import stories
from dateline.formats.line import claim_line
from dateline.records import Story

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("story", stories(), ids=lambda s: s.id)
def test_example_gives_its_claims(story: Story, request: pytest.FixtureRequest) -> None:
    coded = code(story)
    found = [_short(claim_line(c, story.text)) for c in coded.claims]
    path = GOLDEN / f"{story.id}.json"
    if request.config.getoption("--update"):
        path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf8")
    assert not coded.problems
    assert found == json.loads(path.read_text(encoding="utf8"))


@pytest.mark.parametrize("story", stories(), ids=lambda s: s.id)
def test_every_quote_stands_in_the_story(story: Story) -> None:
    for claim in code(story).claims:
        for e in (claim.evidence, *claim.more_evidence, *(e for _, e in claim.fields)):
            assert story.text[e.span.start : e.span.end] == e.quote


def test_same_input_gives_the_same_claims() -> None:
    story = stories()[0]
    assert code(story) == code(story)


def _short(line: dict[str, Any]) -> dict[str, Any]:
    """What a person would check; ids and the knowledge fingerprint change with every edit of knowledge."""
    return {
        "code": line["type"] + (f"/{line['mode']}" if line["mode"] else ""),
        "status": line["status"],
        "actors": [f"{a['name']} ({a['country']} {a['sector']})" for a in line["actors"]],
        "recipients": [f"{a['name']} ({a['country']} {a['sector']})" for a in line["recipients"]],
        "date": line["date"] and line["date"]["value"],
        "place": line["place"] and line["place"]["name"],
        "according_to": [a["name"] for a in line["attribution"]],
        "quote": line["evidence"]["quote"],
    }

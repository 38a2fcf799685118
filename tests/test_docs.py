"""The documentation names every command, option and format, and its figures are those of the gate."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import typer.main

from dateline.knowledge.rules import codes
from dateline.serve.cli import Format, app

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf8")
COMMANDS = sorted(typer.main.get_group(app).commands)


@pytest.mark.parametrize("command", COMMANDS)
def test_readme_names_the_command(command: str) -> None:
    assert f"dateline {command}" in README or f"make {command}" in README


@pytest.mark.parametrize("form", list(Format))
def test_every_format_is_named(form: Format) -> None:
    assert form.value in README


@pytest.mark.parametrize("target", ["demo", "test", "lint", "gate", "bench", "corpus"])
def test_readme_names_targets_that_the_makefile_has(target: str) -> None:
    assert f"make {target}" in README
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


@pytest.mark.parametrize("link", re.findall(r"\]\(((?!http)[^)#]+)\)", README))
def test_readme_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


def test_accuracy_shows_the_pinned_figures() -> None:
    text = (ROOT / "docs" / "accuracy.md").read_text(encoding="utf8")
    pinned = json.loads((ROOT / "bench" / "gate.json").read_text())
    for name, figures in pinned.items():
        for level in ("found_direct", "who_direct", "row_direct"):
            assert f"{figures[level]:.3f}" in text, (name, level)


def test_why_records_are_short() -> None:
    for path in (ROOT / "docs" / "why").glob("*.md"):
        assert len(path.read_text(encoding="utf8").split()) < 300, path.name


def test_all_sixteen_types_have_rules() -> None:
    assert {r.type for r in codes().rules.values()} == set(codes().types)

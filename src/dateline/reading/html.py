"""A saved web page to the article in it."""

from __future__ import annotations

import logging
from datetime import date
from functools import cache
from typing import Any

from dateline.errors import UnreadableStory
from dateline.reading.records_in import day_of
from dateline.records import Source, Story

_SHORTEST = 60  # characters; less is a menu or a notice, no article
# Only what the page itself declares counts as its date, and no bound may come from the clock.
_DATES = {"extensive_search": False, "original_date": True, "min_date": "1600-01-01", "max_date": "2199-12-31"}


def page_story(page: str, where: str) -> Story:
    """The article of an HTML page with what the page says of it; the extracted text becomes the stored text."""
    found = _extracted(page)
    text = (found.text or "").strip() if found is not None else ""
    if len(text) < _SHORTEST:
        remedy = "save the page of one story, or its text as .txt"
        raise UnreadableStory(where, f"no article was found in this HTML page; {remedy}")
    host = found.hostname or ""
    return Story(
        id="",
        text=text,
        title=found.title or "",
        published=_declared_day(found.date),
        source=Source(found.sitename or host, url=f"https://{host}" if host else ""),
        url=found.url or "",
    )


def _extracted(page: str) -> Any:
    from lxml.etree import LxmlError

    try:
        return _extractor()(
            page, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=dict(_DATES)
        )
    except (ValueError, TypeError, AttributeError, RecursionError, LxmlError):
        return None  # a page that the library trips over has no article for us either


def _declared_day(written: str | None) -> date | None:
    try:
        return day_of(written, "")
    except UnreadableStory:
        return None  # the page's own date is a bonus; only a date that a person wrote down is worth a complaint


@cache
def _extractor() -> Any:
    import trafilatura

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # our own complaint is one line and names the file
    return trafilatura.bare_extraction

"""Names as they compare."""

from __future__ import annotations

import pytest

from dateline.knowledge.spelling import key, pieces, sound


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S.", ("us",)),
        ("Kim Jong-un", ("kim", "jong", "un")),
        ("Sana'a", ("sanaa",)),
        ("Côte d’Ivoire", ("cote", "divoire")),
        ("People's Army", ("people", "s", "army")),
        ("Recep Tayyip Erdoğan", ("recep", "tayyip", "erdogan")),
    ],
)
def test_pieces(text: str, expected: tuple[str, ...]) -> None:
    assert pieces(text) == expected


def test_key_forgets_order() -> None:
    assert key("Abe Shinzo") == key("Shinzo Abe")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chung Eui-yong", "Jeong Ui-yong"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Mohammed Hassan", "Muhammad Hasan"),
        ("Abdel Fattah al-Sissi", "Abdel Fattah el-Sisi"),
    ],
)
def test_sound_forgets_transliteration(one: str, other: str) -> None:
    assert sound(one) == sound(other)


def test_sound_keeps_people_apart() -> None:
    assert sound("Kim Jong Un") != sound("Kim Jong Il")

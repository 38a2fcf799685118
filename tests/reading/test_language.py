"""Which language a story is in."""

from __future__ import annotations

import pytest

from dateline.knowledge.load import table
from dateline.reading.language import is_foreign, language_of, name_of

FOREIGN = {
    "vi": "Ngoại trưởng hai nước đã gặp nhau tại Hà Nội hôm thứ Ba để bàn về tình hình biên giới.",
    "es": "El ministro dijo el martes que las tropas no se retirarán de la frontera antes de mayo.",
    "fr": "Le ministre a déclaré mardi que les troupes ne quitteraient pas la frontière avant le mois de mai.",
    "de": "Der Minister sagte am Dienstag, die Truppen würden nicht vor Mai von der Grenze abgezogen.",
    "ru": "Министр заявил во вторник, что войска не уйдут с границы до мая этого года.",
    "ar": "قال الوزير يوم الثلاثاء إن القوات لن تنسحب من الحدود قبل شهر مايو المقبل",
    "ko": "장관은 화요일에 군대가 오월 이전에는 국경에서 철수하지 않을 것이라고 기자들에게 분명하게 말했다",
    "nl": "De minister zei dinsdag dat de troepen niet voor mei van de grens worden teruggetrokken.",
}
ENGLISH = [
    "The minister said on Tuesday that the troops would not leave the border before May.",
    "Strikers block Asunción port as Maduro envoys leave Bridgetown, Guyana",
    "Gunmen free nine Kaduna pupils, governor tells parents in Maiduguri and Abuja",
    "PARIS — The president: “Nous ne céderons pas à la violence, ni à la peur, ni à la haine,” he said, and left.",
    "Kim Jong Un, Noh Kyu Duk, Takehiro Funakoshi, Wang Yi, Chung Eui Yong in Seoul",
]


@pytest.mark.parametrize("code", FOREIGN)
def test_foreign_story_is_named(code: str) -> None:
    assert is_foreign(FOREIGN[code]) == code


@pytest.mark.parametrize("text", ENGLISH)
def test_english_passes(text: str) -> None:
    assert is_foreign(text) == ""


def test_english_quotation_in_a_german_story() -> None:
    assert (
        is_foreign('Der Kanzler sagte: "We will fight for the rights of all who have been hurt." Dann flog er ab.')
        == "de"
    )


def test_short_text_passes() -> None:
    assert is_foreign("Merkel besucht Ankara") == ""


def test_no_letters_at_all() -> None:
    assert language_of("12 - 34") == ("en", 0.0)


def test_same_text_same_answer() -> None:
    assert language_of(FOREIGN["es"]) == language_of(FOREIGN["es"])


def test_names() -> None:
    assert (name_of("vi"), name_of("fa"), name_of("xx")) == ("Vietnamese", "Persian", "xx")


def test_every_language_that_can_be_found_has_a_name() -> None:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    known = {row["code"] for row in table("reading/languages.csv", "code", "name")}
    assert set(LanguageIdentifier.from_model_file(MODEL_FILE).labels) <= known

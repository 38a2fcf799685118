"""Who is meant: nested names, titles, groups, metonyms, former officials, dated groups."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.reading.parse import parse_text
from dateline.records import Resolved
from dateline.who.find import find
from dateline.who.follow import follow
from dateline.who.resolve import resolve


def actors(text: str, on: str | None = "2019-06-01") -> dict[str, list[Resolved]]:
    """Resolved by the words of the mention."""
    sentences = parse_text(text)
    mentions = follow(find(text, sentences), sentences)
    out: dict[str, list[Resolved]] = {}
    for r in resolve(mentions, sentences, date.fromisoformat(on) if on else None):
        out.setdefault(text[r.mention.span.start : r.mention.span.end], []).append(r)
    return out


def coded(text: str, words: str, on: str | None = "2019-06-01") -> set[str]:
    """Country and sectors of the mention ``words``, such as KOR GOV."""
    return {" ".join((r.actor.country, *r.actor.sectors)).strip() for r in actors(text, on).get(words, [])}


CASES = [
    # nested names: the country in front counts, not the one that the office is about
    ("Japan's ambassador to Seoul left for Tokyo on Friday.", "Japan's ambassador", {"JPN GOV"}),
    (
        "The French Special Envoy for Peace in the Sahel Pierre Marchand met reporters.",
        "The French Special Envoy for Peace in the Sahel Pierre Marchand",
        {"FRA GOV"},
    ),
    (
        "The Norwegian envoy for Syria policy Kari Lund spoke first.",
        "The Norwegian envoy for Syria policy Kari Lund",
        {"NOR GOV"},
    ),
    ("Envoys of Peru and Chile shook hands.", "Envoys", {"PER GOV", "CHL GOV"}),
    ("Officials from Kenya walked out.", "Officials", {"KEN GOV"}),
    # titles and descriptions
    ("Norwegian Foreign Minister Kari Lund arrived.", "Norwegian Foreign Minister Kari Lund", {"NOR GOV"}),
    ("Peruvian police arrested two men.", "Peruvian police", {"PER COP"}),
    ("South Korean authorities closed the bridge.", "South Korean authorities", {"KOR GOV"}),
    ("Greek and Turkish officials met on Monday.", "Greek and Turkish officials", {"GRC GOV", "TUR GOV"}),
    ("Dozens of Ugandan soldiers crossed the river.", "Dozens of Ugandan soldiers", {"UGA MIL"}),
    ("A Kenyan court freed the reporter.", "A Kenyan court", {"KEN JUD"}),
    ("Zambian lawmakers rejected the bill.", "Zambian lawmakers", {"ZMB LEG"}),
    ("Chilean opposition leader Ana Rojas called a march.", "Chilean opposition leader Ana Rojas", {"CHL OPP"}),
    ("Former Ghanaian minister Kwame Boateng was charged.", "Former Ghanaian minister Kwame Boateng", {"GHA ELI"}),
    ("Iraqi troops and tanks entered the town.", "Iraqi troops", {"IRQ MIL"}),
    ("Polish farmers blocked the border.", "Polish farmers", {"POL AGR"}),
    ("Rwandan refugees fled across the lake.", "Rwandan refugees", {"RWA REF"}),
    # metonyms: capitals and seats act as governments
    ("Pyongyang rejected the offer.", "Pyongyang", {"PRK GOV"}),
    ("Beijing recalled its ambassador.", "Beijing", {"CHN GOV"}),
    ("The Kremlin denied the report.", "The Kremlin", {"RUS GOV"}),
    ("The Knesset passed the law.", "The Knesset", {"ISR LEG"}),
    ("Downing Street welcomed the vote.", "Downing Street", {"GBR GOV"}),
    # organisations and media
    ("The European Union imposed sanctions on Belarus.", "The European Union", {"EUR GOV"}),
    ("The UN Security Council met on Tuesday.", "The UN Security Council", {"UNO"}),
    ("Nato sent ships to the Baltic.", "Nato", {"IGO MIL"}),
    ("KCNA reported the launch.", "KCNA", {"PRK JRN"}),
    # groups, with the day that decides
    ("The Taliban attacked a convoy near Kunduz.", "The Taliban", {"AFG REB"}),
    ("Boko Haram militants raided a village.", "Boko Haram militants", {"NGA REB"}),
    ("Hezbollah fired rockets at Israel.", "Hezbollah", {"LBN REB PTY"}),
    ("PKK fighters killed a guard.", "PKK fighters", {"TUR REB"}),
    # possessors and friends
    ("Turkey sent its troops to Idlib.", "its troops", {"TUR MIL"}),
    ("North Korea thanked its ally.", "its ally", {"GOV"}),
    ("Pro-Russian separatists took the town in Ukraine.", "Pro-Russian separatists", {"UKR REB"}),
]


@pytest.mark.parametrize(("text", "words", "expected"), CASES)
def test_country_and_sectors(text: str, words: str, expected: set[str]) -> None:
    assert coded(text, words) == expected


def test_taliban_rule_since_august_2021() -> None:
    assert coded("The Taliban closed the schools.", "The Taliban", "2022-03-01") == {"AFG GOV"}


def test_office_on_the_day() -> None:
    text = "Donald Trump criticised the deal."
    assert coded(text, "Donald Trump", "2019-05-05") == {"USA GOV"}
    assert coded(text, "Donald Trump", "2022-05-05") == {"USA ELI"}


def test_office_is_told_with_the_actor() -> None:
    found = actors("Wang Yi flew to Hanoi.", "2021-09-10")["Wang Yi"][0]
    assert found.actor.offices[0].title == "foreign minister"
    assert "foreign minister of CHN" in found.why


@pytest.mark.parametrize("name", ["Chung Eui-yong", "Chung Eui Yong", "Jeong Ui-yong", "Eui-yong Chung"])
def test_transliteration_and_order(name: str) -> None:
    assert coded(f"{name} spoke to reporters in Seoul.", name, "2021-09-10") == {"KOR GOV"}


@pytest.mark.parametrize("name", ["Kim Jong Un", "Kim Jong-un", "KIM JONG UN"])
def test_hyphens_and_capitals(name: str) -> None:
    assert coded(f"{name} visited a factory.", name, "2018-04-01") == {"PRK GOV"}


def test_middle_initial() -> None:
    assert coded("Vladimir V. Putin signed the order.", "Vladimir V. Putin") == {"RUS GOV"}


def test_surname_with_title_finds_the_office_holder() -> None:
    assert coded("President Macron called for talks with Germany.", "President Macron") == {"FRA GOV"}


def test_incumbent_of_a_bare_title() -> None:
    found = actors("The Turkish president left for Baku.", "2019-06-01")["The Turkish president"][0]
    assert found.actor.name.startswith("Recep Tayyip")


def test_korea_beside_the_us_is_south_korea() -> None:
    assert coded("The US and Korea began a joint drill.", "Korea") == {"KOR GOV"}


def test_weak_name_needs_its_country_in_the_story() -> None:
    assert coded("Jordan scored twice and Chad passed well.", "Chad") <= {"", "TCD GOV"}
    assert coded("Congo closed the border, the ministry in Kinshasa said.", "Congo") == {"COD GOV"}


def test_us_is_no_pronoun() -> None:
    assert "us" not in actors("They told us nothing.")


def test_unknown_person_stays_open() -> None:
    assert coded("Marlo Quint wrote a song.", "Marlo Quint") == {""}


def test_followers_inherit() -> None:
    text = "Norwegian Foreign Minister Kari Lund arrived in Oslo. Lund said she would resign."
    assert coded(text, "Lund") == {"NOR GOV"}
    assert coded(text, "she") == {"NOR GOV"}


def test_first_mention_learns_from_a_later_one() -> None:
    text = "Lund quits over deal.\nNorwegian Foreign Minister Kari Lund resigned on Monday."
    assert coded(text, "Lund") == {"NOR GOV"}


def test_people_of_a_clear_scene_are_marked_as_guess() -> None:
    text = "Peru declared an emergency. Peru's president spoke. Protesters burned tyres."
    found = actors(text)["Protesters"][0]
    assert found.actor.country == "PER"
    assert found.score <= 0.5


def test_no_country_for_relatives_of_many_countries() -> None:
    assert coded("Peru, Chile, Kenya and Norway sent help. Soldiers waited.", "Soldiers") == {"MIL"}


def test_the_soldiers_of_the_only_army_in_the_story() -> None:
    text = "Israeli soldiers entered the village in the West Bank. Palestinian boys threw stones. Soldiers fired gas."
    assert coded(text, "Soldiers") == {"ISR MIL"}


def test_conjunct_shares_the_adjective() -> None:
    assert coded("US jets and helicopters hit the depot.", "helicopters") == {"USA MIL"}


def test_several_actors_for_a_group_mention() -> None:
    text = (
        "Peruvian envoy Ana Rojas, Chilean envoy Luis Vega and Kenyan envoy John Otieno met in Lima. "
        "The three envoys agreed on a text."
    )
    assert coded(text, "The three envoys") == {"PER GOV", "CHL GOV", "KEN GOV"}


def test_possessed_by_a_person() -> None:
    assert coded("Emmanuel Macron thanked his defence minister.", "his defence minister") == {"FRA GOV"}


def test_why_names_rule_and_row() -> None:
    found = actors("Peruvian police arrested two men.")["Peruvian police"][0]
    assert "role noun police" in found.why
    assert "PER" in found.why

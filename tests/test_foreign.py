"""Articles in French, Russian and Arabic: what code finds in them, and what a model may say of them, over real HTTP."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_server import Body, Reply, said, serving
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer import article_from_text
from summarizer.backends.composing import open_openai_backend
from summarizer.backends.foreign.figures import find_figures
from summarizer.backends.foreign.names import can_stand_for, find_known, foreign_names
from summarizer.backends.offline import OfflineBackend
from summarizer.errors import SchemaError
from summarizer.grounding import ground
from summarizer.marking import mark
from summarizer.models import ArticleBrief, Claims, Entities, Estimates, Places
from summarizer.rewording import unsupported_rewording
from summarizer.schema import load_schema
from summarizer.scripts import can_be_read, skeleton, western
from summarizer.settings import Settings

SCHEMA = load_schema("conflict")
TEXTS = {
    "fr": """Offensive près de Hajine : des familles fuient

Les Forces démocratiques syriennes (FDS) ont lancé une offensive contre l'organisation État islamique près de Hajine.

Selon leur porte-parole Karim Berzani, environ 2 000 combattants se trouvent encore dans la poche de Hajine.

Ils ont creusé des tunnels et posé des mines autour de la ville, a-t-il déclaré à l'agence Reuters mardi dernier.

Plus de 300 civils ont fui la localité de Baghouz depuis que les combats ont repris dans cette région.

La bataille pourrait durer encore plusieurs semaines, a averti la coalition internationale dans un communiqué.
""",
    "ru": """Наступление у Хаджина: семьи бегут

Сирийские демократические силы начали в понедельник наступление на «Исламское государство» в районе Хаджина.

По словам их представителя Карима Берзани, в районе Хаджина остаются около 2000 боевиков, и они не сдаются.

Они вырыли тоннели и заминировали дороги вокруг города, сказал он агентству Рейтер в прошлый вторник.

Более 300 мирных жителей покинули Багуз после того, как бои в этом районе возобновились на прошлой неделе.

Бои могут продлиться ещё несколько недель, предупредила международная коалиция в своём сообщении для печати.
""",
    "ar": """هجوم قرب هجين والعائلات تفر

بدأت قوات سوريا الديمقراطية يوم الاثنين هجوما على تنظيم الدولة الإسلامية قرب بلدة هجين.

وقال المتحدث باسمها كريم برزاني إن نحو ٢٠٠٠ مقاتل من التنظيم ما زالوا في جيب هجين حتى الآن.

وأضاف لوكالة رويترز يوم الثلاثاء أنهم حفروا أنفاقا وزرعوا ألغاما في كل الطرق حول البلدة.

وفر أكثر من ٣٠٠ مدني من بلدة الباغوز بعد أن استؤنف القتال في تلك المنطقة الأسبوع الماضي.

وحذر التحالف الدولي في بيان له من أن المعركة قد تستمر عدة أسابيع أخرى قبل أن تنتهي.
""",
}
SPEAKER = {"fr": "Karim Berzani", "ru": "Карима Берзани", "ar": "كريم برزاني"}
HAJIN = {"fr": "Hajine", "ru": "Хаджина", "ar": "هجين"}
WORDING = {
    "S4": "They dug tunnels and laid mines around the town, he told Reuters on Tuesday.",
    "S6": "The battle may last several more weeks, the US-led coalition warned.",
}
# What a reader answers about the numbers, in words; and about the sentences.
NUMBERS: Mapping[str, Mapping[str, str]] = {
    "N1": {"measure": "personnel", "holder": "ISIS", "said_by": "Karim Berzani", "place": "Hajin"},
    "N2": {"measure": "civilians", "holder": "civilians", "said_by": "none", "place": "Baghouz"},
}
LABELS: Mapping[str, Mapping[str, str]] = {"S4": {"tactics": "mines"}, "S6": {"outlook": "fighting"}}


def reader(language: str, **instead: Callable[[Body], Any]) -> Callable[[Body], Reply]:
    """Return a script that answers as a reader of the language; `instead` answers a kind of question otherwise."""

    def script(body: Body) -> Reply:
        ask = body["messages"][1]["content"]
        schema = body["response_format"]["json_schema"]["schema"]
        kind = (
            "names" if "names" in schema["properties"] else "words" if "Say in" in ask else
            "numbers" if "Choose for each of these numbers" in ask else "labels"
        )  # fmt: skip
        answer = instead[kind](body) if kind in instead else None
        if answer is None and kind == "names":
            tags = schema["$defs"]["Name"]["properties"]["sentence"]["enum"]
            rows = [{"sentence": "S3", "words": SPEAKER[language], "name": "Karim Berzani", "kind": "person"}]
            answer = {"names": [row for row in rows if row["sentence"] in tags]}
        if answer is None and kind == "words":
            answer = {tag: WORDING[tag] for tag in schema["properties"]}
        if answer is None:
            right = NUMBERS if kind == "numbers" else LABELS
            answer = {
                tag: {f: right.get(tag, {}).get(f, "none") for f in schema["$defs"][tag]["properties"]}
                for tag in schema["properties"]
            }
        return said(json.dumps(answer, ensure_ascii=False))

    return script


def briefed(written_in: str, folder: Path, script: Any, **more: Any) -> tuple[ArticleBrief, list[Any]]:
    """Brief the article of a language with a model, and return the brief and what was asked."""
    marked = mark(article_from_text(TEXTS[written_in]), SCHEMA)
    assert marked.article.language == written_in

    async def run(url: str) -> Any:
        settings = replace(Settings(backend="openai", base_url=url, model="fake-model"), **more)
        rules = OfflineBackend(SCHEMA, spares=True)
        backend = await open_openai_backend(rules=rules, schema=SCHEMA, settings=settings, cache_dir=folder)
        try:
            return await backend.draft(marked)
        finally:
            await backend.close()

    with serving(script) as server:
        draft = asyncio.run(run(server.url))
    return ground(marked, draft, SCHEMA), server.asked


LANGUAGES = pytest.mark.parametrize("language", ["fr", "ru", "ar"])


@LANGUAGES
def test_an_article_in_another_language_is_briefed_in_english(tmp_path: Path, language: str) -> None:
    """Names as readers know them with the original as alias, figures with bounds, statements in English over quotes."""
    brief, _ = briefed(language, tmp_path, reader(language))
    text = TEXTS[language].strip()
    who, where = brief.sections["who"], brief.sections["where"]
    assert isinstance(who, Entities)
    assert isinstance(where, Places)
    known = {e.name: e for e in who.items}
    assert {"Syrian Democratic Forces", "ISIS", "US-led coalition", "Karim Berzani", "Reuters"} <= known.keys()
    assert known["Karim Berzani"].kind == "person"
    assert language == "fr" or known["Karim Berzani"].aliases == (SPEAKER[language],)
    hajin = next(p for p in where.items if p.name == "Hajin")
    assert HAJIN[language] in hajin.aliases
    assert all(brief.article.text[m.start : m.end] in hajin.aliases for m in hajin.mentions)

    strength = brief.sections["strength"]
    assert isinstance(strength, Estimates)
    fighters, civilians = strength.items
    assert (fighters.low, fighters.high, fighters.qualifier) == (2000, 2000, "approximate")
    assert (fighters.holder, fighters.said_by, fighters.place) == ("ISIS", "Karim Berzani", "Hajin")
    assert (civilians.low, civilians.high, civilians.measure, civilians.place) == (300, None, "civilians", "Baghouz")

    tactics, outlook = brief.sections["tactics"], brief.sections["outlook"]
    assert isinstance(tactics, Claims)
    assert isinstance(outlook, Claims)
    assert [(c.label, c.text) for c in tactics.items] == [("mines", WORDING["S4"])]
    assert [(c.label, c.text) for c in outlook.items] == [("fighting", WORDING["S6"])]
    for claim in (*tactics.items, *outlook.items):
        assert all(brief.article.text[e.start : e.end] == e.quote and e.quote in text for e in claim.evidence)
    assert [n.kind for n in brief.notes] == ["language"]


@LANGUAGES
def test_words_that_a_sentence_does_not_bear_are_asked_again_then_left(tmp_path: Path, language: str) -> None:
    """A number, a name or a place from elsewhere is refused with its reason; the sentence's own words stand instead."""

    def wrong(body: Body) -> Any:
        texts = {
            "S4": "They dug 40 tunnels around Fallujah.",
            "S6": "The battle may last weeks, Vladimir Putin warned.",
        }
        return {tag: texts[tag] for tag in body["response_format"]["json_schema"]["schema"]["properties"]}

    brief, asked = briefed(language, tmp_path, reader(language, words=wrong), reasks=1)
    tactics = brief.sections["tactics"]
    assert isinstance(tactics, Claims)
    assert [c.text for c in tactics.items] == [" ".join(e.quote.split()) for c in tactics.items for e in c.evidence]
    again = [r.body["messages"][1]["content"] for r in asked if "cannot stand" in r.body["messages"][1]["content"]]
    assert len(again) == 1
    assert "S4: the number 40" in again[0]
    assert "S6: the name 'Vladimir Putin'" in again[0]


@LANGUAGES
def test_names_that_the_words_do_not_say_are_left_out(tmp_path: Path, language: str) -> None:
    """A name must stand in its sentence and be what these words say: no invented and no swapped one is listed."""

    def wrong(body: Body) -> Any:
        tags = body["response_format"]["json_schema"]["schema"]["$defs"]["Name"]["properties"]["sentence"]["enum"]
        rows = [
            {"sentence": "S3", "words": SPEAKER[language], "name": "Vladimir Putin", "kind": "person"},
            {"sentence": "S2", "words": SPEAKER[language], "name": "Karim Berzani", "kind": "person"},
            {"sentence": "S2", "words": "Wladimir", "name": "Wladimir", "kind": "person"},
            {"sentence": "S2", "words": "", "name": "x", "kind": "place"},
        ]
        return {"names": [row for row in rows if row["sentence"] in tags]}

    brief, _ = briefed(language, tmp_path, reader(language, names=wrong), reasks=0)
    who = brief.sections["who"]
    assert isinstance(who, Entities)
    assert not {"Vladimir Putin", "Karim Berzani", "Wladimir", "x"} & {e.name for e in who.items}
    assert "could not be read off" in brief.notes[-1].text


def test_choices_that_do_not_come_twice_do_not_count(tmp_path: Path) -> None:
    """A model that always takes the first choice labels nothing and settles no figure."""

    def first(body: Body) -> Any:
        schema = body["response_format"]["json_schema"]["schema"]
        return {
            tag: {f: p["enum"][0] for f, p in schema["$defs"][tag]["properties"].items()}
            for tag in schema["properties"]
        }

    brief, _ = briefed("ru", tmp_path, reader("ru", labels=first, numbers=first))
    for name in ("strength", "tactics", "outlook"):
        assert brief.sections[name].items == ()


def test_an_article_in_the_language_to_brief_in_keeps_its_words(tmp_path: Path) -> None:
    """With --language fr a French article is not translated."""
    brief, asked = briefed("fr", tmp_path, reader("fr"), language="fr")
    tactics = brief.sections["tactics"]
    assert isinstance(tactics, Claims)
    assert [c.text for c in tactics.items] == [c.evidence[0].quote for c in tactics.items]
    assert not any("Say in" in r.body["messages"][1]["content"] for r in asked)


def test_an_english_article_is_briefed_in_another_language(tmp_path: Path) -> None:
    """With --language fr the statements that the rules found are put into French, held to their sentences."""
    text = (
        "ISIS fighters dug tunnels and planted mines around the town of Hajin, Karim Berzani said on Monday.\n\n"
        "The battle may last for weeks, and ISIS will remain a threat for years to come, he warned.\n"
    )
    french = "Des combattants d'ISIS ont creusé des tunnels et posé des mines autour de Hajin."

    def script(body: Body) -> Reply:
        schema = body["response_format"]["json_schema"]["schema"]
        assert "Say in French" in body["messages"][1]["content"]
        return said(json.dumps(dict.fromkeys(schema["properties"], french)))

    async def run(url: str) -> Any:
        settings = Settings(backend="openai", base_url=url, model="fake-model", language="fr")
        rules = OfflineBackend(SCHEMA, spares=True)
        backend = await open_openai_backend(rules=rules, schema=SCHEMA, settings=settings, cache_dir=tmp_path)
        try:
            return await backend.draft(marked)
        finally:
            await backend.close()

    marked = mark(article_from_text(text), SCHEMA)
    with serving(script) as server:
        brief = ground(marked, asyncio.run(run(server.url)), SCHEMA)
    tactics, outlook = brief.sections["tactics"], brief.sections["outlook"]
    assert isinstance(tactics, Claims)
    assert isinstance(outlook, Claims)
    assert [c.text for c in tactics.items] == [french]
    assert all(c.text == " ".join(c.evidence[0].quote.split()) for c in outlook.items)  # Hajin is not in it


@pytest.mark.parametrize("answer", ["{", "no", '{"names":[]}'])
def test_a_model_that_cannot_read_leaves_what_code_finds(tmp_path: Path, answer: str) -> None:
    """Known names stand in the brief whatever the model answers, and a note says how it was read."""
    brief, _ = briefed("ar", tmp_path, said(answer), reasks=0)
    who = brief.sections["who"]
    assert isinstance(who, Entities)
    assert {"ISIS", "Syrian Democratic Forces"} <= {e.name for e in who.items}
    assert [n.kind for n in brief.notes] == ["language"]


# ----------------------------------------------------------------------------------------- what code does by itself


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Entre 13 000 et 15 000 combattants étaient là.", [(13_000, 15_000, "range")]),
        ("fr", "Il y a 2,5 millions de déplacés.", [(2_500_000, 2_500_000, "exact")]),
        ("fr", "En 2018, au moins 12 soldats et 30 % des civils, à 12 km, pendant 3 jours.", [(12, None, "at_least")]),
        ("fr", "Le 12 septembre 2018, jusqu'à 2018 soldats.", [(None, 2018, "at_most")]),
        ("ru", "От 300 до 500 боевиков, до 3 тыс. жителей.", [(300, 500, "range"), (None, 3_000, "at_most")]),
        ("ru", "15 сентября 2018 года не менее 40 человек погибли.", [(40, None, "at_least")]),
        ("ru", "Остаются 2000 боевиков, менее 10 танков.", [(2_000, 2_000, "exact"), (None, 10, "fewer_than")]),
        ("ar", "ما بين ٣٠٠ و٥٠٠ مقاتل", [(300, 500, "range")]),
        ("ar", "وقتل ١٠ جنود وأكثر من ٢٠ ألف مدني في عام ٢٠١٨", [(10, 10, "exact"), (20_000, None, "more_than")]),
        ("ar", "ما لا يقل عن ۱۲ شخصا بعد ٣ أيام", [(12, None, "at_least")]),
        ("de", "Rund 300 Kämpfer", []),
    ],
)
def test_figures_are_found_in_their_language(language: str, text: str, found: list[tuple[Any, ...]]) -> None:
    """Digits of any script with the words that bound them; years, days, shares, distances and times are no counts."""
    assert [(q.low, q.high, q.qualifier) for q in find_figures(text, language)] == found


@given(st.text(alphabet="0123456789٠١٢ .,-وابenру%'\u00a0", max_size=60), st.sampled_from(["fr", "ru", "ar"]))
def test_figures_are_slices_in_order(text: str, language: str) -> None:
    """Whatever the text: spans lie in it, in order, apart, and hold a digit."""
    end = 0
    for q in find_figures(text, language):
        assert end <= q.start < q.end <= len(text)
        assert any(c.isdigit() for c in text[q.start : q.end])
        end = q.end


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le Mali et la France, puis Damas.", ["Mali", "France", "Damascus"]),
        ("Боевики ИГИЛ в Дамаске и Хомсе", ["ISIS", "Damascus", "Homs"]),
        ("وفي دمشق قال المتحدث باسم حزب الله إن روسيا", ["Damascus", "Hezbollah", "Russia"]),
        ("по-английски и по-французски", []),
        ("EIN DEUTSCHER TEXT", []),
    ],
)
def test_known_names_are_found_with_their_endings(text: str, names: list[str]) -> None:
    """Declined and prefixed forms count, parts of other words do not."""
    found = find_known(text, foreign_names(SCHEMA.folder))
    assert [f.name for f in found] == names


def test_a_domain_may_list_no_names_or_broken_ones(tmp_path: Path) -> None:
    """Without a list nothing is found; one that cannot be read is named."""
    assert foreign_names(None) == foreign_names(tmp_path) == ()
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "foreign.toml").write_text("[[name]]\nname = 'x'\n")
    with pytest.raises(SchemaError, match=r"foreign\.toml"):
        foreign_names(broken)


def test_every_listed_name_is_found_by_each_of_its_forms() -> None:
    """The list that ships holds no form that its own pattern misses, and kinds that the domain has."""
    listed = foreign_names(SCHEMA.folder)
    kinds = {*SCHEMA.entity_rules.kinds, "place"}
    for name in listed:
        assert name.kind in kinds
        for form in name.forms:
            assert [f.name for f in find_known(f"« {form} »", [name])] == [name.name], form


@pytest.mark.parametrize(
    ("name", "words", "can"),
    [
        ("Hajin", "هجين", True),
        ("Hajin", "Хаджина", True),
        ("Mustafa Bali", "Мустафы Бали", True),
        ("Mustafa Bali", "مصطفى بالي", True),
        ("Deir ez-Zor", "دير الزور", True),
        ("Vladimir Putin", "Мустафы Бали", False),
        ("Fallujah", "الباغوز", False),
        ("Bo", "بو", False),
    ],
)
def test_a_name_is_read_off_words_of_another_script(name: str, words: str, can: bool) -> None:
    """By its consonants; one consonant is too few to tell."""
    assert can_stand_for(name, words) is can


@example("B0C0B0B0B0DX", "")
@given(st.text(max_size=40), st.text(max_size=40))
def test_reading_names_is_total(name: str, text: str) -> None:
    """Any text is read without an error; digits keep their places; a name can be read off itself."""
    can_be_read(name, text)
    assert len(western(text)) == len(text)
    assert len(skeleton(name)) < 2 or can_be_read(name, name) or len(name.split()) > 5


@pytest.mark.parametrize(
    ("text", "quote", "why"),
    [
        ("About 2,000 fighters remain.", "Il reste environ 2 000 combattants.", None),
        ("About 2,000 fighters remain.", "ما زال نحو ٢٠٠٠ مقاتل", None),
        ("Hundreds fled on Monday.", "Сотни бежали в понедельник.", None),
        ("Dozens fled.", "Сотни бежали.", "dozens"),
        ("About 3,000 fighters remain.", "ما زال نحو ٢٠٠٠ مقاتل", "3000"),
        ("Syrian troops came in May.", "Сирийские войска пришли в мае.", None),
        ("Turkish troops came.", "Сирийские войска пришли.", "Turkish"),
        ("Troops left, Karim Berzani said.", "Войска ушли, сказал Карим Берзани.", None),
        ("Troops left, John Smith said.", "Войска ушли, сказал Карим Берзани.", "John Smith"),
        ("Damascus fell.", "Войска ушли.", "Damascus"),
    ],
)
def test_words_are_held_to_quotes_in_another_language(text: str, quote: str, why: str | None) -> None:
    """Numbers in any digits, number words, names by their consonants, adjectives by their country."""
    countries = {"Syrian": "Syria", "Turkish": "Turkey"}
    reason = unsupported_rewording(text, [quote], [], lambda w: w == "Damascus", lambda w: countries.get(w, ""))
    assert reason is None if why is None else why in (reason or "")

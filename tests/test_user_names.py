"""A names file of the user's own: what it may say, and what it does to briefs, to the merged brief and to the cache."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from fake_server import Body, Reply, in_mode, serving
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cli import environment, refuses, run

from summarizer import Merger, Report, article_from_text, summarize
from summarizer.errors import UsageError
from summarizer.models import Claims, Entities, Estimates, MergedEntity, MergedPlace, StrengthLines
from summarizer.names_file import parse_names, with_names
from summarizer.schema import load_schema
from summarizer.user_names import UserNames

FIRST = (
    "Fighting near Velda\n\nThe Herald, 13 September 2018\n\n"
    "Up to 2,000 ISIS fighters hold Hajin, the Syrian Democratic Forces said. The Qasad spokesman Mustafa Bali told "
    "Reuters that 12 SDF fighters were killed in Hajin on Monday. The caliphate, he said, is near its end.\n\n"
    "Ahmed Ali Hassan, who heads the Velda Council, said that 300 civilians were wounded in Al-Safa.\n"
)
SECOND = (
    "The last pocket\n\nMarch 2, 2019\n\n"
    "Daesh lost 40 fighters in Hajin, Qasad said on Friday. Ahmad Ali Hassan of the Relief Board counted 25 civilians "
    "killed in As-Safa. Qasad fighters entered Hajin, and Qasad said the battle would last.\n"
)


def briefed(names: str | None, tmp_path: Path, *texts: str, **more: Any) -> Report:
    """Return the report on some texts with what a names file says."""
    path = None
    if names is not None:
        path = tmp_path / "names.toml"
        path.write_text(names, "utf-8")
    articles = [article_from_text(t, outlet=f"Outlet {n}") for n, t in enumerate(texts or (FIRST, SECOND), 1)]
    return summarize(articles, backend="offline", names=path, **more)


def listed(report: Report, section: str) -> dict[str, MergedEntity | MergedPlace]:
    """Return the merged names of a section by name."""
    assert report.brief is not None
    return {item.name: item for item in report.brief.sections[section].items}  # type: ignore[misc]


def own(report: Report, number: int, section: str) -> dict[str, Any]:
    """Return the names of one article's own brief by name."""
    return {item.name: item for item in report.articles[number].sections[section].items}  # type: ignore[union-attr]


def figures(report: Report) -> list[tuple[Any, ...]]:
    """Return what is copied of each figure: its article, bounds and words. No names file may change these."""
    return sorted(
        (b.article.id, e.id, str(e.low), str(e.high), e.qualifier, e.measure, e.evidence[0].quote)
        for b in report.articles
        for s in b.sections.values()
        if isinstance(s, Estimates)
        for e in s.items
    )


def holders(report: Report) -> set[str | None]:
    """Return whose figures the articles and the merged brief give."""
    assert report.brief is not None
    own_ones = {
        e.holder for b in report.articles for s in b.sections.values() if isinstance(s, Estimates) for e in s.items
    }
    merged = {
        e.holder
        for s in report.brief.sections.values()
        if isinstance(s, StrengthLines)
        for line in s.items
        for e in line.estimates
    }
    return own_ones | merged


def speakers(report: Report) -> set[str | None]:
    """Return who says anything in the articles' own briefs."""
    return {
        i.said_by
        for b in report.articles
        for s in b.sections.values()
        if isinstance(s, Estimates | Claims)
        for i in s.items
    }


# ----------------------------------------------------------------------------------------------------- what may be said


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[join]\nUS forces = "x"', ("TOML", "line 2", "double quotes")),
        ('[join]\nU.S = ["x"]', ("[join] “U”", "cut at a dot")),
        ('[joins]\n"A B" = ["C"]', ("[joins] is no section", "did you mean [join]?")),
        ('[hide]\n"A B" = "C"', ("[hide] is no section", "there are [join], [split], [ignore], [rename], [kind]")),
        ('"A B" = ["C"]', ("“A B” stands under no section",)),
        ('join = "A"', ("“join” is a heading", "[join]")),
        ('[[entity]]\nname = "A"', ("[[entity]]", "how a schema lists names", "[join]")),
        ('[join]\n"A B" = []', ("[join] “A B” is empty",)),
        ('[join]\n"A B" = ["  "]', ("[join] “A B” is empty, or one of its names is",)),
        ('[join]\n"" = ["A"]', ("[join] “” is empty",)),
        ('[join]\n"A B" = 3', ("[join] “A B” has a list of names on its right",)),
        ('[rename]\n"A B" = ["C"]', ("[rename] “A B” has one text on its right",)),
        ('[rename]\n"A B" = " "', ("[rename] “A B”", "is empty")),
        ('[ignore]\n"A B" = 1', ("[ignore] “A B” has on its right why",)),
        ('[ignore]\n"-" = "dash"', ("[ignore] “-” is no name",)),
        ('[join]\n"A B" = ["C D"]\n"E F" = ["C D"]', ("“C D” is joined to both “A B” and “E F”",)),
        ('[join]\n"A B" = ["C D"]\n"C D" = ["E F"]', ("“C D” is joined to “A B” and has a line of its own",)),
        ('[join]\n"A B" = ["C D"]\n[split]\n"c d" = "A B"', ("joined under [join] and split under [split]",)),
        ('[join]\n"X Y" = ["A B", "C D"]\n[split]\n"A B" = ["C D"]', ("“A B” and “C D” are joined",)),
        ('[split]\n"A B" = "A  B"', ("“A B” is split from itself",)),
        ('[split]\n"A B" = "C D"\n[rename]\n"A B" = "C D"', ("split, and one is renamed to the other",)),
        ('[rename]\n"A B" = "A B"', ("renamed to itself",)),
        ('[rename]\n"A B" = "X Y"\n"C D" = "X Y"', ("get one name", '[join] "X Y" = ["A B", "C D"]')),
        ('[rename]\n"A B" = "C D"\n"C D" = "E F"', ("“C D”, which is renamed itself",)),
        ('[rename]\n"A B" = "C D"\n"a b" = "E F"', ("one name, renamed twice",)),
        ('[join]\n"X Y" = ["A B"]\n[rename]\n"A B" = "C D"', ("joined to “X Y” and renamed to “C D”",)),
        ('[join]\n"X Y" = ["A B"]\n[rename]\n"X Y" = "C D"', ("write “C D” on the left",)),
        ('[join]\n"X Y" = ["A B"]\n[rename]\n"C D" = "X Y"', ("put “C D” in the list of “X Y”",)),
        ('[join]\n"X Y" = ["A B"]\n[ignore]\n"A B" = "no"', ("under [ignore] and under [join]",)),
        ('[rename]\n"A B" = "C D"\n[ignore]\n"c d" = "no"', ("under [ignore] and under [rename]",)),
        ('[join]\n"X Y" = ["A B"]\n[kind]\n"X Y" = "person"\n"A B" = "place"', ("“X Y” is person and “A B” is place",)),
        ('[kind]\n"A B" = "wizard"', ("[kind] “A B” is 'wizard'", "armed_group", "place")),
    ],
)
def test_what_cannot_hold_is_refused_with_its_mend(text: str, words: tuple[str, ...], tmp_path: Path) -> None:
    """Every error names the file, the entry and what to do; none is a traceback."""
    path = tmp_path / "mine.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError) as caught:
        with_names(load_schema("conflict"), path)
    said = str(caught.value)
    assert "mine.toml" in said
    assert [w for w in words if w not in said] == [], said


def test_several_faults_are_told_at_once() -> None:
    """One round of mending is enough for a handful of faults."""
    with pytest.raises(UsageError, match=r"“A B” is empty.*“C D” is empty"):
        parse_names('[join]\n"A B" = []\n"C D" = []', "n.toml")


def test_a_file_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    """A missing file and one that is no UTF-8 are refused by name."""
    with pytest.raises(UsageError, match=r"no names file .*gone\.toml: create it"):
        summarize([article_from_text(FIRST)], names=tmp_path / "gone.toml")
    (tmp_path / "latin.toml").write_bytes('[join]\n"Søren" = ["S"]'.encode("latin-1"))
    with pytest.raises(UsageError, match=r"latin\.toml is not in UTF-8"):
        summarize([article_from_text(FIRST)], names=tmp_path / "latin.toml")


def test_comments_a_byte_order_mark_and_one_name_without_brackets_are_fine(tmp_path: Path) -> None:
    """What editors and people write without thinking is taken."""
    path = tmp_path / "n.toml"
    path.write_text('\ufeff# mine\n[split]\n"A B" = "C D"\n[ignore]\n"E F" = true\n', "utf-8")
    user = with_names(load_schema("conflict"), path).user_names
    assert (user.splits, user.ignored) == ((("A B", "C D"),), {"E F": ""})


def test_a_file_without_entries_changes_nothing(tmp_path: Path) -> None:
    """A file in which all is commented out is as none."""
    plain, same = briefed(None, tmp_path), briefed("# [join]\n", tmp_path)
    assert same.brief == plain.brief
    assert not UserNames()


# --------------------------------------------------------------------------------------------------------- what it does


def test_joined_forms_are_one_in_each_brief_and_in_the_merged_one(tmp_path: Path) -> None:
    """A form that no list knows is found in the text, and is the actor it is joined to: in lists and as speaker."""
    plain = briefed(None, tmp_path)
    assert "Qasad" in speakers(plain)
    report = briefed('[join]\n"Syrian Democratic Forces" = ["Qasad"]', tmp_path)
    for number in (0, 1):
        found = own(report, number, "who")["Syrian Democratic Forces"]
        assert "Qasad" in found.aliases
        assert found.kind == "armed_group"
        text = report.articles[number].article.text
        assert "Qasad" in {text[m.start : m.end] for m in found.mentions}
    merged = listed(report, "who")["Syrian Democratic Forces"]
    assert {"Qasad", "SDF"} <= set(merged.aliases)
    assert len(merged.articles) == 2
    assert "“Qasad”, “Syrian Democratic Forces”: joined by names.toml" in merged.reasons
    assert "Qasad" not in listed(report, "who")
    assert "Qasad" not in speakers(report)
    assert "Syrian Democratic Forces" in speakers(report)
    assert figures(report) == figures(plain)


def test_names_that_only_the_user_knows_are_joined(tmp_path: Path) -> None:
    """Forms that the schema has not are joined without a kind, as the articles list them."""
    report = briefed('[join]\n"A. A. Hassan" = ["Ahmed Ali Hassan", "Ahmad Ali Hassan"]', tmp_path)
    merged = listed(report, "who")["A. A. Hassan"]
    assert set(merged.aliases) >= {"Ahmed Ali Hassan", "Ahmad Ali Hassan"}
    assert merged.kind == "person"
    assert len(merged.articles) == 2


def test_split_people_are_two_wherever_rules_would_join_them(tmp_path: Path) -> None:
    """Two spellings that the rules take for one name stay apart, and the reasons say by whose word."""
    plain = briefed(None, tmp_path)
    assert not {"Ahmed Ali Hassan", "Ahmad Ali Hassan"} <= listed(plain, "who").keys()
    report = briefed('[split]\n"Ahmed Ali Hassan" = "Ahmad Ali Hassan"', tmp_path)
    who = listed(report, "who")
    assert {"Ahmed Ali Hassan", "Ahmad Ali Hassan"} <= who.keys()
    assert who["Ahmed Ali Hassan"].reasons == ("kept apart from “Ahmad Ali Hassan” by names.toml",)


def test_split_places_differ_by_what_folding_takes_away(tmp_path: Path) -> None:
    """Al-Safa and As-Safa fold to one key; their spelling alone tells them apart where the user says so."""
    assert "As-Safa" in listed(briefed(None, tmp_path), "where")["Al-Safa"].aliases
    where = listed(briefed('[split]\n"Al-Safa" = "As-Safa"', tmp_path), "where")
    assert where["Al-Safa"].articles != where["As-Safa"].articles


def test_a_form_is_taken_out_of_a_known_name(tmp_path: Path) -> None:
    """A split takes a form out of an entry of the schema's list, within one article too."""
    text = (
        "Daesh and ISIS\n\nMay 3, 2019\n\nISIS fighters fought Daesh fighters in Hajin, and Daesh said ISIS had lost.\n"
    )
    assert "Daesh" not in own(briefed(None, tmp_path, text), 0, "who")
    report = briefed('[split]\n"ISIS" = "Daesh"', tmp_path, text)
    assert {"ISIS", "Daesh"} <= own(report, 0, "who").keys()
    assert {"ISIS", "Daesh"} <= listed(report, "who").keys()


def test_an_actor_that_rules_made_of_two_is_parted_in_its_article(tmp_path: Path) -> None:
    """A surname that the rules give to a full name is somebody else's where the user says so."""
    text = (
        "Talks in Hajin\n\nMay 3, 2019\n\nMustafa Bali met the elders in Hajin. Bali said the talks went well. "
        "The elders said Bali would return.\n"
    )
    assert own(briefed(None, tmp_path, text), 0, "who")["Mustafa Bali"].aliases == ("Bali",)
    who = own(briefed('[split]\n"Mustafa Bali" = "Bali"', tmp_path, text), 0, "who")
    assert who["Mustafa Bali"].aliases == ()
    assert len(who["Bali"].mentions) == 2
    assert len(who["Mustafa Bali"].mentions) == 1


def test_a_renamed_actor_is_shown_so_everywhere(tmp_path: Path) -> None:
    """The new name stands in lists, figures and lines; the old one is an alias where it stands in the text."""
    plain = briefed(None, tmp_path)
    report = briefed('[rename]\n"ISIS" = "the Organisation"', tmp_path)
    assert "ISIS" in own(report, 0, "who")["the Organisation"].aliases
    # The second article says Daesh only: ISIS, which does not stand there, is no alias.
    assert own(report, 1, "who")["the Organisation"].aliases == ("Daesh",)
    assert "ISIS" in holders(plain)
    assert "ISIS" not in holders(report)
    assert "the Organisation" in holders(report)
    merged = listed(report, "who")["the Organisation"]
    assert merged.reasons == ("“ISIS” is shown as “the Organisation” by names.toml",)
    assert figures(report) == figures(plain)


def test_a_renamed_place_keeps_its_spellings_and_its_position(tmp_path: Path) -> None:
    """Transliterations still find a place by its old name, and the map still has it."""
    plain = listed(briefed(None, tmp_path), "where")["Hajin"]
    text = "Hajeen\n\nMay 3, 2019\n\nShells fell on the town of Hajeen, residents of Hajeen said.\n"
    report = briefed('[rename]\n"Hajin" = "Hajin town"', tmp_path, FIRST, SECOND, text)
    renamed = listed(report, "where")["Hajin town"]
    assert len(renamed.articles) == 3
    assert "Hajeen" in renamed.aliases
    assert (renamed.country, renamed.lat, renamed.lon) == (plain.country, plain.lat, plain.lon)  # type: ignore[union-attr]


def test_an_ignored_actor_leaves_the_lists_and_its_figures_stay(tmp_path: Path) -> None:
    """Figures of an ignored name are kept without a holder and say so; nobody's voice is taken away."""
    plain = briefed(None, tmp_path)
    report = briefed('[ignore]\n"ISIS" = "not of interest"\n"Mustafa Bali" = true', tmp_path)
    assert {"ISIS", "Mustafa Bali"} <= listed(plain, "who").keys()
    assert listed(report, "who").keys() == listed(plain, "who").keys() - {"ISIS", "Mustafa Bali"}
    assert figures(report) == figures(plain)
    assert holders(report) == holders(plain) - {"ISIS"} | {None}
    assert speakers(report) == speakers(plain)
    section = report.articles[0].sections["strength"]
    assert isinstance(section, Estimates)
    held = next(e for e in section.items if e.high == 2000)
    assert (held.holder, held.notes) == (None, ("held by “ISIS”, which names.toml ignores",))
    assert report.brief is not None
    notes = [n.text for n in report.brief.notes if n.kind == "ignored"]
    assert notes == [
        "“ISIS” is left out of the lists by names.toml: not of interest (2 articles)",
        "“Mustafa Bali” is left out of the lists by names.toml (1 article)",
    ]


def test_an_ignored_place_leaves_the_list_and_its_figures_stay(tmp_path: Path) -> None:
    """What was counted in an ignored place is given without a place, with a remark."""
    report = briefed('[ignore]\n"Hajin" = "a label of the map"', tmp_path)
    assert "Hajin" not in listed(report, "where")
    section = report.articles[0].sections["strength"]
    assert isinstance(section, Estimates)
    remarks = [n for e in section.items for n in e.notes]
    assert "placed in “Hajin”, which names.toml ignores" in remarks
    assert all(e.place != "Hajin" for e in section.items)


def test_a_kind_is_what_the_user_says(tmp_path: Path) -> None:
    """A name is read as the user's kind wherever it stands, as a place too."""
    text = "Jordan in Amman\n\nMay 3, 2019\n\nJordan said 40 people were killed in Amman. Jordan denied it later.\n"
    person = briefed('[kind]\n"Jordan" = "person"', tmp_path, text)
    assert own(person, 0, "who")["Jordan"].kind == "person"
    assert "Jordan" not in own(person, 0, "where")
    assert listed(person, "who")["Jordan"].reasons == ("“Jordan” is read as person by names.toml",)
    place = briefed('[kind]\n"Qasad" = "place"', tmp_path)
    assert "Qasad" in listed(place, "where")
    assert "Qasad" not in listed(place, "who")


def test_a_country_joined_to_an_actor_stays_a_place(tmp_path: Path) -> None:
    """A form that is mostly a place is the actor where it acts, and its other mentions stay a place."""
    text = (
        "Shelling\n\nMay 3, 2019\n\nDamascus said 12 soldiers were killed. Shells fell in Damascus at night, residents "
        "of Damascus said, and the Syrian government sent help to Damascus.\n"
    )
    where = own(briefed('[join]\n"Syrian government" = ["Damascus"]', tmp_path, text), 0, "where")
    assert "Damascus" in where or "Syrian government" in where
    who = own(briefed('[join]\n"Syrian government" = ["Damascus"]', tmp_path, text), 0, "who")
    assert "Damascus" not in who


def test_the_users_word_wins_over_the_schemas(tmp_path: Path) -> None:
    """Forms of two known names are one actor where the user says so, though the schema keeps them apart."""
    text = "Two\n\nMay 3, 2019\n\nISIS fighters and Al-Qaeda fighters met. ISIS said so, and Al-Qaeda denied it.\n"
    assert {"ISIS", "Al-Qaeda"} <= own(briefed(None, tmp_path, text), 0, "who").keys()
    who = own(briefed('[join]\n"The jihadists" = ["ISIS", "Al-Qaeda"]', tmp_path, text), 0, "who")
    assert {"ISIS", "Al-Qaeda"} <= set(who["The jihadists"].aliases)
    assert who.keys().isdisjoint({"ISIS", "Al-Qaeda"})


# ----------------------------------------------------------------------------------------------------------- invariants

NAMES = ("ISIS", "Qasad", "SDF", "Mustafa Bali", "Reuters", "Hajin", "Al-Safa", "Ahmed Ali Hassan", "Ahmad Ali Hassan")


@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_no_names_file_changes_a_figure_or_a_quote(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever is joined, renamed or ignored: bounds, words and voices stay, and each alias stands in its text."""
    order = data.draw(st.permutations(NAMES))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(order)), min_size=3, max_size=3)))
    joined, ignored, renamed = order[: cuts[0]], order[cuts[0] : cuts[1]], order[cuts[1] : cuts[2]]
    lines = ["[join]", f'"The Joined" = {json.dumps(joined)}' if joined else "", "[ignore]"]
    lines += [f'"{n}" = true' for n in ignored]
    lines += ["[rename]", *(f'"{n}" = "{n} renamed"' for n in renamed)]
    folder = tmp_path_factory.mktemp("names")
    plain, report = briefed(None, folder), briefed("\n".join(lines), folder)
    assert figures(report) == figures(plain)
    assert len(speakers(report)) <= len(speakers(plain))
    assert (None in speakers(report)) == (None in speakers(plain))
    for brief in report.articles:
        text = " ".join(brief.article.text.split())
        for section in brief.sections.values():
            if isinstance(section, Entities):
                assert [a for e in section.items for a in e.aliases if " ".join(a.split()) not in text] == []
                assert set(ignored).isdisjoint(e.name for e in section.items)


# ------------------------------------------------------------------------------------------------------------ the cache


def _none(request: Body) -> Reply:
    """Answer "none" to all that is asked, in the form that the request's schema wants."""
    given = request.get("response_format", {}).get("json_schema", {}).get("schema")
    schema = given or request["tools"][0]["function"]["parameters"]
    answer = {}
    for tag, place in schema["properties"].items():
        inner = schema["$defs"][place["$ref"].rpartition("/")[2]] if "$ref" in place else place
        answer[tag] = dict.fromkeys(inner["properties"], "none")
    return in_mode(request, json.dumps(answer))


def test_a_name_shown_otherwise_costs_no_new_question(seeds: Path, tmp_path: Path) -> None:
    """Renaming and ignoring ask nothing anew; joining two that were choices does, because the choices are others."""
    names = tmp_path / "names.toml"
    with serving(_none) as server:

        def calls(text: str | None) -> tuple[int, int]:
            names.write_text(text or "", "utf-8")
            report = summarize(
                seeds,
                brief=False,
                backend="openai",
                model="m",
                base_url=server.url,
                cache_dir=tmp_path / "cache",
                names=names if text else None,
            )
            assert report.failures == ()
            return report.run.calls, report.run.cache_hits

        asked, _ = calls(None)
        assert asked > 0
        assert calls(None) == (0, asked)
        assert calls('[rename]\n"ISIS" = "Islamic State"\n"Hajin" = "Hajin town"') == (0, asked)
        assert calls('[ignore]\n"Reuters" = true\n"Syria" = true') == (0, asked)
        new, _ = calls('[join]\n"Coalition of all" = ["ISIS", "Syrian Democratic Forces", "US-led coalition"]')
        assert new > 0


# ----------------------------------------------------------------------------------------------- how it is handed over


def test_every_way_of_naming_the_file_does_the_same(tmp_path: Path) -> None:
    """The option, the variable and summarizer.toml; what is not named is not read, wherever it lies."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(SECOND, "utf-8")
    (tmp_path / "mine.toml").write_text('[rename]\n"ISIS" = "the Organisation"\n', "utf-8")
    for name in ("names.toml", "in/names.toml"):
        (tmp_path / name).write_text('[rename]\n"ISIS" = "Wrong"\n', "utf-8")
    call = ("in/a.txt", "--brief", "--format", "json")
    plain = run(*call, cwd=tmp_path)
    assert "Wrong" not in plain.stdout
    assert json.loads(plain.stdout)["run"]["names"] is None
    flag = run(*call, "--names", "mine.toml", cwd=tmp_path)
    variable = run(*call, cwd=tmp_path, env=environment(SUMMARIZER_NAMES="mine.toml"))
    (tmp_path / "summarizer.toml").write_text('names = "mine.toml"\n', "utf-8")
    file = run(*call, cwd=tmp_path)
    for done in (flag, variable, file):
        assert done.returncode == 0, done.stderr
        assert "names: as mine.toml has them" in done.stderr
        report = json.loads(done.stdout)
        assert report["run"]["names"] == "mine.toml"
        assert "the Organisation" in {e["name"] for e in report["brief"]["who"]}


def test_a_names_file_that_cannot_hold_ends_the_run_before_anything_is_read(tmp_path: Path) -> None:
    """Exit code 2, one line, no report."""
    (tmp_path / "mine.toml").write_text('[join]\n"A B" = ["C"]\n"D E" = ["C"]\n', "utf-8")
    refuses(run("gone.txt", "--names", "mine.toml", cwd=tmp_path), 2, "mine.toml", "joined to both")


def test_reasons_are_shown(tmp_path: Path) -> None:
    """`render --reasons` says what the file did."""
    (tmp_path / "a.txt").write_text(FIRST, "utf-8")
    (tmp_path / "names.toml").write_text('[join]\n"Syrian Democratic Forces" = ["Qasad"]\n', "utf-8")
    run("a.txt", "--brief", "--names", "names.toml", "--out", "r.json", cwd=tmp_path)
    shown = run("render", "r.json", "--reasons", "--format", "md", cwd=tmp_path).stdout
    assert "joined by names.toml" in shown
    assert "names as names.toml has them" in shown


def test_explain_reads_by_the_file_too(tmp_path: Path) -> None:
    """`explain` says that a name is known by the user's file."""
    (tmp_path / "a.txt").write_text(SECOND, "utf-8")
    (tmp_path / "mine.toml").write_text('[join]\n"Syrian Democratic Forces" = ["Qasad"]\n', "utf-8")
    done = run("explain", "a.txt", "--format", "json", "--names", "mine.toml", cwd=tmp_path)
    assert "mine.toml has “Syrian Democratic Forces” as armed group" in done.stdout


def test_merging_again_takes_the_same_file(tmp_path: Path) -> None:
    """`Merger` with the file makes what the run made; without it the schema's names come back."""
    report = briefed('[rename]\n"ISIS" = "the Organisation"', tmp_path)
    again = Merger("conflict", names=tmp_path / "names.toml").merge(report.articles)
    assert again == report.brief

"""The merged summary in a model's words: only what stands in its evidence."""

from __future__ import annotations

import asyncio
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from asking_samples import SCHEMA, FakeRules
from fake_server import FakeServer, Reply, error, said, serving

from summarizer.backends.composing import open_openai_backend
from summarizer.backends.narrating import sources
from summarizer.models import (
    Difference,
    Evidence,
    MergedBrief,
    MergedClaim,
    MergedClaims,
    MergedEstimate,
    Narrative,
    Side,
    StrengthLine,
    StrengthLines,
)
from summarizer.settings import Settings

QUOTES = ("Alpha has 500 fighters in Northtown.", "Beta dug tunnels below Southville and hides there.")
EVIDENCE = tuple(Evidence(article="a1", start=n, end=n + len(q), quote=q) for n, q in enumerate(QUOTES))


def merged() -> MergedBrief:
    """Return a merged brief of one figure and one tactic."""
    estimate = MergedEstimate(
        id="e1",
        measure="personnel",
        counted="fighters",
        holder="Alpha",
        low=500,
        high=500,
        qualifier="exact",
        unit=None,
        place="Northtown",
        said_by=None,
        evidence=EVIDENCE[:1],
    )
    line = StrengthLine(
        holder="Alpha", measure="personnel", place="Northtown", status="single", text="500", estimates=(estimate,)
    )
    claim = MergedClaim(text=QUOTES[1], label="tunnels", evidence=EVIDENCE[1:])
    return MergedBrief(sections={"strength": StrengthLines(items=(line,)), "tactics": MergedClaims(items=(claim,))})


def narrated(server: FakeServer, folder: Path, brief: MergedBrief, **more: Any) -> Narrative | None:
    """Write the merged summary once."""

    async def run() -> Narrative | None:
        settings = replace(Settings(backend="openai", base_url=server.url, model="fake-model"), **more)
        backend = await open_openai_backend(rules=FakeRules(), schema=SCHEMA, settings=settings, cache_dir=folder)
        try:
            return await backend.narrate(brief)
        finally:
            await backend.close()

    return asyncio.run(run())


def telling(*lines: tuple[str, str]) -> Reply:
    """Return an answer with these sentences, each citing one claim."""
    return said(json.dumps({"lines": [{"text": text, "claims": [tag]} for text, tag in lines]}))


def test_a_line_of_figures_says_whose_they_are() -> None:
    """The model is told holder, measure and place with the figures, for the line's own words do not name them."""
    (line,) = merged().sections["strength"].items
    about = line.model_copy(update={"measure": "equipment_lost", "place": "Northtown"})  # type: ignore[union-attr]
    found = sources(MergedBrief(sections={"strength": StrengthLines(items=(about,))}))  # type: ignore[arg-type]
    assert [s.text for s in found] == [f"equipment lost of {about.holder}, Northtown: {about.text}"]


def test_two_figures_of_one_sentence_are_both_told() -> None:
    """What rests on the same words says two things where it is two figures; a difference between them is told once."""
    brief = merged()
    (line,) = brief.sections["strength"].items
    other = line.model_copy(update={"holder": "Beta"})
    sides = (Side(said_by="Alpha", text="500", evidence=EVIDENCE[:1]),)
    told = sources(
        MergedBrief(
            sections={"strength": StrengthLines(items=(line, other))}, differences=(Difference(text="x", sides=sides),)
        )
    )
    assert [s.text.partition(":")[0] for s in told] == [
        f"{x.measure} of {x.holder}" + (f", {x.place}" if x.place else "") for x in (line, other)
    ]


def test_each_section_has_its_turn() -> None:
    """A brief of many figures leaves room for statements, and the contested figure comes before those of one voice."""
    brief = merged()
    (line,) = brief.sections["strength"].items
    evidence = [e.model_copy(update={"start": n}) for n, e in enumerate(EVIDENCE[:1] * 40)]
    many = [
        line.model_copy(
            update={
                "place": f"Town {n}",
                "status": "contested" if n == 39 else "single",
                "estimates": (line.estimates[0].model_copy(update={"evidence": (e,)}),),
            }
        )
        for n, e in enumerate(evidence)
    ]
    sections = {**brief.sections, "strength": StrengthLines(items=tuple(many))}
    found = sources(brief.model_copy(update={"sections": sections}))
    assert "Town 39" in found[0].text
    assert any(s.text.startswith("tactics: ") for s in found)
    assert [s.tag for s in found] == [f"C{n}" for n in range(1, len(found) + 1)]


def test_sentences_that_stand_in_their_claims_are_kept(tmp_path: Path) -> None:
    """What survives cites the evidence of its claims."""
    good = "Alpha keeps 500 fighters in Northtown."
    with serving(telling((good, "C1"), ("Beta hides in tunnels below Southville.", "C2"))) as server:
        narrative = narrated(server, tmp_path, merged())
    assert narrative is not None
    assert [line.text for line in narrative.lines] == [good, "Beta hides in tunnels below Southville."]
    assert narrative.lines[0].evidence == EVIDENCE[:1]


def test_a_sentence_with_a_foreign_figure_is_asked_again_then_dropped(tmp_path: Path) -> None:
    """The reason is sent back; what still cannot stand is left out, and the rest stays."""
    reply = telling(("Alpha keeps 900 fighters in Northtown.", "C1"), ("Beta hides in tunnels below Southville.", "C2"))
    with serving(reply) as server:
        narrative = narrated(server, tmp_path, merged(), reasks=1)
    assert narrative is not None
    assert [line.text for line in narrative.lines] == ["Beta hides in tunnels below Southville."]
    assert len(server.asked) == 2
    assert "900" in server.asked[1].body["messages"][1]["content"]


@pytest.mark.parametrize(
    "reply",
    [telling(("The best recipes use fresh vegetables and herbs.", "C1")), said("{", finish="length"), said("no")],
    ids=["nonsense", "cut", "prose"],
)
def test_nothing_that_stands_is_no_narrative(tmp_path: Path, reply: Reply) -> None:
    """The merging's own lines are used where the model has nothing to add."""
    with serving(reply) as server:
        assert narrated(server, tmp_path, merged()) is None


def test_an_empty_brief_is_not_narrated(tmp_path: Path) -> None:
    """Without claims nothing is asked."""
    with serving(said("{}")) as server:
        assert narrated(server, tmp_path, MergedBrief()) is None
    assert server.requests == []


def test_a_cut_narrative_is_asked_for_in_fewer_sentences(tmp_path: Path) -> None:
    """An answer that the token limit cut is never read: half as many sentences are asked for."""
    good = telling(("Alpha keeps 500 fighters in Northtown.", "C1"))
    with serving([said('{"lines":[{"text":"Alpha', finish="length"), good]) as server:
        narrative = narrated(server, tmp_path, merged())
    assert narrative is not None
    most = [re.search(r"at most (\d+)", r.body["messages"][1]["content"]) for r in server.asked]
    assert [m and m[1] for m in most] == ["6", "3"]


def test_a_narrative_draws_on_as_many_claims_as_fit(tmp_path: Path) -> None:
    """A small context gets the first claims only; a refusal as too long halves them."""
    evidence = [Evidence(article="a1", start=0, end=9, quote=f"Town {n} held {n} fighters.") for n in range(40)]
    claims = tuple(MergedClaim(text=e.quote, label="tunnels", evidence=(e,)) for e in evidence)
    many = MergedBrief(sections={"tactics": MergedClaims(items=claims)})
    too_long, good = error(400, "the prompt is too long"), telling(("Town 1 held fighters.", "C2"))
    with serving([good, too_long, too_long, good]) as server:
        narrated(server, tmp_path, many, context=1_200)
        assert narrated(server, tmp_path / "other", many) is not None
    first, *rest = [len(re.findall(r"^C\d+:", r.body["messages"][1]["content"], re.MULTILINE)) for r in server.asked]
    assert 5 < first < 12
    assert rest == [12, 6, 3]


def test_words_that_a_quote_repeats_are_sent_once(tmp_path: Path) -> None:
    """A claim whose text is its quote costs its tokens once."""
    with serving(telling(("Beta hides in tunnels below Southville.", "C2"))) as server:
        narrated(server, tmp_path, merged())
    assert server.asked[0].body["messages"][1]["content"].count(QUOTES[1]) == 1

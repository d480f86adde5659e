"""A small model is tried once before it is asked about figures, and only about those fields that it got right."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from asking_samples import RULES_DRAFT, SCHEMA, FakeRules, sample
from conftest import ROOT
from fake_server import Body, FakeServer, Reply, error, serving
from test_openai_backend import KEY, answering, choices, right, strengths

from summarizer.backends.asking import Answer, AnswerError, CutShortError, Question
from summarizer.backends.capacity import Capacity
from summarizer.backends.composing import open_openai_backend
from summarizer.backends.planning import FIELDS
from summarizer.backends.qualifying import TRIAL, Qualification, Trial, load_trial
from summarizer.checks import measures
from summarizer.errors import SchemaError
from summarizer.models import Draft
from summarizer.pipeline import forecast
from summarizer.prompting import Prompts, load_prompts
from summarizer.resources import known, resource_folder
from summarizer.schema import load_schema
from summarizer.settings import Settings

# What is open in the sample article.
OPEN = {"measure", "holder", "place"}
SMALL, LARGE, UNKNOWN = "fake-1.5b", "fake-70b", "fake-model"
Pick = Callable[[str, str, list[str]], str]


def trial_of(domain: str) -> Trial:
    """Return the trial that comes with a domain."""
    found = load_trial(load_prompts(domain))
    assert found is not None
    return found


CONFLICT = trial_of("conflict")
KNOWN = {item.tag: item.known for item in CONFLICT.items}


def is_trial(body: Body) -> bool:
    """Whether a request is about the text of the trial."""
    return CONFLICT.lines[0] in body["messages"][1]["content"]


def model(pick: Pick) -> Callable[[Body], Reply]:
    """Return a script that answers the trial as `pick` does, and all about the article rightly."""
    tried, asked = answering(pick), answering(right)
    return lambda body: tried(body) if is_trial(body) else asked(body)


def wrong_on(*fields: str) -> Pick:
    """Answer the trial rightly but for some fields, which get the first of their choices."""
    return lambda tag, name, enum: enum[0] if name in fields else KNOWN[tag][name]


def drafted(server: FakeServer, folder: Path, *, name: str = SMALL, times: int = 1) -> list[Draft]:
    """Draft the sample article, several times at once."""

    async def run() -> list[Draft]:
        settings = Settings(backend="openai", base_url=server.url, api_key=KEY, model=name)
        backend = await open_openai_backend(
            rules=FakeRules(RULES_DRAFT), schema=SCHEMA, settings=settings, cache_dir=folder
        )
        try:
            return list(await asyncio.gather(*(backend.draft(sample()) for _ in range(times))))
        finally:
            await backend.close()

    server.models = [name]
    return asyncio.run(run())


def asked_fields(server: FakeServer) -> set[str]:
    """Return the fields of figures that the article's questions were about."""
    articles = [choices(r.body) for r in server.asked if not is_trial(r.body)]
    return {name for asked in articles for fields in asked.values() for name in fields if name in FIELDS}


def trials(server: FakeServer) -> int:
    """Return how often the trial was asked."""
    return sum(is_trial(r.body) for r in server.asked)


def test_a_small_model_that_passes_is_asked_as_any_other(tmp_path: Path) -> None:
    """It settles what one of unknown size settles, after one more question."""
    with serving(model(wrong_on())) as server:
        (small,) = drafted(server, tmp_path / "small")
        of_small = len(server.asked)
        (unknown,) = drafted(server, tmp_path / "unknown", name=UNKNOWN)
    assert (small, trials(server)) == (unknown, 1)
    assert of_small == len(server.asked) - of_small + 1


def test_a_small_model_that_fails_is_not_asked_about_figures(tmp_path: Path) -> None:
    """Their answers are the rules' own, a note says why, and statements are asked about as ever."""
    with serving(model(lambda tag, name, enum: enum[0])) as server:
        (draft,) = drafted(server, tmp_path)
    assert asked_fields(server) == set()
    assert draft.estimates == RULES_DRAFT.estimates
    assert [c.sentences for c in draft.claims["tactics"]][-1] == ("S8",)
    (note,) = [n.text for n in draft.notes if "Tried on plain figures" in n.text]
    assert note.endswith("was not asked about them: measure, holder, said by, place.")


def test_only_what_it_gets_wrong_is_left_out(tmp_path: Path) -> None:
    """One that cannot tell places settles holders; one that cannot tell measures adds no figure."""
    with serving(model(wrong_on("place"))) as server:
        (draft,) = drafted(server, tmp_path / "place")
    assert asked_fields(server) == {"measure", "holder"}
    assert strengths(draft)["N5"].holder == "A3"
    with serving(model(wrong_on("measure"))) as server:
        (draft,) = drafted(server, tmp_path / "measure")
    assert asked_fields(server) == {"holder", "place"}
    assert strengths(draft)["N5"].holder == "A3"
    assert strengths(draft).keys() == strengths(RULES_DRAFT).keys()


def test_one_slip_in_six_is_forgiven(tmp_path: Path) -> None:
    """As on an article, a field is lost by the second wrong answer."""

    def slips(*tags: str) -> Pick:
        return lambda tag, name, enum: (
            next(e for e in enum if e != KNOWN[tag][name]) if name == "place" and tag in tags else KNOWN[tag][name]
        )

    for tags, is_asked in ((("N1",), True), (("N1", "N2"), False)):
        with serving(model(slips(*tags))) as server:
            drafted(server, tmp_path / "".join(tags))
        assert ("place" in asked_fields(server)) == is_asked


@pytest.mark.parametrize("name", [LARGE, UNKNOWN])
def test_others_are_not_tried(tmp_path: Path, name: str) -> None:
    """A large model needs no trial, and one whose size nobody tells proves itself on each article."""
    with serving(answering(right)) as server:
        drafted(server, tmp_path, name=name)
    assert asked_fields(server) == OPEN


def test_a_model_is_tried_once(tmp_path: Path) -> None:
    """Articles that come at the same time wait for one trial, and a second run takes its answer from the cache."""
    with serving(model(wrong_on("holder"))) as server:
        first = drafted(server, tmp_path, times=3)
        calls = len(server.asked)
        again = drafted(server, tmp_path, times=3)
    assert trials(server) == 1
    assert len(server.asked) == calls
    assert first == again
    assert first[0] == first[1] == first[2]


def test_a_model_that_has_no_usable_answer_has_failed() -> None:
    """It is asked again as often as any question, with the reason; one that is cut is not asked again."""

    class Useless:
        def __init__(self, error: Exception) -> None:
            self.error, self.asked = error, list[str]()

        async def ask(self, question: Question) -> Answer:
            self.asked.append(question.ask)
            raise self.error

        async def close(self) -> None:
            """Hold nothing open."""

    for useless, times in ((AnswerError("no JSON"), 3), (CutShortError("cut"), 1)):
        asker = Useless(useless)
        tried = Qualification(CONFLICT, schema=SCHEMA, prompts=load_prompts("conflict"), asker=asker, reasks=2)
        assert asyncio.run(tried.fields(Capacity(parameters=10**9))) == frozenset()
        assert (len(asker.asked), sum("no JSON" in ask for ask in asker.asked)) == (times, times - 1)


def test_a_trial_that_does_not_fit_says_nothing(tmp_path: Path) -> None:
    """Where the context is too small for it, the model proves itself on the article alone."""

    def script(body: Body) -> Reply:
        if is_trial(body):
            return error(400, "maximum context length is 1024 tokens", code="context_length_exceeded")
        return answering(right)(body)

    with serving(script) as server:
        (draft,) = drafted(server, tmp_path)
    assert strengths(draft)["N5"].holder == "A3"


def test_a_forecast_counts_the_trial_and_takes_it_for_passed(tmp_path: Path) -> None:
    """A forecast for a model that has not been tried yet leaves nothing out."""

    def calls(name: str) -> int:
        settings = Settings(backend="openai", base_url="http://127.0.0.1:9/v1", model=name, cache_dir=tmp_path)
        return asyncio.run(forecast([ROOT / "seeds"], settings, brief=False)).calls

    assert calls(SMALL) == calls(UNKNOWN) + 1


@pytest.mark.parametrize("name", known("prompts"))
def test_a_trial_asks_what_the_domain_counts(name: str) -> None:
    """Its measures are the schema's, all fields have different answers, and each tag stands in the text once."""
    trial = trial_of(name)
    assert {m for item in trial.items for m in item.choices["measure"]} <= measures(load_schema(name)).keys()
    for field in FIELDS:
        assert len({item.known[field] for item in trial.items}) > 1
    for item in trial.items:
        line = trial.lines[item.at]
        assert "\n".join(trial.lines).count(f"[{item.tag}]") == 1
        for field in ("said_by", "place"):
            assert item.known[field].removeprefix("none") in line


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[N3]", "", r"no line holds \[N3\]"),
        ('holder = "army"', 'holder = "navy"', "N1: holder 'navy' is none of its choices"),
        ('measure = "killed"\n', "", r"figures\.N1\.measure: Field required"),
        ("title =", "title", "cannot be read"),
    ],
)
def test_a_broken_trial_is_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    """Whoever writes one learns the file and what is wrong with it."""
    shutil.copytree(resource_folder("prompts", "conflict"), tmp_path / "prompts")
    path = tmp_path / "prompts" / f"{TRIAL}.toml"
    path.write_text(path.read_text().replace(old, new, 1))
    with pytest.raises(SchemaError, match=rf"trial\.toml.*{words}"):
        load_trial(Prompts(tmp_path / "prompts"))


def test_a_trial_that_nobody_could_pass_is_refused(tmp_path: Path) -> None:
    """Two figures prove nothing, by the measure that holds on articles."""
    shutil.copytree(resource_folder("prompts", "conflict"), tmp_path / "prompts")
    path = tmp_path / "prompts" / f"{TRIAL}.toml"
    path.write_text(path.read_text().partition("[figures.N3]")[0])
    with pytest.raises(SchemaError, match=r"trial\.toml: figures: .* at least 3"):
        load_trial(Prompts(tmp_path / "prompts"))


def test_a_domain_may_have_no_trial(tmp_path: Path) -> None:
    """Its models prove themselves on each article."""
    (tmp_path / "prompts.toml").write_text("version = 1\n")
    assert load_trial(Prompts(tmp_path)) is None

"""The Python interface: what comes out, what does not, and what importing costs."""

from __future__ import annotations

import asyncio
import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from fake_server import free_port

import summarizer
from summarizer import Article, BackendError, Report, SchemaError, UsageError, article_from_text, asummarize, summarize

TEXT = "The army said on Monday that 12 soldiers were killed near Goma by M23 fighters."
HEAVY = ("openai", "instructor", "diskcache", "tenacity", "rich", "typer", "pydantic", "sqlite3", "jinja2")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with two articles."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.md").write_text(f"# A title\n\n{TEXT} Another 40 were wounded.", "utf-8")
    return tmp_path


def _figures(report: Report) -> list[Any]:
    return [e["low"] for a in report.model_dump()["articles"] for e in a["strength"]]


def test_every_kind_of_input(folder: Path) -> None:
    """A path as str or Path, a text as Article, and a list of them all come out as one report."""
    assert len(summarize(str(folder)).articles) == 2
    assert len(summarize(folder / "a.txt").articles) == 1
    assert _figures(summarize(article_from_text(TEXT))) == [12]
    mixed = summarize([str(folder / "a.txt"), folder / "b.md", article_from_text(TEXT + " It rained.")])
    assert _figures(mixed) == [12, 12, 40, 12]


def test_a_text_given_as_str_is_a_path() -> None:
    """A str is a path, so a text given as one is a file that is not there, and is said so."""
    report = summarize("no such folder")
    assert report.articles == ()
    assert "no such" in report.failures[0].reason


def test_the_same_text_twice_is_a_copy() -> None:
    """Equal texts keep ids of their own, and the second says what it copies."""
    first, second = summarize([article_from_text(TEXT), article_from_text(TEXT)]).articles
    assert second.article.copy_of == first.article.id != second.article.id


def test_brief_is_optional(folder: Path) -> None:
    """Merging can be left out."""
    assert summarize(folder).brief is not None
    assert summarize(folder, brief=False).brief is None


def test_inside_a_running_loop(folder: Path) -> None:
    """`summarize` works where a loop already runs, as in a notebook, and `asummarize` gives the same."""

    async def notebook() -> tuple[Report, Report]:
        return summarize(folder), await asummarize(folder)

    one, other = asyncio.run(notebook())
    assert one.articles == other.articles
    assert one.brief == other.brief


def test_nothing_is_printed(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The library writes neither to stdout nor to stderr, failures or not."""
    summarize([folder, folder / "none.txt"])
    assert capfd.readouterr() == ("", "")


def test_progress_is_told(folder: Path) -> None:
    """A caller hears how many articles are drafted by whom, and of each that is done."""
    told: list[Any] = []

    class Listener:
        def started(self, backend: Any, articles: int) -> None:
            told.append((backend.name, articles))

        def advanced(self, path: str) -> None:
            told.append(Path(path).name)

    summarize(folder, progress=Listener())
    assert told[0] == ("offline", 2)
    assert sorted(told[1:]) == ["a.txt", "b.md"]


def test_errors_reach_the_caller(folder: Path) -> None:
    """What ends a run is raised as the error that it is, out of the thread it happened in."""
    with pytest.raises(SchemaError, match="conflict"):
        summarize(folder, schema="flood")
    with pytest.raises(UsageError, match="modle"):
        summarize(folder, modle="x")
    with pytest.raises(BackendError):
        summarize(folder, base_url=f"http://127.0.0.1:{free_port()}/v1", model="m", retries=0, deadline=5)


def test_a_report_is_saved_and_loaded(folder: Path) -> None:
    """A report comes back equal from its file."""
    report = summarize(folder)
    report.save(folder / "r.json")
    assert Report.load(folder / "r.json").model_dump() == report.model_dump()
    assert Report.load(str(folder / "r.json")).articles[0].sections == report.articles[0].sections


def test_what_is_no_report_is_refused(folder: Path) -> None:
    """Loading something else, and saving where nothing can be saved, name the file."""
    with pytest.raises(UsageError, match=r"a\.txt is no JSON"):
        Report.load(folder / "a.txt")
    with pytest.raises(UsageError, match="cannot be written"):
        summarize(folder).save(folder)


def test_a_notebook_shows_markdown(folder: Path) -> None:
    """A report shows itself in a notebook as Markdown with its quotes."""
    shown = summarize(folder)._repr_markdown_()
    assert shown.startswith("# ")
    assert "12 soldiers were killed" in shown


def test_values_are_frozen(folder: Path) -> None:
    """A report cannot be changed in place."""
    with pytest.raises(ValueError, match="frozen"):
        summarize(folder).version = 2  # type: ignore[misc, assignment]


# ------------------------------------------------------------------------------------------------------------ the names


def test_the_public_names_are_sorted_and_honest() -> None:
    """`__all__` is sorted, each of its names exists, and `dir` shows them and no others."""
    assert summarizer.__all__ == sorted(summarizer.__all__)
    assert dir(summarizer) == summarizer.__all__
    assert all(getattr(summarizer, name).__name__ == name for name in summarizer.__all__)
    assert summarizer.Article is Article
    with pytest.raises(AttributeError, match="no attribute 'sumarize'"):
        summarizer.sumarize  # noqa: B018


def test_importing_is_cheap() -> None:
    """Importing the package brings in nothing heavy."""
    code = f"import sys, summarizer; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_an_offline_run_needs_no_client(tmp_path: Path) -> None:
    """A whole offline run imports neither a client, nor what only a client needs, nor the terminal library."""
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    code = (
        "import sys, summarizer; summarizer.summarize('a.txt', backend='offline')\n"
        "print([m for m in ('openai', 'instructor', 'diskcache', 'tenacity', 'rich') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"


@pytest.mark.skipif(importlib.util.find_spec("mypy") is None, reason="mypy is not installed")
def test_the_types_are_what_users_see() -> None:
    """mypy, strict, agrees with every type that tests/typing/api.py asserts."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "tests/typing/api.py"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout

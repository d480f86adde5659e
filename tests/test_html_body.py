"""The benchmark of pages: its measure, and that it runs on a folder of anybody's."""

from __future__ import annotations

import gzip
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest
from reader_samples import PARAGRAPHS, page

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    """The benchmark as a module."""
    spec = importlib.util.spec_from_file_location("html_body", ROOT / "benchmarks" / "html_body.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("true", "found", "length", "precision", "recall"),
    [
        ("a b c d e", "a b c d e", 4, 1.0, 1.0),
        ("a b c d e", "a b c d", 4, 1.0, 0.5),
        ("a b c d", "x a b c d", 4, 0.5, 1.0),
        ("a b", "a b", 4, 1.0, 1.0),
        ("a a b", "a b b", 1, 2 / 3, 2 / 3),
        ("a", "", 4, 0.0, 0.0),
        ("", "", 4, 1.0, 1.0),
    ],
)
def test_measure(bench: ModuleType, true: str, found: str, length: int, precision: float, recall: float) -> None:
    """Runs of words are counted as often as they come; short and empty texts have a score too."""
    score = bench.compared(true, found, length)
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


def test_it_runs_on_any_folder(
    bench: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder of one page is scored, ours at least as good as trafilatura's."""
    (tmp_path / "p1.html.gz").write_bytes(gzip.compress(page().encode()))
    truth = {"p1": {"articleBody": "\n\n".join(PARAGRAPHS), "url": "https://h.example/dam"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth), "utf-8")
    monkeypatch.setattr(sys, "argv", ["html_body.py", str(tmp_path), "--pages"])
    monkeypatch.setattr("logging.disable", lambda *_: None)
    assert bench.main() == 0
    assert "ours" in capsys.readouterr().out


def test_ours_is_not_behind_on_the_data_set(bench: ModuleType, shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On the 24 pages our F1 is at least that of trafilatura called plainly, by both measures."""
    monkeypatch.setattr(sys, "argv", ["html_body.py", str(shared / "data/html")])
    monkeypatch.setattr("logging.disable", lambda *_: None)
    assert bench.main() == 0

"""What many tests share."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real articles and their gold beside the checkout; its absence fails in CI and skips elsewhere."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("the shared folder must stand beside the checkout in CI")
        pytest.skip("no shared folder beside the checkout")
    return folder


@pytest.fixture(scope="session")
def score(shared: Path) -> ModuleType:
    """The scoring tool, which reads the public JSON only."""
    spec = importlib.util.spec_from_file_location("score_of_shared", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five demo articles of this project."""
    return ROOT / "seeds"


@pytest.fixture(autouse=True)
def _no_settings_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the keys, settings and cache of whoever runs the tests out of them."""
    for name in [n for n in os.environ if n.startswith(("OPENAI_", "SUMMARIZER_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("SUMMARIZER_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))

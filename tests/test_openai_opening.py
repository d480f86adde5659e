"""Opening the backend: which model, which server, and what it costs to import."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from asking_samples import SCHEMA, FakeRules
from fake_server import error, free_port, said, serving

from summarizer.backends.composing import open_openai_backend
from summarizer.backends.pointing import OpenAIBackend
from summarizer.errors import BackendError
from summarizer.settings import Settings

KEY = "sk-very-secret"
YES = '{"yes":true}'


def opening(server_url: str, folder: Path, **more: Any) -> OpenAIBackend:
    """Open and close a backend."""

    async def run() -> OpenAIBackend:
        settings = replace(Settings(backend="openai", base_url=server_url, api_key=KEY), **more)
        backend = await open_openai_backend(rules=FakeRules(), schema=SCHEMA, settings=settings, cache_dir=folder)
        await backend.close()
        await backend.close()
        return backend

    return asyncio.run(run())


def test_the_only_model_is_taken(tmp_path: Path) -> None:
    """Without a model set, the one that the server lists is used; the host is there to be told."""
    with serving(said(YES), models=["lonely"]) as server:
        backend = opening(server.url, tmp_path)
    assert backend.model == "lonely"
    assert backend.endpoint_host == server.url.removeprefix("http://").removesuffix("/v1")


@pytest.mark.parametrize(("models", "word"), [(["b", "a"], "a, b"), ([], "none")])
def test_no_model_or_several_are_an_error_with_the_list(tmp_path: Path, models: list[str], word: str) -> None:
    """The message lists what there is and names the option."""
    with serving(said(YES), models=models) as server, pytest.raises(BackendError, match=f"--model.*{word}"):
        opening(server.url, tmp_path)


def test_a_server_that_lists_no_models_is_said(tmp_path: Path) -> None:
    """Where the list itself is missing, the model has to be named."""
    with serving(said(YES)) as server:
        server.models_reply = error(404, "not found")
        with pytest.raises(BackendError, match="--model"):
            opening(server.url, tmp_path)


def test_a_server_that_still_loads_its_model_is_waited_for(tmp_path: Path) -> None:
    """503 to the question which models there are is asked again, as often as --retries says, and then said."""
    loading = error(503, "Loading model", {"retry-after-ms": "1"})
    with serving(said(YES), models=["lonely"]) as server:
        server.models_not_yet = [loading, loading]
        assert opening(server.url, tmp_path / "one").model == "lonely"
        server.models_not_yet = [loading, loading]
        with pytest.raises(BackendError, match=r"Loading model.*--model.*wait"):
            opening(server.url, tmp_path / "two", retries=1)


def test_no_server_wrong_key_or_no_address_end_the_run_at_once(tmp_path: Path) -> None:
    """Each is one clear error before any article is drafted."""
    with pytest.raises(BackendError, match="no server answers"):
        opening(f"http://127.0.0.1:{free_port()}/v1", tmp_path)
    with pytest.raises(BackendError, match="--base-url"):
        opening("localhost", tmp_path)
    with serving(said(YES)) as server:
        server.models_reply = error(401, "who are you")
        with pytest.raises(BackendError, match="key was refused"):
            opening(server.url, tmp_path)


def test_no_key_and_no_server_is_said(tmp_path: Path) -> None:
    """Without any setting there is nobody to ask."""

    async def run() -> None:
        await open_openai_backend(
            rules=FakeRules(), schema=SCHEMA, settings=Settings(backend="openai", model="m"), cache_dir=tmp_path
        )

    with pytest.raises(BackendError, match="OPENAI_API_KEY"):
        asyncio.run(run())


def test_importing_the_backend_is_cheap() -> None:
    """The heavy libraries come in when first used, not with the module."""
    code = (
        "import sys, summarizer.backends.composing\n"
        "heavy = {'openai', 'instructor', 'diskcache', 'tenacity', 'jinja2'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or 0)"
    )
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

"""What a server can do, found out over real HTTP: what it tells of its model, and what tiny questions show."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fake_server import Body, FakeServer, Reply, error, free_port, in_mode, only_in, said, serving

from summarizer.backends.base import Usage
from summarizer.backends.caching import DiskStore
from summarizer.backends.capacity import Capacity, parameters_in
from summarizer.backends.openai import OpenAIAsker
from summarizer.backends.qualifying import load_trial
from summarizer.prompting import load_prompts

ROOT = Path(__file__).resolve().parents[1]
RED = '{"lamp":"red"}'


def listing(**entry: Any) -> Reply:
    """Return a list of models with one entry."""
    return Reply(body={"object": "list", "data": [{"id": "fake-model", "object": "model", **entry}]})


def told(server: FakeServer, store: DiskStore | None = None) -> Capacity:
    """Return what the server tells, asked as a run does."""

    async def run() -> Capacity:
        asker = OpenAIAsker(
            model="fake-model", base_url=server.url, api_key=None, timeout=5, usage=Usage(), store=store
        )
        try:
            return await asker.capacity()
        finally:
            await asker.close()

    return asyncio.run(run())


OLLAMA = {"model_info": {"general.parameter_count": 3_000_000_000, "llama.context_length": 131_072}}

TELLING: dict[str, tuple[Reply | None, dict[str, Reply], int | None]] = {
    "vLLM": (listing(max_model_len=32_768), {}, 32_768),
    "OpenRouter": (listing(context_length=128_000), {}, 128_000),
    "Groq": (listing(context_window=8_192), {}, 8_192),
    "llama.cpp of today": (listing(meta={"n_ctx": 4_096, "n_ctx_train": 32_768}), {}, 4_096),
    "llama.cpp of before": (
        listing(meta={"n_ctx_train": 32_768}),
        {"/props": Reply(body={"default_generation_settings": {"n_ctx": 6_000}})},
        6_000,
    ),
    "Ollama with the model loaded": (
        None,
        {
            "/api/show": Reply(body=OLLAMA),
            "/api/ps": Reply(body={"models": [{"name": "fake-model", "context_length": 16_384}]}),
        },
        16_384,
    ),
    "Ollama with num_ctx": (
        None,
        {"/api/show": Reply(body={**OLLAMA, "parameters": "stop  <|end|>\nnum_ctx    8192"})},
        8_192,
    ),
    "Ollama by default": (None, {"/api/show": Reply(body=OLLAMA)}, 4_096),
    "Ollama with a small model": (
        None,
        {"/api/show": Reply(body={"model_info": {"bert.context_length": 512}})},
        512,
    ),
    "LM Studio": (
        None,
        {"/api/v0/models": listing(loaded_context_length=10_000, max_context_length=40_000)},
        10_000,
    ),
    "nobody": (None, {}, None),
    "nonsense": (
        listing(max_model_len="many", meta=[1]),
        {
            "/props": Reply(body=["x"]),
            "/api/show": Reply(200, b"<html>"),
            "/api/v0/models": Reply(body={"data": [3, None]}),
        },
        None,
    ),
}


@pytest.mark.parametrize(("models", "routes", "context"), TELLING.values(), ids=TELLING.keys())
def test_servers_tell_their_context_in_their_own_ways(
    models: Reply | None, routes: dict[str, Reply], context: int | None
) -> None:
    """Each of the usual servers is understood, and what cannot be read counts as not told."""
    with serving(said("")) as server:
        server.models_reply, server.routes = models, routes
        assert told(server).context == context
    assert server.asked == []


def test_what_a_server_told_is_asked_for_once(tmp_path: Path) -> None:
    """A later run asks for nothing, whether the server told something or not."""
    for script in (listing(max_model_len=9_000), None):
        with serving(said("")) as server:
            server.models_reply = script
            for _ in range(2):
                store = DiskStore(tmp_path)
                found = told(server, store)
                store.close()
                sent = len(server.requests)
            assert found.context == (9_000 if script else None)
            assert len(server.requests) == sent


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("qwen2.5-coder-1.5b-instruct-q4_k_m.gguf", 1_500_000_000),
        ("/models/SmolLM2-135M-Instruct", 135_000_000),
        ("llama3.1:8b", 8_000_000_000),
        ("Mixtral-8x7B", None),
        ("gpt-4o-mini", None),
        ("o3", None),
    ],
)
def test_the_size_of_a_model_is_read_from_its_name(name: str, size: int | None) -> None:
    """Where a name gives the number of parameters, it counts; what is none is not taken for one."""
    assert parameters_in(name) == size


def probed(server: FakeServer, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the verb as a user does."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("OPENAI_", "SUMMARIZER_"))}
    return subprocess.run(
        [sys.executable, "-m", "summarizer", "probe", "--base-url", server.url, *options],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT), "SUMMARIZER_CACHE_DIR": str(folder / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )


def obeying(body: Body) -> Reply:
    """Answer as a server that holds to schemas, keeps prompts, and refuses a seed."""
    if "seed" in body:
        return error(400, "unknown parameter: 'seed'")
    reply = in_mode(body, RED)
    reply.body["usage"]["prompt_tokens_details"] = {"cached_tokens": 60}
    return reply


def test_a_probe_tells_all_that_can_be_told(tmp_path: Path) -> None:
    """As JSON: models, context, modes, what is refused, speeds, the prompt cache, and what the probe cost."""
    with serving(obeying) as server:
        server.models_reply = listing(max_model_len=32_768, meta={"n_params": 7_000_000_000})
        done = probed(server, tmp_path, "--format", "json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["model"], found["context"], found["parameters"]) == ("fake-model", 32_768, 7_000_000_000)
    assert [m["mode"] for m in found["modes"] if m["works"]] == ["json_schema", "tools", "json_object", "text"]
    assert (found["mode"], found["schema_enforced"], found["refused_parameters"]) == ("json_schema", True, ["seed"])
    assert found["prompt_cache"] is True
    assert min(found["tokens_per_second"].values()) > 0
    assert found["calls"] == len([r for r in server.asked if "seed" not in r.body])
    assert found["tokens_in"] == 100 * found["calls"]


def test_a_small_model_is_tried_on_figures(tmp_path: Path) -> None:
    """The probe says what it will not be asked about, and the trial is not paid for again."""
    trial = load_trial(load_prompts("conflict"))
    assert trial is not None
    right = {i.tag: {f: "none" if f == "place" else a for f, a in i.known.items()} for i in trial.items}

    def script(body: Body) -> Reply:
        return in_mode(body, json.dumps(right) if trial.lines[0] in str(body["messages"]) else RED)

    with serving(script, models=["fake-7b"]) as server:
        found = json.loads(probed(server, tmp_path, "--format", "json").stdout)
        again = probed(server, tmp_path)
        asked = sum(trial.lines[0] in str(r.body["messages"]) for r in server.asked)
    assert found["figures"] == ["holder", "measure", "said_by"]
    assert "tried on a small text: not asked about place" in " ".join(again.stdout.split())
    assert asked == 1


def test_a_probe_is_shown_as_a_table(tmp_path: Path) -> None:
    """Without JSON it is a table for people; a reason with marks of a markup is shown as it is."""

    def script(body: Body) -> Reply:
        return said(RED) if "response_format" not in body and "tools" not in body else error(400, "no [bold] here")

    with serving(script) as server:
        done = probed(server, tmp_path)
    assert done.returncode == 0, done.stderr
    rows = {line.split("│")[1].strip(): line for line in done.stdout.splitlines() if line.count("│") == 3}
    assert "does not work" in rows["json_schema"]
    assert "[bold]" in done.stdout
    assert "works (runs will use it)" in rows["text"]
    assert "not told" in rows["context"]
    assert {"reading", "writing", "prompt cache", "this probe"} <= rows.keys()


@pytest.mark.parametrize(
    ("script", "enforced"),
    [
        (lambda body: in_mode(body, RED), True),
        (lambda body: in_mode(body, '{"lamp":"violet"}' if "violet" in str(body["messages"]) else RED), False),
        (lambda body: said(None, refusal="no") if "violet" in str(body["messages"]) else in_mode(body, RED), None),
    ],
    ids=["holds to it", "does not", "refuses"],
)
def test_a_schema_that_is_not_enforced_is_found_out(
    tmp_path: Path, script: Callable[[Body], Reply], enforced: bool | None
) -> None:
    """A model that is told to break the schema shows whether the server lets it."""
    with serving(script) as server:
        found = json.loads(probed(server, tmp_path, "--format", "json").stdout)
    assert found["schema_enforced"] is enforced


def test_a_run_uses_the_mode_that_a_probe_found(tmp_path: Path) -> None:
    """After a probe the first question of a run is asked in the mode that works, and no other is tried."""
    article = tmp_path / "a.txt"
    article.write_text((ROOT / "seeds" / sorted(os.listdir(ROOT / "seeds"))[0]).read_text("utf-8"), "utf-8")
    with serving(only_in("json_object", RED)) as server:
        assert probed(server, tmp_path).returncode == 0
        before = len(server.asked)
        subprocess.run(
            [sys.executable, "-m", "summarizer", "a.txt", "--base-url", server.url, "--quiet"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "SUMMARIZER_CACHE_DIR": str(tmp_path / "cache")},
            capture_output=True,
            check=False,
        )
        asked = server.asked[before:]
    assert asked
    assert {r.mode for r in asked} == {"json_object"}


def test_no_article_is_sent(tmp_path: Path) -> None:
    """A folder full of articles around it: the probe reads none of them."""
    (tmp_path / "secret.txt").write_text("Nobody may read this sentence about Zanzibar.")
    with serving(lambda body: in_mode(body, RED)) as server:
        probed(server, tmp_path)
    assert "Zanzibar" not in json.dumps([r.body for r in server.requests])


def test_a_server_where_nothing_works_ends_with_3(tmp_path: Path) -> None:
    """The table says why each mode fails, and the exit code that nothing can be done here."""
    with serving(said("I would rather talk.")) as server:
        done = probed(server, tmp_path)
    assert done.returncode == 3
    assert done.stdout.count("does not work") == 4


@pytest.mark.parametrize(
    ("models", "options", "word"),
    [(["b", "a"], (), "a, b"), ([], (), "--model"), (["a"], ("--format", "xml"), "terminal, json")],
)
def test_what_cannot_be_probed_is_said(tmp_path: Path, models: list[str], options: tuple[str, ...], word: str) -> None:
    """Several models, none, or a wrong format: one line that names the mend."""
    with serving(said(RED), models=models) as server:
        done = probed(server, tmp_path, *options)
    assert done.returncode in (2, 3)
    assert word in done.stderr
    assert done.stdout == ""


def test_no_server_is_said_at_once(tmp_path: Path) -> None:
    """A port where nobody listens ends with the address and exit code 3."""
    with serving(said(RED)) as server:
        server.url = f"http://127.0.0.1:{free_port()}/v1"
        done = probed(server, tmp_path)
    assert (done.returncode, done.stdout) == (3, "")
    assert "no server answers" in done.stderr

"""`summarize doctor`: what it finds of machine, settings, cache and server, and what it leaves alone."""

from __future__ import annotations

import asyncio
import json
import os
import re
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from conftest import ROOT
from fake_server import Reply, error, free_port, said, serving
from test_cli import KEY, environment, run

from summarizer.backends.caching import DiskStore
from summarizer.diagnosing import Check, Diagnosis, diagnose
from summarizer.diagnosing.machine import _fault, _numbers, _required, machine_checks
from summarizer.settings import resolve_settings

TLS = Path(__file__).parent / "tls"
Checks = dict[str, Check]


class Here:
    """A working folder, in which the doctor looks around with variables of the test's own."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Go there."""
        self.folder = folder
        self._monkeypatch = monkeypatch
        monkeypatch.chdir(folder)

    def diagnosis(self, variables: Mapping[str, str], flags: Mapping[str, str]) -> Diagnosis:
        """Return what the doctor finds in this process, as the command does in one of its own."""
        with self._monkeypatch.context() as patch:
            for name in [n for n in os.environ if _is_of_the_machine(n)]:
                patch.delenv(name)
            for name, value in {"SUMMARIZER_CACHE_DIR": str(self.folder / "kept"), **variables}.items():
                patch.setenv(name, value)
            return asyncio.run(diagnose(resolve_settings(flags, given_as="flag"), encoding="utf-8"))


def _is_of_the_machine(name: str) -> bool:
    """Tell whether a variable says where the machine of the tests has its proxies and certificates."""
    return name.lower().endswith("_proxy") or name.endswith("_BUNDLE") or name.startswith(("SSL_CERT", "NODE_EXTRA"))


def clean_environment(**more: str) -> dict[str, str]:
    """Return an environment for a process, without what is of the machine."""
    return {name: value for name, value in environment().items() if not _is_of_the_machine(name)} | more


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Here:
    """An empty working folder."""
    return Here(tmp_path, monkeypatch)


def examine(here: Here, *, code: int = 0, flags: Mapping[str, str] | None = None, **variables: str) -> Checks:
    """Return what is found by name; a name with several lines has its last that is not ok."""
    found = here.diagnosis(variables, flags or {})
    assert found.exit_code == code, found
    checks: Checks = {}
    for check in found.checks:
        if check.name not in checks or check.standing != "ok":
            checks[check.name] = check
    return checks


def stands(checks: Checks, name: str, standing: str, *words: str, mend: str | None = None) -> None:
    """Check how a line stands and what it says."""
    check = checks[name]
    assert check.standing == standing, check
    assert all(word in check.said for word in words), check
    assert bool(mend) == bool(check.mend), check
    assert (mend or "") in check.mend, check


# -------------------------------------------------------------------------------------------------------------- offline


def test_an_empty_folder_without_settings(here: Here) -> None:
    """With nothing set all is well, nothing of the network is needed, and nothing was made by looking."""
    checks = examine(here)
    assert list(checks) == [
        "Python", "summarize", "packages", "extra pdf", "output", "config", "settings", "schema", "prompts",
        "gazetteer", "cache", "backend", "key", "proxy", "certificates", "endpoint", "model",
    ]  # fmt: skip
    stands(checks, "Python", "ok", ".".join(map(str, sys.version_info[:3])))
    stands(checks, "schema", "ok", "conflict: who, where, strength, tactics, outlook")
    stands(checks, "prompts", "ok", "version")
    stands(checks, "backend", "ok", "offline", "neither a key nor a base URL")
    stands(checks, "endpoint", "skip", "not needed")
    stands(checks, "model", "skip", "not needed")
    stands(checks, "cache", "ok", "kept", "empty")
    assert list(here.folder.iterdir()) == []


def test_the_table_fits_and_says_how_each_stands(here: Here) -> None:
    """For a reader: 80 columns, a word for each standing, the mend under its line, a verdict at the end, no colour."""
    env = clean_environment(SUMMARIZER_CACHE_DIR=str(here.folder / "kept"), REQUESTS_CA_BUNDLE="/x.pem")
    done = run("doctor", "--jobs", "0", cwd=here.folder, env=env)
    lines = done.stdout.splitlines()
    assert max(map(len, lines)) <= 80
    assert "\x1b" not in done.stdout
    assert {line[:4].strip() for line in lines} == {"ok", "fail", "warn", "-", "", "No r"}
    at = next(n for n, line in enumerate(lines) if line.startswith("fail settings"))
    assert lines[at + 1].split(maxsplit=1) == ["→", "it must be a positive whole number"]
    assert lines[-1] == "No run would work before this is mended: settings."
    told = json.loads(run("doctor", "--jobs", "0", "--format", "json", cwd=here.folder, env=env).stdout)
    assert (told["works"], told["backend"]) == (False, "offline")
    assert {
        "name": "settings",
        "standing": "fail",
        "said": "--jobs is '0'",
        "mend": lines[at + 1].split("→ ")[1],
    } in told["checks"]
    plain = run("doctor", "--jobs", "0", cwd=here.folder, env={**env, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
    assert plain.stdout.isascii()
    assert "warn output" in plain.stdout


def test_settings_that_are_wrong(here: Here) -> None:
    """Each problem is a line, the exit code is 2, and nobody is asked with settings that are not what was meant."""
    (here.folder / "summarizer.toml").write_text("modle = 'x'\n", "utf-8")
    with serving(said("")) as server:
        checks = examine(here, flags={"jobs": "0"}, code=2, OPENAI_BASE_URL=server.url, SUMMARIZER_JOBB="1")
        assert server.requests == []
    stands(checks, "config", "ok", "summarizer.toml")
    stands(checks, "endpoint", "skip", "not asked")
    done = run("doctor", "--jobs", "0", cwd=here.folder, env=clean_environment(SUMMARIZER_JOBB="1"))
    assert len(re.findall("^fail settings", done.stdout, re.MULTILINE)) == 2
    assert len(re.findall("^warn settings", done.stdout, re.MULTILINE)) == 1


def test_a_schema_that_is_broken(here: Here) -> None:
    """A schema that is not there or does not load is a wrong setting, with what load_schema says of it."""
    stands(examine(here, flags={"schema": "flood"}, code=2), "schema", "fail", "flood", "conflict")
    (here.folder / "mine").mkdir()
    (here.folder / "mine" / "brief.py").write_text("class Brief(", "utf-8")
    stands(examine(here, flags={"schema": "./mine"}, code=2), "schema", "fail", "brief.py", "SyntaxError")


# ---------------------------------------------------------------------------------------------------------------- cache


def test_the_cache_is_looked_at_and_left_alone(here: Here) -> None:
    """Answers are counted, a mode that lets others in is said and not changed."""
    store = DiskStore(here.folder / "kept")
    store.put("question", "answer")
    store.close()
    stands(examine(here), "cache", "ok", "1 answers")
    (here.folder / "kept" / "answers").chmod(0o755)
    stands(examine(here), "cache", "warn", "0755", mend="chmod 700")
    assert (here.folder / "kept" / "answers").stat().st_mode & 0o777 == 0o755


@pytest.mark.parametrize("backend", ["offline", "openai"])
def test_a_cache_that_cannot_be_used(here: Here, backend: str) -> None:
    """A broken database, or a file where the folder should be, stops a run with a server and only warns without."""
    standing, code = ("warn", 0) if backend == "offline" else ("fail", 3)
    (here.folder / "kept").write_text("a file", "utf-8")
    with serving(said("")) as server:
        server_url = {"OPENAI_BASE_URL": server.url} if backend == "openai" else {}
        checks = examine(here, code=code, **server_url)
        stands(checks, "cache", standing, "no folder", mend="SUMMARIZER_CACHE_DIR")
        (here.folder / "kept").unlink()
        (here.folder / "kept" / "answers").mkdir(parents=True, mode=0o700)
        (here.folder / "kept" / "answers" / "cache.db").write_bytes(b"this is no database" * 99)
        checks = examine(here, code=code, **server_url)
        stands(checks, "cache", standing, "broken", mend="SUMMARIZER_CACHE_DIR")


# ------------------------------------------------------------------------------------------------------------- a server


def test_a_server_with_one_model(here: Here) -> None:
    """A server is asked for its models, once, and for nothing else; the key goes along and is not shown."""
    with serving(said("")) as server:
        checks = examine(here, OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY)
        assert [r.path for r in server.requests] == ["/v1/models"]
        assert f"Bearer {KEY}" in server.requests[0].headers.values()
    stands(checks, "backend", "ok", "openai", "OPENAI_API_KEY and OPENAI_BASE_URL")
    stands(checks, "key", "ok", "OPENAI_API_KEY", "not shown")
    assert "go with it" not in checks["key"].said
    stands(checks, "endpoint", "ok", "127.0.0.1", " ms", "on this machine")
    stands(checks, "model", "ok", "fake-model", "the only one")
    assert KEY not in str(checks)


def test_what_goes_with_the_key(here: Here) -> None:
    """What the client sends along by itself is said by name, and not shown."""
    more = {"OPENAI_ORG_ID": "org-of-tests", "OPENAI_PROJECT_ID": "proj-of-tests"}
    with serving(said("")) as server:
        checks = examine(here, OPENAI_BASE_URL=server.url, OPENAI_API_KEY=KEY, **more)
        assert set(more.values()) < set(server.requests[0].headers.values())
    stands(checks, "key", "ok", "OPENAI_ORG_ID and OPENAI_PROJECT_ID go with it")
    assert "of-tests" not in str(checks)


@pytest.mark.parametrize(
    ("models", "wanted", "code", "standing", "words", "mend"),
    [
        (["a", "b"], None, 3, "fail", ["a, b"], "--model"),
        (["a", "b"], "b", 0, "ok", ["b, set by --model", "lists it"], None),
        (["qwen2.5-7b", "b"], "qwen", 0, "warn", ["not listed", "qwen2.5-7b"], "did you mean qwen2.5-7b?"),
        (["gpt-4o"], "gpt4o", 0, "warn", ["not listed"], "did you mean gpt-4o?"),
        ([], None, 3, "fail", ["none"], "--model"),
        ([f"m{n:02}" for n in range(99)], None, 3, "fail", ["m00", "and 79 more"], "--model"),
    ],
)
def test_which_model(
    here: Here, models: list[str], wanted: str | None, code: int, standing: str, words: list[str], mend: str | None
) -> None:
    """What the server lists is compared with what is wanted."""
    with serving(said(""), models=models) as server:
        flags = {"model": wanted} if wanted else {}
        stands(examine(here, flags=flags, code=code, OPENAI_BASE_URL=server.url), "model", standing, *words, mend=mend)


@pytest.mark.parametrize(
    ("reply", "flags", "code", "standing", "words", "mend"),
    [
        (error(401, "Incorrect API key"), {}, 3, "fail", ["key was refused"], "OPENAI_API_KEY"),
        (error(500, "oops"), {"model": "m"}, 0, "warn", ["does not list", "oops"], None),
        (Reply(200, b"<html>"), {"model": "m"}, 0, "warn", ["does not list"], None),
        (Reply(307, {}, {"Location": "http://elsewhere.example/"}), {}, 3, "fail", ["307"], "--base-url"),
        (Reply(hang_up=True), {"model": "m"}, 0, "warn", ["does not list"], None),
    ],
)
def test_a_server_that_does_not_answer_well(
    here: Here, reply: Reply, flags: dict[str, str], code: int, standing: str, words: list[str], mend: str | None
) -> None:
    """What a server says is passed on with the mend; a run with a named model may work all the same."""
    with serving(said("")) as server:
        server.models_reply = reply
        checks = examine(here, flags=flags, code=code, OPENAI_BASE_URL=server.url)
        stands(checks, "endpoint", standing, *words, mend=mend)
        assert len(server.requests) == 1, "a redirect is not followed"


def test_no_server(here: Here) -> None:
    """Where nobody listens the endpoint fails, and the model is not asked for."""
    checks = examine(here, code=3, OPENAI_BASE_URL=f"http://127.0.0.1:{free_port()}/v1")
    stands(checks, "endpoint", "fail", "no server answers", mend="start it")
    stands(checks, "model", "skip", "not asked")


def test_a_wrong_path(here: Here) -> None:
    """A base URL without /v1 is told by its path."""
    with serving(said("")) as server:
        server.models_reply = error(404, "not found")
        url = server.url.removesuffix("/v1") + "/api"
        stands(examine(here, code=3, OPENAI_BASE_URL=url), "endpoint", "warn", "does not list", mend="/v1")


def test_no_key(here: Here) -> None:
    """OpenAI's own server wants a key, and is not asked without one."""
    checks = examine(here, flags={"backend": "openai"}, code=3)
    stands(checks, "key", "fail", "not set", mend="OPENAI_API_KEY")
    stands(checks, "endpoint", "skip", "not asked")


# -------------------------------------------------------------------------------------------------- the way to a server


def test_a_proxy_is_used_and_named(here: Here) -> None:
    """What the doctor says of the proxy is what the client does: the request arrives at the proxy, or passes by it."""
    with serving(said("")) as proxy, serving(said("")) as server:
        through = {"HTTP_PROXY": proxy.url.replace("http://", "http://me:secret@").removesuffix("/v1")}
        checks = examine(here, flags={"model": "m"}, OPENAI_BASE_URL="http://models.example/v1", **through)
        stands(checks, "proxy", "ok", "http://***@127.0.0.1", "HTTP_PROXY")
        assert ["models.example" in r.headers.values() for r in proxy.requests] == [True]
        assert "secret" not in str(checks)
        checks = examine(here, OPENAI_BASE_URL=server.url, **through, NO_PROXY="127.0.0.1")
        stands(checks, "proxy", "ok", "NO_PROXY lets 127.0.0.1 pass")
        assert (len(proxy.requests), len(server.requests)) == (1, 1)
        checks = examine(here, flags={"model": "m"}, OPENAI_BASE_URL=server.url, **through)
        stands(checks, "proxy", "warn", "for this machine", mend="add 127.0.0.1 to NO_PROXY")
        assert (len(proxy.requests), len(server.requests)) == (2, 1)
    stands(examine(here, HTTPS_PROXY="http://p:1"), "proxy", "skip", "not needed")


def test_a_proxy_that_cannot_be(here: Here) -> None:
    """An address that is no proxy's ends in words, in the doctor as in a run."""
    variables = {"HTTP_PROXY": "foo://bar:1", "OPENAI_BASE_URL": "http://models.example/v1"}
    stands(examine(here, code=3, **variables), "proxy", "fail", "no proxy's address", mend="unset HTTP_PROXY")
    (here.folder / "a.txt").write_text("Nothing.", "utf-8")
    done = run("a.txt", cwd=here.folder, env=clean_environment(**variables))
    assert done.returncode == 3
    assert len(done.stderr.splitlines()) == 1
    assert "HTTP_PROXY" in done.stderr
    assert "summarize doctor" in done.stderr


class _OneModel(BaseHTTPRequestHandler):
    """Lists one model, whatever it is asked."""

    def do_GET(self) -> None:
        body = json.dumps({"object": "list", "data": [{"id": "m", "object": "model"}]}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing."""


@contextmanager
def _listing(*, tls: bool) -> Iterator[int]:
    """Run a server on localhost, over TLS with the certificate of the tests, which no system trusts; yield its port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _OneModel) as http:
        http.handle_error = lambda *_: None  # type: ignore[method-assign]  # a client that trusts nobody hangs up
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(TLS / "localhost.pem", TLS / "localhost.key")
            http.socket = context.wrap_socket(http.socket, server_side=True)
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield http.server_port
        http.shutdown()
        thread.join()


def test_certificates(here: Here) -> None:
    """SSL_CERT_FILE is what is trusted; what other programs read is not, and is said to be not read."""
    mine = str(TLS / "localhost.pem")
    with _listing(tls=True) as port:
        url = f"https://localhost:{port}/v1"
        checks = examine(here, OPENAI_BASE_URL=url, SSL_CERT_FILE=mine)
        stands(checks, "certificates", "ok", "SSL_CERT_FILE", mine)
        stands(checks, "endpoint", "ok", "over TLS")
        checks = examine(here, code=3, OPENAI_BASE_URL=url, REQUESTS_CA_BUNDLE=mine)
        stands(checks, "certificates", "warn", "REQUESTS_CA_BUNDLE", "not read", mend=f"SSL_CERT_FILE to {mine}")
        stands(checks, "endpoint", "fail", "not trusted", mend="SSL_CERT_FILE")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("SSL_CERT_FILE", "/nowhere.pem", "no file"),
        ("SSL_CERT_FILE", __file__, "holds no certificates"),
        ("SSL_CERT_DIR", "/nowhere", "no folder"),
    ],
)
def test_certificates_that_cannot_be(here: Here, name: str, value: str, words: str) -> None:
    """What names no certificates fails where a server is asked, warns where none is, and a run says it in words."""
    url = f"http://127.0.0.1:{free_port()}/v1"
    stands(examine(here, code=3, **{name: value}, OPENAI_BASE_URL=url), "certificates", "fail", words, mend=name)
    stands(examine(here, **{name: value}), "certificates", "warn", words, mend=name)
    (here.folder / "a.txt").write_text("Nothing.", "utf-8")
    if name == "SSL_CERT_FILE":
        for args in (["a.txt"], ["http://127.0.0.1:9/", "--allow-private", "--backend", "offline"]):
            done = run(*args, cwd=here.folder, env=clean_environment(**{name: value}, OPENAI_BASE_URL=url))
            assert done.returncode in (2, 3)
            assert name in done.stderr
            assert "Traceback" not in done.stderr


def test_unencrypted_text(here: Here) -> None:
    """A server of another machine without TLS is warned of: text and key can be read on the way."""
    with _listing(tls=False) as port:
        through = {"HTTP_PROXY": f"http://127.0.0.1:{port}"}
        checks = examine(here, OPENAI_BASE_URL="http://models.example/v1", **through)
    stands(checks, "endpoint", "warn", "models.example/v1 answers", "unencrypted", mend="https")
    stands(checks, "model", "ok", "m, the only one")


# ------------------------------------------------------------------------------------------------------------ packages


def test_requirements_are_read_and_compared() -> None:
    """What is required is read from the package's own metadata; versions are compared as numbers."""

    class Made:
        requires = (
            "openai>=3.0",
            "lxml-html-clean >= 0.4",
            "cryptography>=43.0; extra == 'pdf'",
            "x; python_version<'3'",
        )

    assert list(_required(Made())) == [  # type: ignore[arg-type]
        ("openai", "3.0", ""), ("lxml-html-clean", "0.4", ""), ("cryptography", "43.0", "pdf"),
    ]  # fmt: skip
    assert _fault("pytest", "1.0") == ""
    assert "999 or newer" in _fault("pytest", "999")
    assert _fault("no-such-package", "1") == "no-such-package is not installed"
    assert _numbers("2.10") > _numbers("2.9.9")
    assert _numbers("3.0") == _numbers("3")


def test_every_requirement_of_this_project_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """No dependency of pyproject.toml is passed over, however it is written."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    class Made:
        requires = tuple(project["dependencies"])

    read = list(_required(Made()))  # type: ignore[arg-type]
    assert [f"{name}>={least}" for name, least, _ in read] == project["dependencies"]


def test_an_output_that_is_not_unicode() -> None:
    """An encoding that holds no signs is warned of."""
    (found,) = [check for check in machine_checks("iso-8859-1") if check.name == "output"]
    assert (found.standing, "PYTHONUTF8=1" in found.mend) == ("warn", True)


def test_a_plain_run_knows_nothing_of_it(tmp_path: Path) -> None:
    """The doctor costs a run nothing: what it looks with is not imported."""
    (tmp_path / "a.txt").write_text("Nothing was said.", "utf-8")
    code = "import sys; sys.argv = ['summarize', 'a.txt']\nfrom summarizer.cli import main\ntry: main()\nfinally: "
    code += "print([m for m in sys.modules if m.startswith('summarizer.diagnosing')])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=clean_environment(), capture_output=True, text=True, timeout=120
    )
    assert done.stdout.endswith("[]\n"), done.stderr

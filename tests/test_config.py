"""Settings: what wins over what, where it came from, what a stranger's file may not do, and what is written of it."""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from fake_server import said, serving
from hypothesis import given, settings
from hypothesis import strategies as st
from test_cli import GOOD, KEY, environment, refuses, run
from typer.main import get_command

from summarizer import UsageError
from summarizer.cli import command_line
from summarizer.settings import CONFIG_NAME, GROUPS, SETTINGS, Settings, load_settings, resolve_settings
from summarizer.settings.listing import listed
from summarizer.settings.tomlfile import as_toml

REMOTE = "http://models.example/v1"
LOCAL = "http://127.0.0.1:8080/v1"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, with one article in `in`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(GOOD, "utf-8")
    return tmp_path


def _file(text: str, name: str = CONFIG_NAME) -> Path:
    path = Path(name)
    path.write_text(text, "utf-8")
    return path


# ----------------------------------------------------------------------------------------------------- what wins, where


def test_each_source_wins_over_the_weaker(here: Path) -> None:
    """Command line over environment over file over default, and for each it is known which it was."""
    _file("jobs = 2\n")
    environ = {"SUMMARIZER_JOBS": "3"}
    for given_, variables, jobs, origin in (
        ({"jobs": "5"}, environ, 5, "--jobs"),
        ({}, environ, 3, "SUMMARIZER_JOBS"),
        ({}, {}, 2, CONFIG_NAME),
    ):
        found = resolve_settings(given_, given_as="flag", environ=variables)
        assert (found.settings.jobs, str(found.origin("jobs"))) == (jobs, origin)
    Path(CONFIG_NAME).unlink()
    found = resolve_settings({}, environ={})
    assert (found.settings.jobs, str(found.origin("jobs"))) == (Settings().jobs, "default")


def test_an_empty_value_takes_a_weaker_one_back(here: Path) -> None:
    """`--model ""` means no model, whatever the environment says."""
    found = resolve_settings({"model": ""}, environ={"SUMMARIZER_MODEL": "m"})
    assert found.settings.model is None


def test_the_table_says_where_from(here: Path) -> None:
    """`summarize config` shows a line for each setting with its value and source, in 80 columns."""
    _file("reasks = 1\n")
    env = environment(SUMMARIZER_RETRIES="9", OPENAI_API_KEY=KEY)
    done = run("config", "--jobs", "7", cwd=here, env=env)
    assert (done.returncode, done.stderr) == (0, "")
    rows = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines() if line and line[0] != " "}
    assert set(SETTINGS) <= set(rows)
    assert rows["jobs"] == ["--jobs", "7"]
    assert rows["retries"] == ["SUMMARIZER_RETRIES", "9"]
    assert rows["reasks"] == [CONFIG_NAME, "1"]
    assert rows["api_key"] == "OPENAI_API_KEY set (not shown)".split()
    assert rows["backend"] == "default auto, so openai".split()
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_json_says_the_same(here: Path) -> None:
    """`--format json` holds every setting with its value, source and meaning."""
    done = run("config", "--jobs", "7", "--format", "json", cwd=here, env=environment(OPENAI_API_KEY=KEY))
    told = json.loads(done.stdout)
    by_name = {row["name"]: row for row in told["settings"]}
    assert list(by_name) == list(SETTINGS)
    assert by_name["jobs"] | {"means": ""} == {
        "name": "jobs", "value": 7, "comes_to": None, "from": {"source": "flag", "name": "--jobs"}, "option": "--jobs",
        "variable": "SUMMARIZER_JOBS", "means": "",
    }  # fmt: skip
    assert by_name["api_key"]["value"] == "set (not shown)"
    assert by_name["backend"]["comes_to"] == "openai"
    assert all(row["means"] for row in by_name.values())


@pytest.mark.parametrize("format", ["terminal", "json", "toml"])
def test_secrets_are_not_shown(here: Path, format: str) -> None:
    """Neither the key nor a password inside an address is shown, in any format."""
    env = environment(OPENAI_API_KEY=KEY, OPENAI_BASE_URL="http://me:hunter2@models.example/v1?token=hunter3")
    done = run("config", "--format", format, cwd=here, env=env)
    assert done.returncode == 0
    assert not any(secret in done.stdout + done.stderr for secret in (KEY, "hunter2", "hunter3"))
    assert "models.example" in done.stdout or format == "toml"


def test_a_key_in_a_wrong_place_is_not_repeated(here: Path) -> None:
    """A message on a value that does not fit does not spell out a secret."""
    for name, value in (("OPENAI_API_KEY", f"{KEY}\u00e9"), ("OPENAI_BASE_URL", f"ftp://u:{KEY}@h/")):
        done = run("in", cwd=here, env=environment(**{name: value}))
        refuses(done, 2, name)
        assert KEY not in done.stderr


def test_a_key_that_was_pasted_with_a_newline(here: Path) -> None:
    """White space around a key, which no header of HTTP takes, is left out."""
    assert load_settings(environ={"OPENAI_API_KEY": f" {KEY}\n"}).api_key == KEY


# ------------------------------------------------------------------------------------------------------- what is wrong


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("jobs", "0", ["positive whole number"]),
        ("jobs", "2.5", ["positive whole number"]),
        ("jobs", 2.5, ["positive whole number"]),
        ("jobs", True, ["positive whole number"]),
        ("retries", -1, ["0 or more"]),
        ("timeout", "nan", ["seconds above 0"]),
        ("timeout", "inf", ["seconds above 0"]),
        ("timeout", False, ["seconds above 0"]),
        ("refresh", "perhaps", ["true or false"]),
        ("base_url", "localhost:8080", ["web address", "http://127.0.0.1"]),
        ("base_url", "http://", ["web address"]),
        ("base_url", "http://h:port/v1", ["web address"]),
        ("backend", "opnai", ["auto, offline, mock, openai"]),
        ("schema", " ", ["not empty"]),
        ("columns", "text", ["text=body", "'text'"]),
    ],
)
def test_a_value_that_does_not_fit(here: Path, name: str, value: Any, words: list[str]) -> None:
    """What is wrong is named as it was given, with what would be right, from Python, a flag, a variable and a file."""
    with pytest.raises(UsageError) as raised:
        load_settings({name: value}, environ={})
    assert f"the argument {name} is {value!r}: it must be" in str(raised.value)
    assert all(word in str(raised.value) for word in words)
    variable = SETTINGS[name].variable
    if isinstance(value, str):
        with pytest.raises(UsageError, match=f"^{variable} is "):
            load_settings(environ={variable: value})
        (problem,) = resolve_settings({name: value}, given_as="flag", environ={}).problems
        assert problem.startswith(SETTINGS[name].flag or f"the argument {name}")
    _file(f"{name} = {json.dumps(value)}\n")
    with pytest.raises(UsageError, match=f"{name} in {CONFIG_NAME} is "):
        load_settings(environ={})


def test_all_that_is_wrong_is_said_at_once(here: Path) -> None:
    """Several problems are one line, and `config` shows the table beside it."""
    _file("modle = 'm'\njobs = 0\n")
    done = run("config", "--timeout-is-no-option", cwd=here)
    assert done.returncode == 2
    done = run("config", cwd=here, env=environment(SUMMARIZER_RETRIES="many"))
    assert done.returncode == 2
    assert done.stdout.startswith("setting")
    (line,) = done.stderr.splitlines()
    assert all(
        word in line for word in ("'modle'", "did you mean model?", "jobs in summarizer.toml", "SUMMARIZER_RETRIES")
    )


def test_a_variable_that_is_none_is_said(here: Path) -> None:
    """A misspelt variable, or one of older tools, is one line on stderr that names the right one; --quiet is quiet."""
    env = environment(SUMMARIZER_JOBB="2", SUMMARIZER_API_KEY="x", OPENAI_API_BASE="http://x/v1")
    done = run("in", cwd=here, env=env)
    assert done.returncode == 0
    said_ = [line for line in done.stderr.splitlines() if " is set, but " in line]
    assert said_ == [
        "summarize: OPENAI_API_BASE is set, but not read: the name is OPENAI_BASE_URL",
        "summarize: SUMMARIZER_API_KEY is set, but there is no such setting: did you mean OPENAI_API_KEY?",
        "summarize: SUMMARIZER_JOBB is set, but there is no such setting: did you mean SUMMARIZER_JOBS?",
    ]
    assert run("in", "--quiet", cwd=here, env=env).stderr == ""


def test_variables_that_are_read_are_not_complained_of() -> None:
    """No variable of a setting is called unread, and none of somebody else's."""
    environ = {s.variable: "" for s in SETTINGS.values()} | {
        "PATH": "/bin",
        "MY_SUMMARIZER_X": "1",
        "OPENAI_ORG_ID": "o",
    }
    assert resolve_settings(environ=environ).warnings == ()


# -------------------------------------------------------------------------------------------------- a stranger's folder


def test_a_strangers_file_gets_neither_text_nor_key(here: Path) -> None:
    """A file of the folder that one works in cannot send anything elsewhere; named by --config it can."""
    _file(f'base_url = "{REMOTE}"\n')
    with serving(said("no answer that fits")) as proxy:
        # All that goes out by http goes to this server, whatever host it is meant for.
        env = environment(OPENAI_API_KEY=KEY, HTTP_PROXY=proxy.url.removesuffix("/v1"), SUMMARIZER_RETRIES="0")
        refuses(run("in", cwd=here, env=env), 2, CONFIG_NAME, "base_url", "--config", "OPENAI_BASE_URL")
        assert proxy.requests == []
        run("in", "--config", CONFIG_NAME, cwd=here, env=env)
        assert any(KEY in str(r.headers.values()) for r in proxy.requests), "the proxy sees what is sent"


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (f'base_url = "{REMOTE}"', "server of this machine only"),
        ('base_url = "http://127.0.0.1.evil.example/v1"', "server of this machine only"),
        ('base_url = "http://localhost@evil.example/v1"', "server of this machine only"),
        ('base_url = "http://[::ffff:10.0.0.1]/v1"', "server of this machine only"),
        ('base_url = "http://0.0.0.0/v1"', "server of this machine only"),
        ('api_key = "sk-of-a-stranger"', "may not set it"),
        ('schema = "./mine"', "a schema is code"),
        ('schema = "/tmp/mine"', "a schema is code"),
        ('schema = ".."', "a schema is code"),
        ('cache_dir = "/tmp/elsewhere"', "inside its folder"),
        ('cache_dir = "../elsewhere"', "inside its folder"),
        ('cache_dir = "~/elsewhere"', "inside its folder"),
        ('trace = "../trace.jsonl"', "inside its folder"),
    ],
)
def test_what_an_unnamed_file_may_not_say(here: Path, line: str, words: str) -> None:
    """What could send text, run code or write elsewhere is refused from such a file, and taken from a named one."""
    path = _file(line + "\n")
    with pytest.raises(UsageError, match=re.escape(words)) as raised:
        load_settings(environ={})
    assert "sk-of-a-stranger" not in str(raised.value)
    name, value = next(iter(tomllib.loads(line).items()))
    assert str(getattr(load_settings(environ={}, config=path), name)) == str(SETTINGS[name].read(value))


def test_what_wins_over_the_file_is_not_its_word(here: Path) -> None:
    """A value that an option or a variable overrides does no harm, and is not refused."""
    _file(f'base_url = "{REMOTE}"\n')
    assert load_settings({"base_url": LOCAL}, environ={}).base_url == LOCAL
    assert load_settings(environ={"OPENAI_BASE_URL": LOCAL}).base_url == LOCAL


@pytest.mark.parametrize(
    "line",
    [
        f'base_url = "{LOCAL}"', 'base_url = "http://localhost:11434/v1"', 'base_url = "http://[::1]:8000/v1"',
        "jobs = 1", 'schema = "disaster"', 'cache_dir = "kept"', 'backend = "offline"', "timeout = 600", 'model = "m"',
    ],
)  # fmt: skip
def test_what_any_file_may_say(here: Path, line: str) -> None:
    """How much, how long, which of what ships, and servers of this machine are for any file to say."""
    _file(line + "\n")
    ((name, value),) = tomllib.loads(line).items()
    assert str(getattr(load_settings(environ={}), name)) == str(SETTINGS[name].read(value))


def test_no_file_opens_the_private_network(here: Path) -> None:
    """allow_private is refused from a named file, too."""
    path = _file("allow_private = true\n", "mine.toml")
    with pytest.raises(UsageError, match="--allow-private"):
        load_settings(environ={}, config=path)


def test_each_setting_that_names_a_place_is_guarded() -> None:
    """No path, address or secret can be added to the settings without a say on what a stranger may do with it."""
    for setting in SETTINGS.values():
        metavar = setting.about.kind.metavar
        if setting.about.secret or any(word in metavar for word in ("URL", "DIR", "FILE")):
            assert setting.about.guard.words, setting.name


def test_the_python_interface_is_guarded_too(here: Path) -> None:
    """Importing the package in a stranger's folder is no way around."""
    from summarizer import summarize

    _file(f'base_url = "{REMOTE}"\n')
    with pytest.raises(UsageError, match="this machine only"):
        summarize("in")


# ----------------------------------------------------------------------------------------------------------- the file


def _values() -> st.SearchStrategy[Mapping[str, Any]]:
    text = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(str.strip)
    known = {
        "model": text,
        "jobs": st.integers(1, 99),
        "retries": st.integers(0, 99),
        "timeout": st.floats(0.1, 1e6),
        "refresh": st.booleans(),
        "schema": st.sampled_from(["conflict", "disaster", "./mine"]),
        "cache_dir": text.filter(lambda t: "\0" not in t and not t.startswith("~")),
        "base_url": st.sampled_from([LOCAL, REMOTE]),
        "api_key": st.just(KEY),
        "columns": st.dictionaries(st.sampled_from(["text", "title"]), text.filter(lambda t: t.strip() == t)),
        "outlet": st.lists(text.filter(lambda t: t.strip() == t and "," not in t), max_size=3),
    }
    return st.fixed_dictionaries({}, optional=known)


@settings(max_examples=60, deadline=None)
@given(_values())
def test_a_written_file_gives_the_settings_back(values: Mapping[str, Any]) -> None:
    """Any settings, written as TOML and read as a file that nobody named, are the same but for what must not."""
    before = resolve_settings(values, environ={})
    assert before.problems == ()
    text = as_toml(before)
    assert KEY not in text
    read = tomllib.loads(text)
    after = resolve_settings(read, environ={})
    for entry in listed(before):
        name = entry.setting.name
        value = getattr(before.settings, name)
        if value is not None and (entry.setting.about.secret or entry.setting.about.guard.harms(value)):
            assert name not in read
        else:
            assert getattr(after.settings, name) == value, name


def test_a_file_with_every_line_taken_in_is_right(here: Path) -> None:
    """Each line that is commented out holds the default, can be taken in as it stands, and is explained."""
    text = as_toml(resolve_settings(environ={}))
    assert tomllib.loads(text) == {}
    taken_in = re.sub(r"^#(\w+ = )", r"\1", text, flags=re.MULTILINE)
    assert list(tomllib.loads(taken_in)) == [
        s.name for group in GROUPS for s in SETTINGS.values() if s.about.in_files and s.about.group == group
    ]
    assert load_settings(environ={}, config=_file(taken_in, "all.toml")) == Settings()
    for setting in SETTINGS.values():
        assert setting.about.help in " ".join(text.replace("\n# ", " ").split())


def test_a_file_is_written_and_used(here: Path) -> None:
    """`config --out summarizer.toml` makes the file that the next run reads, and never overwrites a changed one."""
    done = run("config", "--jobs", "3", "--out", CONFIG_NAME, cwd=here)
    assert (done.returncode, done.stdout) == (0, "")
    again = run("config", "--format", "json", cwd=here)
    row = next(row for row in json.loads(again.stdout)["settings"] if row["name"] == "jobs")
    assert (row["value"], row["from"]) == (3, {"source": "file", "name": CONFIG_NAME})
    with Path(CONFIG_NAME).open("a", encoding="utf-8") as file:
        file.write("# mine\n")
    refuses(run("config", "--out", CONFIG_NAME, cwd=here), 2, CONFIG_NAME, "--force")


def test_a_broken_file(here: Path) -> None:
    """A file that is no TOML, no UTF-8, a folder or not there ends with 2 and a line on what to do."""
    for content, words in ((b"jobs = [", "no TOML"), (b"\xff", "no UTF-8")):
        (here / "x.toml").write_bytes(content)
        refuses(run("in", "--config", "x.toml", cwd=here), 2, "x.toml", words, "config --format toml")
    refuses(run("in", "--config", "in", cwd=here), 2, "in is no file")
    refuses(run("in", "--config", "none.toml", cwd=here), 2, "none.toml", "--config")


# ------------------------------------------------------------------------------------------------------------ one home


def test_options_are_those_of_the_settings() -> None:
    """Each setting with a flag is an option of the run, of config and of doctor, with its words; and no other is."""
    group: Any = get_command(command_line())
    for verb in ("run", "config", "doctor"):
        options = {p.opts[0]: p for p in group.commands[verb].params if p.param_type_name == "option"}
        for setting in SETTINGS.values():
            assert (setting.flag in options) == bool(setting.flag), (verb, setting.name)
            if setting.flag:
                assert options[setting.flag].help == setting.about.help
                assert options[setting.flag].rich_help_panel == setting.about.group


def test_each_setting_describes_itself() -> None:
    """Each has one line of help that ends in a full stop, a group, and words for what holds where it is not set."""
    for setting in SETTINGS.values():
        about = setting.about
        assert re.fullmatch(r".{8,60}\.", about.help), setting.name
        assert about.group in GROUPS
        assert setting.default not in (None, (), {}) or about.unset, setting.name
        assert setting.read(setting.about.kind.plain(setting.default) if setting.default is not None else None) in (
            setting.default,
            None,
        )


def test_the_docs_are_made_from_the_settings() -> None:
    """The tables in README.md and docs/settings.md are what scripts/build_settings.py makes of the settings now."""
    spec = importlib.util.spec_from_file_location("build_settings", ROOT / "scripts" / "build_settings.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for page in module.PAGES:
        assert (ROOT / page).read_text("utf-8") == module.made(page), f"run python scripts/build_settings.py: {page}"

"""Completion as a user meets it: keys typed into bash, zsh and fish, and what stands in the line after a TAB."""

from __future__ import annotations

import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from conftest import ROOT
from test_cli import environment, refuses, run

from summarizer.cli.shells import SHELLS, script
from summarizer.cli.spelled import FILES, verbs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

TAB, SECONDS = "\t", 30
# What each shell reads first: a summarize that shows the words it gets, so that a test sees what TAB made of the line;
# then the script, and a prompt to wait for.
POSIX = "summarize() {{ printf '<%s>' \"$@\"; echo '!'; }}\n"
RC = {
    "bash": POSIX + "bind 'set enable-bracketed-paste off'\nsource {script}\nPS1='READY> '\n",
    "zsh": POSIX + "autoload -Uz compinit\ncompinit -u -d {folder}/dump\nsource {script}\nPS1='READY> '\n",
}
START = {
    "bash": ["bash", "--noprofile", "--rcfile", "{folder}/rc", "-i"],
    "zsh": ["zsh", "-d", "-i"],
}


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the script of each shell, as the command prints it."""
    folder = tmp_path_factory.mktemp("scripts")
    for shell in SHELLS:
        (folder / shell).write_text(run("completion", shell, cwd=folder).stdout, "utf-8")
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A working folder with files whose names are begun like verbs, options and each other."""
    folder = tmp_path / "work"
    for name in ("seeds", "reports 2024", "cachette", "only-a-folder"):
        (folder / name).mkdir(parents=True)
    for name in ("seeds/a.txt", "my article.txt", "report.json"):
        (folder / name).write_text("x", "utf-8")
    return folder


class Terminal:
    """A shell on a pseudo-terminal."""

    def __init__(self, shell: str, script: Path, folder: Path, home: Path) -> None:
        """Start the shell in `folder`, with the script read, and wait for its prompt."""
        import fcntl
        import pty
        import struct
        import termios

        if shutil.which(shell) is None:
            pytest.skip(f"{shell} is not installed")
        for name in ("rc", ".zshrc"):
            (home / name).write_text(RC[shell].format(script=script, folder=home), "utf-8")
        self.screen, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        env = environment(TERM="dumb", HOME=str(home), ZDOTDIR=str(home), HISTFILE="")
        command = [word.format(folder=home) for word in START[shell]]
        self.process = subprocess.Popen(
            command, cwd=folder, env=env, stdin=other, stdout=other, stderr=other, start_new_session=True
        )
        os.close(other)
        try:
            self.until("READY> ")
        except BaseException:
            self.close()
            raise

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self.screen, keys.encode())

    def until(self, words: str) -> str:
        """Return all that is shown up to `words`."""
        shown = b""
        end = time.monotonic() + SECONDS
        while words.encode() not in shown:
            ready, _, _ = select.select([self.screen], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"{words!r} did not come, but {shown.decode(errors='replace')!r}"
            shown += os.read(self.screen, 4096)
        return shown.decode(errors="replace")

    def words(self, keys: str) -> list[str]:
        """Return the words that summarize gets where `keys` are typed, and Return."""
        self.type(keys + "\n")
        shown = self.until(">!")
        return shown[shown.rindex("\n", 0, shown.index(">!")) + 2 : shown.index(">!")].split("><") if shown else []

    def close(self) -> None:
        """End the shell."""
        self.process.kill()
        self.process.wait()
        os.close(self.screen)


@pytest.fixture(params=sorted(START))
def terminal(request: pytest.FixtureRequest, scripts: Path, here: Path, tmp_path: Path) -> Iterator[Terminal]:
    """A shell at its prompt."""
    opened = Terminal(request.param, scripts / request.param, here, tmp_path)
    yield opened
    opened.close()


# What is typed, and the word that TAB makes of it; where two files begin alike, that is what they share.
TYPED = (
    ("rend", "render"),
    ("see", "seeds/"),
    ("my", "my article.txt"),
    ("--bri", "--brief"),
    ("seeds --bri", "--brief"),
    ("seeds --backend off", "offline"),
    ("--brief see", "seeds/"),
    ("render rep", "report"),
    ("render --reas", "--reasons"),
    ("cache cl", "clear"),
    ("completion zs", "zsh"),
    ("seeds --config rep", "report"),
    ("seeds --schema confl", "conflict"),
    ("seeds --schema only", "only-a-folder/"),
    ("cachet", "cachette/"),
)


def test_keys_in_a_terminal(terminal: Terminal) -> None:
    """Whoever types a beginning and TAB gets the verb, option, value or file that it begins."""
    for keys, word in (*TYPED, ("seeds --backend=off", "--backend=offline")):
        *before, last = terminal.words(f"summarize {keys}{TAB}")
        assert before == keys.split()[:-1], keys
        assert last.rstrip("/").removesuffix("s") == word.rstrip("/").removesuffix("s"), keys


def test_fish(scripts: Path, here: Path) -> None:
    """fish, asked what it would offer, offers the same."""
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    for keys, word in (*TYPED, ("seeds --backend=off", "--backend=offline")):
        code = f"source {scripts / 'fish'}; complete -C 'summarize {keys}'"
        done = subprocess.run(
            ["fish", "--no-config", "-c", code],
            cwd=here,
            env=environment(HOME=str(here)),
            capture_output=True,
            text=True,
        )
        offered = [line.partition("\t")[0] for line in done.stdout.splitlines()]
        assert any(o.startswith(word) for o in offered), (keys, done)
        assert "render" not in offered or keys == "rend"


# ----------------------------------------------------------------------------------------------------------- bash alone


def offered(scripts: Path, here: Path, *line: str) -> list[str]:
    """Return what bash's protocol gets for a line whose last word is incomplete."""
    code = (
        f"source {scripts / 'bash'}; complete -p summarize >/dev/null || exit 9\n"
        'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _summarize summarize "${@: -1}" "${@: -2:1}"\n'
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    command = ["bash", "--norc", "-c", code, "bash", "summarize", *line]
    done = subprocess.run(command, cwd=here, capture_output=True, text=True, check=True, timeout=SECONDS)
    assert done.stderr == ""
    return [word for word in done.stdout.split("\n") if word]


def test_the_first_word_is_a_verb_or_a_file(scripts: Path, here: Path) -> None:
    """At the first place stand all verbs and all files; folders end in a slash, blanks are escaped."""
    found = offered(scripts, here, "")
    assert [v.path[0] + " " for v in verbs() if len(v.path) == 1] == found[: len(found) - 6]
    assert sorted(found[-6:]) == [
        "cachette/", "my\\ article.txt ", "only-a-folder/", "report.json ", "reports\\ 2024/", "seeds/",
    ]  # fmt: skip
    assert offered(scripts, here, "cach") == ["cache ", "cachette/"]


def test_a_path_is_no_verb(scripts: Path, here: Path) -> None:
    """After a path come the main command's options, also where that path is called almost like a verb."""
    assert "--brief" in offered(scripts, here, "cachette", "--")
    assert "--brief" not in offered(scripts, here, "cache", "--")
    assert "--brief" not in offered(scripts, here, "render", "--")


def test_all_that_help_shows_is_offered(scripts: Path, here: Path) -> None:
    """The options in the help of each verb are those that completion offers there, in every shell."""
    for verb in verbs():
        said = run(*verb.path, "--help", cwd=here).stdout
        rows = re.findall(r"^  (-\S.*?)(?:  |$)", said, re.MULTILINE)
        shown = {name for row in rows for name in re.findall(r"(?<![\w-])(--[a-z][\w-]*|-[a-z])", row)}
        assert shown, verb.path
        assert set(offered(scripts, here, *verb.path, "-")) == shown, verb.path
        for name in (n for n in shown if n.startswith("--")):
            assert f"{name}=[" in script("zsh") or f"{name}[" in script("zsh")
            assert f" -l {name[2:]} " in script("fish")


def test_each_offered_format_is_taken(here: Path) -> None:
    """A format that completion offers is one that the verb knows: what its help lists is what there is."""
    for verb in verbs():
        for option in (o for o in verb.options if "--format" in o.names):
            inputs = ["report.json"] * 2 if verb.path == ("diff",) else ["report.json"] if verb.takes == FILES else []
            wrong = run(*verb.path, *inputs, "--format", "x", cwd=here).stderr
            assert set(wrong.partition("one of ")[2].strip().split(", ")) == set(option.words), verb.path


def test_a_script_is_of_this_version(scripts: Path) -> None:
    """A script says which version it completes, and that no Python is started for it."""
    version = run("--version", cwd=scripts).stdout.split()[1]
    for shell in SHELLS:
        text = (scripts / shell).read_text("utf-8")
        assert f"summarize {version};" in text
        assert "python" not in text.lower()


def test_an_unknown_shell(tmp_path: Path) -> None:
    """A shell that has no script is named with those that have one."""
    refuses(run("completion", "tcsh", cwd=tmp_path), 2, "tcsh", "bash, zsh, fish")


def test_a_plain_run_knows_nothing_of_it(tmp_path: Path) -> None:
    """Completion costs a run nothing: its scripts are not imported."""
    (tmp_path / "a.txt").write_text("Nothing was said.", "utf-8")
    code = "import sys; sys.argv = ['summarize', 'a.txt']\nfrom summarizer.cli import main\ntry: main()\nfinally: "
    code += "print([m for m in ('summarizer.cli.shells', 'summarizer.cli.spelled') if m in sys.modules])"
    command: Sequence[str] = [sys.executable, "-c", code]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment(PYTHONPATH=str(ROOT)), capture_output=True, text=True, timeout=120
    )
    assert done.stdout.endswith("[]\n"), done.stderr

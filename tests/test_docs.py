"""README and docs tell the truth: what they show is run, what they say is printed is printed, links lead somewhere."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from docs_blocks import MARKERS, RUNNABLE, Block, blocks
from docs_shell import Done, Shell, serving_programs
from fake_server import Body, FakeServer, Reply, in_mode, serving

GIVEN = ROOT / "tests" / "docs_given"
GENERATED = "docs/reference/"  # made by scripts/build_reference.py, and checked by test_reference.py
PAGES = sorted(
    str(path.relative_to(ROOT))
    for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md"))
    if not str(path.relative_to(ROOT)).startswith(GENERATED)
)
BLOCKS = {page: blocks(ROOT / page, page) for page in PAGES}
GAP = "..."

# Why a command may be shown that no test runs; each page says one of these beside it.
NOT_RUN = {
    "installs": "takes packages from the network; .ci/run installs and builds in the same way",
    "starts a model server": "somebody else's program, and gigabytes of a model",
    "runs for minutes": "a benchmark or a search over other packages, run by hand",
    "depends on the machine": "Linux may be set up to forbid it, and so are most containers",
}
AT_MOST_NOT_RUN = 20

TOOLS = ("jq",)  # programs of others that a page uses

# Addresses at which a reader has a server of a model; tests have one of their own for each. On port 9 nobody answers.
SERVERS = re.compile(r"http://(?:127\.0\.0\.1|localhost):(?!9/)\d+/v1|https://[\w.-]+/v1")
KEY = re.compile(r"OPENAI_API_KEY=\S+")
OPENAI = "https://api.openai.com/v1"
MODEL = "qwen2.5-7b-instruct"  # what those servers say they have


# ------------------------------------------------------------------------------------ what is run, and what it shows


@pytest.mark.parametrize("page", [page for page in PAGES if any(b.runs or b.marker for b in BLOCKS[page])])
def test_what_a_page_shows_is_so(page: str, programs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader who types a page's commands from top to bottom sees what the page says."""
    with Reader(page, programs, tmp_path, monkeypatch) as reader:
        for block in BLOCKS[page]:
            reader.follow(block)


@pytest.mark.parametrize("page", PAGES)
def test_each_block_says_what_it_is(page: str) -> None:
    """No block is left unchecked by an oversight: it is run, checked, or says why it is not."""
    for block in BLOCKS[page]:
        assert block.marker is None or block.marker in MARKERS, f"{block.name}: no marker {block.marker!r}"
        assert block.language in RUNNABLE or block.marker, f"{block.name}: say what this block is: {', '.join(MARKERS)}"
        assert (block.value is None) == (block.marker in (None, "output")), f"{block.name}: {block.marker}: what?"
        if block.marker == "no-run":
            assert block.value in NOT_RUN, f"{block.name}: {block.value!r} is none of the reasons: {', '.join(NOT_RUN)}"


def test_few_commands_are_not_run() -> None:
    """Commands that no test runs are few, and each reason is in use."""
    left_out = [block for page in PAGES for block in BLOCKS[page] if block.marker == "no-run"]
    assert len(left_out) <= AT_MOST_NOT_RUN, [block.name for block in left_out]
    assert {block.value for block in left_out} == set(NOT_RUN)


@pytest.fixture(scope="module")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with `summarize` and `python` for PATH."""
    with serving_programs(tmp_path_factory.mktemp("programs"), ROOT) as folder:
        yield folder


@dataclass
class Reader:
    """Somebody who sits in a fresh checkout and does what a page says."""

    page: str
    programs: Path
    tmp_path: Path
    monkeypatch: pytest.MonkeyPatch
    names: dict[str, Any] = field(default_factory=dict)
    servers: dict[str, FakeServer] = field(default_factory=dict)
    done: Done | None = None

    def __enter__(self) -> Reader:
        """Lay out a checkout."""
        self.stack = ExitStack()
        self.folder = checkout(self.tmp_path / "article-summarizer", self.programs, self.page)
        self.monkeypatch.delenv("SUMMARIZER_CACHE_DIR")
        self.monkeypatch.chdir(self.folder)
        environment = {"PYTHONPATH": str(ROOT)}
        self.shell = Shell(self.folder, self.programs, self.tmp_path / "state", environment)
        return self

    def __exit__(self, *error: object) -> None:
        """Stop all servers."""
        self.stack.close()

    def follow(self, block: Block) -> None:
        """Do what a block says, or compare it with what was done."""
        if block.marker == "output":
            assert self.done, f"{block.name}: the output of what?"
            must_show(block, self.as_documented(self.done.printed))
        elif block.marker == "file":
            path = self.folder / str(block.value)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self.with_servers(block.text), "utf-8")
        elif block.marker == "part of":
            must_show(block, (ROOT / str(block.value)).read_text("utf-8"))
        elif block.marker == "json":
            must_hold(block, json.loads((self.folder / str(block.value)).read_text("utf-8")))
        elif block.runs:
            self.done = self.run_python(block) if block.language == "python" else self.run_shell(block)

    def run_shell(self, block: Block) -> Done:
        """Run commands in the shell."""
        for tool in TOOLS:
            if re.search(rf"^{tool}\b", block.text, re.MULTILINE) and not shutil.which(tool):
                (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(
                    f"{block.name} needs {tool}: install it"
                )
        done = self.shell.run(self.with_servers(block.text))
        wanted = int(block.value or 0)
        assert done.code == wanted, f"{block.name} ended with {done.code}, not {wanted}:\n{done.printed}"
        return done

    def run_python(self, block: Block) -> Done:
        """Run Python in the environment that the shell exported; a page's names stay."""
        code = compile("\n" * (block.line - 1) + self.with_servers(block.text), block.page, "exec")
        printed = io.StringIO()
        with self.monkeypatch.context() as patch, contextlib.redirect_stdout(printed):
            for name, value in self.shell.exported().items():
                if name.startswith(("OPENAI_", "SUMMARIZER_")):
                    patch.setenv(name, value)
            exec(code, self.names)
        return Done(0, printed.getvalue(), "")

    def with_servers(self, text: str) -> str:
        """Put a server of ours in the place of each that the text names."""
        text = KEY.sub(lambda found: f"{found[0]} OPENAI_BASE_URL={OPENAI}", text)
        text = text.replace("unset OPENAI_API_KEY", "unset OPENAI_API_KEY OPENAI_BASE_URL")
        return SERVERS.sub(lambda found: self.server(found[0]).url, text)

    def server(self, address: str) -> FakeServer:
        """Return the server that stands for an address."""
        if address not in self.servers:
            self.servers[address] = self.stack.enter_context(serving(obliging, models=(MODEL,)))
        return self.servers[address]

    def as_documented(self, printed: str) -> str:
        """Put the documented addresses back, by which a reader knows the servers."""
        for address, server in self.servers.items():
            for ours, theirs in ((server.url, address), (host(server.url), host(address))):
                printed = printed.replace(ours, theirs)
        return printed


def checkout(folder: Path, programs: Path, page: str) -> Path:
    """Lay out a folder that looks like a checkout in which the package is installed; files may be made in it."""
    folder.mkdir()
    (folder / "cache").mkdir()
    (folder / ".venv").mkdir()
    (folder / ".venv" / "bin").symlink_to(programs)
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    for name in ("README.md", "benchmarks", "docs", "prompts", "schemas", "scripts", "summarizer", "tests"):
        (folder / name).symlink_to(ROOT / name)
    given = GIVEN / Path(page).stem
    if given.is_dir():  # what the reader of this page is taken to have
        shutil.copytree(given, folder, dirs_exist_ok=True)
    return folder


def host(url: str) -> str:
    """Return host and port of an address."""
    return url.split("/")[2]


def obliging(request: Body) -> Reply:
    """Answer any question with the first thing that its JSON Schema allows."""
    schema = request.get("response_format", {}).get("json_schema", {}).get("schema", {})
    return in_mode(request, json.dumps(first_allowed(schema, schema.get("$defs", {}))))


def first_allowed(schema: Mapping[str, Any], named: Mapping[str, Any]) -> Any:
    """Return a small value that a JSON Schema allows."""
    if "$ref" in schema:
        return first_allowed(named[schema["$ref"].rsplit("/", 1)[1]], named)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if schema.get("type") == "array":
        return []
    if schema.get("type") == "string":
        return ""
    return {name: first_allowed(value, named) for name, value in schema.get("properties", {}).items()}


def must_show(block: Block, whole: str) -> None:
    """Check that a block's lines follow each other in `whole`; a line of "..." is a gap, as is what is before them."""
    shown = plain_lines(whole)
    at, gap = 0, True
    for number, line in enumerate(plain_lines(block.text)):
        if line.strip() == GAP:
            gap = True
            continue
        if line == "" and (gap or at >= len(shown) or shown[at]):
            continue  # blank lines may be left out or put in around a gap
        found = next((n for n in range(at, len(shown) if gap else at + 1) if n < len(shown) and shown[n] == line), None)
        assert found is not None, (
            f"{block.page}:{block.line + number} shows {line!r}, but what comes is:\n" + "\n".join(shown[at : at + 40])
        )
        at, gap = found + 1, False


def plain_lines(text: str) -> list[str]:
    """Return lines without blanks at their ends, the numbers of footnotes, which count all, and how long a run took."""
    plain = (re.sub(r"\[\^\d+\]", "[^]", line.rstrip()) for line in text.splitlines())
    return [re.sub(r"^(done: .*), \d+ s\b", r"\1, 1 s", line) for line in plain]


def must_hold(block: Block, report: Any) -> None:
    """Check that what a block shows stands somewhere in a report."""
    shown = json.loads(block.text)
    assert any(like(shown, node) for node in nodes(report)), f"{block.name}: nothing in {block.value} is like this"


def nodes(value: Any) -> Iterator[Any]:
    """Yield all objects of a report."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from nodes(inner)


def like(shown: Any, real: Any) -> bool:
    """Tell whether what is shown is the real value, or a part of it: fewer keys, fewer items, "..." for the rest."""
    if isinstance(shown, dict) and isinstance(real, dict):
        return all(key in real and like(value, real[key]) for key, value in shown.items())
    if isinstance(shown, list) and isinstance(real, list):
        rest = iter(real)
        return all(any(like(item, one) for one in rest) for item in shown)
    if isinstance(shown, str) and isinstance(real, str):
        if shown.endswith(GAP):
            return real.startswith(shown.removesuffix(GAP))
        return shown == real or (is_moment(shown) and is_moment(real))
    return bool(shown == real)


def is_moment(text: str) -> bool:
    """Tell whether this is when a run was made, which is another time in each."""
    return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", text) is not None


# --------------------------------------------------------------------------------------------------- links and pictures

LINKED = sorted(
    str(path.relative_to(ROOT))
    for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "benchmarks").glob("*.md"))
)
_BLOCK = re.compile(r"^( *)```.*?^\1```", re.DOTALL | re.MULTILINE)
_CODE = re.compile(_BLOCK.pattern + r"|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\((?![a-z]+:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]+))?\)")


@pytest.mark.parametrize("page", LINKED)
def test_links_lead_somewhere(page: str) -> None:
    """Each link within the project leads to a file that is there, and to a heading that is in it."""
    for found in _LINK.finditer(_CODE.sub("", (ROOT / page).read_text("utf-8"))):
        target = (ROOT / page).parent / found["path"] if found["path"] else ROOT / page
        assert target.exists(), f"{page} links to {found['path']}, which is not there"
        assert target.resolve().is_relative_to(ROOT), (
            f"{page} links to {found['path']}, which is outside of the project"
        )
        if found["anchor"] and target.suffix == ".md":
            assert found["anchor"] in anchors(target), f"{page}: {target.name} has no heading #{found['anchor']}"


def anchors(page: Path) -> set[str]:
    """Return what the headings of a page are called in links, as GitHub and the site make it of them."""
    headings = re.findall(r"^#+ (.+)$", _BLOCK.sub("", page.read_text("utf-8")), re.MULTILINE)
    words = [re.sub(r"\[([^]]+)\]\([^)]*\)", r"\1", heading).lower() for heading in headings]
    return {re.sub(r"[^\w\- ]", "", each).strip().replace(" ", "-") for each in words}


def test_the_picture_of_grounding_is_true() -> None:
    """The slice that the picture shows is the quote below it, in the article that the page names."""
    picture = (ROOT / "docs" / "images" / "grounding.svg").read_text("utf-8")
    shown = " ".join(re.findall(r"<text[^>]*>([^<]+)</text>", picture))
    found = re.search(r"text\[(\d+):(\d+)\] == “([^”]+)”", shown)
    assert found
    article = (ROOT / "seeds" / "04-last-pocket.txt").read_text("utf-8")
    assert article[int(found[1]) : int(found[2])] == found[3]


@pytest.mark.parametrize("picture", sorted(p.name for p in (ROOT / "docs" / "images").iterdir()))
def test_pictures_are_told_in_words(picture: str) -> None:
    """Each picture is shown somewhere, with words for those who do not see it; a drawing brings its own too."""
    found = [re.search(rf"!\[([^]]*)\]\([^)]*{picture}\)", (ROOT / page).read_text("utf-8")) for page in PAGES]
    told = [each[1] for each in found if each]
    assert told
    assert all(len(words.split()) > 4 for words in told)
    if picture.endswith(".svg"):
        text = (ROOT / "docs" / "images" / picture).read_text("utf-8")
        assert re.search(r"<title [^>]*>\w", text)
        assert re.search(r"<desc [^>]*>\w", text)

"""Where reports go: several formats at once, files that are whole or not there, and nobody's own work overwritten."""

from __future__ import annotations

import csv
import json
import os
import stat
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from fake_server import Body, Reply, serving
from hypothesis import given, settings
from hypothesis import strategies as st
from report_factory import hostile_report, sample_report
from test_cli import GOOD, environment, refuses, run

from summarizer.cli.files import check, write
from summarizer.cli.output import layout, planned
from summarizer.errors import UsageError
from summarizer.recognized import SIGNED, is_ours, is_report
from summarizer.rendering import FORMATS, file_encoding, file_name, render
from summarizer.rendering.tables import ESTIMATE_COLUMNS

posix = pytest.mark.skipif(sys.platform == "win32", reason="links, modes and streams are those of POSIX")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A saved report in a folder of its own."""
    path = tmp_path / "kept" / "report.json"
    path.parent.mkdir()
    sample_report().save(path)
    return path


# --------------------------------------------------------------------------------------------------- what is to be done


def test_several_formats_go_into_a_folder(tmp_path: Path) -> None:
    """Each format has a file of its own there; one that is named twice has one."""
    found = planned([*FORMATS, "md"], str(tmp_path / "new"), force=False)
    assert [o.format for o in found] == list(FORMATS)
    names = {o.format: o.path.name for o in found if o.path}
    assert len(set(names.values())) == len(FORMATS)
    told = {"terminal": "brief.txt", "md": "brief.md", "json": "brief.json"}
    assert told | {"csv": "estimates.csv", "csv-names": "names.csv"} == {f: n for f, n in names.items() if f != "html"}
    assert {o.path.parent for o in found if o.path} == {tmp_path / "new"}
    assert not (tmp_path / "new").exists(), "nothing is made before there is something to write"


@pytest.mark.parametrize("out", ["", "new/"])
def test_one_format_goes_into_a_folder_that_is_meant_as_one(tmp_path: Path, out: str) -> None:
    """A folder that is there, or a name that ends as one, takes the file of a single format too."""
    (only,) = planned(["json"], f"{tmp_path}/{out}", force=False)
    assert only.path == tmp_path / out / "brief.json"


@pytest.mark.parametrize("out", [None, "-", "/dev/stdout"])
def test_stdout_is_no_file(out: str | None) -> None:
    """Without --out, and for its other names, the one text goes to stdout: Markdown where nobody looks."""
    assert [tuple(o) for o in planned(None, out, force=False)] == [("md", None)]
    assert [tuple(o) for o in planned(["csv"], out, force=False)] == [("csv", None)]


@pytest.mark.parametrize(
    ("formats", "out", "words"),
    [
        (["md", "json"], None, "md and json do not go into one stream: add --out with a folder"),
        (["md", "json"], "-", "add --out with a folder"),
        (["md,json"], None, "no format 'md,json'.*give --format once for each"),
        (["pdf"], None, "no format 'pdf': it is one of terminal, md, .*csv-names$"),
        (["md", "json"], "notes.md", "notes.md is a file, and md and json need a folder"),
        ([], ".", r"\. is a folder: add --format"),
        ([], "brief.xyz", "the suffix of brief.xyz tells no format: add --format"),
        ([], "nowhere/brief.md", "nowhere/brief.md cannot be written: there is no folder nowhere"),
        ([], "notes.md", "notes.md was not written by summarize, or was changed since: add --force .* another --out"),
        (["csv"], "notes.md", "notes.md was not written by summarize"),
        (["json"], "notes.md/brief.json", "notes.md"),
        (["md", "json"], "taken", "taken/brief.md cannot be written: it is a folder; choose another --out"),
    ],
)
def test_what_cannot_be_right_is_said_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, formats: list[str], out: str | None, words: str
) -> None:
    """Each message names the file or the format, and the mend; nothing is written."""
    monkeypatch.chdir(tmp_path)
    Path("notes.md").write_text("My own notes.\n", "utf-8")
    Path("taken/brief.md").mkdir(parents=True)
    with pytest.raises(UsageError, match=words):
        planned(formats, out, force=False)
    assert Path("notes.md").read_text("utf-8") == "My own notes.\n"
    assert sorted(p.name for p in Path().iterdir()) == ["notes.md", "taken"]


# --------------------------------------------------------------------------------------------------------- whose it is


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("report", [sample_report(), sample_report(brief=False), hostile_report()])
def test_what_we_wrote_is_known_again(tmp_path: Path, format: str, report: object) -> None:
    """Each format is known by itself, as it was written, with other line ends, and in ASCII."""
    assert isinstance(report, type(sample_report()))
    text = render(report, format=format)
    assert is_ours(text.encode(file_encoding(format)))
    assert is_ours(text.replace("\n", "\r\n").encode())
    assert is_ours(render(report, format=format, unicode=False, width=60).encode())
    path = tmp_path / file_name(format)
    write({path: text.encode()}, force=False)
    write({path: b"again"}, force=False)
    assert path.read_bytes() == b"again"


@pytest.mark.parametrize("format", sorted(SIGNED & set(FORMATS)))
@pytest.mark.parametrize("where", [0, 100, -100])
def test_what_somebody_changed_is_his(format: str, where: int) -> None:
    """A brief that an analyst wrote into is no longer ours, though still no article."""
    text = render(sample_report(), format=format)
    changed = f"{text[:where]}My own word.{text[where:]}".encode()
    assert not is_ours(changed)
    assert is_report(changed)
    assert not is_ours(f"{text}My own last word.\n".encode())


def test_a_table_that_a_spreadsheet_saved_is_his_who_saved_it() -> None:
    """Spreadsheets save column names without quotes, and Excel with semicolons in many countries."""
    text = render(sample_report(), format="csv")
    saved = text.replace('"', "")
    assert not is_ours(saved.encode())
    assert not is_ours(saved.replace(",", ";").encode())


@pytest.mark.parametrize(
    "content",
    [
        b"My own notes.\n",
        b'{"version": 1, "schema": "mine"}',
        b'{"version": 1, "name": "package"}',
        b"# A brief\n\n<!-- Written by summarize; checksum 0123456789abcdef -->\n",
        b"line,status,section,measure\n1,a,b,c\n",
        b"The backend was offline.\n\nIt runs version 2 now.\n",
        b"\xff\xfe\x00binary",
        b"<!doctype html><title>Mine</title>",
    ],
)
def test_what_others_wrote_is_theirs(tmp_path: Path, content: bytes) -> None:
    """Nothing that only looks a little like ours is overwritten without --force."""
    path = tmp_path / "f.md"
    path.write_bytes(content)
    with pytest.raises(UsageError, match=r"f\.md was not written by summarize"):
        write({path: b"new"}, force=False)
    assert path.read_bytes() == content
    write({path: b"new"}, force=True)
    assert path.read_bytes() == b"new"


@settings(deadline=None)
@given(st.binary() | st.text().map(str.encode))
def test_no_other_content_is_taken_for_ours(content: bytes) -> None:
    """Whatever a file holds, telling whose it is ends without an error, and no chance text passes."""
    assert not is_ours(content)


def test_an_empty_file_is_nobodys(tmp_path: Path) -> None:
    """A file made to be written into, as mktemp makes it, needs no --force."""
    path = tmp_path / "f.md"
    path.touch()
    write({path: b"new"}, force=False)
    assert path.read_bytes() == b"new"


def test_a_report_in_the_folder_of_articles_is_no_article(tmp_path: Path) -> None:
    """What an earlier run wrote into the folder that it read is named and passed over, in every format."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, "utf-8")
    for name in FORMATS:
        (folder / file_name(name)).write_text(render(sample_report(), format=name), "utf-8")
    done = run("in", "--format", "json", cwd=tmp_path)
    report = json.loads(done.stdout)
    assert [Path(b["article"]["path"]).name for b in report["articles"]] == ["good.txt"]
    failed = {Path(f["path"]).name: f["reason"] for f in report["failures"]}
    assert set(failed) == set(map(file_name, FORMATS))
    assert all("is a report of summarize" in reason for reason in failed.values())


# ------------------------------------------------------------------------------------------------------- whole or not


def test_all_of_several_are_written_or_none(tmp_path: Path) -> None:
    """Where one file is not ours, or cannot be written, the others stay as they were, and nothing is left over."""
    old, foreign = tmp_path / "brief.md", tmp_path / "brief.json"
    foreign.write_text("mine", "utf-8")
    with pytest.raises(UsageError, match=r"brief\.json was not written by summarize"):
        write({old: b"new", foreign: b"new"}, force=False)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["brief.json"]


@posix
def test_a_file_that_cannot_be_finished_leaves_the_old_ones(saved: Path, tmp_path: Path) -> None:
    """Where the second of two is cut short, it is taken away, and the first has not replaced its old one either."""
    formats = ("--format", "md", "--format", "json", "--out", "site")
    assert run("render", saved, *formats, "--format", "csv", cwd=tmp_path).returncode == 0
    before = {p.name: p.read_bytes() for p in (tmp_path / "site").iterdir()}
    assert len(before["brief.md"]) < 20_000 < len(before["brief.json"])
    limited = "import resource, runpy; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)); "
    command = [sys.executable, "-c", limited + "runpy.run_module('summarizer', run_name='__main__')", "render"]
    done = subprocess.run(
        [*command, saved, "--reasons", *formats],
        cwd=tmp_path, env=environment(PYTHONDONTWRITEBYTECODE="1"), capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    refuses(done, 2, "brief.json cannot be written: File too large; choose another --out")
    assert {p.name: p.read_bytes() for p in (tmp_path / "site").iterdir()} == before


@posix
def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    """Writing through a link writes what it points to, whether that is there or not, and leaves its mode alone."""
    target, link = tmp_path / "kept" / "today.md", tmp_path / "latest.md"
    target.parent.mkdir()
    link.symlink_to(target)
    write({link: b""}, force=False)
    target.chmod(0o600)
    write({link: b"new"}, force=False)
    assert link.is_symlink()
    assert (target.read_bytes(), stat.S_IMODE(target.stat().st_mode)) == (b"new", 0o600)


@posix
def test_a_new_file_has_the_mode_that_all_new_files_have(tmp_path: Path) -> None:
    """It is readable for whom the umask lets, as if the shell had made it."""
    before = os.umask(0o027)
    try:
        write({tmp_path / "f.md": b"new"}, force=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "f.md").stat().st_mode) == 0o640


@posix
def test_a_read_only_file_needs_force(tmp_path: Path) -> None:
    """Whoever took the right to write away meant it, also where the administrator could write all the same."""
    path = tmp_path / "f.md"
    path.write_bytes(render(sample_report(), format="md").encode())
    path.chmod(0o444)
    with pytest.raises(UsageError, match=r"f\.md is read-only: add --force"):
        check([path], force=False)
    write({path: b"new"}, force=True)
    assert path.read_bytes() == b"new"


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes into every folder")
def test_a_folder_that_takes_no_files(tmp_path: Path) -> None:
    """It is named before any work is done."""
    tmp_path.chmod(0o500)
    with pytest.raises(UsageError, match="takes no files"):
        check([tmp_path / "deep" / "f.md"], force=True)


@posix
def test_streams_are_written_to_and_never_replaced(tmp_path: Path) -> None:
    """A pipe gets the bytes, /dev/null is still a device, and a full one is an error in words."""
    reader, writer = os.pipe()
    write({Path(f"/dev/fd/{writer}"): b"new"}, force=False)
    os.close(writer)
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    write({Path("/dev/null"): b"new"}, force=False)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    if Path("/dev/full").exists():
        with pytest.raises(UsageError, match="/dev/full cannot be written"):
            write({Path("/dev/full"): b"new"}, force=False)


# -------------------------------------------------------------------------------------------------------- command line


def test_formats_side_by_side(saved: Path, tmp_path: Path) -> None:
    """One call writes all formats; a second one replaces what the first wrote; each file is what stdout would show."""
    formats = [word for f in FORMATS for word in ("--format", f)]
    for _ in range(2):
        done = run("render", saved, *formats, "--out", "site", cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert sorted(p.name for p in (tmp_path / "site").iterdir()) == sorted(map(file_name, FORMATS))
    for name in ("md", "json", "csv-names"):
        alone = run("render", saved, "--format", name, cwd=tmp_path).stdout
        assert (tmp_path / "site" / file_name(name)).read_text(file_encoding(name)) == alone


def test_a_run_writes_several_formats_and_says_so(tmp_path: Path) -> None:
    """The articles are read once, each file is named on stderr, and an analyst's notes in the folder stay."""
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "notes.md").write_text("mine", "utf-8")
    done = run("good.txt", "--brief", "--format", "md", "--format", "csv", "--out", "site", cwd=tmp_path)
    assert done.returncode == 0
    said = [line for line in done.stderr.splitlines() if line.startswith("wrote ")]
    assert said == [f"wrote {Path('site', name)}" for name in ("brief.md", "estimates.csv")]
    assert (tmp_path / "site" / "notes.md").read_text("utf-8") == "mine"


def test_a_csv_file_opens_in_excel_and_in_python(saved: Path, tmp_path: Path) -> None:
    """A file begins with the mark by which Excel knows UTF-8; a pipe, which programs read, does not."""
    run("render", saved, "--out", "estimates.csv", cwd=tmp_path)
    path = tmp_path / "estimates.csv"
    assert path.read_bytes().startswith(b'\xef\xbb\xbf"line"')
    with path.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file, strict=True))
    assert tuple(found[0]) == ESTIMATE_COLUMNS
    assert run("render", saved, "--format", "csv", cwd=tmp_path).stdout.startswith('"line"')


@pytest.mark.parametrize("verb", [["render", "kept/report.json"], ["explain", "good.txt"], ["good.txt"]])
def test_no_command_overwrites_what_it_did_not_write(saved: Path, tmp_path: Path, verb: Sequence[str]) -> None:
    """Each command that has --out refuses, names the file and both mends, and obeys --force."""
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    mine = tmp_path / "notes.txt"
    mine.write_text("mine", "utf-8")
    refuses(run(*verb, "--out", "notes.txt", cwd=tmp_path), 2, "notes.txt", "--force", "another --out")
    assert mine.read_text("utf-8") == "mine"
    assert run(*verb, "--out", "notes.txt", "--force", cwd=tmp_path).returncode == 0
    assert run(*verb, "--out", "notes.txt", cwd=tmp_path).returncode == 0, "now it is ours"


def test_a_refusal_costs_nothing(tmp_path: Path) -> None:
    """Where a file cannot be written no server is asked anything."""
    (tmp_path / "good.txt").write_text(GOOD, "utf-8")
    (tmp_path / "notes.md").write_text("mine", "utf-8")

    def unasked(request: Body) -> Reply:
        raise AssertionError("no question is worth its money here")

    with serving(unasked) as server:
        env = environment(OPENAI_BASE_URL=server.url, OPENAI_API_KEY="k")
        refuses(run("good.txt", "--out", "notes.md", cwd=tmp_path, env=env), 2, "notes.md")
        assert server.requests == []


@posix
def test_dev_stdout_is_stdout(saved: Path, tmp_path: Path) -> None:
    """A shell that appends its output to a file keeps what stands in it."""
    kept = tmp_path / "kept.md"
    kept.write_text("before\n", "utf-8")
    command = [sys.executable, "-m", "summarizer", "render", str(saved), "--out", "/dev/stdout"]
    with kept.open("ab") as file:
        assert subprocess.run(command, cwd=tmp_path, env=environment(), stdout=file, timeout=60).returncode == 0
    assert kept.read_text("utf-8").startswith("before\n# ")


# --------------------------------------------------------------------------------------------------- colour and width


@pytest.mark.parametrize(
    ("environ", "terminal", "colour"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"FORCE_COLOR": "1"}, False, True),
        ({"FORCE_COLOR": ""}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ({"TERM": "dumb"}, True, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
    ],
)
def test_colour_is_what_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, environ: dict[str, str], terminal: bool, colour: bool
) -> None:
    """NO_COLOR wins, FORCE_COLOR colours pipes too, a dumb terminal has none; empty values mean nothing."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert layout(None)["color"] is colour
    assert layout(Path("f.txt"))["color"] is False
    assert layout(None, color=not colour)["color"] is not colour


def test_columns_set_the_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS is obeyed in a pipe too, and a file is always 80 columns wide."""
    monkeypatch.setenv("COLUMNS", "132")
    assert layout(None)["width"] == 132
    assert layout(Path("f.txt"))["width"] == 80

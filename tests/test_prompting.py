"""Prompts are versioned templates that refuse what they do not know."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest

from summarizer.backends.asking import AnswerModel, Question
from summarizer.errors import SchemaError
from summarizer.prompting import Prompts, load_prompts
from summarizer.resources import known, resource_folder

# Raise `version` in prompts.toml with any change to a template, and put the new digest here.
DIGESTS = {("conflict", "6"): "3bd0c33493b4b362", ("disaster", "5"): "ac9dea0a80caf3f5"}


def folder(tmp_path: Path, **templates: str) -> Path:
    """Make a folder of prompts."""
    (tmp_path / "prompts.toml").write_text("version = 3\n")
    for name, source in templates.items():
        (tmp_path / f"{name}.jinja").write_text(source)
    return tmp_path


def test_a_template_is_filled_in(tmp_path: Path) -> None:
    """Variables stand where the template has them, as plain text."""
    prompts = Prompts(folder(tmp_path, hello="Hello {{ who }} & {{ who }}\n"))
    assert prompts.version == "3"
    assert prompts.render("hello", who="<you>") == "Hello <you> & <you>"


@pytest.mark.parametrize(
    ("variables", "words"),
    [({}, "missing variable who"), ({"who": 1, "whom": 2}, "unknown variable whom")],
)
def test_variables_are_refused_by_name(tmp_path: Path, variables: dict[str, int], words: str) -> None:
    """One too many and one too few are errors that name the template and the variable."""
    prompts = Prompts(folder(tmp_path, hello="Hello {{ who }}"))
    with pytest.raises(SchemaError, match=rf"hello\.jinja: {words}"):
        prompts.render("hello", **variables)


def test_a_missing_inner_value_is_refused(tmp_path: Path) -> None:
    """A key that an item lacks does not fall out of the prompt unseen."""
    prompts = Prompts(folder(tmp_path, hello="Hello {{ who.name }}"))
    with pytest.raises(SchemaError, match="name"):
        prompts.render("hello", who={})


def test_broken_folders_are_named(tmp_path: Path) -> None:
    """No prompts.toml, no version, no template, broken syntax: each is one clear error."""
    with pytest.raises(SchemaError, match=r"prompts\.toml"):
        Prompts(tmp_path)
    (tmp_path / "prompts.toml").write_text("name = 1\n")
    with pytest.raises(SchemaError, match="version"):
        Prompts(tmp_path)
    prompts = Prompts(folder(tmp_path, broken="line\n{% if %}"))
    with pytest.raises(SchemaError, match=r"broken\.jinja, line 2"):
        prompts.render("broken")
    with pytest.raises(SchemaError, match=r"absent\.jinja"):
        prompts.render("absent")


def test_a_schema_folder_may_hold_its_prompts(tmp_path: Path) -> None:
    """`--schema path/to/folder` brings the prompts that lie inside it; a name without prompts lists what there is."""
    (tmp_path / "floods" / "prompts").mkdir(parents=True)
    folder(tmp_path / "floods" / "prompts", hello="Hello")
    assert load_prompts(str(tmp_path / "floods")).render("hello") == "Hello"
    with pytest.raises(SchemaError, match="conflict"):
        load_prompts("nowhere")


@pytest.mark.parametrize("name", known("prompts"))
def test_a_changed_prompt_has_a_new_version(name: str) -> None:
    """Answers to old prompts must not be taken for answers to new ones."""
    source = resource_folder("prompts", name)
    version = str(tomllib.loads((source / "prompts.toml").read_text("utf-8"))["version"])
    digest = hashlib.sha256(b"\0".join(f.read_bytes() for f in sorted(source.glob("*.jinja")))).hexdigest()[:16]
    assert DIGESTS[name, version] == digest


def test_the_version_is_part_of_what_an_answer_is_kept_under() -> None:
    """Two questions that differ in the prompts' version alone have no answer in common."""
    one, other = (Question("numbers", "s", "p", "a", AnswerModel, 10, version) for version in ("1", "2"))
    assert one.fingerprint != other.fingerprint

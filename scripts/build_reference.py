"""Writes docs/reference/ from the code: what --help says, the JSON Schema of a report, and the Python interface.

python scripts/build_reference.py            writes the pages
python scripts/build_reference.py --check    says which are stale, and ends with 1 where one is
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import griffe

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference"
MADE = "<!-- Made by scripts/build_reference.py: mend the code, then run `make docs`. -->"
DOMAIN = "conflict"
WIDTH = 80  # of the terminal that help is written for


def main() -> int:
    """Write the pages, or only compare them."""
    stale = [name for name, page in PAGES.items() if _kept(name) != (text := page()) and not _written(name, text)]
    for name in stale:
        print(f"docs/reference/{name} is stale: run `make docs`")
    return 1 if stale else 0


def _kept(name: str) -> str:
    path = FOLDER / name
    return path.read_text("utf-8") if path.is_file() else ""


def _written(name: str, text: str) -> bool:
    if "--check" in sys.argv:
        return False
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / name).write_text(text, "utf-8", newline="\n")
    return True


# ------------------------------------------------------------------------------------------------------- command line


def cli_page() -> str:
    """Return what --help says, of the command as a whole and of each verb."""
    from typer.main import get_command

    from summarizer.cli import command_line

    parts = [MADE, "# Command line", "What `summarize --help` and `summarize VERB --help` say."]
    for words, _ in _commands(get_command(command_line()), ("summarize",)):
        parts.append(f"## `{' '.join(words)}`")
        parts.append(f"```text\n{help_of(words[1:])}\n```")
    return "\n\n".join(parts) + "\n"


def _commands(command: Any, words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Yield a command and all verbs below it that help shows."""
    yield words, command
    for name, verb in getattr(command, "commands", {}).items():
        if not verb.hidden:
            yield from _commands(verb, (*words, name))


def help_of(words: tuple[str, ...]) -> str:
    """Return what --help of a verb prints on a terminal of 80 columns."""
    from typer.testing import CliRunner

    from summarizer.cli import command_line

    environment = {"COLUMNS": str(WIDTH), "TERMINAL_WIDTH": str(WIDTH), "NO_COLOR": "1"}
    done = CliRunner(env=environment).invoke(command_line(), [*words, "--help"], prog_name="summarize")
    if done.exit_code:
        raise SystemExit(f"summarize {' '.join(words)} --help ended with {done.exit_code}")
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


# -------------------------------------------------------------------------------------------------------- JSON Schema


def schema_file() -> str:
    """Return the JSON Schema of a report of the domain that ships."""
    return json.dumps(_report_schema(), indent=2, ensure_ascii=False) + "\n"


def report_page() -> str:
    """Return the same as tables."""
    schema = _report_schema()
    parts = [
        MADE,
        "# JSON Schema of the report",
        f"What `summarize schema` prints, as tables; as it is: [{DOMAIN}.schema.json]({DOMAIN}.schema.json). "
        "[Read the JSON](../json.md) explains it with examples. Every key is written in every report; a later version "
        "may write further ones. Another domain has other names in the place of `who`, `where`, `strength`, `tactics` "
        "and `outlook`: `summarize schema --schema ./folder`.",
        *_value("Report", schema),
    ]
    for name, value in schema["$defs"].items():
        parts += _value(name, value)
    return "\n\n".join(parts) + "\n"


def _report_schema() -> dict[str, Any]:
    from summarizer.rendering.contract import report_schema
    from summarizer.schema import load_schema

    return report_schema(load_schema(DOMAIN))


def _value(name: str, value: Mapping[str, Any]) -> list[str]:
    rows = [f"| `{key}` | {_type(of)} |" for key, of in value["properties"].items()]
    table = "\n".join(["| key | type |", "| --- | --- |", *rows])
    return [f"## {name}", " ".join(value.get("description", "").split()), table]


def _type(of: Mapping[str, Any]) -> str:
    """Return a type in words, with a link to the value that it names."""
    if "$ref" in of:
        name = of["$ref"].rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in of:
        return " or ".join(_type(each) for each in of["anyOf"])
    if "const" in of or "enum" in of:
        return ", ".join(f"`{json.dumps(each)}`" for each in of.get("enum", [of.get("const")]))
    if of["type"] == "array":
        return f"list of {_type(of['items'])}"
    return str(of["type"])


# ------------------------------------------------------------------------------------------------------------- Python


def python_page() -> str:
    """Return the public names of the package with what their docstrings say."""
    package = griffe.load("summarizer", search_paths=[ROOT], docstring_parser="google")
    members = [(name, package[name].final_target) for name in sorted(package.exports or ())]
    parts = [
        MADE,
        "# Python",
        "All public names, each imported as `from summarizer import NAME`. [Use it from Python](../how-to/python.md) "
        "shows them at work.",
    ]
    for title, wanted in (
        ("Functions", lambda one: one.is_function),
        ("Errors", lambda one: one.is_class and _is_error(one)),
        ("Values", lambda one: one.is_class and not _is_error(one)),
    ):
        parts.append(f"## {title}")
        for name, one in members:
            if wanted(one):
                parts += _function(name, one, "###") if one.is_function else _class(name, one)
    return "\n\n".join(part for part in parts if part) + "\n"


def _is_error(one: Any) -> bool:
    return one.path.startswith("summarizer.errors.")


def _class(name: str, one: Any) -> Iterator[str]:
    bases = ", ".join(str(base) for base in one.bases if str(base) not in ("Value", "Exception"))
    yield f"### `{name}`" + (f" (`{bases}`)" if bases else "")
    yield from _docstring(one)
    fields = [a for a in one.attributes.values() if _is_public(a) and a.annotation and "property" not in a.labels]
    if fields:
        rows = [f"| `{a.name}` | `{_cell(a.annotation)}` |" for a in fields]
        yield "\n".join(["| field | type |", "| --- | --- |", *rows])
    for attribute in one.attributes.values():
        if _is_public(attribute) and "property" in attribute.labels:
            yield f"#### `{name}.{attribute.name}: {attribute.annotation}`"
            yield from _docstring(attribute)
    for method in one.functions.values():
        if _is_public(method):
            yield from _function(f"{name}.{method.name}", method, "####")


def _is_public(member: Any) -> bool:
    return not member.name.startswith("_") and member.name != "model_config"


def _cell(annotation: object) -> str:
    return str(annotation).replace("|", "\\|")


def _function(name: str, one: Any, heading: str) -> Iterator[str]:
    yield f"{heading} `{name}`"
    given = [p for p in one.parameters if p.name not in ("self", "cls")]
    signature = f"{'async ' if 'async' in one.labels else ''}def {name}({', '.join(_parameters(given))})"
    if len(signature) > WIDTH:
        inner = "".join(f"    {each},\n" for each in _parameters(given))
        signature = signature.split("(", 1)[0] + f"(\n{inner})"
    yield f"```python\n{signature} -> {one.returns}\n```"
    yield from _docstring(one)


def _parameters(given: list[Any]) -> Iterator[str]:
    starred = False
    for parameter in given:
        kind = parameter.kind
        if kind is griffe.ParameterKind.keyword_only and not starred:
            starred = True
            yield "*"
        sign = {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}.get(kind, "")
        default = "" if parameter.default is None or sign else f" = {parameter.default}"
        yield f"{sign}{parameter.name}: {parameter.annotation}{default}"


def _docstring(one: Any) -> Iterator[str]:
    """Yield the sections of a docstring: text as it is, arguments and errors as lists."""
    if not one.docstring:
        return
    for section in one.docstring.parse("google"):
        if section.kind is griffe.DocstringSectionKind.text:
            yield section.value
        elif section.kind is griffe.DocstringSectionKind.parameters:
            yield "\n".join(f"- `{each.name}`: {' '.join(each.description.split())}" for each in section.value)
        elif section.kind is griffe.DocstringSectionKind.raises:
            rows = (f"- `{each.annotation}`: {' '.join(each.description.split())}" for each in section.value)
            yield "Raises:\n\n" + "\n".join(rows)


PAGES: Mapping[str, Callable[[], str]] = {
    "cli.md": cli_page,
    "python.md": python_page,
    "report.md": report_page,
    f"{DOMAIN}.schema.json": schema_file,
}

if __name__ == "__main__":
    os.environ["NO_COLOR"] = "1"
    sys.path.insert(0, str(ROOT))
    raise SystemExit(main())

"""Loads the prompts of a domain: Jinja2 templates with a version.

`prompts/<schema>/prompts.toml` holds `version`, which is part of what a cached answer depends on. A template gets
exactly the variables it uses: one too many and one too few are both refused by name, so that a renamed variable cannot
fall out of a prompt unseen.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from summarizer.errors import SchemaError
from summarizer.resources import resource_folder

if TYPE_CHECKING:
    from jinja2 import Template

_SUFFIX = ".jinja"


class Prompts:
    """The templates of one folder. `version` is the one that prompts.toml gives."""

    def __init__(self, folder: Path) -> None:
        """Read prompts.toml; templates are read when first rendered.

        Raises:
            SchemaError: prompts.toml is missing or gives no version.
        """
        self._folder = folder
        self.version = _version(folder / "prompts.toml")
        self._templates: dict[str, tuple[Template, frozenset[str]]] = {}

    def has(self, name: str) -> bool:
        """Return True where there is a template `name`; a domain may leave out those of questions it does not ask."""
        return self.path(name + _SUFFIX).is_file()

    def render(self, name: str, **variables: Any) -> str:
        """Return the template `name` (without suffix) filled in.

        Raises:
            SchemaError: there is no such template, it is broken, or a variable is unknown or missing.
        """
        import jinja2  # late: takes a tenth of a second, and runs without a server never need it

        template, wanted = self._loaded(name)
        for given, needed, what in ((variables.keys(), wanted, "unknown"), (wanted, variables.keys(), "missing")):
            if odd := sorted(set(given) - set(needed)):
                raise SchemaError(f"{self.path(name + _SUFFIX)}: {what} variable {', '.join(odd)}")
        try:
            return template.render(**variables).strip()
        except jinja2.TemplateError as error:
            raise SchemaError(f"{self.path(name + _SUFFIX)} cannot be filled in: {error}") from error

    def data(self, file: str) -> dict[str, Any] | None:
        """Return what a TOML file beside the templates holds, None where there is none.

        Raises:
            SchemaError: it cannot be read.
        """
        path = self.path(file)
        return _toml(path) if path.is_file() else None

    def path(self, file: str) -> Path:
        """Return where a file of the folder is, or would be."""
        return self._folder / file

    def _loaded(self, name: str) -> tuple[Template, frozenset[str]]:
        if name not in self._templates:
            self._templates[name] = _compiled(self.path(name + _SUFFIX))
        return self._templates[name]


def load_prompts(schema: str) -> Prompts:
    """Return the prompts of a schema, given by its name or by the path of its folder.

    A schema folder of the user's own may hold its prompts in a folder `prompts` inside it.

    Raises:
        SchemaError: there are none, or prompts.toml is broken.
    """
    inside = Path(schema) / "prompts"
    if ("/" in schema or "\\" in schema or schema.startswith(".")) and inside.is_dir():
        return Prompts(inside)
    return Prompts(resource_folder("prompts", Path(schema).resolve().name if Path(schema).is_dir() else schema))


def prompts_of(given: str, name: str) -> Prompts:
    """Return the prompts of a schema by what settings give for it and the name that it has itself.

    Raises:
        SchemaError: as for `load_prompts`.
    """
    return load_prompts(given if Path(given).name == name else name)


def _version(path: Path) -> str:
    try:
        return str(_toml(path)["version"])
    except KeyError as error:
        raise SchemaError(f"{path} gives no version: add a line version = 1") from error


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SchemaError(f"{path} cannot be read: {error}") from error


def _compiled(path: Path) -> tuple[Template, frozenset[str]]:
    import jinja2
    import jinja2.meta

    # Prompts are plain text for a model, so nothing is escaped for HTML.
    env = jinja2.Environment(undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False)
    try:
        source = path.read_text("utf-8")
        wanted = jinja2.meta.find_undeclared_variables(env.parse(source))
        return env.from_string(source), frozenset(wanted)
    except (OSError, UnicodeDecodeError) as error:
        raise SchemaError(f"{path} cannot be read: {error}") from error
    except jinja2.TemplateSyntaxError as error:
        raise SchemaError(f"{path}, line {error.lineno}: {error.message}") from error

"""Looks at what a run works by: the settings and where they stand, the domain with its prompts, the gazetteer."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from summarizer.backends.qualifying import load_trial
from summarizer.diagnosing.values import FAIL, OK, WARN, Check
from summarizer.errors import SummarizerError, UsageError
from summarizer.prompting import prompts_of
from summarizer.resources import data_file
from summarizer.schema import load_schema
from summarizer.settings import CONFIG_NAME, Resolved, Settings


def setting_checks(found: Resolved) -> Iterator[Check]:
    """Yield what there is to say of the settings, a line for each that is wrong."""
    yield Check(
        "config", OK, f"{found.file} is read" if found.file else f"no {CONFIG_NAME} in this folder; none is needed"
    )
    for problem in found.problems:
        said, _, mend = problem.rpartition(": ")
        yield Check("settings", FAIL, said or problem, mend, is_setting=True)
    for warning in found.warnings:
        said, _, mend = warning.partition(": ")
        yield Check("settings", WARN, said, mend)
    if not found.problems and not found.warnings:
        names = ", ".join(f"{name} ({origin})" for name, origin in found.origins.items())
        yield Check("settings", OK, names or "all as they are by default")


def domain_checks(settings: Settings) -> Iterator[Check]:
    """Yield whether the domain, its prompts and the gazetteer can be read."""
    try:
        schema = load_schema(settings.schema)
        yield Check(
            "schema", OK, f"{schema.name}: {', '.join(s.name for s in schema.sections)}; digest {schema.digest[:12]}"
        )
        yield _prompts(settings.schema, schema.name, needed=settings.resolved_backend != "offline")
    except UsageError as error:
        yield Check("schema", FAIL, str(error), is_setting=True)
    yield _gazetteer(data_file("gazetteer.sqlite"))


def _prompts(given: str, name: str, *, needed: bool) -> Check:
    try:
        prompts = prompts_of(given, name)
        tried = "a trial for small models" if load_trial(prompts) else "no trial for small models"
        return Check("prompts", OK, f"version {prompts.version}, {tried}")
    except SummarizerError as error:
        return Check("prompts", FAIL if needed else WARN, str(error), is_setting=True)


def _gazetteer(path: Path) -> Check:
    try:
        connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            tables = connection.execute("SELECT COUNT(*) FROM sqlite_master").fetchone()[0]
        finally:
            connection.close()
    except sqlite3.Error as error:
        return Check("gazetteer", FAIL, f"{path} cannot be read: {error}", "install summarize again")
    if not tables:
        return Check("gazetteer", FAIL, f"{path} is empty", "install summarize again")
    return Check("gazetteer", OK, f"{path.stat().st_size / 1e6:.1f} MB of places, {path.parent}")

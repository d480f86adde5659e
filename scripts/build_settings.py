"""Writes the tables of settings in README.md and docs/settings.md from the settings themselves.

python scripts/build_settings.py            writes them
python scripts/build_settings.py --check    says which are stale, and ends with 1 where one is
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from summarizer.settings import GROUPS, SETTINGS, Setting  # noqa: E402  found in a checkout, wherever this is run

BEGIN, END = "<!-- made by scripts/build_settings.py -->", "<!-- end -->"


def main() -> int:
    """Write the tables, or only compare them."""
    stale = [page for page in PAGES if _text(page) != made(page)]
    for page in stale:
        if "--check" in sys.argv:
            print(f"{page} is stale: run python scripts/build_settings.py")
        else:
            (ROOT / page).write_text(made(page), "utf-8", newline="\n")
    return 1 if stale and "--check" in sys.argv else 0


def made(page: str) -> str:
    """Return a page as it should be: what stands between the two marks is made anew."""
    before, rest = _text(page).split(BEGIN, 1)
    after = rest.split(END, 1)[1]
    return f"{before}{BEGIN}\n\n{PAGES[page]()}\n\n{END}{after}"


def _text(page: str) -> str:
    return (ROOT / page).read_text("utf-8")


def short_table() -> str:
    """Return one table: how each setting is set, and its default."""
    rows = [f"| `{s.name}` | {_code(s.flag)} | {_code(s.variable)} | {_default(s)} |" for s in SETTINGS.values()]
    return "\n".join(["| setting | option | environment | default |", "| --- | --- | --- | --- |", *rows])


def long_tables() -> str:
    """Return a table for each group, with what each setting means and takes."""
    return "\n\n".join(_group(group) for group in GROUPS if _among(group))


def _group(group: str) -> str:
    rows = ["\n".join(_row(setting)) for setting in _among(group)]
    return "\n".join([f"### {group}", "", "| setting | means | default |", "| --- | --- | --- |", *rows])


def _row(setting: Setting) -> Iterator[str]:
    about = setting.about
    names = "<br>".join(_code(name) for name in (setting.name, setting.flag, setting.variable) if name)
    means = [f"{about.help} {about.more}".strip(), f"Takes {about.kind.name}."]
    if about.kind.several:
        means.append("The option may be given several times; the variable parts them by commas.")
    if not about.in_files:
        means.append("No file may set it.")
    if about.guard.words:
        means.append(f"Unless `--config` names it, a file {about.guard.words}.")
    yield f"| {names} | {_cell(' '.join(means))} | {_default(setting)} |"


def _among(group: str) -> list[Setting]:
    return [s for s in SETTINGS.values() if s.about.group == group]


def _default(setting: Setting) -> str:
    if setting.about.unset:
        return _cell(setting.about.unset)
    value = setting.default
    if isinstance(value, bool):
        return "false" if value is False else "true"
    return f"`{value:g}`" if isinstance(value, float) else f"`{value}`"


def _code(name: str | None) -> str:
    return f"`{name}`" if name else ""


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


PAGES: dict[str, Callable[[], str]] = {"README.md": short_table, "docs/settings.md": long_tables}

if __name__ == "__main__":
    sys.exit(main())

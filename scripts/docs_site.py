"""A hook of mkdocs: takes files from outside of docs/ into the site, and turns links on GitHub into links in the site.

The pages link to each other, to SECURITY.md or to an article of seeds/ as they lie in the checkout, where most people
read them. In the site the files of `TAKEN` lie under project/, and each link to one is turned to it.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[1]
TAKEN = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "LICENSE", "benchmarks/README.md")
TAKEN_FOLDERS = {"schemas": ("*.py", "*.toml"), "seeds": ("*.txt",), "summarizer/data": ("NOTICE",)}
FOLDER = "project"

# A link's target in Markdown, outside of code: [words](target) and ![words](target).
_LINK = re.compile(r"(?<=\]\()(?![a-z]+:|#)(?P<path>[^)#\s]+)(?P<anchor>#[^)\s]*)?(?=\))")
_CODE = re.compile(r"^( *)```.*?^\1```|`[^`\n]*`", re.DOTALL | re.MULTILINE)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the files that the pages link to."""
    for name in taken():
        target = f"{FOLDER}/{name}" if Path(name).suffix else f"{FOLDER}/{name}.txt"
        files.append(File.generated(config, target, abs_src_path=str(ROOT / name)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Turn the links of a page, which are right in the checkout, to where their targets lie in the site."""
    return turned(markdown, page.file.src_uri)


def taken() -> list[str]:
    """Return the files of the checkout that become files of the site."""
    found = [p for folder, kinds in TAKEN_FOLDERS.items() for kind in kinds for p in (ROOT / folder).rglob(kind)]
    return [*TAKEN, *sorted(str(p.relative_to(ROOT)) for p in found)]


def turned(markdown: str, page: str) -> str:
    """Return the page `page` of the site with its links turned."""

    def one(found: re.Match[str]) -> str:
        return link(found["path"], page) + (found["anchor"] or "")

    pieces, at = [], 0
    for code in _CODE.finditer(markdown):
        pieces += [_LINK.sub(one, markdown[at : code.start()]), code[0]]
        at = code.end()
    return "".join(pieces) + _LINK.sub(one, markdown[at:])


def link(target: str, page: str) -> str:
    """Return a link from a page of the site to what `target` is from that page in the checkout."""
    here = page.removeprefix(f"{FOLDER}/") if page.startswith(f"{FOLDER}/") else f"docs/{page}"
    path = posixpath.normpath(posixpath.join(posixpath.dirname(here), target))
    if path.startswith("docs/"):
        there = path.removeprefix("docs/")
    else:
        there = f"{FOLDER}/{path}" if Path(path).suffix else f"{FOLDER}/{path}.txt"
    return posixpath.relpath(there, posixpath.dirname(page))

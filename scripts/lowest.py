"""Print each dependency of pyproject.toml pinned to its lower bound, for `pip install --constraint`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

project = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"]
for requirement in project["dependencies"]:
    name, bound = re.fullmatch(r"([\w-]+)>=([\d.]+)", requirement).groups()  # type: ignore[union-attr]
    print(f"{name}=={bound}" if bound.count(".") > 1 else f"{name}=={bound}.*")

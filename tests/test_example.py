"""The example that README and docs show is what the code of today makes of seeds/."""

from __future__ import annotations

import importlib.util
import struct
from itertools import zip_longest
from types import ModuleType

import pytest
from conftest import ROOT

KILOBYTES = 1024


def load_script() -> ModuleType:
    """Return scripts/build_example.py, which is in no package."""
    spec = importlib.util.spec_from_file_location("build_example", ROOT / "scripts" / "build_example.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCRIPT = load_script()


def test_the_page_is_of_today() -> None:
    """docs/examples/brief.html is what `summarize seeds/ --brief --format html` gives, but for when it was made."""
    kept, made = SCRIPT.PAGE.read_text("utf-8"), SCRIPT.example_page()
    if kept != made:  # the page whole would be a quarter of a megabyte of report
        lines = zip_longest(kept.splitlines(), made.splitlines())
        line, (old, new) = next((n, pair) for n, pair in enumerate(lines, 1) if pair[0] != pair[1])
        pytest.fail(f"stale: run scripts/build_example.py; line {line} was {str(old)[:200]!r}, now {str(new)[:200]!r}")


def test_the_picture_is_one_and_small() -> None:
    """docs/images/brief.png is a picture as wide as the page was, and no burden for who reads the README."""
    data = SCRIPT.PICTURE.read_bytes()
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (SCRIPT.WIDTH, SCRIPT.HEIGHT)
    assert len(data) < 300 * KILOBYTES

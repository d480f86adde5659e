"""Patterns that are compiled when they are first used do what those do that are compiled at once."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.late_patterns import late_pattern

PATTERN = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)? of (?P<month>[a-z]+)"


@given(st.text() | st.from_regex(PATTERN))
def test_a_late_pattern_finds_what_the_pattern_finds(text: str) -> None:
    """Searching, matching, replacing and splitting give the same, in whatever order they are first asked for."""
    late, plain = late_pattern(PATTERN, re.IGNORECASE), re.compile(PATTERN, re.IGNORECASE)
    assert [m.span("month") for m in late.finditer(text)] == [m.span("month") for m in plain.finditer(text)]
    assert (late.match(text) is None) == (plain.match(text) is None)
    assert (late.fullmatch(text, 1) is None) == (plain.fullmatch(text, 1) is None)
    assert late.sub("-", text) == plain.sub("-", text)
    assert late.split(text) == plain.split(text)
    assert (late.pattern, late.flags, late.groupindex) == (plain.pattern, plain.flags, plain.groupindex)


def test_nothing_is_compiled_before_it_is_used_and_then_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pattern is compiled at the first search, and the second one does not ask for it again."""
    compiled: list[str] = []

    def noted(pattern: str, flags: int) -> re.Pattern[str]:
        compiled.append(pattern)
        return plain(pattern, flags)

    plain = re.compile
    monkeypatch.setattr(re, "compile", noted)
    late = late_pattern("a+b", re.IGNORECASE)
    assert compiled == []
    assert late.search("xAAb")
    assert not late.search("aa")
    assert compiled == ["a+b"]


def test_a_broken_pattern_says_so_when_used() -> None:
    """What is no regular expression fails as it would have at once, and not before."""
    late = late_pattern("(")
    with pytest.raises(re.error):
        late.search("")

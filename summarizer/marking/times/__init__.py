"""Finds dates and periods in running text and works out which ones they are.

`find_times` is the way in. A small grammar of our own: dateparser, tried first, reads hardly any of the relative
forms news is made of, gives a bare year a day and a month, and takes a tenth of a second or two to import.

Modules: `grammar` words and patterns; `arithmetic` ISO values; `tense` past or to come; `parts` what is passed on;
`dates` and `years` expressions of the calendar; `relative` those that lean on another day; `occasions` nights, feasts
and a report's own days; `scan` all of it.
"""

from __future__ import annotations

from summarizer.marking.times.scan import find_times

__all__ = ["find_times"]

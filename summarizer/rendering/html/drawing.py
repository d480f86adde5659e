"""A chart as SVG, made by pygal and stripped of all that a page without inline styles and scripts cannot hold.

pygal sets axes, marks, bars with their caps, labels and links. It also writes a style sheet, scripts and the day's date
into each picture; of its tree only shapes, words and links are kept. Looks come from the page's own style sheet by
class, so that a picture follows the reader's light or dark.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.rendering.html.plot import HEIGHT, WIDTH, Chart, Point
from summarizer.rendering.phrases import clean

if TYPE_CHECKING:
    from markupsafe import Markup

_KEPT = {
    "svg": ("viewBox",), "g": ("class", "transform"), "path": ("class", "d"), "circle": ("class", "cx", "cy", "r"),
    "text": ("class", "x", "y"), "a": ("href", "tabindex", "class"), "title": (),
}  # fmt: skip
_DROPPED = frozenset({"tooltip-overlay", "titles", "tooltip"})
_SVG = "{http://www.w3.org/2000/svg}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_LONG = re.compile(r"(?<!\d)-?\d+\.\d{2,}")
_SERIES = re.compile(r"\bserie-(\d+)\b")

LABEL_SIZE = 11
DOT = 3.5
# How far, of the height, an open bound is drawn towards what the source leaves open.
OPEN_LENGTH = 0.13
# Half the width of a cap, of the width.
CAP = 0.013


class _Series(NamedTuple):
    css: str
    values: tuple[Any, ...]
    dots: bool = False


def draw(chart: Chart, *, link: Callable[[Point], str], title: Callable[[Point], str]) -> Markup:
    """Return a chart as an SVG element.

    Args:
        chart: what to draw.
        link: the target in the page that a mark leads to.
        title: what a mark stands for, in words.
    """
    from lxml import etree
    from markupsafe import Markup
    from pygal import XY  # late: only this format draws
    from pygal.style import Style

    # It hooks its maps into the import of every module, in a way that Python warns of; nothing here has maps. The hook
    # of importlib_metadata, which it imports, stays: that one finds what is installed from then on.
    sys.meta_path[:] = [hook for hook in sys.meta_path if type(hook).__module__ != "pygal"]
    series = [*_lines(chart), *_marks(chart, link, title)]
    picture = XY(
        width=WIDTH,
        height=HEIGHT,
        style=Style(label_font_size=LABEL_SIZE, value_font_size=0),
        js=(),
        show_legend=False,
        print_labels=True,
        no_prefix=True,
        margin=6,
        spacing=4,
        dots_size=DOT,
        truncate_label=-1,
        show_x_guides=False,
        x_labels=[{"value": t.at, "label": t.label} for t in chart.x_ticks],
        y_labels=[{"value": t.at, "label": t.label} for t in chart.y.ticks],
        xrange=chart.x_range,
        range=(chart.y.low, chart.y.high),
    )
    for s in series:
        picture.add(None, list(s.values), stroke=not s.dots, show_dots=s.dots, allow_interruptions=True)
    root = _cleaned(picture.render_tree(), [s.css for s in series])
    root.set("role", "group")
    root.set("aria-label", clean(chart.told))
    return Markup(etree.tostring(root, encoding="unicode", with_tail=False))


def _lines(chart: Chart) -> Iterator[_Series]:
    """Yield what is no dot: the divider, the periods, the ranges, the bounds that are open."""
    if chart.divider is not None:
        yield _Series("divider", ((chart.divider, chart.y.low), (chart.divider, chart.y.high)))
    for colour in dict.fromkeys(p.claimant.colour for p in chart.points):
        points = [p for p in chart.points if p.claimant.colour == colour]
        periods = [end for p in points if p.period for end in ((p.period[0], p.y), (p.period[1], p.y), None)]
        if periods:
            yield _Series(f"c{colour} period", tuple(periods))
        bars = [end for p in points if _is_range(p) for end in _bar(p, chart)]
        if bars:
            yield _Series(f"c{colour} range", tuple(bars))
        bounds = [end for p in points if p.low is None or p.high is None for end in (*_open_bound(p, chart), None)]
        if bounds:
            yield _Series(f"c{colour} open", tuple(bounds))


def _is_range(point: Point) -> bool:
    return point.low is not None and point.high is not None and point.low != point.high


def _bar(point: Point, chart: Chart) -> tuple[tuple[float, float] | None, ...]:
    """Return a bar with a cap at each end, as strokes with gaps between them."""
    cap = CAP * (chart.x_range[1] - chart.x_range[0])
    ends = [v for v in (point.low, point.high) if v is not None]
    caps = (corner for v in ends for corner in ((point.x - cap, v), (point.x + cap, v), None))
    return (*((point.x, v) for v in ends), None, *caps)


def _open_bound(point: Point, chart: Chart) -> tuple[tuple[float, float], tuple[float, float]]:
    length = OPEN_LENGTH * (chart.y.high - chart.y.low) * (1 if point.high is None else -1)
    end = min(max(point.y + length, chart.y.low), chart.y.high)
    return (point.x, point.y), (point.x, end)


def _marks(chart: Chart, link: Callable[[Point], str], title: Callable[[Point], str]) -> Iterator[_Series]:
    for colour in dict.fromkeys(p.claimant.colour for p in chart.points):
        values = tuple(_mark(p, link(p), title(p)) for p in chart.points if p.claimant.colour == colour)
        yield _Series(f"c{colour} marks", values, dots=True)


def _mark(point: Point, href: str, title: str) -> dict[str, Any]:
    mark: dict[str, Any] = {
        "value": (point.x, point.y),
        "label": point.label,
        "xlink": {"href": href, "tabindex": "-1"},
        "tooltip": title,
    }
    # A range is its bar: a dot in it would be a figure that nobody gave. What stays there can be pointed at, not seen.
    look = "unseen" if _is_range(point) else "about" if point.about else ""
    return mark | ({"node": {"class": look}} if look else {})


def _cleaned(root: Any, classes: Sequence[str]) -> Any:
    """Return a copy of pygal's tree with shapes, words and links only; `classes` are those of its series."""
    from lxml import etree

    kept = etree.Element(f"{_SVG}svg", nsmap={None: _SVG[1:-1]})
    kept.set("viewBox", root.get("viewBox"))
    _copy(root, kept, classes)
    return kept


def _copy(source: Any, target: Any, classes: Sequence[str]) -> None:
    from lxml import etree

    for child in source:
        tag = child.tag.rpartition("}")[2] if isinstance(child.tag, str) else ""
        css = child.get("class", "")
        if tag not in _KEPT or _DROPPED & set(css.split()):
            continue
        # Outside of links titles only repeat labels.
        if tag == "title" and target.tag != f"{_SVG}a":
            continue
        made = etree.SubElement(target, f"{_SVG}{tag}")
        for name in _KEPT[tag]:
            value = child.get(_LINK) if name == "href" else child.get(name)
            if value:
                made.set(name, _LONG.sub(lambda m: f"{float(m.group()):.1f}", value))
        found = _SERIES.search(css)
        if found:
            made.set("class", f"series {classes[int(found.group(1))]}")
        if tag in ("text", "title"):
            made.text = child.text
        _copy(child, made, classes)
        if tag == "g" and not len(made):
            target.remove(made)

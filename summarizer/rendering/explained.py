"""An explanation as text for a terminal, or as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePath

from summarizer.errors import UsageError
from summarizer.explanation import (
    ArticleExplanation,
    Decision,
    Explanation,
    FigureRead,
    NameRead,
    Reason,
    Statement,
    TimeRead,
    UnreadName,
    VoiceRead,
)
from summarizer.formats import Formats
from summarizer.rendering.marked_text import (
    ESTIMATE,
    OTHER_FIGURE,
    PLACE,
    SAID,
    SPEAKER,
    TIME,
    Legend,
    compressed,
    write_text,
)
from summarizer.rendering.paper import Paper
from summarizer.report_files import to_json
from summarizer.wording import counted, when

__all__ = ["EXPLANATION_FORMATS", "explanation_format", "render_explanation"]

EXPLANATION_FORMATS = ("terminal", "json")
_FORMATS = Formats(EXPLANATION_FORMATS, {".json": "json", ".txt": "terminal"}, of="of an explanation")
NARROWEST = 60  # columns; in fewer the columns of decisions cannot be read
FIELD, VALUE = 9, 22  # columns for the name of a field and for its value
RECALLED = 64  # characters of a sentence that recall it where its tag is what matters
NONE = "none"
UNSURE = "(not sure) "
FIELDS = {"said_by": "said by", "assertion": "how sure", "as_of": "as of", "part_of": "part of"}
"""Names of fields that are not shown as they are called."""


def explanation_format(wanted: str | None, out: PurePath | None) -> str:
    """Return the format: as `wanted`, by the suffix of the file `out`, else the terminal's, in a pipe too.

    Raises:
        UsageError: there is no such format, or the suffix asks for none.
    """
    return _FORMATS.chosen(wanted, out, shown="terminal")


def render_explanation(
    explanation: Explanation, *, format: str, width: int = 80, color: bool = False, unicode: bool = True
) -> str:
    """Return an explanation as text in one of `EXPLANATION_FORMATS`; arguments as for `rendering.render`.

    Raises:
        UsageError: there is no such format.
    """
    if format == "json":
        return to_json(explanation)
    if format != "terminal":
        raise UsageError(f"no format {format!r}: there are {', '.join(EXPLANATION_FORMATS)}")
    paper = Paper(width=max(width, NARROWEST), color=color, unicode=unicode)
    writer = _Writer(paper, Legend(explanation.kinds), explanation.titles)
    writer.legend()
    for article in explanation.articles:
        writer.article(article)
    for failure in explanation.failures:
        paper.blank()
        paper.say(f"Not explained: {failure.path}: {failure.reason} ({failure.stage})", hang=2)
    return paper.text


class _Writer:
    """Writes one article after the other."""

    def __init__(self, paper: Paper, legend: Legend, titles: Mapping[str, str]) -> None:
        self._paper = paper
        self._legend = legend
        self._titles = titles

    def legend(self) -> None:
        """Write what the marks mean."""
        paper = self._paper
        paper.say("Read by the rules; no model was asked. A model would be asked by the same tags.")
        figures = paper.line(("estimate", ESTIMATE), ", with what it measures; ", ("another number", OTHER_FIGURE))
        paper.put(figures, indent=4, hang=2, lead=paper.words("N"))
        kinds = paper.words("")
        for number, kind in enumerate(self._legend.styles):
            name = kind.replace("_", " ") if paper.color else f"{self._legend.labels[kind]} {kind.replace('_', ' ')}"
            kinds.append_text(paper.line(" · " if number else "", (name, self._legend.styles[kind])))
        paper.put(kinds, indent=4, hang=2, lead=paper.words("A"))
        paper.put(paper.words("place", PLACE), indent=4, lead=paper.words("P"))
        paper.put(paper.words("date", TIME), indent=4, lead=paper.words("D"))
        said = paper.line(("speaker", SPEAKER), "; {W1} ends a sentence of which W1 says ", ("some", SAID))
        paper.put(said, indent=4, hang=2, lead=paper.words("W"))

    def article(self, explained: ArticleExplanation) -> None:
        """Write all about one article."""
        self._head(explained)
        write_text(explained, self._legend, self._paper)
        self._figures(explained)
        self._left_out(explained.figures)
        sentences = {line.tag: explained.article.text[line.start : line.end] for line in explained.lines if line.tag}
        for section in dict.fromkeys(s.section for s in explained.statements):
            self._statements(section, [s for s in explained.statements if s.section == section], sentences)
        self._picks(explained, sentences)
        self._names("Who", explained.actors)
        self._names("Where", explained.places)
        self._unread(explained.unread)
        self._times(explained.times)
        self._voices(explained)
        if explained.notes:
            self._paper.heading("Notes")
            for note in explained.notes:
                self._paper.say(f"• {note.text}", hang=2)

    def _head(self, explained: ArticleExplanation) -> None:
        article = explained.article
        dated = f"published {when(article.published)}" if article.published else "undated"
        facts = (article.path or article.url, article.outlet, dated, article.language)
        self._paper.blank()
        self._paper.say(article.title or article.path or article.id, "bold")
        self._paper.say(" · ".join(f for f in facts if f), "dim")
        if article.published_reason:
            self._paper.say(article.published_reason, "dim")
        self._paper.blank()

    # -------------------------------------------------------------------------------------------------------- figures

    def _figures(self, explained: ArticleExplanation) -> None:
        found = [(f, e) for f in explained.figures for e in f.estimates]
        if found:
            self._paper.heading("Estimates")
        for number, (figure, read) in enumerate(found):
            if number:
                self._paper.blank()
            section = self._titles.get(read.section, read.section)
            words = (figure.tag, ESTIMATE), f" “{figure.quote}”", (f" {figure.line}, {section}", "dim")
            self._paper.put(self._paper.line(*words), hang=2)
            for evidence in read.estimate.evidence if read.estimate else ():
                self._paper.say(f"“{evidence.quote}”", "dim italic", indent=2, hang=1)
            if read.refused:
                self._paper.say(f"Left out by a check: {read.refused}", "bold", indent=2, hang=2)
            for decision in read.decisions:
                self._decision(decision, indent=2)

    def _decision(self, decision: Decision, *, indent: int) -> None:
        value = decision.value or NONE
        if decision.tag and decision.tag != value:
            value += f" ({decision.tag})"
        name = FIELDS.get(decision.field, decision.field)
        style = "" if decision.value else "dim"
        cells = [(self._paper.words(name, "dim"), FIELD), (self._paper.words(value, style), VALUE)]
        self._paper.row([*cells, (self._paper.words(_why(decision.reason)), 0)], indent=indent)

    def _left_out(self, figures: Iterable[FigureRead]) -> None:
        groups: dict[str, list[str]] = {}
        for figure in figures:
            if not figure.estimates:
                why = " ".join(reason.means for reason in figure.left_out)
                words = " ".join(figure.quote.split())
                groups.setdefault(why, []).append(f"{figure.tag} “{words}”{f' {figure.line}' if figure.line else ''}")
        if groups:
            self._paper.heading("Numbers that are no estimates")
        for why, listed in groups.items():
            self._paper.say(why)
            self._paper.say(" · ".join(listed), OTHER_FIGURE, indent=4)

    # ----------------------------------------------------------------------------------------------------- statements

    def _statements(self, section: str, found: list[Statement], sentences: Mapping[str, str]) -> None:
        taken = [s for s in found if s.left_out is None]
        title = self._titles.get(section, section)
        self._paper.heading(f"{title}: {len(taken)} of {counted(len(found), 'sentence')} with a cue")
        for statement in found:
            label = f" {statement.label}" if statement.label else ""
            verdict = _sentence(statement.left_out.means) if statement.left_out else ""
            head = f"{statement.line}{label}: {statement.score:g}, and {statement.enough:g} is enough. {verdict}"
            self._paper.say(head, "dim" if statement.left_out else "bold", hang=4)
            self._paper.say(_recalled(sentences.get(statement.line, "")), "dim", indent=4)
            parts = ", ".join(f"{part.weight:+g} {part.reason.rule}" for part in statement.parts)
            self._paper.say(parts, indent=4)
            for decision in statement.decisions:
                self._decision(decision, indent=4)

    def _picks(self, explained: ArticleExplanation, sentences: Mapping[str, str]) -> None:
        if explained.summary:
            self._paper.heading("Summary")
        for pick in explained.summary:
            self._paper.say(f"{pick.line} {pick.reason.means} {_recalled(sentences.get(pick.line, ''))}", hang=4)

    # ---------------------------------------------------------------------------------------------------------- names

    def _names(self, title: str, names: Iterable[NameRead]) -> None:
        for number, name in enumerate(names):
            if not number:
                self._paper.heading(title)
            kind = name.country or "" if name.kind == "place" else name.kind.replace("_", " ")
            facts = [f for f in (kind, counted(name.mentions, "mention")) if f]
            also = f", also {', '.join(name.aliases)}" if name.aliases else ""
            words = (f"{name.tag} {name.name}", self._style(name)), f": {', '.join(facts)}{also}"
            self._paper.put(self._paper.line(*words), hang=4)
            for reason in name.reasons:
                self._paper.say(_why(reason), indent=4)

    def _unread(self, names: Iterable[UnreadName]) -> None:
        for number, name in enumerate(names):
            if not number:
                self._paper.heading("Written like names, and not read")
            self._paper.say(f"{name.tag} {name.name}, in {compressed(name.lines)}", hang=4)

    def _style(self, name: NameRead) -> str:
        return PLACE if name.kind == "place" else self._legend.styles.get(name.kind, "")

    def _times(self, times: Iterable[TimeRead]) -> None:
        for number, time in enumerate(times):
            if not number:
                self._paper.heading("Dates")
            words = (f"{time.tag} “{time.quote}”", TIME), f": {time.value}. {time.reason.means}"
            self._paper.put(self._paper.line(*words), hang=4)

    def _voices(self, explained: ArticleExplanation) -> None:
        """Write who says what; stretches of one speaker that differ in nothing else stand together."""
        groups: dict[tuple[str, str | None, tuple[str, ...], str], list[VoiceRead]] = {}
        for voice in explained.voices:
            groups.setdefault((voice.speaker, voice.actor, voice.via, voice.assertion), []).append(voice)
        if groups:
            self._paper.heading("Who speaks")
        for (speaker, actor, via, assertion), voices in groups.items():
            who = f"{speaker} ({actor})" if actor else speaker
            relayed = "".join(f", via {name}" for name in via)
            lines = compressed(line for v in voices for line in v.lines)
            tags = compressed(v.tag for v in voices)
            self._paper.put(self._paper.line((tags, SPEAKER), f" {who}{relayed}: {assertion}, in {lines}"), hang=4)


def _why(reason: Reason) -> str:
    return reason.means if reason.sure else f"{UNSURE}{reason.means}"


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:].rstrip(".") + "."


def _recalled(sentence: str) -> str:
    """Return the beginning of a sentence, enough to know it again."""
    words = " ".join(sentence.split())
    return f"“{words}”" if len(words) <= RECALLED else f"“{words[:RECALLED].rsplit(' ', 1)[0]} …”"

"""Every rule of the offline backend by its name, with a sentence for the one who asks why.

A rule is recorded as its name, with the word it went by in quotes: "passive 'killed'" is the rule "passive …". One that
ends in "?" is unsure of itself. A name that is recorded and not listed, or listed and never recorded, fails a test.
"""

from __future__ import annotations

from collections.abc import Mapping

from summarizer.explanation import Reason

SLOT = "…"
"""Stands for the word that a rule went by, in its name and in its sentence."""

UNSURE = "?"
NUMBER_KIND = f"number kind {SLOT}"
OUTSIDE = "outside the sentences"

MEASURES: Mapping[str, str] = {
    "unit": "A measure of the domain is given in the unit of this number.",
    "unit beside …": "“…” beside it tells of a measure that is given in the unit of this number.",
    "passive …": "What is counted is the subject of the passive “…”.",
    "participle …": "“…” stands right behind what is counted and says what befell it.",
    "relative …": "A clause right behind what is counted says with “…” what befell it.",
    "verb …": "What is counted is the subject of “…”.",
    "state …": "“…” says in what state the counted are.",
    "object of …": "What is counted is the object of “…”.",
    "suffered: …": "What is counted is what somebody suffered: the object of “…”.",
    "… of": "The number says of how many there was the event “…”.",
    "noun …": "The measure counts “…” by itself.",
    "described as …": "The words before the counted noun say what befell them: “…”.",
    "members of …": "It gives the members of a body: “… of” stands before the number.",
    "strength of a body": "“-strong” behind a number counts the members of a body.",
    "left …": "It is listed with those left “…”.",
    "restates …": "It restates, after “or”, what was “…” before.",
    "members that … tells of": "“…” gives the members of the body named before it.",
    "among the …": "It is told to be among the “…”.",
    "number of those named before": "It is given as the number of those that the sentence before speaks of.",
    "restates the figure before": "Somebody gives another number for what the figure before counts.",
    "compared with the figure before": "It is set beside the figure before and measures the same.",
    "toll of …": "The number is given as a toll or total of “…”.",
    "number of …": "The number is given as the number or total of “…”.",
    "points back to the noun before": "The number counts those that the text spoke of last.",
    "shared with the figure before": "It is joined to the figure before and shares what befell those.",
    "of the whole": "Taken from the figure that it is a part of.",
}
HOLDERS: Mapping[str, str] = {
    "group of the noun": "The counted noun names the group.",
    "group of the measure": "Nobody is named, and what is measured befalls this group.",
    "group in apposition": "The words behind the number say which group they all are.",
    "named in the phrase": "The name stands in the counted phrase.",
    "named behind the noun": "The name stands behind the counted noun, after “of”, “from”, “loyal to” or the like.",
    "main party, by the noun": "The counted noun is one that takes sides: it points at the party named most.",
    "who suffered it": "The subject of the sentence suffered it.",
    "done by": "The name stands behind “by”.",
    "on their own side": "“Its own” or the like behind the number: they are the subject's.",
    "against whom the doer fights": "Who did it is named; this is the other party, named far more than any third.",
    "foremost state, by the noun": "The counted noun is a state's; this is the state named far more than any other.",
    "subject of the sentence": "The first party before the number that no preposition leads to does it.",
    "one of the two sides": "The figure is of something between two sides; this one is named first.",
    "party before the noun": "The nearest party named before those who go without a name.",
    "main party": "Nobody is named near it: the party that the article names most.",
    "as the figure before": "It is joined to the figure before by “and”.",
    "of those named before": "“Of them” and the like point back to the figure before.",
    "nobody named": "No rule found anybody it belongs to.",
}
SCENES: Mapping[str, str] = {
    "label of the list item": "The place opens the list item, before a colon.",
    "place in the sentence": "Of the places in its sentence the best fitting: near, and after “in”, “at” or the like.",
    "place in the sentence before": "A sentence before, or a list's lead-in, sets the scene there.",
    "the paragraph's one place": "No place in its sentence; the paragraph has named just this one so far.",
    "where the speaker is": "No place but that of who says it, who knows it at first hand.",
    "the article's one place": "No place near it; the article is about this one.",
    "no place in the list's lead-in": "It is in a list whose lead-in names no place, or too many.",
    "no place": "No place is named near enough.",
    "date in the sentence": "The nearest date in the sentence.",
    "date elsewhere in the sentence": "A date of another clause of the sentence.",
    "of a time that is over and not told": "It is told of a time before, which the text does not date.",
    "date of what is told on": "The paragraph dates what is told on here.",
    "reported as the state of things": "It is reported, undated, as how things stand on the day of publication.",
    "date in the list's lead-in": "The list that it is in is led in with this date.",
    "date in the sentence before": "The sentence points back (“these”, “such”) to one with this date.",
    "date that the telling began with": "The sentence before gives the date of what is told on here.",
    "present tense": "A verb in the present near the number: it holds on the day of publication.",
    "no date": "No date is given near enough.",
}
VOICES: Mapping[str, str] = {
    "innermost voice": "The innermost of the voices around it.",
    "the article itself": "It stands in nobody's words.",
    "as it is said": "By the verb of saying and who speaks.",
    "hedged by …": "“…” near it: only possible.",
    "weakened by …": "“…” near it: the article does not vouch for it.",
    "nothing weakens it": "The article says it outright.",
}
WHOLES: Mapping[str, str] = {
    "part after …": "“…” between the two says that it is a part of the figure before.",
    "part by …": "“…” behind it says that it is a part of the figure before.",
    "part after a colon": "A colon right behind the figure before says that its parts follow.",
    "beside another part": "It is listed beside another part of the same whole.",
    "item of a list": "It is an item of a list whose lead-in gives the whole.",
    "part of the figure before": "“Of them” opens the sentence and points at the figure before.",
    "measured unlike its whole": "The text makes it a part of a figure that measures something else.",
    "no whole named": "Nothing makes it a part of another figure.",
}
LEFT_OUT: Mapping[str, str] = {
    "outside the sentences": "It is in page furniture or another stretch that is no sentence of the article.",
    "number kind …": "It is no count of people or things.",
    "no measure in …": "No measure of the domain is given in “…”.",
    "nothing told in …": "Nothing beside it tells of a measure that is given in “…”.",
    "no whole number": "Counts of people and things are whole; this is a measurement or a grade.",
    "… are counted elsewhere": "“…” are what another section counts.",
    "picks one out": "“One of” picks somebody out and counts nobody.",
    "total of a share": "It is the total that the number before it is a share of, and no strength by itself.",
    "done to …": "The text says what others did to “…”, and no measure counts that.",
    "nothing befell …": "No measure counts “…” by itself, and nothing near says that anything befell them.",
    "too few …": "So few “…” are a scene and no estimate.",
    "no side for …": "“…” count only where the text speaks of a side that has them.",
    "unknown noun …": "The domain does not know “…” as something that is counted.",
    "nothing counted": "Nothing near says what it counts.",
    "points back to nothing that counts": "Those it points back to are not counted by themselves, or are too few.",
}
CLAIMS: Mapping[str, str] = {
    "cue …": "“…” is a cue of this section.",
    "against …": "“…” tells against a statement of this section.",
    "beside …": "“…” counts only in a sentence that has a cue.",
    "under …": "It stands under a heading with “…”.",
    "question": "A question states nothing.",
    "no full stop": "What ends without a full stop is a caption or a title more often than a statement.",
    "party named": "It names a party to the events.",
    "heading": "A heading says in brief what a sentence says whole.",
    "long sentence": "It is longer than a reader takes in at once.",
    "label of …": "Of its cues with a label, “…” is the heaviest.",
    "no cue with a label": "None of its cues has a label.",
    "lead": "The first whole sentence that names somebody or some place; where there is none, the first.",
    "best claim": "The claim with the highest score.",
    "score too low": "Its score is not enough.",
    "says the same as …": "It shares most of its words with … , which was taken.",
    "no room": "The section is full. Each one taken under a label puts others of that label behind.",
}
RULES: Mapping[str, str] = {**MEASURES, **HOLDERS, **SCENES, **VOICES, **WHOLES, **LEFT_OUT, **CLAIMS}
"""All rules by name."""

NUMBER_KINDS: Mapping[str, str] = {
    "age": "It is an age.",
    "area": "It is an area.",
    "data": "It is an amount of data.",
    "date": "It is a date or a part of one.",
    "duration": "It is a length of time.",
    "fraction": "It is a fraction and no count.",
    "length": "It is a length or distance.",
    "mass": "It is a weight.",
    "money": "It is an amount of money.",
    "name": "It is part of a name.",
    "ordinal": "It is an ordinal: it says which, not how many.",
    "percent": "It is a share and no count.",
    "phone": "It is a phone number.",
    "speed": "It is a speed.",
    "temperature": "It is a temperature.",
    "time": "It is a time of day.",
    "volume": "It is a volume.",
}
"""What a number is that is no count, by the kinds that marking knows."""


def reason(rule: str) -> Reason:
    """Return a recorded rule with what it means; of one that is not listed, the name has to do."""
    name, word = taken_apart(rule.removesuffix(UNSURE))
    if name == NUMBER_KIND and word in NUMBER_KINDS:
        means = f"{NUMBER_KINDS[word]} No measure of the domain takes such a number."
    else:
        means = RULES.get(name, name).replace(SLOT, word)
    return Reason(rule=rule.removesuffix(UNSURE), means=means, sure=not rule.endswith(UNSURE))


def taken_apart(rule: str) -> tuple[str, str]:
    """Return the name of a rule, with a slot for the word in quotes, and that word ("" where there is none)."""
    start = min((at for quote in "'\"" if (at := rule.find(quote)) >= 0), default=-1)
    end = rule.rfind(rule[start]) if start >= 0 else -1
    return (rule[:start] + SLOT + rule[end + 1 :], rule[start + 1 : end]) if end > start else (rule, "")

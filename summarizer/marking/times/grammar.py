"""The words and patterns of dates and periods in English, without any arithmetic.

`TRIGGER` finds in one pass where an expression may stand; the other patterns are tried at those places only. Every
gap between two words is bounded (`_S`), so that no pattern can run far and find nothing.
"""

from __future__ import annotations

import re

from summarizer.late_patterns import late_pattern

_MONTHS = "January February March April May June July August September October November December".split()
_SHORT = [*(name[:3] for name in _MONTHS if name != "May"), "Sept"]
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_SHORT_DAYS = [*(name[:3] for name in _WEEKDAYS), "Tues", "Thur", "Thurs"]
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()

MONTH_NUMBER = {form.lower(): number for number, name in enumerate(_MONTHS, 1) for form in (name, name[:3])} | {
    "sept": 9
}
WEEKDAY_NUMBER = {name[:3].lower(): number for number, name in enumerate(_WEEKDAYS)}
COUNT_OF = {"a": 1, "an": 1, **{word: number for number, word in enumerate(_NUMBERS, 1)}}
ORDER_OF = {"first": 1, "second": 2, "third": 3, "fourth": 4}

SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
"""First and last month of each season in the northern hemisphere, the only reading news in English gives no hint of."""

# One word gap: a few blanks, or one line break with blanks about it; never an empty line, which ends a paragraph.
_S = r"(?:[^\S\n]?\s[^\S\n]?)"
_DASH = r"[-\u2010-\u2015]"


def _either(words: list[str]) -> str:
    return "|".join([*words, *(word.upper() for word in words)])


_MONTH = rf"(?:(?:{_either(_MONTHS)})(?![A-Za-z])|(?:{_either(_SHORT)})(?![A-Za-z])\.?)"
# What may be a month's name, for patterns that need not say so again: a full point belongs to a shortened one only.
_NAME = r"[JFMASOND](?:(?!ay|une|uly|AY|UNE|ULY)[A-Za-z]{2,3}\.|[A-Za-z]{2,8}(?![A-Za-z]))"
_WEEKDAY = rf"(?:{_either(_WEEKDAYS)})(?!\w)"
_DAY = r"[0-9]{1,2}(?:st|nd|rd|th)?(?![0-9])"
_YEAR = r"(?:1[0-9]|20)[0-9]{2}(?![\w%]|[.,:/][0-9])"
_NUM = rf"(?:{'|'.join(_NUMBERS)}|an?|[0-9]{{1,3}})"
_UNIT = r"hour|day|night|week|weekend|month|year|morning|afternoon|evening|period"

TRIGGER = re.compile(
    rf"""\b(?=[0-9JFMASONDTWCBhdnwmyaesfYtop])(?:
        (?P<digits>[0-9]+(?:[.,:/][0-9]+|{_DASH}[0-9]+)*)
      | (?P<month>(?=[JFMASOND]){_MONTH})
      | (?P<weekday>(?=[MTWFS])(?:{_WEEKDAY}|(?:{_either(_SHORT_DAYS)})(?=[.,\s]{{1,2}}[A-Z0-9])))
      | (?P<unit>(?=[hdnwmyaep])(?:(?:{_UNIT})s?)(?![\w-]))
      | (?P<season>(?=[SsAaFfWw])(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?![\w-]))
      | (?P<word>(?=[YyTtOo])(?:[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow|[Oo]vernight)(?![\w-]))
      | (?P<feast>(?=[NCB])(?:New{_S}Year(?:['’]s)?(?:{_S}(?:Eve|Day))?|Christmas(?:{_S}(?:Eve|Day))?|Boxing{_S}Day)
        (?!['’\w-]))
    )""",
    re.VERBOSE,
)
"""Where an expression may stand, and of which kind (the name of the group that matched)."""

ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9-])")
YEAR_FIRST = late_pattern(r"([0-9]{4})([/.])([0-9]{1,2})\2([0-9]{1,2})(?![0-9/])")
NUMERIC_DATE = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})(?![0-9/])")

DAY_MONTH = re.compile(
    rf"""(?P<d>{_DAY})(?:(?:{_S}?{_DASH}{_S}?|{_S}(?:to|and|until|through){_S}(?:the{_S})?)(?P<d2>{_DAY}))?
    {_S}?(?:of{_S})?(?P<m>{_NAME})(?P<y>(?:,{_S}?|{_S})(?:of{_S})?{_YEAR})?""",
    re.VERBOSE,
)
"""13 September 2018; the 13th of September; 5-6 April 2016."""

MONTH_DAY = re.compile(
    rf"""(?P<m>{_NAME})(?:{_S}|(?<=\.))(?:the{_S})?(?P<d>{_DAY})
    (?:(?:{_S}?{_DASH}{_S}?|{_S}to{_S})(?P<d2>{_DAY})
      |{_S}and{_S}(?P<d3>{_DAY})(?=,{_S}?{_YEAR}|[.,;:)]|{_S}(?:in|at){_S}))?
    (?:(?P<y>(?:,{_S}?|{_S})(?:of{_S})?{_YEAR})|(?![\w%]|[.,:][0-9]|-[A-Za-z]))""",
    re.VERBOSE,
)
"""September 13, 2018; Sept. 13; November 16 - 17."""

MONTH_YEAR = re.compile(rf"(?P<m>{_NAME})(?:,?{_S}(?:of{_S})?|/|-)(?P<y>{_YEAR})")
YEAR_ALONE = re.compile(
    rf"(?P<y>(?:1[0-9]|20)[0-9]{{2}})(?:(?P<sep>{_DASH}|/)(?P<y2>(?:1[0-9]|20)?[0-9]{{2}}))?(?![\w%])(?![.,:/-][0-9])"
)
BEFORE_DATE = re.compile(rf"[A-Za-z]{{3,9}}\.?,?{_S}(?:the{_S})?")
"""A weekday and what may stand between it and its date."""
AFTER_DATE = late_pattern(rf",?{_S}\(?{_WEEKDAY}\)?")
SEASON = late_pattern(
    rf"""(?P<name>[A-Za-z]{{4,6}})
    (?:,?{_S}(?:of{_S})?(?P<y>(?:1[0-9]|20)[0-9]{{2}})(?:(?:{_DASH}|/)(?P<y2>(?:20|19)?[0-9]{{2}}))?(?![\w%]))?""",
    re.VERBOSE,
)

FEAST_DAYS = {
    **dict.fromkeys(("new year", "new year's", "new year day", "new year's day"), (1, 1)),
    **dict.fromkeys(("new year eve", "new year's eve"), (12, 31)),
    **dict.fromkeys(("christmas", "christmas day"), (12, 25)),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
}
"""Feasts of the common calendar by the words they are named with: month and day."""
FEAST_YEAR = late_pattern(rf",?{_S}(?:of{_S})?(?P<y>(?:1[0-9]|20)[0-9]{{2}})(?![\w%]|[.,:/][0-9])")
FEAST_NAMES = frozenset(
    "address message speech greetings tree market markets island eve cards card truce party".split()
)
"""Words behind a feast's name that make another thing of it."""

PERIOD_LABEL = late_pattern(
    r"^[^\S\n]*(?:[*#_]+[^\S\n]*)?(?:reporting|report|review|coverage"
    r"|monitoring)?[^\S\n]?period(?:[^\S\n](?:covered|under review|of"
    r" coverage))?[^\S\n]?:[^\S\n]*|^[^\S\n]*(?:this report )?cover(?:ing"
    r"|s)(?: the period)?(?: from)?[^\S\n]?:?[^\S\n]+(?=[0-9A-Z])",
    re.IGNORECASE | re.MULTILINE,
)
"""What a report says of the days that it covers: "Reporting period: 3-9 February 2025"."""
THE_PERIOD = late_pattern(rf"\b(?:this|the|our){_S}(?:(?:reporting|report|review|past|last){_S})?\Z", re.IGNORECASE)
WITHIN_THE = late_pattern(
    rf"\b(?:over|in|during|throughout|within|through|for|of|across){_S}(?:the|this){_S}(?:(?:reporting|review){_S})?\Z",
    re.IGNORECASE,
)
ANOTHER_DAY = late_pattern(
    rf",?{_S}(?:on{_S}|into{_S}|from{_S}|between{_S}|of{_S})(?:the{_S})?(?:{_WEEKDAY}|[0-9]|{_NAME})"
)
MONTHS_OF_THE = late_pattern(
    rf"\b(?:the{_S})?(?P<side>first|last){_S}(?P<n>{_NUM}){_S}months{_S}of{_S}(?:the|this){_S}\Z", re.IGNORECASE
)
A_SPAN = late_pattern(
    rf"\b(?:in|within|over|during|for){_S}(?:just{_S}|only{_S}|about{_S}|some{_S})?(?P<n>{_NUM}){_S}\Z", re.IGNORECASE
)
"""Before "days", a stretch whose place in time is not told."""

OF_YEAR = re.compile(
    rf",?{_S}(?:(?:of|in){_S})?(?P<which>last|this|next|(?:of{_S})?the{_S}same|that){_S}year(?![\w-])", re.IGNORECASE
)
OF_WEEK = re.compile(rf",?{_S}(?:of{_S})?(?P<which>last|this|next){_S}week(?![\w-])", re.IGNORECASE)
DAY_PART = re.compile(rf"{_S}(?:morning|afternoon|evening|night)(?![\w-])")
AGO = re.compile(rf"{_S}(?P<way>ago|earlier|before|later|after(?:wards?)?)(?!\w)")
OF_NEXT = re.compile(rf"{_S}of(?!\w)")

WHICH = re.compile(
    rf"""\b(?:(?P<det>the|this|these|that|his|her|its|their|our|my){_S})?
    (?P<which>last|past|previous|next|coming|following|preceding|current|same|this|that){_S}(?:(?P<n>{_NUM}){_S})?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""Before a unit, month or weekday: "last", "the past two", "the same"."""
HOW_MANY = re.compile(rf"(?<![\w.,-])(?P<n>{_NUM}){_S}\Z", re.IGNORECASE)
BOUNDED = late_pattern(rf"\b(?:more{_S}than|less{_S}than|over|under|at{_S}least){_S}\Z", re.IGNORECASE)
"""Before "a year ago" it leaves open when that was."""
SUM_OF = late_pattern(rf"\b(?:total|number|sum|average|toll|maximum|minimum|tally){_S}of{_S}\Z", re.IGNORECASE)
"""Before "2019" it makes a count of it."""
DAY_OF = re.compile(rf"\b(?:the{_S})?(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th){_S}of{_S}\Z", re.IGNORECASE)
OVER_THE = re.compile(rf"\b(?P<lead>over|at|on|in|during|since|by|through|throughout){_S}the{_S}\Z", re.IGNORECASE)
PART_OF_THE = re.compile(
    rf"\b(?:the{_S})?(?:(?:very{_S})?(?:start|beginning|end|middle|close|rest|course)|(?P<part>first|second"
    rf"|last){_S}half){_S}of{_S}the{_S}\Z",
    re.IGNORECASE,
)
"""Before "year", "month" or "week" it makes a period of them: "the end of the year"."""
ABOUT_YESTERDAY = late_pattern(rf"\bthe{_S}day{_S}(?P<way>before|after){_S}\Z", re.IGNORECASE)

PART_OF = re.compile(
    rf"""\b(?:the{_S})?(?:(?P<nth>first|second|third|fourth|last){_S}(?P<part>half|quarter){_S}(?:of{_S})?
    |(?P<side>first|last){_S}(?P<n>{_NUM}){_S}months{_S}of{_S})(?:the{_S}year{_S})?\Z""",
    re.VERBOSE | re.IGNORECASE,
)
QUARTER = late_pattern(rf"(?<!\w)Q(?P<nth>[1-4]){_S}?\Z")
QUALIFIER = re.compile(
    rf"""\b(?:(?:early|late|earlier|later|mid|middle)(?:-|{_S})(?:(?:in|on|of){_S})?(?:the{_S})?
    |(?:the{_S})?(?:very{_S})?(?:start|beginning|end|middle|close|turn|early{_S}part|latter{_S}part){_S}of{_S}(?:the{_S})?)\Z""",
    re.VERBOSE | re.IGNORECASE,
)
"""Before a time, narrowing it by too little to give another value: "early", "late on", "the end of"."""
OPENING = tuple("([\"“‘'")
"""Signs that may stand between a word and a time after it."""
WIDEST_GAP = 3  # blanks and line breaks between two words
NEXT_WORD = re.compile(rf"{_S}(?P<word>[^\W\d_]+)")

RANGE = re.compile(
    rf"{_S}?(?:(?P<dash>{_DASH}|/)|(?<=\s)(?P<word>to|until|till|through|and)(?=\s)){_S}?(?:the{_S})?(?:in{_S})?"
)
LIST = re.compile(rf",?{_S}(?:and|or|&){_S}(?:(?:in|on){_S})?|,{_S}|/")
LIST_TAIL = late_pattern(rf",?{_S}(?:and|or|&){_S}(?:(?:in|on){_S})?(?:[0-9]|{_NAME})")
RANGE_LEAD = re.compile(rf"\b(?P<lead>from|between|since){_S}(?:the{_S})?\Z", re.IGNORECASE)

PERIOD_LEADS = frozenset("in since by until till from before after during of through throughout between to for".split())
"""Words before which a month, and most after which a number, is a time."""
YEAR_LEADS = frozenset("in since until till during through throughout early late mid circa year years".split())
"""Words after which a number such as 2019 is a year even when a noun follows."""
MAYBE_YEAR_LEADS = frozenset("by before after from of for than as".split())
"""Words after which it is one, unless what follows is counted."""
STRETCH_LEADS = frozenset("over in during within for of throughout and".split())
"""Words before "last two months" that keep "last" from being a verb."""
NARRATIVE_LEADS = frozenset("in during throughout early late mid".split())
BARE_MONTHS = frozenset({1, 2, 7, 9, 10, 11, 12})
"""Months whose names are hardly anything else: April, August and June are people, March and May are verbs."""
NAMED_DAYS = frozenset({(9, 11)})
"""Days that name an event of one year: without a year they are not taken for the last such day."""
COMPOUND_DAYS = frozenset("black bloody good easter palm ash holy maundy cyber super shrove fat whit".split())
SERVICES = frozenset("prayer prayers sermon sermons mass service services".split())
ANY_SUCH = frozenset("every each any most some many per".split())
"""Words before a weekday or month that make it any such: "every Friday"."""
POSSESSIVES = frozenset("his her its their our my".split())
FUNCTION_WORDS = frozenset(
    """a about according after all alone also amid an and are as at because been before between but by compared despite
    during due following for from had has have he her his however if in including is it its no not of off on only onward
    onwards or out over saw she since so some still than that the their then there these they this those though through
    to under until up upon was we were what when where which while who will with within without would""".split()
)
"""Words that can follow a year and are never counted."""
IRREGULAR_PLURALS = frozenset("people men women children police cattle sheep personnel".split())
MEASURES = frozenset(
    "km m kg mm cm ft mph gmt utc hours hrs metres meters miles feet percent tons tonnes local".split()
)

"""The language of a text, cheaply: the script tells most, words that every text uses tell the rest.

Function words were taken as they stand in any grammar of each language; those that two languages share count for both.
Enough to say what a page is in and that its footer is in another language; not a classifier of short phrases.
"""

from __future__ import annotations

import re
from collections import Counter

# Texts are judged by their first characters; news does not change its language later than that.
SAMPLE = 1000
SCRIPT_SAMPLE = 400
# Fewer function words than this say nothing.
MIN_HITS = 2
# A block is in another language when that one has this many hits and this many times those of the text's own.
CLEAR_HITS = 3

_WORDS = {
    "en": "the of and to in is that was for on with as are by have from were which an be has not this at",
    "fr": "le la les des et est dans une pour que qui sur pas par avec sont aux du ont cette été en",
    "de": "der die und das den von zu mit ist des nicht auf für ein eine dem im auch als sich wurde",
    "es": "el la los de que y en las del por con una para es se su al como más fue han",
    "it": "il di che è la per un una del della con non sono gli nel alla dei le si anche",
    "pt": "o de que e do da em um para não uma os com no as dos foi na mais ao",
    "nl": "de het een van en in is dat op te voor met zijn niet aan er ook door werd bij",
    "sv": "och att det som en på är av för med den till inte har om ett från var vid",
    "da": "og at det en den er til på som af for med ikke der har et blev fra om",
    "no": "og at det en som er på til av for med ikke har et ble fra om også etter",
    "pl": "w i na z się do nie to że jest o po przez od jak za oraz są dla był",
    "cs": "a v na se je že to z do o s za by od podle po jako byl které při",
    "ro": "și de în a la că cu pe din este un o pentru nu mai au care fost prin sunt",
    "tr": "ve bir bu için ile de da olarak daha çok en olan gibi sonra kadar ise ne var",
    "id": "yang dan di dari ini untuk dengan pada itu dalam tidak akan oleh juga adalah ke telah",
    "ru": "в и на не что с по из как за от для это к был его она при до они",
    "uk": "в і на не що з та до за від для це як у був його вони але про",
    "bg": "на и в за да се от по е с не са че като от това при до ще",
    "sr": "и у је да се на су за од са које као не до није али по",
    "ar": "في من على إلى أن عن مع التي الذي هذا هذه كان بعد قال ما كما لم بين",
    "fa": "در از به که این را با است برای آن های شد می بر کرد تا خود",
    "ur": "کے کی میں کا سے ہے کو اور نے پر کہ ہیں اس یہ بھی نہیں",
}
_VOTES: dict[str, tuple[str, ...]] = {}
for _language, _list in _WORDS.items():
    for _word in _list.split():
        _VOTES[_word] = (*_VOTES.get(_word, ()), _language)

# Script, the only language that matters in it ("" where there are several), and its code points.
_SCRIPTS = (
    ("Latin", "", 0x0041, 0x024F),
    ("Greek", "el", 0x0370, 0x03FF),
    ("Cyrillic", "", 0x0400, 0x04FF),
    ("Armenian", "hy", 0x0530, 0x058F),
    ("Hebrew", "he", 0x0590, 0x05FF),
    ("Arabic", "", 0x0600, 0x077F),
    ("Devanagari", "hi", 0x0900, 0x097F),
    ("Thai", "th", 0x0E00, 0x0E7F),
    ("Georgian", "ka", 0x10A0, 0x10FF),
    ("Ethiopic", "am", 0x1200, 0x137F),
    ("Kana", "ja", 0x3040, 0x30FF),
    ("Han", "zh", 0x4E00, 0x9FFF),
    ("Hangul", "ko", 0xAC00, 0xD7AF),
    ("Arabic", "", 0xFB50, 0xFEFC),
)
_WORD = re.compile(r"[^\W\d_]+")


def script(text: str) -> str | None:
    """Return the script that most letters of the start of `text` are in ("Latin", "Arabic"), None without letters."""
    sample = text[:SCRIPT_SAMPLE]
    if sample.isascii():
        return "Latin" if any(map(str.isalpha, sample)) else None
    counts: Counter[str] = Counter()
    for character, count in Counter(sample).items():
        if character.isalpha():
            code = ord(character)
            counts[next((name for name, _, low, high in _SCRIPTS if low <= code <= high), "")] += count
    if counts["Kana"]:  # Japanese mixes both
        counts["Kana"] += counts.pop("Han", 0)
    del counts[""]
    return max(counts, key=lambda name: counts[name], default=None) if counts.total() else None


def language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that `text` is in, None when unsure."""
    written = script(text)
    if written is None:
        return None
    fixed = next(code for name, code, *_ in _SCRIPTS if name == written)
    if fixed:
        return fixed
    ranked = _votes(text).most_common(2)
    if not ranked or ranked[0][1] < MIN_HITS or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def other_language(text: str, main: str) -> bool:
    """Return whether `text` is clearly in another language than `main`, in the same script."""
    votes = _votes(text)
    best, count = next(iter(votes.most_common(1)), (main, 0))
    return best != main and count >= CLEAR_HITS and count >= CLEAR_HITS * votes[main]


def _votes(text: str) -> Counter[str]:
    votes: Counter[str] = Counter()
    words = Counter(_WORD.findall(text[:SAMPLE].lower()))
    for word in words.keys() & _VOTES.keys():
        for tongue in _VOTES[word]:
            votes[tongue] += words[word]
    return votes

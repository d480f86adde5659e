"""Files of other formats, made in memory: pages, PDFs, Word files and mails as small as they can be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence

import pytest

from summarizer.errors import IntakeError
from summarizer.intake.material import from_bytes
from summarizer.intake.readers import Document, Options, read_documents
from summarizer.models import Failure

SENTENCE = "The river rose by two metres on Tuesday, officials in the delta said."
PARAGRAPHS = (
    "The river rose by two metres in one night, officials in the delta said on Tuesday, and forty houses were lost.",
    "People of three villages below the dam left for the hills, where others had put up tents and dug two wells.",
    "A second wave was expected for the evening of Sunday, the engineers said, and nobody knew how high it would come.",
    "The minister of water, who was born in the town, promised money for new houses and asked for patience.",
)


def read(data: bytes, name: str, *, url: str | None = None, **columns: str) -> list[Document | Failure]:
    """All that a material of these bytes and this name holds."""
    found = list(read_documents(from_bytes(data, name=name, url=url), Options(columns=columns)))
    assert all(isinstance(one, Document | Failure) for one in found)
    return [one for one in found if isinstance(one, Document | Failure)]


def only(data: bytes, name: str, *, url: str | None = None, **columns: str) -> Document:
    """The only document of a material."""
    (found,) = read(data, name, url=url, **columns)
    assert isinstance(found, Document), found
    return found


def refusal(data: bytes, name: str, **columns: str) -> str:
    """Why a material cannot be read; thing and mend stand on either side of a colon."""
    with pytest.raises(IntakeError, match=": ") as raised:
        read(data, name, **columns)
    return str(raised.value)


def page(body: str = "", *, head: str = "", title: str = "Dam holds in the north", lang: str = "en") -> str:
    """A page as a site serves it: menu, headline, article, other stories, footer."""
    text = body or "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}"><head><title>{title} | The Delta Herald</title>{head}</head><body>'
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/world'>World</a></li></ul></nav>"
        f"<main><article><h1>{title}</h1>{text}</article></main>"
        "<aside><h3>Most read</h3><ul><li><a href='/a'>Cats found on the moon again</a></li></ul></aside>"
        "<footer>© 2019 The Delta Herald. <a href='/privacy'>Privacy</a></footer></body></html>"
    )


# ------------------------------------------------------------------------------------------------------------------ PDF

Placed = tuple[float, float, float, str]
"""A line of a page: x, y and size in points, and the text."""


def pdf(pages: Sequence[Sequence[Placed]], *, info: Mapping[str, str] | None = None) -> bytes:
    """A PDF whose pages hold these lines; a page without lines holds an image."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    about = "".join(f"/{key} ({value})" for key, value in (info or {}).items())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>"
        b"stream\n\0\nendstream",
    ]
    for number, lines in enumerate(pages):
        drawn = b"\n".join(_drawn(*line) for line in lines) if lines else b"q 600 0 0 800 0 0 cm /I Do Q"
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>/XObject<</I 4 0 R>>>>"
            + f"/Contents {6 + 2 * number} 0 R>>".encode()
        )
        objects.append(f"<</Length {len(drawn)}>>stream\n".encode() + drawn + b"\nendstream")
    objects.append(f"<<{about}>>".encode("cp1252"))
    return _file(objects)


def _drawn(x: float, y: float, size: float, text: str) -> bytes:
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({escaped}) Tj ET".encode("cp1252")


def _file(objects: Sequence[bytes]) -> bytes:
    out = io.BytesIO(b"%PDF-1.4\n")
    out.seek(0, io.SEEK_END)
    places = []
    for number, content in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj".encode() + content + b"endobj\n")
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write(b"".join(f"{place:010} 00000 n \n".encode() for place in places))
    out.write(f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R>>\n".encode())
    out.write(f"startxref\n{table}\n%%EOF".encode())
    return out.getvalue()


def column(lines: Sequence[str], *, x: float = 72, top: float = 760, size: float = 11) -> list[Placed]:
    """Lines one below the other; an empty one leaves the space between paragraphs."""
    placed: list[Placed] = []
    y = top
    for line in lines:
        if line:
            placed.append((x, y, size, line))
        y -= 13.2 if line else 8
    return placed


def wrapped(text: str, width: int = 60) -> Iterator[str]:
    """A paragraph as lines of about this many characters."""
    line = ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


# ----------------------------------------------------------------------------------------------------------------- Word

TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def word(body: str, *, before: str = "", more: Mapping[str, bytes] | None = None) -> bytes:
    """A Word file whose body is this XML; `before` stands ahead of its root, `more` are other parts."""
    document = (
        f'<?xml version="1.0"?>{before}<w:document xmlns:w='
        f'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>'
    )
    parts = {"[Content_Types].xml": TYPES.encode(), "_rels/.rels": _RELATIONS.encode()}
    parts |= {"word/document.xml": document.encode(), **(more or {})}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def run(text: str) -> str:
    """A run of text in Word's XML."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str) -> str:
    """A paragraph in Word's XML."""
    return f"<w:p>{''.join(runs)}</w:p>"

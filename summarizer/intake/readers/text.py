"""Plain text and Markdown: the text is the decoded file, untouched."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from summarizer.intake.decode import decode
from summarizer.intake.material import Material
from summarizer.intake.readers.document import Document, Options, encoding_notes
from summarizer.intake.readers.repair import mojibake
from summarizer.models import Failure


def read_text(material: Material, options: Options) -> Iterator[Document | Failure]:  # noqa: ARG001  as all readers
    """Read a text."""
    data = material.read()
    text = decode(data)
    wrong = mojibake(text)
    told = f"some of it was decoded in the wrong encoding before it was saved, such as “{wrong}”; it is left as it is"
    yield Document(
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        path=material.path,
        url=material.url,
        notes=encoding_notes(told if wrong else None),
    )

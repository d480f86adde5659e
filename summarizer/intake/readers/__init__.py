"""Which material is read how: a registry of formats by content, media type and suffix.

A reader is a generator. It takes a `Material` and `Options` and yields what it holds: one `Document` an article, or a
`Failure` for an article among several that cannot be read. It raises `IntakeError` or `OSError` when the material as a
whole cannot be. A file of many articles thus never sits in memory as a whole. A new format is a module here with such a
generator and a line in `formats.FORMATS`; libraries are imported inside the reader, so that a run pays for those that
it needs.

    read_documents(material, options)   picks the reader and runs it
    readable(name)                      whether a file of this name is taken from a folder
    suffixes()                          those that are, for messages
"""

from __future__ import annotations

from summarizer.intake.readers.document import Document, Link, Options, Reader
from summarizer.intake.readers.formats import read_documents, readable, suffixes

__all__ = ["Document", "Link", "Options", "Reader", "read_documents", "readable", "suffixes"]

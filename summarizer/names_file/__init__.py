"""A file in which the user says how names are to be read: `--names names.toml`.

    [join]                                   # these forms are one; the name on the left is shown
    "International Red Cross" = ["ICRC", "CICR"]
    [split]                                  # never one and the same
    "Ahmed Ali" = "Ahmad Ali"
    [ignore]                                 # no actor or place here; the text on the right says why
    "Getty Images" = "photo agency"
    [rename]                                 # the form to show
    "Holland" = "Netherlands"
    [kind]                                   # what a name is, where the rules take it for something else
    "Jordan Peters" = "person"

Five sections, each line a name, "=", and what is said of it. `reading` reads the file, `contradictions` finds what
cannot hold together, `applying` puts it into a schema.
"""

from __future__ import annotations

from summarizer.names_file.applying import with_names
from summarizer.names_file.reading import NamesFile, parse_names, read_names

__all__ = ["NamesFile", "parse_names", "read_names", "with_names"]

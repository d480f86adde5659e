"""The settings: each with its default, kind and meaning in one place, from which help, docs and files are made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from summarizer.settings.about import COST, MODEL, PATIENCE, READING, about
from summarizer.settings.budget import Budget
from summarizer.settings.kinds import (
    BUDGET,
    COLUMN_NAMES,
    DAY,
    FILE,
    FOLDER,
    KEY,
    NAME,
    NAME_OR_FOLDER,
    NAMES,
    SECONDS,
    TRUTH,
    URL,
    choice,
    whole,
)
from summarizer.settings.languages import LANGUAGES
from summarizer.settings.trust import INSIDE, NOTHING, SHIPPED, THIS_MACHINE

BackendName = Literal["auto", "offline", "mock", "openai"]

# A model on one's own processor reads a few dozen tokens a second: a question of three thousand takes it minutes, and
# giving up would ask the same again.
TIMEOUT, OWN_TIMEOUT = 120.0, 600.0


@dataclass(frozen=True)
class Settings:
    """How a run goes; `SETTINGS` says what each field means. Times are seconds."""

    backend: BackendName = field(
        default="auto",
        metadata=about(
            choice("auto", "offline", "mock", "openai"),
            MODEL,
            "offline (rules), openai (a model too) or auto.",
            more="auto is openai where a key or base URL is set, else offline. Offline no text leaves the machine. "
            "mock is another name for offline.",
            has_flag=True,
        ),
    )
    model: str | None = field(
        default=None,
        metadata=about(NAME, MODEL, "The model to ask.", unset="the only one that the server lists", has_flag=True),
    )
    base_url: str | None = field(
        default=None,
        metadata=about(
            URL,
            MODEL,
            "An OpenAI-compatible endpoint.",
            more="Its path mostly ends in /v1.",
            unset="https://api.openai.com/v1",
            variable="OPENAI_BASE_URL",
            has_flag=True,
            guard=THIS_MACHINE,
        ),
    )
    api_key: str | None = field(
        default=None,
        repr=False,
        metadata=about(
            KEY,
            MODEL,
            "The key for that endpoint.",
            more="It has no option, because options show in lists of processes.",
            unset="none",
            variable="OPENAI_API_KEY",
            secret=True,
            guard=NOTHING,
        ),
    )
    schema: str = field(
        default="conflict",
        metadata=about(
            NAME_OR_FOLDER,
            READING,
            "The domain: a name or a folder.",
            more="A folder holds a brief.py, which runs as code.",
            has_flag=True,
            guard=SHIPPED,
        ),
    )
    jobs: int = field(default=4, metadata=about(whole(1), MODEL, "Articles drafted at a time.", has_flag=True))
    refresh: bool = field(
        default=False, metadata=about(TRUTH, MODEL, "Ask again, whatever the cache holds.", has_flag=True)
    )
    cache_dir: Path | None = field(
        default=None,
        metadata=about(
            FOLDER,
            MODEL,
            "Where answers of models are kept.",
            unset="./cache where that folder exists, else the user's cache folder",
            guard=INSIDE,
        ),
    )
    trace: Path | None = field(
        default=None,
        metadata=about(
            FILE,
            MODEL,
            "Write every request and answer here, as JSON.",
            more="The file holds the text of articles, and no key.",
            unset="no trace",
            has_flag=True,
            guard=INSIDE,
        ),
    )
    budget: Budget | None = field(
        default=None,
        metadata=about(
            BUDGET,
            COST,
            "Stop before more is spent: 0.50 or 20000tokens.",
            more="Without a unit it is US dollars. What was drafted is written, the other articles are failures.",
            unset="no limit",
            has_flag=True,
        ),
    )
    prices: Path | None = field(
        default=None,
        metadata=about(
            FILE,
            COST,
            "What models cost: a TOML file of your own.",
            more="It wins over the list that ships.",
            unset="the list that ships",
            has_flag=True,
            guard=INSIDE,
        ),
    )
    rpm: int | None = field(
        default=None,
        metadata=about(whole(1), COST, "At most so many requests in a minute.", unset="no limit", has_flag=True),
    )
    tpm: int | None = field(
        default=None,
        metadata=about(whole(1), COST, "At most so many tokens in a minute.", unset="no limit", has_flag=True),
    )
    timeout: float | None = field(
        default=None,
        metadata=about(
            SECONDS,
            PATIENCE,
            "How long one answer may take.",
            unset=f"{TIMEOUT:.0f}; {OWN_TIMEOUT:.0f} where the server is on this machine",
        ),
    )
    deadline: float = field(
        default=600.0,
        metadata=about(SECONDS, PATIENCE, "How long one question may take, retries included.", has_flag=True),
    )
    retries: int = field(
        default=5, metadata=about(whole(0), PATIENCE, "How often to try again on 429, 5xx, timeouts and resets.")
    )
    reasks: int = field(
        default=2, metadata=about(whole(0), PATIENCE, "How often to ask again after a check refused an answer.")
    )
    batch: int | None = field(
        default=None,
        metadata=about(
            whole(1),
            PATIENCE,
            "Mentions in one question.",
            unset="6, as many as a small model keeps apart; more for a model known to be large",
        ),
    )
    language: str = field(
        default="en",
        metadata=about(
            choice(*LANGUAGES),
            MODEL,
            "The language that a model briefs in.",
            more="Statements and the merged summary are put into it; quotes stay as they are. Rules translate nothing.",
            has_flag=True,
        ),
    )
    context: int | None = field(
        default=None,
        metadata=about(
            whole(1_024),
            MODEL,
            "Tokens that the model reads at once.",
            more="An article that does not fit is asked about in parts. Needed where a server does not tell, or lies.",
            unset="what the server tells; where it does not, a question that is refused as too long is asked in parts",
            has_flag=True,
        ),
    )
    columns: Mapping[str, str] = field(
        default_factory=dict,
        metadata=about(
            COLUMN_NAMES,
            READING,
            "What columns of a table hold.",
            more="Keys of JSON count as columns.",
            unset="usual names of columns",
            has_flag=True,
        ),
    )
    names: Path | None = field(
        default=None,
        metadata=about(
            FILE,
            READING,
            "Your say on names: join, split, ignore, rename.",
            more="See docs/names.md. It is never taken from the folder of the articles by itself.",
            unset="none",
            has_flag=True,
            guard=INSIDE,
        ),
    )
    since: str | None = field(
        default=None,
        metadata=about(
            DAY,
            READING,
            "Only articles published then or later.",
            more="7d is a week back.",
            unset="any",
            has_flag=True,
        ),
    )
    until: str | None = field(
        default=None,
        metadata=about(DAY, READING, "Only articles published then or before.", unset="any", has_flag=True),
    )
    undated: bool = field(
        default=False,
        metadata=about(TRUTH, READING, "With --since or --until: undated articles too.", has_flag=True),
    )
    outlet: tuple[str, ...] = field(
        default=(), metadata=about(NAMES, READING, "Only articles of this outlet.", unset="all", has_flag=True)
    )
    not_outlet: tuple[str, ...] = field(
        default=(), metadata=about(NAMES, READING, "No articles of this outlet.", unset="none", has_flag=True)
    )
    allow_private: bool = field(
        default=False,
        metadata=about(
            TRUTH,
            READING,
            "Fetch from one's own network too.",
            more="Else web addresses that lead into private networks are refused.",
            has_flag=True,
            in_files=False,
        ),
    )

    @property
    def resolved_backend(self) -> Literal["offline", "openai"]:
        """The backend that runs: "auto" is settled, "mock" is another name for offline."""
        if self.backend == "auto":
            return "openai" if self.api_key or self.base_url else "offline"
        return "openai" if self.backend == "openai" else "offline"

    @property
    def resolved_timeout(self) -> float:
        """How many seconds one answer may take."""
        if self.timeout is not None:
            return self.timeout
        return OWN_TIMEOUT if self.base_url and not THIS_MACHINE.harms(self.base_url) else TIMEOUT

    @property
    def resolved_cache_dir(self) -> Path:
        """The folder that answers are kept in."""
        if self.cache_dir:
            return self.cache_dir
        local = Path("cache")
        if local.is_dir():
            return local
        from platformdirs import user_cache_path  # imported late: most runs never ask

        return user_cache_path("summarizer", appauthor=False)

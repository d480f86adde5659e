"""How long the tool takes to start, beside `python -c "import typer, pydantic"` in the same run.

    python benchmarks/startup.py [--rounds 5]

Runs with the interpreter that has summarizer installed or on its path. All commands are whole processes with their
output thrown away, started one after the other in turns, so that a busy moment of the machine hits all of them; each
figure is the median of the rounds. Exits with 1 where a limit is broken or openai gets imported.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BASE = "import typer, pydantic"
# Heavy packages that neither command may touch: openai alone costs over a second.
UNWANTED = ("openai", "instructor")


@dataclass(frozen=True)
class Command:
    """A command to time: its name, the arguments after the interpreter, its limit as a multiple of the base."""

    name: str
    arguments: tuple[str, ...]
    limit: float | None = None


COMMANDS = (
    Command(f'python -c "{BASE}"', ("-c", BASE)),
    Command("summarize --help", ("-m", "summarizer", "--help"), 2.0),
    Command("summarize seeds --backend offline", ("-m", "summarizer", "seeds", "--backend", "offline"), 6.0),
    Command("the same with --brief", ("-m", "summarizer", "seeds", "--brief", "--backend", "offline"), 6.0),
)


def main() -> int:
    """Time all commands, print the table, return the exit code."""
    parser = argparse.ArgumentParser(description="Start-up times as whole processes.")
    parser.add_argument("--rounds", type=int, default=5, help="how often each command is run (default 5)")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as compiled:
        for command in COMMANDS:
            seconds(command, compiled)  # compiles all modules, and fills the system's file cache
        taken: dict[Command, list[float]] = {command: [] for command in COMMANDS}
        for _ in range(rounds):
            for command in COMMANDS:
                taken[command].append(seconds(command, compiled))
        return report(taken, compiled)


def seconds(command: Command, compiled: str) -> float:
    """Return the wall-clock seconds that a command takes."""
    begun = time.perf_counter()
    # stderr too: a line on a terminal costs time that depends on the terminal.
    subprocess.run(
        [sys.executable, *command.arguments],
        cwd=ROOT,
        env=environment(compiled),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return time.perf_counter() - begun


def imported(command: Command, compiled: str) -> list[str]:
    """Return which of the unwanted packages a command imports, by Python's own log of imports."""
    run = subprocess.run(
        [sys.executable, "-X", "importtime", *command.arguments],
        cwd=ROOT,
        env=environment(compiled),
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    )
    names = {line.rpartition("|")[2].strip() for line in run.stderr.splitlines() if line.startswith("import time:")}
    return [name for name in UNWANTED if name in names]


def environment(compiled: str) -> dict[str, str]:
    """Return the environment of the commands: this checkout first on the path, no key and no setting of the user.

    All modules are compiled into the folder `compiled`, once: pip compiles what it installs, a checkout may not be.
    """
    unwanted = ("OPENAI_", "SUMMARIZER_", "PYTHONDONTWRITEBYTECODE")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(unwanted)}
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    return kept | {"PYTHONPATH": path, "PYTHONPYCACHEPREFIX": compiled}


def report(taken: dict[Command, list[float]], compiled: str) -> int:
    """Print the table and return 1 where a limit is broken, else 0."""
    base = statistics.median(taken[COMMANDS[0]])
    broken = False
    print(f"{'command':<36} {'median s':>9} {'least s':>9} {'ratio':>6} {'limit':>6}  imports")
    for command, times in taken.items():
        ratio = statistics.median(times) / base
        found = imported(command, compiled)
        bad = bool(found) or (command.limit is not None and ratio > command.limit)
        broken = broken or bad
        limit = f"{command.limit:.0f}" if command.limit else ""
        told = (", ".join(found) or "no openai, no instructor") + ("  TOO MUCH" if bad else "")
        print(
            f"{command.name:<36} {statistics.median(times):>9.3f} {min(times):>9.3f} {ratio:>6.2f} {limit:>6}  {told}"
        )
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())

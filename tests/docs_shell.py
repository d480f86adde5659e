"""A shell at a terminal of 80 columns, for running what the documentation shows.

Commands run in a real `sh`, so quoting, pipes and exit codes are those of the reader. Only `summarize` starts faster
than it would: starting Python and importing the package takes longer than most of what is shown, so `summarize` is a
small client of one process that has imported everything once and forks for each call.
"""

from __future__ import annotations

import fcntl
import json
import os
import pty
import signal
import socket
import struct
import subprocess
import sys
import termios
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

COLUMNS, ROWS = 80, 24
_SECONDS = 120

_CLIENT = """#!{python} -IS
import json, os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect({address!r})
    call = {{"args": sys.argv[1:], "cwd": os.getcwd(), "env": dict(os.environ)}}
    socket.send_fds(server, [json.dumps(call).encode() + b"\\n"], [0, 1, 2])
    code = server.recv(16)
sys.exit(int(code or 1))
"""


@dataclass(frozen=True)
class Done:
    """How a script ended and what it printed."""

    code: int
    stdout: str
    stderr: str

    @property
    def printed(self) -> str:
        """What a reader sees: what is said on stderr comes before the report."""
        return self.stderr + self.stdout


@dataclass
class Shell:
    """Scripts in one folder, one after the other: what one exports, and where it goes, holds for the next."""

    folder: Path
    programs: Path
    state: Path
    environment: dict[str, str] = field(default_factory=dict)

    def run(self, script: str) -> Done:
        """Run a script to its end; its first command that fails ends it."""
        before = f'[ ! -f "{self.state}" ] || . "{self.state}"\n'
        kept = f'trap \'code=$?; {{ export -p; echo cd "$(pwd)"; }} > "{self.state}"; exit $code\' EXIT\n'
        terminal, end = pty.openpty()
        fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        with subprocess.Popen(
            ["bash", "-e", "-o", "pipefail", "-c", before + kept + script],
            cwd=self.folder,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=end,
            stderr=subprocess.PIPE,
            start_new_session=True,
        ) as process:
            os.close(end)
            shown: list[bytes] = []
            reader = threading.Thread(target=_drain, args=(terminal, shown))
            reader.start()
            try:
                _, stderr = process.communicate(timeout=_SECONDS)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                raise
            reader.join()
        stdout = b"".join(shown).decode().replace("\r\n", "\n")
        return Done(process.returncode, stdout, stderr.decode())

    def exported(self) -> dict[str, str]:
        """Return what the scripts so far have exported."""
        if not self.state.is_file():
            return {}
        script = f'. "{self.state}" && env -0'
        done = subprocess.run(["bash", "-c", script], cwd=self.folder, env={}, capture_output=True, check=True)
        return dict(pair.split("=", 1) for pair in done.stdout.decode().split("\0") if "=" in pair)

    def _environment(self) -> dict[str, str]:
        path = f"{self.programs}{os.pathsep}{os.environ['PATH']}"
        return {**os.environ, "PATH": path, "TERM": "dumb", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", **self.environment}


def _drain(terminal: int, shown: list[bytes]) -> None:
    """Read a terminal until its other end is closed, which Linux tells as an error."""
    try:
        while data := os.read(terminal, 1 << 16):
            shown.append(data)
    except OSError:
        pass
    finally:
        os.close(terminal)


@contextmanager
def serving_programs(folder: Path, root: Path) -> Iterator[Path]:
    """Put `summarize`, `python` and a `less` that does not wait into a folder for PATH, while the block runs."""
    programs = folder / "bin"
    programs.mkdir()
    address = str(folder / "socket")
    _program(programs / "summarize", _CLIENT.format(python=sys.executable, address=address))
    _program(programs / "python", f'#!/bin/sh\nexec {sys.executable} "$@"\n')
    _program(programs / "less", "#!/bin/sh\nexec cat\n")
    command = [sys.executable, __file__, address, str(root / "seeds" / "04-last-pocket.txt")]
    env = {**os.environ, "PYTHONPATH": str(root), "PYTHONUTF8": "1", "SUMMARIZER_CACHE_DIR": str(folder / "cache")}
    with subprocess.Popen(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as server:
        try:
            assert server.stdout
            assert server.stdout.readline() == b"ready\n", "the server of `summarize` did not start"
            yield programs
        finally:
            server.terminate()
            server.wait(_SECONDS)


def _program(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    path.chmod(0o755)


# ---------------------------------------------------------------------------------- the process that serves `summarize`


def serve(address: str, article: str) -> None:
    """Brief once, and from then on run each call in a fork, which finds everything imported."""
    from fake_server import said as answered
    from fake_server import serving

    from summarizer.cli import main

    said = os.dup(1)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    with serving(answered("{}")) as model:  # a model too: what asks it takes longest to import
        _call(["summarize", article, "--brief", "--format", "terminal", "--base-url", model.url], main)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who has ended is not waited for
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(address)
        listening.listen()
        os.write(said, b"ready\n")
        os.close(said)
        while True:
            asked, _ = listening.accept()
            if os.fork() == 0:
                listening.close()
                _answer(asked, main)
            asked.close()


def _answer(asked: socket.socket, main: object) -> None:
    """Run one call on the caller's terminal and end."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    data, files, _, _ = socket.recv_fds(asked, 1 << 20, 3)
    while not data.endswith(b"\n"):
        data += asked.recv(1 << 20)
    call = json.loads(data)
    for number, file in enumerate(files):
        os.dup2(file, number)
        os.close(file)
    os.chdir(call["cwd"])
    os.environ.clear()
    os.environ.update(call["env"])
    code = _call(["summarize", *call["args"]], main)
    asked.send(str(code).encode())
    os._exit(0)


def _call(arguments: list[str], main: object) -> int:
    """Run the command line and return its exit code."""
    import traceback

    assert callable(main)
    sys.argv = arguments
    code = 0
    try:
        main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:  # noqa: BLE001  as the interpreter would end
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    serve(*sys.argv[1:])

"""A small OpenAI-compatible server on loopback, for tests over real HTTP.

It answers `GET /v1/models` and `POST /v1/chat/completions`; `routes` holds replies at other addresses, which are not
found else. What it answers is scripted: a `Reply`, a list of them (the last one stays), or a callable from the
request's body to a `Reply`. It keeps what it was asked in `requests`.
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Body = dict[str, Any]


@dataclass(frozen=True)
class Reply:
    """One HTTP answer. `hang_up` closes the connection without any."""

    status: int = 200
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    hang_up: bool = False


@dataclass(frozen=True)
class Asked:
    """One HTTP request."""

    path: str
    body: Body
    headers: Mapping[str, str]

    @property
    def mode(self) -> str:
        """The structured-output mode that the request is shaped for."""
        kind = self.body.get("response_format", {}).get("type")
        return kind or ("tools" if "tools" in self.body else "text")


Script = Reply | Sequence[Reply] | Callable[[Body], Reply]


def said(content: str | None, *, finish: str = "stop", tool: str | None = None, **message: Any) -> Reply:
    """Return a chat completion that says `content`, or calls the tool with the arguments `tool`."""
    if tool is not None:
        function = {"name": "answer", "arguments": tool}
        message["tool_calls"] = [{"id": "call_1", "type": "function", "function": function}]
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content, **message}}
    return Reply(body=_completion([choice]))


def no_choices() -> Reply:
    """Return an HTTP 200 without any choice."""
    return Reply(body=_completion([]))


def error(status: int, message: str, headers: Mapping[str, str] | None = None, **details: Any) -> Reply:
    """Return an error in the form that OpenAI gives it."""
    return Reply(status, {"error": {"message": message, **details}}, headers or {})


def in_mode(request: Body, answer: str) -> Reply:
    """Return `answer` in the way that the request's mode asks for."""
    if "tools" in request:
        return said(None, tool=answer)
    return said(answer)


def only_in(mode: str, answer: str) -> Callable[[Body], Reply]:
    """Return a script that knows a single mode and refuses all others with 400."""

    def script(request: Body) -> Reply:
        if Asked("", request, {}).mode != mode:
            return error(400, "this response_format is not supported")
        return in_mode(request, answer)

    return script


class FakeServer:
    """A running server; `url` is its base URL."""

    def __init__(self, script: Script, models: Sequence[str]) -> None:
        """Bind to a free port of the loopback interface."""
        self.script = script
        self.models = list(models)
        self.models_reply: Reply | None = None
        self.models_not_yet: list[Reply] = []
        self.routes: dict[str, Reply] = {}
        self.requests: list[Asked] = []
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.url = f"http://127.0.0.1:{self._http.server_port}/v1"

    @property
    def asked(self) -> list[Asked]:
        """The chat requests so far."""
        return [r for r in self.requests if r.path.endswith("/chat/completions")]

    def answer(self, request: Asked) -> Reply:
        """Return the scripted reply and keep the request."""
        with self._lock:
            self.requests.append(request)
            if request.path in self.routes:
                return self.routes[request.path]
            if request.path == "/v1/models":
                if self.models_not_yet:
                    return self.models_not_yet.pop(0)
                return self.models_reply or Reply(body={"object": "list", "data": [_model(m) for m in self.models]})
            if not request.path.endswith("/chat/completions"):
                return error(404, "no such address")
            script = self.script
            if isinstance(script, Reply):
                return script
            if not callable(script):
                return script[min(len(self.asked), len(script)) - 1]
        # Outside the lock: a script may hold one request back until another one comes.
        return script(request.body)

    def start(self) -> None:
        """Serve in a thread."""
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Stop serving and free the port."""
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


@contextmanager
def serving(script: Script, *, models: Sequence[str] = ("fake-model",)) -> Iterator[FakeServer]:
    """Run a server for the length of a with block."""
    server = FakeServer(script, models)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def free_port() -> int:
    """Return a port of the loopback interface where nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _completion(choices: list[Body]) -> Body:
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
    head = {"id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "fake-model"}
    return {**head, "choices": choices, "usage": usage}


def _model(name: str) -> Body:
    return {"id": name, "object": "model", "created": 1, "owned_by": "tests"}


def _handler(server: FakeServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Hands requests to the fake server and writes its replies."""

        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self._serve({})

        def do_POST(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            self._serve(json.loads(self.rfile.read(length) or b"{}"))

        def log_message(self, format: str, *args: object) -> None:
            """Write nothing: tests look at `requests`."""

        def _serve(self, body: Body) -> None:
            reply = server.answer(Asked(self.path, body, dict(self.headers)))
            if reply.hang_up:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            data = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

    return Handler

"""Posts a question through the client's own connections, past the layers that the client puts on each call.

The client copies and checks each request against its types and builds the answer from them: two to four milliseconds
for what we built just before and read in our own way after. Connections, keys, proxies, certificates and errors are the
client's all the same.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx2
    import openai

_PATH = b"chat/completions"
_FIRST_ERROR = 400


class Node(dict[str, Any]):
    """An object of JSON whose keys are attributes too; one that is not there is None."""

    def __getattr__(self, name: str) -> Any:
        """Return the value of a key."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self.get(name)

    @property
    def model_extra(self) -> Mapping[str, Any]:
        """All that is there, where a client would tell what it has no type for."""
        return self


class Poster:
    """Posts to one server. `http` is what `client` was made to speak through."""

    def __init__(self, client: openai.AsyncOpenAI, http: httpx2.AsyncClient) -> None:
        """Take address and headers from the client; nothing is sent yet."""
        import httpx2  # the caller has it

        base = client.base_url
        self._http = http
        self._url = base.copy_with(raw_path=base.raw_path.rstrip(b"/") + b"/" + _PATH)
        told = {**client.default_headers, **client.auth_headers}
        self._headers = httpx2.Headers({k: v for k, v in told.items() if isinstance(v, str)})

    async def post(self, body: Mapping[str, Any]) -> Any:
        """Return the JSON that is answered, its objects as `Node`.

        Raises:
            openai.APIStatusError: the server refused.
            openai.APIConnectionError: no answer came.
            ValueError: what came is no JSON.
        """
        import httpx2
        import openai

        content = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
        limits = {"timeout": self._http.timeout.as_dict()}
        request = httpx2.Request("POST", self._url, headers=self._headers, content=content, extensions=limits)
        try:
            response = await self._http.send(request)
        except httpx2.TimeoutException as error:
            raise openai.APITimeoutError(request=request) from error
        except httpx2.HTTPError as error:
            raise openai.APIConnectionError(request=request) from error
        if response.status_code >= _FIRST_ERROR or response.is_redirect:
            raise _refused(response)
        return json.loads(response.content, object_hook=Node)


def _refused(response: httpx2.Response) -> openai.APIStatusError:
    import openai

    try:
        body = json.loads(response.content)
    except ValueError:
        body = response.text
    inner = body.get("error", body) if isinstance(body, dict) else body
    return openai.APIStatusError(f"{response.status_code} {str(inner)[:500]}", response=response, body=inner)

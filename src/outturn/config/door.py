"""The door of the site: granian hands a request in, and Django answers it in one of a few threads.

No thread waits for a slow reader: a small body is read before one is taken, and an answer leaves as a whole. A large
body is read only when Django asks for it, which is after it has looked who sends it (`web.gate`). See decision 11.
"""

import asyncio
import io
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from outturn.config.wsgi import application

THREADS = 8
SMALL, SMALL_SECONDS = 64 * 1024, 10
LARGE_SECONDS = 120
"""A body is called small up to so many bytes; so long either kind may take to arrive. 20 MB at 2 Mbit/s are 80 s."""

WAITING = 200
"""Requests that may wait for a thread, before more are asked to come back."""

LINGER = 10
"""Seconds that a refused body is still taken in, and thrown away: browsers show an answer only after sending all."""

Answer = tuple[int, list[tuple[str, str]], bytes]


def refuse_with(status: int, sentence: str) -> Answer:
    """An answer of the door itself, before there is a page to show."""
    return status, [("Content-Type", "text/plain; charset=utf-8"), ("Connection", "close")], sentence.encode()


TOO_SLOW = refuse_with(408, "What you sent took too long to arrive, and nothing of it was kept. Please send it again.")
NO_LENGTH = refuse_with(411, "What you sent does not say how long it is. Send it with a Content-Length.")
CUT_OFF = refuse_with(400, "Only a part of what you sent arrived, and nothing of it was kept. Please send it again.")
BUSY = refuse_with(503, "The site is busy. Please try again in ten seconds.")


class Refused(OSError):
    """A body that was not read to its end: an OSError, as for any stream that breaks off."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer[2].decode())
        self.answer = answer


class Door:
    def __init__(self, django: Callable[..., Iterable[bytes]]) -> None:
        self.django = django
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="answer")
        self.inside = 0

    async def __rsgi__(self, scope: Any, proto: Any) -> None:
        if self.inside >= THREADS + WAITING:
            answer = BUSY
        else:
            self.inside += 1
            try:
                answer = await self.answer(scope, proto)
            finally:
                self.inside -= 1
        proto.response_bytes(*answer)

    async def answer(self, scope: Any, proto: Any) -> Answer:
        environ = environ_of(scope)
        length = length_of(environ)
        body = Later(proto, length) if length is not None and length > SMALL else None
        try:
            environ["wsgi.input"] = body or io.BytesIO(await read_body(proto, length, SMALL, SMALL_SECONDS))
        except Refused as refused:
            return refused.answer
        answer = await asyncio.get_running_loop().run_in_executor(self.threads, call, self.django, environ)
        if body and not body.asked:
            await body.throw_away()
        return body.refused or answer if body else answer


def length_of(environ: dict[str, Any]) -> int | None:
    length = environ.get("CONTENT_LENGTH", "")
    return int(length) if length.isdecimal() else None


async def read_body(proto: Any, length: int | None, most: int, seconds: float) -> bytes:
    """The whole body, and nothing less: half a form could pass for a form. Raises Refused."""
    pieces = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for piece in proto:
                pieces += piece
                if len(pieces) > most:
                    raise Refused(NO_LENGTH)
    except TimeoutError:
        raise Refused(TOO_SLOW) from None
    if length is not None and len(pieces) != length:
        raise Refused(CUT_OFF)
    return bytes(pieces)


class Later(io.RawIOBase):
    """A body that is read, as a whole, when the application first asks for it. The application runs in a thread."""

    def __init__(self, proto: Any, length: int) -> None:
        self.proto, self.length = proto, length
        self.asked = False
        self.refused: Answer | None = None
        self.loop = asyncio.get_running_loop()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self.asked:
            self.asked = True
            self.here = io.BytesIO(self.wait())
        return self.here.readinto(buffer)

    def wait(self) -> bytes:
        reading = read_body(self.proto, self.length, self.length, LARGE_SECONDS)
        try:
            return asyncio.run_coroutine_threadsafe(reading, self.loop).result()
        except Refused as refused:
            self.refused = refused.answer
            raise

    async def throw_away(self) -> None:
        try:
            async with asyncio.timeout(LINGER):
                async for _ in self.proto:
                    pass
        except TimeoutError:
            return


def environ_of(scope: Any) -> dict[str, Any]:
    """The request as WSGI has it (PEP 3333), without its body."""
    server, _, port = scope.server.rpartition(":")
    environ = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": server,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope.headers.items():
        key = name.upper().replace("-", "_")
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        if "_" not in name:  # a header with an underscore would pass for another one
            environ[key] = f"{environ[key]}{'; ' if key == 'HTTP_COOKIE' else ','}{value}" if key in environ else value
    return environ


def call(django: Callable[..., Iterable[bytes]], environ: dict[str, Any]) -> Answer:
    """What the application answers, as a whole."""
    head: list[Any] = []
    result = django(environ, lambda status, headers, problem=None: head.extend((status, headers)))
    try:
        body = b"".join(result)
    finally:
        if hasattr(result, "close"):
            result.close()
    status, headers = head
    return int(status.split()[0]), headers, body


door = Door(application)

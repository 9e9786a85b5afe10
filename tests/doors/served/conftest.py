"""The site as it is served, with an empty database: what a stranger can do to it from outside."""

import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sample_system import OUTTURN, outturn, surroundings


def free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        return int(listener.getsockname()[1])


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for temporary files of the server."""
    return tmp_path_factory.mktemp("scratch")


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory, scratch: Path) -> Iterator[int]:
    home = tmp_path_factory.mktemp("served")
    outturn(home, "init")
    number = free_port()
    around = surroundings(home) | {"TMPDIR": str(scratch)}
    server = subprocess.Popen([OUTTURN, "serve", "--port", str(number)], env=around)
    try:
        wait_for(f"http://127.0.0.1:{number}/sign-in", server)
        yield number
    finally:
        server.terminate()
        server.wait(20)


def wait_for(url: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the site stopped while starting: its words are above"
        try:
            return urllib.request.urlopen(url, timeout=5).close()
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(url)

"""A browser and the sample site, as a newcomer gets them: made by `outturn sample`, served by `outturn serve`."""

import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.error import HTTPError

import pytest
from journeys.wander import Found, wander
from playwright.sync_api import Browser, BrowserContext, Page, Route
from sample_system import OUTTURN, make_sample, outturn, surroundings


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test here needs the browser, and all share one site: one worker runs them."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            item.add_marker(pytest.mark.xdist_group("journeys"))


def free_port() -> int:
    with closing(socket.socket()) as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait_for(url: str, server: subprocess.Popen[bytes], seconds: int = 60) -> None:
    for _ in range(seconds * 5):
        assert server.poll() is None, "the site stopped while starting: its words are above"
        try:
            urllib.request.urlopen(url, timeout=5).close()
            return
        except HTTPError as refusal:
            server.terminate()
            raise AssertionError(f"the front page answers {refusal}: see what the site says above") from refusal
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"{url} did not answer within {seconds} s")


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home folder of the sample system, made by the command that the README gives."""
    return make_sample(tmp_path_factory.mktemp("sample"))


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """The address of the site of this home folder, for example http://127.0.0.1:41234, while it is served."""
    port = free_port()
    server = subprocess.Popen([OUTTURN, "serve", "--port", str(port)], env=surroundings(home))
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(20)


@pytest.fixture(scope="session")
def site(sample_home: Path) -> Iterator[str]:
    """The sample site. Only read it: every reading test shares it."""
    with serving(sample_home) as address:
        yield address


@pytest.fixture
def site_of_ones_own(sample_home: Path, tmp_path: Path) -> Iterator[str]:
    """A copy of the sample site, to change, where Ada is an analyst."""
    home = tmp_path / "home"
    shutil.copytree(sample_home, home)
    outturn(home, "add-person", "ada", "--role", "analyst", "--password", "a long pass phrase")
    with serving(home) as address:
        yield address


@pytest.fixture(scope="session")
def wandered(site: str) -> tuple[dict[str, Found], list[str]]:
    """Every page reached from the front page, and what is wrong with the links between them."""
    return wander(site)


@pytest.fixture(scope="session")
def pages(wandered: tuple[dict[str, Found], list[str]]) -> list[str]:
    """The addresses of all pages as they are now, once each."""
    found, _ = wandered
    return [path for path, answer in found.items() if answer.is_page and "?" not in path and answer.status == 200]


@pytest.fixture(scope="session")
def kinds(pages: list[str]) -> list[str]:
    """One page of each kind: the first of each number of folders under each first word of an address."""
    first = {(path.split("/")[1], path.count("/")): path for path in reversed(pages)}
    return sorted(first.values())


def guard(context: BrowserContext, site: str, wrongs: list[str]) -> None:
    """Stop every request to another host, and note it with whatever else goes wrong on the way."""

    def only_ours(route: Route) -> None:
        if route.request.url.startswith((site, "data:", "blob:")):
            return route.continue_()
        wrongs.append(f"asked another host: {route.request.url}")
        return route.abort()

    context.route("**/*", only_ours)
    context.on("weberror", lambda error: wrongs.append(f"script failed: {error.error}"))
    context.on("console", lambda said: wrongs.append(f"console: {said.text}") if said.type == "error" else None)
    context.on("response", lambda got: wrongs.append(f"{got.status}: {got.url}") if got.status >= 500 else None)


@contextmanager
def opening(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """A way to open pages of a site. At the end nothing may have gone wrong: no request to another host, no failing
    script, no error in the console."""
    wrongs: list[str] = []
    contexts = []

    def open_page(path: str = "/", *, width: int = 1280, height: int = 900, javascript: bool = True) -> Page:
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            locale="en-GB",
            timezone_id="Europe/London",
        )
        contexts.append(context)
        guard(context, site, wrongs)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not wrongs, "\n".join(wrongs)


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """`opened("/scorecard", width=360, javascript=False)`: a page of the sample site."""
    with opening(browser, site) as open_page:
        yield open_page


@pytest.fixture
def opened_to_change(browser: Browser, site_of_ones_own: str) -> Iterator[Callable[..., Page]]:
    """The same, of a site that the test may change."""
    with opening(browser, site_of_ones_own) as open_page:
        yield open_page

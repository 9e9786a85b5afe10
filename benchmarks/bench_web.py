"""A scorecard page served, against a Django view that returns the same bytes from memory. CPU seconds of one run.

Both go through the whole stack of the site (middleware, security headers, address look-up), called as a WSGI server
calls it. The first is what a reader gets: the page is drawn once and kept until something changes.
"""

import io
import os
import statistics
import tempfile
import time
from collections.abc import Callable
from contextlib import nullcontext
from types import ModuleType

ROUNDS, REQUESTS = 12, 150
PAGE = "/scorecard"


def environ(path: str) -> dict[str, object]:
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "80",
        "HTTP_HOST": "localhost",
        "HTTP_ACCEPT": "text/html",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
        "wsgi.version": (1, 0),
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }


def asking(handler: Callable, path: str) -> Callable[[], bytes]:
    """Asks for a page as a server does, and takes the whole answer."""

    def ask() -> bytes:
        response = handler(environ(path), lambda status, headers: None)
        body = b"".join(response)
        response.close()
        return body

    return ask


def cpu(work: Callable[[], object], times: int) -> float:
    started = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - started) / times


def with_memory_view(content: bytes) -> ModuleType:
    """The addresses of the site, and one more that answers with these bytes."""
    from django.http import HttpResponse
    from django.urls import path

    from outturn.config import urls

    made = ModuleType("benchmarks.addresses")
    made.urlpatterns = [*urls.urlpatterns, path("from-memory", lambda request: HttpResponse(content))]
    return made


def main() -> None:
    """Prints CPU milliseconds a request and their ratio; more than 3 is a failure."""
    os.environ["OUTTURN_HOME"] = tempfile.mkdtemp(prefix="outturn-bench-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "outturn.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.urls import clear_url_caches, set_urlconf

    from outturn.sample import build

    build.publish_sample = lambda day: None
    build.everything(lambda words: nullcontext(), lambda words: None)
    handler = WSGIHandler()
    drawn = cpu(asking(handler, f"{PAGE}?q="), 1)
    settings.ROOT_URLCONF = with_memory_view(asking(handler, PAGE)())
    clear_url_caches()
    set_urlconf(None)
    served, memory = asking(handler, PAGE), asking(handler, "/from-memory")
    assert served() == memory(), "both answer with the same bytes"
    pairs = [(cpu(served, REQUESTS), cpu(memory, REQUESTS)) for _ in range(ROUNDS)]
    page, view = (statistics.median(pair[place] for pair in pairs) for place in (0, 1))
    print(f"scorecard: {len(memory()) / 1000:.0f} KB, drawn once in {drawn * 1000:.0f} ms of CPU")
    print(f"served {page * 1000:.2f} ms, from memory {view * 1000:.2f} ms: ratio {page / view:.2f} (under 3)")
    if page > 3 * view:
        raise SystemExit(1)


if __name__ == "__main__":
    main()

"""Every page at 2,000 entries of a framework against the same page at 100. CPU seconds of one run.

Pages are drawn anew each time, as the first reader gets them after a change. On PostgreSQL too, whose own process is
counted in: `scripts/with-postgres .venv/bin/python -m benchmarks.bench_pages`. Another size: give it, `18000`.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from statistics import median
from subprocess import DEVNULL, PIPE
from typing import IO, Any, cast
from urllib.parse import unquote, urlsplit, urlunsplit

SMALL, LARGE, ROUNDS = 100, 2_000, 25
MOST_TIMES, MOST_BYTES = 1.5, 300_000
ALONE, READY = "alone", "ready"  # measures one size, in a process of its own
KINDS = ("priorities", "ranks", "outcomes")
PAGES = (
    "/",
    "/scorecard",
    "/scorecard?sort=gap",
    "/scorecard?sort=rank",
    "/scorecard?rating=red&rating=yellow&rating=green&changed=yes",
    "/scorecard?q=area+1&sort=name&order=reverse",
    "/outcomes",
    "/outcomes?off=yes&sort=target",
    "/ranks",
    "/indicators/priorities-0/area-0",
    "/data",
    "/data/findings",
    "/packs",
)


def draw(client: Any, page: str) -> tuple[float, int, int]:
    """Seconds, bytes and queries of a page that is drawn anew."""
    from django.core.cache import cache as kept
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    kept.clear()
    started = read_clock()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(page)
        queries = len(asked)
    took = read_clock() - started
    assert response.status_code == 200, (page, response.status_code)
    return took, len(response.content), queries


def read_clock() -> float:
    """CPU seconds of this process, and of the one of PostgreSQL that answers it; where the system does not tell how
    long that ran, the seconds that pass."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return time.process_time()
    schedule = Path(f"/proc/{find_backend()}/schedstat")
    if not schedule.exists():
        return time.perf_counter()
    return time.process_time() + int(schedule.read_text().split()[0]) / 1e9


@cache
def find_backend() -> int:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def serve(entries: int) -> None:
    """In a process of its own, on a database of its own: draws each page that it is asked for, and prints its cost."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "outturn.config.settings")
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.ALLOWED_HOSTS = ["*"]
    call_command("migrate", verbosity=0)
    from django.db import connection
    from django.test import Client

    from outturn.sample import sized

    sized.build(sized.Size(entries, kinds=KINDS))
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")  # as its own housekeeping does, soon after figures are brought in
    client = Client()
    print(READY, flush=True)
    for page in sys.stdin:
        print(json.dumps(draw(client, page.strip())), flush=True)


@contextmanager
def start(entries: int) -> Iterator[Callable[[str], tuple[float, int, int]]]:
    """Gives what draws a page. The database is a new file; on PostgreSQL, a new one beside the one of DATABASE_URL."""
    with tempfile.TemporaryDirectory(prefix="outturn-bench-") as home:
        where = os.environ | {"OUTTURN_HOME": home} | make_database(f"pages_{entries}")
        asked = [sys.executable, "-W", "ignore", "-m", "benchmarks.bench_pages", ALONE, str(entries)]
        with subprocess.Popen(asked, env=where, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, text=True) as process:
            questions, answers = cast(IO[str], process.stdin), cast(IO[str], process.stdout)

            def ask(page: str) -> tuple[float, int, int]:
                print(page, file=questions, flush=True)
                seconds, size, queries = json.loads(answers.readline())
                return seconds, size, queries

            while (line := answers.readline()) and line.strip() != READY:
                pass
            yield ask
            questions.close()


def make_database(name: str) -> dict[str, str]:
    url = os.environ.get("DATABASE_URL")
    if not url:
        return {}
    import psycopg

    parts = urlsplit(url)
    with psycopg.connect(host=unquote(parts.hostname or ""), user=parts.username, password=parts.password,
                         dbname=parts.path[1:], autocommit=True) as server:  # fmt: skip
        server.execute(f"CREATE DATABASE {name}")
    return {"DATABASE_URL": urlunsplit(parts._replace(path=f"/{name}"))}


def main(entries: int) -> None:
    """Prints milliseconds, their ratio, kilobytes and queries; up to 2,000 a page beyond its bounds is a failure.

    Both sizes are asked by turns, so that a busy machine is as busy for either. Medians count.
    """
    print(f"{'page':62s} {SMALL:>9,} {entries:>9,}  ratio    KB  queries", flush=True)
    wrong = []
    with start(SMALL) as small, start(entries) as large:
        for page in PAGES:
            small(page), large(page)
            pairs = [(small(page), large(page)) for _ in range(ROUNDS)]
            few, many = (median(pair[which][0] for pair in pairs) for which in (0, 1))
            ratio, (asked, (_, size, asked_more)) = many / few, (pairs[0][0][2], pairs[0][1])
            costs = f"{few * 1000:6.1f} ms {many * 1000:6.1f} ms  {ratio:5.2f} {size / 1000:5.0f}"
            print(f"{page:62s} {costs}  {asked}, {asked_more}", flush=True)
            if entries <= LARGE and (ratio > MOST_TIMES or size > MOST_BYTES):
                wrong.append(page)
    if wrong:
        raise SystemExit(f"more than {MOST_TIMES} times, or {MOST_BYTES // 1000} KB: {', '.join(wrong)}")


if __name__ == "__main__":
    if sys.argv[1:2] == [ALONE]:
        serve(int(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if sys.argv[1:] else LARGE)

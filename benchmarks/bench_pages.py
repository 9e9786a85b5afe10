"""Every page at 2,000 entries of a framework against the same page at 100. CPU seconds of one run.

Pages are drawn anew each time, as the first reader gets them after a change. On PostgreSQL, in seconds that pass:
`scripts/with-postgres .venv/bin/python -m benchmarks.bench_pages`.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Any

SMALL, LARGE, ROUNDS = 100, 2_000, 9
MOST_TIMES, MOST_BYTES = 1.5, 300_000
LITTLE = 0.02
"""Seconds: a page that costs no more than this above the small one passes, whatever the ratio."""
PAGES = (
    "/",
    "/scorecard",
    "/scorecard?sort=gap",
    "/scorecard?sort=rank",
    "/scorecard?rating=red&rating=yellow&rating=green&changed=yes",
    "/scorecard?q=area+1&sort=name&order=reverse",
    "/ranks",
    "/indicators/priorities-0/area-0",
    "/data",
    "/data/findings",
    "/packs",
)


def draw(client: Any, page: str) -> tuple[float, int, int]:
    """Seconds at best, bytes and queries of a page that is drawn anew."""
    from django.core.cache import cache
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    cache.clear()
    with CaptureQueriesContext(connection) as asked:
        response = client.get(page)
        queries = len(asked)
    assert response.status_code == 200, (page, response.status_code)
    return min(cost(lambda: client.get(page), cache.clear) for _ in range(ROUNDS)), len(response.content), queries


def cost(work: Callable[[], object], before: Callable[[], object]) -> float:
    """CPU seconds; of PostgreSQL, which works in processes of its own, the seconds that pass."""
    clock = time.perf_counter if "DATABASE_URL" in os.environ else time.process_time
    before()
    started = clock()
    work()
    return clock() - started


def measure(entries: int) -> None:
    """In a process of its own, on a database of its own: prints what each page costs as JSON."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "outturn.config.settings")
    import django
    from django.conf import settings
    from django.core.management import call_command

    django.setup()
    settings.ALLOWED_HOSTS = ["*"]
    from django.db import connection
    from django.test import Client

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    call_command("migrate", verbosity=0)

    from outturn.sample import sized

    sized.build(sized.Size(entries))
    print(json.dumps({page: draw(Client(), page) for page in PAGES}))


def run(entries: int) -> dict[str, tuple[float, int, int]]:
    """The database is a new file; of PostgreSQL, the one of DATABASE_URL, emptied."""
    with tempfile.TemporaryDirectory(prefix="outturn-bench-") as home:
        where = os.environ | {"OUTTURN_HOME": home}
        asked = [sys.executable, "-W", "ignore", "-m", "benchmarks.bench_pages", str(entries)]
        answer = subprocess.run(asked, env=where, check=True, capture_output=True, text=True)
    return json.loads(answer.stdout.splitlines()[-1])


def main() -> None:
    """Prints milliseconds, their ratio, kilobytes and queries; a page beyond its bounds is a failure."""
    small, large = run(SMALL), run(LARGE)
    print(f"{'page':45s} {SMALL:>9,} {LARGE:>9,}  ratio    KB  queries")
    wrong = []
    for page in PAGES:
        (few, _, asked), (many, size, asked_more) = small[page], large[page]
        costs = f"{few * 1000:6.1f} ms {many * 1000:6.1f} ms  {many / few:5.2f} {size / 1000:5.0f}"
        print(f"{page:45s} {costs}  {asked}, {asked_more}")
        if (many > MOST_TIMES * few and many - few > LITTLE) or size > MOST_BYTES:
            wrong.append(page)
    if wrong:
        raise SystemExit(f"more than {MOST_TIMES} times, or {MOST_BYTES // 1000} KB: {', '.join(wrong)}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        measure(int(sys.argv[1]))
    else:
        main()

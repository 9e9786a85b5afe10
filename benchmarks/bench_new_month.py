"""One new month of data against a full assessment: only the series that changed are assessed again.

2,000 series (100 indicators for each of 20 areas) of 60 months, with a plan for every month. CPU seconds of one run.
"""

import os
import random
import tempfile
import time
from collections.abc import Callable
from datetime import date

INDICATORS, AREAS, MONTHS = 100, 20, 60
KIND = "unit: percent, decimals: 1, direction: higher"


def definitions() -> dict[str, bytes]:
    areas = "\n".join(f"  area-{n}: {{name: Area {n}, short: A{n}, kind: place}}" for n in range(AREAS))
    indicators = "\n".join(
        f"  measure-{n}: {{name: Measure {n}, short: Measure {n}, definition: as {n}, {KIND}}}"
        for n in range(INDICATORS)
    )
    entries = "\n".join(
        f"      - {{indicator: measure-{n}, area: area-{a}, wording: Measure {n}, target: {{kind: trajectory}}}}"
        for n in range(INDICATORS)
        for a in range(AREAS)
    )
    from outturn.records.catalogue.folders import collect_definitions
    from outturn.sample.files import find_shipped_definitions

    shipped = collect_definitions(find_shipped_definitions())
    same = {path: data for path, data in shipped.items() if path.startswith("schemes/") or path == "layouts/plain.yaml"}
    return same | {
        "areas/a.yaml": f"areas:\n{areas}\n".encode(),
        "indicators/i.yaml": f"family: all\ndefaults: {{period_kind: month}}\nindicators:\n{indicators}\n".encode(),
        "frameworks/f.yaml": (
            "slug: all\ntitle: All\nkind: priorities\ndefaults: {scheme: plan-5}\n"
            f"sections:\n  - slug: s\n    name: S\n    entries:\n{entries}\n"
        ).encode(),
    }


def month(number: int) -> date:
    return date(2019 + (3 + number) // 12, (3 + number) % 12 + 1, 1)


def delivery(months: range, areas: int) -> bytes:
    draw = random.Random(months.start * 1000 + areas)
    lines = ["indicator,area,period,value,plan"]
    lines += [
        f"measure-{n},area-{a},{month(m):%b-%y},{50 + draw.gauss(0, 5):.1f}%,52.0%"
        for n in range(INDICATORS)
        for a in range(areas)
        for m in months
    ]
    return "\n".join(lines).encode()


def cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def main() -> None:
    """Prints CPU seconds and ratios."""
    os.environ["OUTTURN_HOME"] = tempfile.mkdtemp(prefix="outturn-bench-")
    os.environ["DJANGO_SETTINGS_MODULE"] = "outturn.config.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from outturn.cli.site import OPERATOR
    from outturn.records.assessments import actions as assessments
    from outturn.records.catalogue import actions as catalogue
    from outturn.records.observations import actions as observations

    loaded = catalogue.load(files=definitions(), by=OPERATOR)
    assert not loaded.problems, loaded.problems[:3]

    def record(months: range, areas: int) -> None:
        receipt = observations.record(files=[("a.csv", delivery(months, areas))], by=OPERATOR)
        assert receipt.release, receipt

    recorded = cpu(lambda: record(range(MONTHS), AREAS))
    full = cpu(lambda: assessments.assess(by=OPERATOR))
    again = cpu(lambda: assessments.assess(by=OPERATOR, everything=True))

    def new_month(number: int, areas: int) -> int:
        record(range(number, number + 1), areas)
        return assessments.assess(by=OPERATOR).done

    touched: list[int] = []
    one = cpu(lambda: touched.append(new_month(MONTHS, 1)))
    every = cpu(lambda: touched.append(new_month(MONTHS + 1, AREAS)))
    assert touched == [INDICATORS, INDICATORS * AREAS], touched
    print(f"record 2,000 series x 60 months                {recorded:7.2f} s")
    print(f"assess all of them                             {full:7.2f} s (again {again:.2f} s)")
    print(f"record and assess a month, all 100 indicators  {one:7.2f} s = {one / full:.3f} of the full one (aim < 0.1)")
    print(f"record and assess a month of all 2,000 series  {every:7.2f} s = {every / full:.3f} of the full one")


if __name__ == "__main__":
    main()

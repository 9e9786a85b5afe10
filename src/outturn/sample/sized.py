"""A system of any size, for measuring: made-up measures of made-up places, through the same actions as any other.

Every figure is invented, by a generator that always gives the same; the papers and pages of such a system say so.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any

import yaml

from outturn.core.access import Actor
from outturn.records.catalogue.folders import collect_definitions
from outturn.records.cycle import actions as cycle
from outturn.sample.files import find_shipped_definitions

BUILDER = Actor.with_roles("sample", "administrator")
INVENTED = "Every figure, place and measure of this system is invented, to measure it by."
SCHEMES = ("schemes/plan-5.yaml", "schemes/met-not-met.yaml", "layouts/plain.yaml")
SECTIONS, LATEST = 8, date(2025, 1, 1)
UNITS = (
    {"unit": "percent", "decimals": 1, "direction": "higher"},
    {"unit": "percent", "decimals": 1, "direction": "lower"},
    {"unit": "count", "direction": "lower", "people": "people"},
)
RANKED = """slug: ranked
title: Figures with their ranks
shape: long
indicator: indicator
area: area
period: {label: period}
values:
  - column: value
  - {column: rank, role: rank, reads: rank}
"""


@dataclass(frozen=True)
class Size:
    """`entries`: of each framework; `copies`: frameworks of a kind; `months`: of each series."""

    entries: int
    areas: int = 20
    months: int = 26
    kinds: tuple[str, ...] = ("priorities", "ranks")
    copies: int = 1

    def frameworks(self) -> Iterator[tuple[str, str]]:
        """Slug and kind: `priorities`, `priorities-part-2`."""
        for kind in self.kinds:
            yield from ((f"{kind}-part-{n}" if n > 1 else kind, kind) for n in range(1, self.copies + 1))

    @property
    def indicators(self) -> int:
        return -(-self.entries // self.areas)

    def places(self) -> Iterator[tuple[int, int]]:
        """Indicator and area of each entry."""
        every = ((indicator, area) for indicator in range(self.indicators) for area in range(self.areas))
        return islice(every, self.entries)


def build(size: Size) -> None:
    """Loads and records it, in two releases: all but the last month, and the last. Inside a database that is empty."""
    loaded = cycle.load(files=define(size), by=BUILDER)
    assert not loaded.problems, loaded.problems[:3]
    for name, months in (("earlier", range(size.months - 1)), ("last", range(size.months - 1, size.months))):
        receipt = cycle.bring_in(files=deliver(size, months, name), by=BUILDER)
        assert receipt.release, receipt


def define(size: Size) -> dict[str, bytes]:
    """The definitions, by path."""
    shipped = collect_definitions(find_shipped_definitions())
    areas = {f"area-{n}": {"name": f"Area {n}", "short": f"A{n}", "kind": "place"} for n in range(size.areas)}
    pack = {"slug": "sized", "title": "A system to measure", "organisation": "Nobody", "sample": INVENTED}
    made: dict[str, Any] = {"areas/a.yaml": {"areas": areas}, "packs/p.yaml": pack | {"parts": [{"kind": "method"}]}}
    for slug, kind in size.frameworks():
        family = {"family": slug, "defaults": {"period_kind": "month"}, "indicators": dict(indicators(size, slug))}
        made |= {f"indicators/{slug}.yaml": family, f"frameworks/{slug}.yaml": framework(size, slug, kind)}
    dumped = {path: yaml.dump(said, Dumper=yaml.CSafeDumper, sort_keys=False).encode() for path, said in made.items()}
    return {path: shipped[path] for path in SCHEMES} | {"layouts/ranked.yaml": RANKED.encode()} | dumped


def indicators(size: Size, slug: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for n in range(size.indicators):
        words = {"name": f"Measure {n} of {slug}", "short": f"Measure {n}", "definition": f"Invented, number {n}."}
        yield f"{slug}-{n}", words | UNITS[n % len(UNITS)]


def framework(size: Size, slug: str, kind: str) -> dict[str, Any]:
    sections: list[dict[str, Any]] = [
        {"slug": f"section-{n}", "name": f"Section {n}", "entries": []} for n in range(SECTIONS)
    ]
    for place, (indicator, area) in enumerate(size.places()):
        entry = {"indicator": f"{slug}-{indicator}", "area": f"area-{area}", "number": "", "page": False}
        entry |= {"wording": f"Measure {indicator} for area {area}, as the framework words it", "short": None}
        if kind == "ranks":
            entry |= {"target": {"kind": "none"}, "beside": f"priorities-{indicator}"}
        else:
            due = {"value": 60, "by": date(2025 + place % 4, 3, 31), "text": "60 by March"}
            entry |= {"target": {"kind": "trajectory"}, "ambitions": [due] if place % 5 == 0 else []}
        sections[place * SECTIONS // size.entries]["entries"].append(entry)
    defaults = {"scheme": "plan-5" if kind == "priorities" else "met-not-met"}
    said = {"slug": slug, "title": f"Sized {slug}", "kind": kind, "defaults": defaults}
    return said | {"sections": [section for section in sections if section["entries"]]}


def deliver(size: Size, months: Iterable[int], name: str) -> list[tuple[str, bytes]]:
    """Files of figures: one of each framework."""
    months = list(months)
    files = []
    for slug, kind in size.frameworks():
        beside = "rank" if kind == "ranks" else "plan"
        lines = [f"indicator,area,period,value,{beside}", *rows(size, slug, kind, months)]
        files.append((f"{name}-{slug}.csv", ("\n".join(lines) + "\n").encode()))
    return files


def rows(size: Size, slug: str, kind: str, months: list[int]) -> Iterator[str]:
    for indicator, area in size.places():
        draw = random.Random(f"{slug} {indicator} {area} {months[0]}")
        counted, drift = UNITS[indicator % len(UNITS)]["unit"] == "count", draw.uniform(-0.3, 0.3)
        for month in months:
            value = 50 + drift * month + draw.gauss(0, 4)
            printed = f"{value * 20:.0f}" if counted else f"{value:.1f}%"
            beside = f"{draw.randint(1, 42)} of 42" if kind == "ranks" else "1040" if counted else "52.0%"
            yield f"{slug}-{indicator},area-{area},{period(month, size)},{printed},{beside}"


def period(month: int, size: Size) -> str:
    number = LATEST.year * 12 + LATEST.month - 1 - (size.months - 1) + month
    return f"{date(number // 12, number % 12 + 1, 1):%b-%y}"

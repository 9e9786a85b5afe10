"""A small system with secrets: counts from 3,000 to 8,000 are hidden, so that a hidden one is a number like no other.

Parts of a tree, sexes, rates, months and years to date, restatements, a withdrawal, words with live figures, several
editions; what is hidden is told by the database.
"""

from datetime import date, datetime
from random import Random
from zoneinfo import ZoneInfo

from outturn.core.access import Actor
from outturn.core.commentary import Note, NoteKind
from outturn.records.catalogue.folders import collect_definitions
from outturn.records.cycle import actions as cycle
from outturn.records.observations import actions as observations
from outturn.records.observations.models import Hidden, Observation
from outturn.records.reports.actions import publish
from outturn.sample.files import find_shipped_definitions

ANALYST = Actor.with_roles("ada", "administrator")
PLACES = ("leicester", "leicestershire", "rutland")
MONTHS = ("Apr-24", "May-24", "Jun-24", "Jul-24", "Aug-24", "Sep-24")

INDICATORS = """family: Admissions
defaults:
  period_kind: month
  owner: Chief operating officer
  source: A made-up return
  suppression: {low: 3000, high: 8000}
indicators:
  admissions:
    {name: Admissions, short: Admissions, unit: count, direction: lower, definition: People., adds_up_to: to-date}
  men: {name: Men, short: Men admitted, unit: count, direction: lower, definition: Men., adds_up_to: admissions}
  women: {name: Women, short: Women, unit: count, direction: lower, definition: Women., adds_up_to: admissions}
  to-date:
    name: Admissions in the year to date
    short: Admissions to date
    unit: count
    direction: lower
    period_kind: ytd
    accumulation: year_to_date
    definition: People admitted since April.
  rate:
    name: Admissions for a thousand people
    short: Admission rate
    unit: rate
    multiplier: 1000
    decimals: 3
    direction: lower
    definition: Admissions for each thousand residents.
    rate_of: {numerator: admissions, denominator: residents}
"""
RESIDENTS = """family: People
indicators:
  residents: {name: Residents, short: Residents, unit: count, direction: none, period_kind: month, definition: People.}
"""
ENTRY = "      - {{indicator: {0}, area: {1}, number: '{2}', wording: '{0} in {1}', target: {{kind: {3}}}}}"


def framework(slug: str, kind: str) -> str:
    named = [(name, "rutland") for name in ("admissions", "men", "women", "to-date", "rate")]
    named += [("admissions", "leicestershire"), ("admissions", "llr-icb"), ("women", "leicester")]
    target = "trajectory" if kind == "priorities" else "flat, value: 9, operator: '<='"
    rows = [ENTRY.format(name, area, number, target) for number, (name, area) in enumerate(named, 1)]
    head = [
        f"slug: {slug}",
        f"title: {slug}",
        f"kind: {kind}",
        "defaults: {area: llr-icb, scheme: plan-5}",
        "sections:",
    ]
    return "\n".join([*head, "  - slug: all", "    name: All of it", "    entries:", *rows])


PACK = """slug: {0}
title: {0}
organisation: LLR
parts:
{1}
"""


def parts_of(framework: str, *kinds: str) -> str:
    return "\n".join(f"  - {{kind: {kind}, framework: {framework}}}" for kind in kinds)


def definitions() -> dict[str, bytes]:
    shipped = collect_definitions(find_shipped_definitions())
    kept = {path: data for path, data in shipped.items() if path.startswith(("areas/", "schemes/", "layouts/plain"))}
    parts = "\n".join(
        f"  - {{kind: {kind}, framework: priorities}}" for kind in ("summary", "scorecard", "sections", "changes")
    )
    outcomes = "\n".join(f"  - {{kind: {kind}, framework: outcomes}}" for kind in ("outcomes", "changes", "measures"))
    written = {
        "indicators/admissions.yaml": INDICATORS,
        "indicators/residents.yaml": RESIDENTS,
        "frameworks/priorities.yaml": framework("priorities", "priorities"),
        "frameworks/outcomes.yaml": framework("outcomes", "outcomes"),
        "packs/report.yaml": PACK.format("report", parts),
        "packs/page.yaml": PACK.format("page", outcomes),
    }
    return kept | {path: text.encode() for path, text in written.items()}


class System:
    """What was counted by sex, place and month."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.counts = {
            (sex, place, month): self.count(place) for sex in ("men", "women") for place in PLACES for month in MONTHS
        }
        self.people = {place: self.random.randint(300_000, 900_000) for place in PLACES}

    def count(self, place: str) -> int:
        small = self.random.random() < (0.8 if place == "rutland" else 0.15)
        return self.random.randint(3001, 3899) if small else self.random.randint(12_001, 98_999)

    def total(self, area: str, sexes: tuple[str, ...], months: tuple[str, ...]) -> int:
        places = PLACES if area == "llr-icb" else (area,)
        return sum(self.counts[sex, place, month] for sex in sexes for place in places for month in months)

    def rows(self, months: tuple[str, ...]) -> list[str]:
        made = []
        for area in (*PLACES, "llr-icb"):
            people = sum(self.people.values()) if area == "llr-icb" else self.people[area]
            for month in months:
                both = self.total(area, ("men", "women"), (month,))
                so_far = MONTHS[: MONTHS.index(month) + 1]
                to_date = self.total(area, ("men", "women"), so_far)
                made += [
                    f"admissions,{area},{month},{both},10",
                    f"men,{area},{month},{self.total(area, ('men',), (month,))},",
                    f"women,{area},{month},{self.total(area, ('women',), (month,))},",
                    f"to-date,{area},M{len(so_far)} 24/25,{to_date},",
                    f"rate,{area},{month},{both / people * 1000:.3f},",
                    f"residents,{area},{month},{people},",
                ]
        return made


def file_of(rows: list[str]) -> tuple[str, bytes]:
    return "delivery.csv", "\n".join(["indicator,area,period,value,plan", *rows, ""]).encode()


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/London"))


def bring(rows: list[str], day: date) -> int:
    """Records a delivery; whatever it asks is right."""
    answers: dict[str, str] = {}
    for _ in range(4):
        done = cycle.bring_in(files=[file_of(rows)], by=ANALYST, at=at(day), answers=answers)
        assert not done.problems, done.problems
        if not done.questions:
            assert done.release
            return done.release
        answers |= {question.code: question.choices[0].code for question in done.questions}
    raise AssertionError(done.questions)


def note(title: str, text: str, number: int) -> Note:
    return Note(f"said-{number}", NoteKind.RISK, "priorities", "all", ("admissions",), title, text, number)


def build(seed: int = 7) -> list[date]:
    """The system, told release by release. Returns the days on which something became known."""
    loaded = cycle.load(files=definitions(), by=ANALYST, at=at(date(2024, 6, 1)))
    assert not loaded.problems, loaded.problems
    system = System(seed)
    days = [date(2024, 8, 14), date(2024, 10, 14), date(2024, 11, 14), date(2024, 12, 16)]
    bring(system.rows(MONTHS[:3]), days[0])
    names = ("latest", "previous", "change", "mean")
    live = " ".join(f"{{{{ admissions@{area}.{name} }}}}" for area in ("rutland", "leicestershire") for name in names)
    cycle.write(note=note("Risk of {{ admissions@rutland.latest }}", live, 1), by=ANALYST, expected=0, at=at(days[0]))
    publish(pack="report", by=ANALYST, as_known=days[0], at=at(days[0]))
    system.counts["men", "rutland", "May-24"] = 3_907
    system.counts["women", "leicester", "Jun-24"] = 3_913
    bring(system.rows(MONTHS[:5]), days[1])
    wrong = System(seed + 1)
    withdrawn = bring(wrong.rows(MONTHS[2:4]), days[2])
    cycle.withdraw(release=withdrawn, because="The wrong file.", by=ANALYST, at=at(days[2]))
    publish(pack="page", by=ANALYST, as_known=days[2], at=at(days[2]))
    system.counts["men", "leicester", "Aug-24"] += 1_111
    bring(system.rows(MONTHS), days[3])
    for pack in ("report", "page"):
        publish(pack=pack, by=ANALYST, as_known=days[3], at=at(days[3]))
    hold(system)
    return days


def hold(system: System) -> None:
    """A delivery that waits, and would restate what is hidden."""
    system.counts["men", "rutland", "Sep-24"] = 3_919
    done = observations.record(files=[file_of(system.rows(MONTHS))], by=ANALYST, hold=True, at=at(date(2024, 12, 17)))
    assert done.held, done


def secrets() -> dict[str, str]:
    """What is hidden and stands in no shown figure, as digits, with what it is."""
    hidden = Hidden.objects.values("observation")
    kept = Observation.objects.filter(id__in=hidden).select_related("indicator", "area")
    shown = {digits(row.value) for row in Observation.objects.exclude(id__in=hidden) if row.value is not None}
    found = {digits(row.value): f"{row.indicator} {row.area} {row.end}" for row in kept if row.value is not None}
    return {value: what for value, what in found.items() if value not in shown and len(value.replace(".", "")) >= 4}


def digits(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")

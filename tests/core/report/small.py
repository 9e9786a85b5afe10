"""A small world for papers: one framework of each kind, in two areas, with the results that a test gives it."""

from datetime import date

from outturn.core.assess.result import Latest, Points, Rating, Result
from outturn.core.catalogue import (
    Area,
    Band,
    Catalogue,
    Direction,
    Entry,
    Framework,
    Indicator,
    Pack,
    PackPart,
    Scheme,
    Section,
    Target,
    TargetKind,
)
from outturn.core.commentary import Note, NoteKind
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.paper import Paper
from outturn.core.units import Unit

TODAY = date(2024, 12, 12)
AREAS = ("north", "south")
SECTIONS = (Section("urgent", "Urgent care"), Section("planned", "Planned care"))
BANDS = (
    Band("green", "Green", "G", "circle", "met"),
    Band("red", "Red", "R", "square", "adverse"),
    Band("grey", "Grey", "", "dash", "always"),
)
KINDS = ("priorities", "finance", "ranks", "outcomes", "appendix")


def month(year: int, number: int) -> Period:
    return Period.of(PeriodKind.MONTH, date(year, number, 1))


def entry(framework: str, section: str, indicator: str, area: str = "north", **more) -> Entry:
    target = Target(TargetKind.FLAT, "<=", value=5.0)
    given = {"number": "1", "wording": indicator.capitalize(), "short": indicator.capitalize(), "page": False}
    return Entry(
        framework, section, indicator, area, direction=Direction.LOWER, target=target, scheme="rag", **given | more
    )


def framework(slug: str, kind: str = "priorities") -> Framework:
    """Urgent care: waits (with a page of its own) and beds (without); planned care: beds of the other area."""
    entries = (
        entry(slug, "urgent", "waits", page=True),
        entry(slug, "urgent", "beds", number="2"),
        entry(slug, "planned", "beds", "south", number="3"),
    )
    return Framework(slug, slug.capitalize(), kind, SECTIONS, entries)


def indicator(slug: str) -> Indicator:
    return Indicator(slug, slug.capitalize(), slug.capitalize(), Unit.COUNT, Direction.LOWER, PeriodKind.MONTH)


OCTOBER = month(2024, 10)


def result(found: Entry, period: Period | None = OCTOBER, value: float = 7.0) -> Result:
    points = Points(
        *((each,) for each in (period, value, "known", "", "", 5.0, "", "red", None, None, None, None, 0, "", ""))
    )
    latest = Latest(period, value, "known", plan=5.0, plan_state="known")
    rating = Rating("red", "rag", met=False, operator="<=", gap=value - 5)
    if period is None:
        return Result(*found.key)
    return Result(*found.key, latest=latest, rating=rating, points=points)


def note(ident: str, kind: NoteKind, *indicators: str, section: str = "urgent", **more) -> Note:
    given = {"framework": "plan", "title": f"Title {ident}", "text": f"Text {ident}."} | more
    return Note(ident=ident, kind=kind, section=section, indicators=indicators, **given)


def paper(
    *parts: tuple[str, str], frameworks: tuple[Framework, ...] = (), notes: tuple[Note, ...] = (), results=None
) -> Paper:
    """`parts`: (kind, framework). Without frameworks, one of priorities called 'plan'."""
    held = {each.slug: each for each in frameworks or (framework("plan"),)}
    known = Catalogue(
        "v1",
        areas={
            slug: Area(slug, f"{slug.capitalize()} trust", slug.capitalize(), "trust") for slug in ("north", "south")
        },
        indicators={slug: indicator(slug) for slug in ("waits", "beds")},
        frameworks=held,
        schemes={"rag": Scheme("rag", "Ratings", "1", BANDS)},
    )
    pack = Pack("pack", "A paper", "", "A trust", tuple(PackPart(kind, where) for kind, where in parts))
    found = tuple(result(each) for each in known.entries()) if results is None else tuple(results)
    return Paper(pack, known, found, notes, "2024-12-12", TODAY, 3, 1)

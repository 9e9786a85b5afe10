"""What a reader looks at: a moment in what was known, and the definitions in force then."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from outturn.core.catalogue import Catalogue, Entry
from outturn.core.narrow import narrow
from outturn.records.catalogue import queries as catalogue
from outturn.records.observations import queries as observations
from outturn.records.observations.queries import Moment
from outturn.web.components.words import as_day
from outturn.web.needs import asking

AS_KNOWN = "as-known"


class BadDay(Exception):
    """The day asked for cannot be shown. The text is the sentence to show."""


@dataclass(frozen=True)
class Seen:
    """`definitions`: what the reader may see of those in force; `everything`: all of them, where places count."""

    moment: Moment
    definitions: Catalogue
    everything: Catalogue

    def entry_at(self, place: int) -> Entry:
        """The entry of a row of the database."""
        return self.everything.entries()[place]

    @cached_property
    def day(self) -> date:
        """The day it is looked at from: the day asked for, else today."""
        return self.moment.on or timezone.localdate()

    def over(self, framework: str) -> bool:
        """Whether the years of a framework have ended by then: no newer figures are to come."""
        until = self.definitions.frameworks[framework].figures_to
        return until is not None and until < self.day

    @cached_property
    def asked(self) -> dict[str, str]:
        return {AS_KNOWN: self.moment.on.isoformat()} if self.moment.on else {}

    @cached_property
    def invented(self) -> tuple[tuple[str, str], ...]:
        """What of a sample was made up, by paper; empty on a system with figures of its own."""
        return list_invented(self.definitions)

    def to(self, name: str, *args: Any, **query: Any) -> str:
        """The address of a page, seen at the same moment. `_` in a query name stands for `-`."""
        return address(
            reverse(name, args=args), self.asked | {key.replace("_", "-"): value for key, value in query.items()}
        )


def list_invented(definitions: Catalogue) -> tuple[tuple[str, str], ...]:
    return tuple((pack.title, pack.sample) for pack in definitions.packs.values() if pack.sample)


def address(path: str, query: dict[str, Any]) -> str:
    """`/scorecard?rating=red&rating=grey`; empty values are left out."""
    kept = {key: value for key, value in query.items() if value not in ("", None, [], ())}
    return f"{path}?{urlencode(kept, doseq=True)}" if kept else path


def day_asked(request: HttpRequest) -> date | None:
    """The day of `?as-known=`. Raises BadDay with what to write instead."""
    printed = request.GET.get(AS_KNOWN, "").strip()
    if not printed:
        return None
    try:
        on = date.fromisoformat(printed)
    except ValueError:
        raise BadDay(f"'{printed[:40]}' is not a day. Write it as year-month-day, such as 2025-01-14.") from None
    if on > timezone.localdate():
        raise BadDay(f"{as_day(on)} has not come yet. Give a day up to today.")
    return on


def see(request: HttpRequest) -> Seen:
    """Raises BadDay, and NothingDefined on a site without definitions."""
    on = day_asked(request)
    moment = observations.moment(on)
    if on and moment.release == 0:
        first = min((row.at for row in observations.releases()), default=None)
        known = f"The first release is of {as_day(first)}." if first else "No release is loaded yet."
        raise BadDay(f"Nothing was known yet on {as_day(on)}. {known}")
    sight = asking(request).visible()
    everything = catalogue.at(moment.definitions)
    return Seen(replace(moment, sight=sight), narrow(everything, sight), everything)

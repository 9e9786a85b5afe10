"""What a paper is made from: everything that was known at one number of the sequence, and nothing else.

Every query is bound by the number, so that it says the same whatever is recorded meanwhile or afterwards.
"""

from dataclasses import replace
from datetime import date

import polars as pl

from outturn.core.catalogue import Catalogue
from outturn.core.changes import find_restated
from outturn.core.frames import PLACE
from outturn.core.keys import key
from outturn.core.periods import Period, PeriodKind
from outturn.core.report.paper import Paper, Said
from outturn.core.suppress import find_hidden_range
from outturn.records.assessments import queries as assessments
from outturn.records.catalogue import queries as catalogue
from outturn.records.commentary import queries as commentary
from outturn.records.observations import queries as observations
from outturn.records.observations.queries import Moment

from .models import Edition


def gather(pack: str, moment: Moment, as_known: date, before: Edition | None, name: str = "") -> Paper:
    """The paper of a pack at a moment, under the day that it speaks of, compared with what an earlier edition printed.

    Raises KeyError for a pack that the definitions of the moment do not have.
    """
    known = catalogue.at(moment.definitions)
    paper = Paper(
        pack=known.packs[pack],
        catalogue=known,
        results=tuple(assessments.results(moment)),
        notes=tuple(commentary.notes(moment)),
        edition=name,
        as_known=as_known,
        release=moment.release,
        definitions=moment.definitions,
    )
    return compare(paper, moment, before) if before else paper


def compare(paper: Paper, moment: Moment, before: Edition) -> Paper:
    """With what the earlier edition printed: known at its own number, not at the end of its day."""
    earlier = observations.moment_at(before.number, before.as_known)
    return replace(
        paper,
        before=tuple(assessments.results(earlier)),
        before_date=before.as_known,
        before_catalogue=catalogue.at(earlier.definitions),
        restated=tuple(_list_restated(paper, moment, earlier)),
    )


def _list_restated(paper: Paper, moment: Moment, earlier: Moment) -> list[Said]:
    series = {(entry.indicator, entry.area) for entry in paper.entries}
    frames = (_actual(at, series) for at in (earlier, moment))
    changed = find_restated(*frames).sort("indicator", "area", "end", "start")
    why = {release.number: release.note for release in observations.releases(moment.release)}
    gone = observations.withdrawn(earlier.release, moment.release)
    rows = (row for row in changed.iter_rows(named=True) if not _too_small(row, paper.catalogue))
    return [_said(row, why, gone.get(tuple(row[name] for name in PLACE))) for row in rows]


def _too_small(row: dict, known: Catalogue) -> bool:
    """Printed once, and of a size that is hidden now: not to be told again."""
    policy, was = known.indicators[row["indicator"]].suppression, row["known_value"]
    if policy is None or was is None:
        return False
    low, high = find_hidden_range(policy)
    return bool(low <= was <= high)


def _actual(moment: Moment, series: set[tuple[str, str]]) -> pl.DataFrame:
    """Figures as shown at a moment, of series that its definitions had."""
    known = catalogue.at(moment.definitions).indicators
    there = {(indicator, area) for indicator, area in series if indicator in known}
    wanted = pl.DataFrame(sorted(there), schema=["indicator", "area"], orient="row", schema_overrides=TEXT)
    shown = observations.load_shown(moment, there)
    return shown.filter(pl.col("role") == "actual").join(wanted, on=["indicator", "area"], how="semi")


TEXT = {"indicator": pl.String, "area": pl.String}


def _said(row: dict, why: dict[int, str], withdrawn_by: int | None) -> Said:
    gone = row["release"] is None and withdrawn_by is not None
    by: int = withdrawn_by or 0 if gone else row["release"]
    period = Period(PeriodKind(row["period_kind"]), row["start"], row["end"])
    return Said(
        indicator=row["indicator"],
        area=row["area"],
        period_label=period.label,
        key=key(row["indicator"], row["area"], "actual", period),
        was=row["known_value"],
        now=row["value"],
        why=why.get(by, ""),
        was_state=row["known_state"],
        was_text=row["known_text"] or "",
        now_state="known" if gone else row["state"],
        now_text="withdrawn" if gone else row["text"] or "",
    )

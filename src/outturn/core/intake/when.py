"""The period of every cell; each distinct way of naming one is parsed once."""

from dataclasses import dataclass, field

import polars as pl

from outturn.core.intake.cells import STATES
from outturn.core.intake.met import NUMBER, Met, translate
from outturn.core.intake.names import WORDS_ONLY
from outturn.core.intake.period_of_row import Asked, decide_period, part_of
from outturn.core.intake.wrong import Wrong
from outturn.core.layouts import Layout
from outturn.core.periods import Period, PeriodProblem, is_provisional, parse
from outturn.core.units import State
from outturn.core.units.marks import STATE_OF_WORD

EMPTY_MARKS = [word for word, state in STATE_OF_WORD.items() if state is not State.SUPPRESSED]
PLANS = ("plan", "plan_text", "ambition")
AMBITION = "ambition"
MEASURES = 1 << 20
"""More measures than any catalogue has: a number of words and one of a measure make one key."""


@dataclass
class Dates:
    """Knows the period of each way of naming one."""

    layout: Layout
    met: Met
    reporting: Period | None
    found: dict[int, int | None] = field(default_factory=dict)
    problems: dict[int, PeriodProblem] = field(default_factory=dict)
    lost: list[pl.DataFrame] = field(default_factory=list)

    def date(self, cells: pl.DataFrame) -> pl.DataFrame:
        """Adds `period`, a number of Met, null where the period cannot be told: `tell` says so. The figures of a period
        called provisional are."""
        keys = self._keys(cells)
        periods = translate(keys["key"], self._periods)
        if periods.null_count():
            lost = cells.with_columns(keys).filter(periods.is_null())
            marks = lost["exact"].str.strip_chars().str.to_lowercase().is_in(EMPTY_MARKS)
            marked = lost.with_columns(key=pl.col("key") + marks.cast(pl.Int64))
            again = translate(marked["key"], self._periods)
            self.lost.append(marked.filter(again.is_null()))
            periods = periods.scatter(periods.is_null().arg_true(), again)
        return self._provisional(cells.with_columns(period=periods), keys)

    def _keys(self, cells: pl.DataFrame) -> pl.DataFrame:
        """What a period is read from, as one number: words, measure, plan or not, mark or not."""
        plans = [n for n, role in enumerate(self.met.roles.things) if role in PLANS or role.endswith("_plan")]
        unknown = self.met.measures.number(WORDS_ONLY)
        said, measure = pl.col("said").cast(pl.Int64), pl.col("measure").fill_null(unknown).cast(pl.Int64)
        plan = pl.col("role").is_in(plans)
        return cells.select(key=((said * MEASURES + measure) * 2 + plan.cast(pl.Int64)) * 2, plan=plan)

    def _periods(self, keys: list[int]) -> list[int | None]:
        said, measures = self.met.said.things, self.met.measures.things
        for key in keys:
            if key not in self.found:
                words, measure = divmod(key >> 2, MEASURES)
                asked = Asked(said[words], measures[measure], bool(key & 2), bool(key & 1))
                self.found[key] = self._read_period(key, asked)
        return [self.found[key] for key in keys]

    def _read_period(self, key: int, asked: Asked) -> int | None:
        try:
            return self.met.periods.number(decide_period(asked, self.reporting))
        except PeriodProblem as problem:
            self.problems[key] = problem
            return None

    def _provisional(self, cells: pl.DataFrame, keys: pl.DataFrame) -> pl.DataFrame:
        """`Mar-25p` says of its actual figures that they may still change."""
        marked = [n for n, said in enumerate(self.met.said.things) if is_provisional(said.label)]
        if not marked:
            return cells
        meant = pl.col("said").is_in(marked) & (pl.col("state") == "") & ~keys["plan"]
        provisional = pl.lit(State.PROVISIONAL.value, STATES)
        return cells.with_columns(state=pl.when(meant).then(provisional).otherwise("state"))

    def tell(self, wrong: Wrong) -> None:
        """Says which periods cannot be told, of the column that is wrong: the figure's own period columns, where it has
        them, else the row's. Once, however many figures of the row hang on it."""
        if not self.lost:
            return
        cells = pl.concat(self.lost)
        self.lost.clear()
        told: dict[tuple[str, str], list[pl.DataFrame]] = {}
        for (spec, own), same in cells.group_by("spec", "column", maintain_order=True):
            heading = self.met.columns.things[own]
            for part in ("start", "end", "kind", "within", "label"):
                keys = [key for key in same["key"].unique(maintain_order=True) if part_of(self.problems[key]) == part]
                if keys:
                    place = (part, self._column(spec, part) or heading)
                    told.setdefault(place, []).append(same.filter(pl.col("key").is_in(keys)))
        for (part, column), frames in told.items():
            self._tell_part(pl.concat(frames), part, column, wrong)

    def _tell_part(self, cells: pl.DataFrame, part: str, column: str, wrong: Wrong) -> None:
        said, keys = self.met.said.things, cells["key"].unique(maintain_order=True).to_list()
        words = [said[(key >> 2) // MEASURES] for key in keys]
        shown = [getattr(each, part) or each.label or each.start for each in words]
        distinct = pl.DataFrame({"key": keys, "cell": shown})
        told = [(self.problems[key].message, self.problems[key].cure) for key in keys]
        rows = cells.select("row", "key").join(distinct, on="key", how="inner", maintain_order="left")
        wrong.add_distinct(rows, ["key"], distinct, column, told)

    def _column(self, spec: int, part: str) -> str:
        own = self.layout.values[spec].period if spec < len(self.layout.values) else None
        columns = own if own and (own.start or own.end or own.label) else self.layout.period
        of_part = {
            "start": columns.start,
            "end": columns.end,
            "kind": columns.kind_column,
            "within": columns.within_column,
        }
        return of_part.get(part) or columns.label or columns.start or columns.end


def by_its_own_date(cells: pl.DataFrame, met: Met) -> pl.DataFrame:
    """An ambition that names its year (`2028 75%`) is about that year, whatever the row is about."""
    if AMBITION not in met.roles.things:
        return cells
    its = pl.col("role") == met.roles.number(AMBITION)
    for year in cells.filter(its)["text"].unique():
        try:
            period = met.periods.number(parse(year))
        except PeriodProblem:
            continue
        moved = its & (pl.col("text") == year)
        cells = cells.with_columns(period=pl.when(moved).then(pl.lit(period, NUMBER)).otherwise("period"))
    return cells

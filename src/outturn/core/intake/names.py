"""From what a file calls an indicator or an area to their slugs."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

import polars as pl

from outturn.core.intake.formats import FORMULA_WITHOUT_RESULT, NO_RESULT, SAVE_AGAIN
from outturn.core.intake.met import Met, number_each
from outturn.core.intake.unit_info import UnitInfo
from outturn.core.intake.wrong import Wrong
from outturn.core.layouts import Layout
from outturn.core.units import Unit
from outturn.core.units.numbers import shorten

MOST_SUGGESTIONS = 50
"""Looking for a near name takes long; a file with more strangers than this is in the wrong layout."""
NEAR = 0.75
CODE = re.compile(r"[A-Z][0-9]{8}|[A-Z0-9]{3,6}")
LONGEST_ODS = 6
STRANGE = re.compile("[^ -~\t\n\u00a0\u2010-\u2019\u00a3]")
"""Characters that small letters and hyphens do not stand for: `RX1` with a picture behind it is not `rx1`."""
WORDS_ONLY = UnitInfo(Unit.TEXT)


def slug(printed: str) -> str:
    """`ae_4h_type1` and `AE 4h type1` are `ae-4h-type1`."""
    return re.sub(r"[^a-z0-9]+", "-", printed.casefold()).strip("-")


@dataclass
class Names:
    """Knows what the names of a file mean: to the layout, to the catalogue (None: any name is taken), by its codes."""

    layout: Layout
    met: Met
    units: Mapping[str, UnitInfo] | None
    areas: Collection[str] | None
    codes: Mapping[str, str] = field(default_factory=dict)
    asked: int = 0

    def __post_init__(self) -> None:
        self._slugs = {key.casefold(): value for key, value in self.layout.slugs.items()}
        codes = {code.casefold(): slug for code, slug in self.codes.items()}
        self._areas = codes | {key.casefold(): value for key, value in self.layout.areas.items()}

    def indicators(self, words: pl.Series) -> pl.Series:
        return number_each(words, self._indicator)

    def areas_of(self, words: pl.Series) -> pl.Series | int:
        if self.layout.fixed_area:
            return self.met.areas.number(self.layout.fixed_area)
        return number_each(words, self._area)

    def measures(self, indicators: pl.Series) -> pl.Series:
        """What each indicator is measured in; words, where no catalogue says."""
        of = [
            self.met.measures.number(self.units[name] if self.units else WORDS_ONLY)
            for name in self.met.indicators.things
        ]
        return pl.Series(of, dtype=pl.UInt32).gather(indicators) if of else indicators

    def _indicator(self, printed: str) -> int | None:
        slug_found = self._look_up(printed.strip(), self._slugs, self.units)
        return self.met.indicators.number(slug_found) if slug_found else None

    def _area(self, printed: str) -> int | None:
        slug_found = self._look_up(printed.strip(), self._areas, self.areas)
        return self.met.areas.number(slug_found) if slug_found else None

    def _look_up(self, printed: str, given: Mapping[str, str], known: Collection[str] | None) -> str:
        name = given.get(printed.casefold()) or (slug(printed) if known is None or not STRANGE.search(printed) else "")
        return name if known is None or name in known else ""

    def tell(self, rows: pl.Series, what: str, words: pl.Series, numbers: pl.Series | int, wrong: Wrong) -> None:
        """Says which names of these rows nobody knows."""
        if isinstance(numbers, int) or not numbers.null_count():
            return
        column = self.layout.indicator if what == "indicator" else self.layout.area
        strange = pl.DataFrame({"row": rows, "cell": words}).filter(numbers.is_null())
        distinct = strange["cell"].unique(maintain_order=True)
        told = [self._explain_unknown(what, word.strip()) for word in distinct]
        wrong.add_distinct(strange, ["cell"], pl.DataFrame({"cell": distinct}), column, told, cell_matters=True)

    def _explain_unknown(self, what: str, printed: str) -> tuple[str, str]:
        """(what is wrong, what to do) about an unknown name."""
        if not printed:
            return f"The row names no {what}.", "Fill the cell."
        if printed == FORMULA_WITHOUT_RESULT:
            return NO_RESULT, SAVE_AGAIN
        message = f"'{shorten(printed, 60)}' is not a known {what}."
        if not printed.isprintable():
            return message, "It holds a character that cannot be seen: type the name again."
        known: Collection[str] = (self.units if what == "indicator" else self.areas) or ()
        self.asked += 1
        near = get_close_matches(slug(printed), known, 1, NEAR) if self.asked <= MOST_SUGGESTIONS else []
        if near:
            return message, f"Did you mean '{near[0]}'?"
        if what == "area" and CODE.fullmatch(printed):
            kind = "ons" if len(printed) > LONGEST_ODS else "ods"
            cure = f"If it is a code, give it to its area ({kind}: {printed}); else map it in the layout (areas)."
            return message, cure
        return message, f"Add it to the definitions, or map the {what} in the layout."

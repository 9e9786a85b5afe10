"""Live figures in text: `{{ ae-4h-type1.latest }}` becomes the figure, so a number in a sentence cannot drift."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from outturn.core.access import ALL, Sight
from outturn.core.assess.result import Result
from outturn.core.catalogue import Catalogue, Indicator
from outturn.core.keys import actual_key, plan_key
from outturn.core.subject import Subject
from outturn.core.units import State, show, show_signed

FIGURE = re.compile(r"\{\{\s*([a-z0-9-]+)(?:@([a-z0-9-]+))?\.([a-z_]+)\s*\}\}")
NAMES = ("latest", "plan", "gap", "period", "previous", "change", "rating", "mean")

UNSEEN = "(a figure that is not yours to see)"


class Home(NamedTuple):
    """Where a text stands: its figures are those of this framework and this area, where there are such."""

    framework: str = ""
    area: str = ""


ANYWHERE = Home()


@dataclass(frozen=True)
class Figures:
    """The results that text may speak of, by (framework, indicator, area). A blank framework or area holds the first
    one there is: of the indicator in any framework, or in any area. `sight`: a text speaks of the same figure to
    everybody, but only those who may see it are told."""

    catalogue: Catalogue
    by_place: Mapping[tuple[str, str, str], Result]
    sight: Sight = ALL

    @staticmethod
    def of(catalogue: Catalogue, results: list[Result], sight: Sight = ALL) -> "Figures":
        places: dict[tuple[str, str, str], Result] = {}
        for result in sorted(results, key=lambda found: catalogue.over(found.framework)):
            for framework, area in product((result.framework, ""), (result.area, "")):
                places.setdefault((framework, result.indicator, area), result)
        return Figures(catalogue, places, sight)

    def are_seen(self, result: Result) -> bool:
        return self.sight.covers(Subject(framework=result.framework, indicator=result.indicator, area=result.area))

    def find(self, indicator: str, area: str | None, home: Home = ANYWHERE) -> Result | None:
        """The area that the text names, else that of its home, else the first; each in the framework of its home, else
        in any."""
        areas = (area,) if area else (home.area, "")
        places = ((framework, indicator, each) for each in areas for framework in (home.framework, ""))
        return next((self.by_place[place] for place in places if place in self.by_place), None)


def find_indicators(texts: Iterable[str]) -> set[str]:
    """The indicators that texts speak of by live figures."""
    return {match[1] for text in texts for match in FIGURE.finditer(text)}


def problems(text: str, figures: Figures, home: Home = ANYWHERE) -> list[str]:
    """Sentences about live figures that cannot be resolved."""
    found = []
    for match in FIGURE.finditer(text):
        indicator, area, name = match.groups()
        result = figures.find(indicator, area, home)
        if result is None:
            found.append(f"'{match[0]}' speaks of a measure that is not in the frameworks. Check the spelling.")
        elif not figures.are_seen(result):
            found.append(f"'{match[0]}' speaks of a figure that is not yours to see. Leave it out.")
        elif name not in NAMES:
            found.append(f"'{match[0]}': there is no figure '{name}'. Use one of {', '.join(NAMES)}.")
    if "{{" in FIGURE.sub("", text):
        found.append("There is a '{{' that is no live figure. Write it as {{ indicator.latest }}.")
    return found


def pieces(text: str, figures: Figures, home: Home = ANYWHERE) -> list[tuple[str, str]]:
    """(words, key of the figure or '') in order. What cannot be resolved stays as written."""
    found, at = [], 0
    for match in FIGURE.finditer(text):
        found += [(text[at : match.start()], ""), _figure(match, figures, home)]
        at = match.end()
    return [piece for piece in [*found, (text[at:], "")] if piece[0]]


def resolve(text: str, figures: Figures, home: Home = ANYWHERE) -> str:
    return "".join(words for words, _ in pieces(text, figures, home))


def _figure(match: re.Match[str], figures: Figures, home: Home) -> tuple[str, str]:
    indicator, area, name = match.groups()
    result = figures.find(indicator, area, home)
    if result is None or name not in NAMES:
        return match[0], ""
    if not figures.are_seen(result):
        return UNSEEN, ""
    if name == "rating":
        band = figures.catalogue.band(result.rating.scheme, result.rating.key)
        return band.word if result.rating.rated else "not rated", ""
    return words(name, result, figures.catalogue.indicators[indicator]), _key(name, result)


def _key(name: str, result: Result) -> str:
    return {"latest": actual_key(result), "plan": plan_key(result)}.get(name, "")


def words(name: str, result: Result, indicator: Indicator) -> str:
    """The figure or period of that name, as it stands in a sentence; a rating is its band's word, see `_figure`."""
    unit, decimals, scale = indicator.unit, indicator.decimals, indicator.scale
    latest, since = result.latest, result.movement.since
    if name == "latest":
        return show(latest.value, unit, decimals, state=State(latest.state), scale=scale, text=latest.text)
    if name == "plan":
        state = State.KNOWN if latest.plan is not None else State(latest.plan_state)
        return show(latest.plan, unit, decimals, state=state, scale=scale, text=latest.plan_text)
    if name == "gap":
        return show_signed(result.rating.gap, unit, decimals, scale=scale).lstrip("+−")
    if name == "previous":
        return show(result.movement.value, unit, decimals, scale=scale)
    if name == "change":
        return show_signed(result.movement.change, unit, decimals, scale=scale)
    if name == "mean":
        return show(result.variation.mean, unit, decimals, scale=scale)
    return latest.period.label if latest.period else since.label if since else "no period"

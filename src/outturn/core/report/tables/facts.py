"""The facts of one measure by key, as its page on the site and its page in a paper show them."""

from outturn.core.report import cells
from outturn.core.report.document import Cell, Fact
from outturn.core.report.say.chances import chance_words
from outturn.core.report.say.directions import GOOD_IS
from outturn.core.report.say.outlook import ambition_due, chance_label, forecast_details
from outturn.core.report.tables.entries import Line


def read_facts(line: Line) -> dict[str, Fact]:
    """Only what there is: no movement without an earlier figure, no gap where nothing was compared."""
    result, indicator = line.result, line.indicator
    period = result.latest.period.label if result.latest.period else ""
    facts = {
        "latest": Fact("Latest", line.latest, period),
        "target": Fact(line.aim.capitalize(), line.target, "" if result.latest.plan is None else line.target.note),
        "rating": Fact("Rating", line.rating, result.rating.reason),
    }
    if line.gap.value is not None:
        facts["gap"] = Fact("Gap", line.gap, gap_detail(line))
    if line.entry.direction.sign:
        facts["good"] = Fact("Good is", Cell(text=GOOD_IS[line.entry.direction]))
    if line.movement.arrow:
        facts["movement"] = Fact("Movement", line.movement, line.moved)
    if line.variation.marks:
        words = " ".join(filter(None, (result.variation.words, result.variation.unassured)))
        facts["variation"] = Fact("Variation and assurance", line.variation, words)
    if result.standing.national is not None:
        national = cells.as_published(indicator, result, result.standing.national, "national")
        facts["national"] = Fact("National figure", national)
    return facts


def gap_detail(line: Line) -> str:
    """`worse than plan, by 1.4% of it; about 390 people`."""
    share = f", by {line.share} of it" if line.share else ""
    return f"{line.gap_words}{share}{f'; {line.people}' if line.people else ''}"


def list_outlook(line: Line) -> list[Fact]:
    """What is to come: ambitions, the forecast, and the chance of meeting what it is held against."""
    indicator, forecast = line.indicator, line.result.forecast
    facts = [Fact("Ambition", cells.figure(indicator, aim.value), ambition_due(aim)) for aim in line.entry.ambitions]
    if not forecast.path:
        return facts
    end = forecast.path[-1]
    details = " ".join(forecast_details(forecast, indicator))
    facts.append(Fact(f"Forecast for {end.period.label}", cells.figure(indicator, end.mean), details))
    if forecast.chance is not None:
        facts.append(Fact(chance_label(forecast), Cell(text=chance_words(forecast.chance)), forecast.target_text))
    return facts

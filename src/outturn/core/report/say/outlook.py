"""What is likely and what is aimed at later: forecasts, the chance of meeting a target, ambitions."""

from collections.abc import Iterable

from outturn.core.assess.result import Forecast, ForecastPoint
from outturn.core.catalogue import Ambition, Indicator
from outturn.core.report.say.chances import chance_words
from outturn.core.report.say.notes import as_sentence
from outturn.core.report.wording import amount, count_of
from outturn.core.units import show

METHODS = {
    "naive": "from the last figure",
    "drift": "from the last figure and the average step so far",
    "seasonal naive": "from the figure of the same time a year before",
    "exponential smoothing": "by exponential smoothing",
    "damped trend": "by a damped trend",
}
"""How a forecast was made, for people; `docs/method/forecast.md` has the methods by their names."""


def figure_words(value: float, indicator: Indicator) -> str:
    """A figure as it stands in a sentence."""
    return show(value, indicator.unit, indicator.decimals, scale=indicator.scale)


def ambition_due(ambition: Ambition) -> str:
    return f"by {ambition.by:%B %Y}"


def ambition_sentence(ambitions: Iterable[Ambition], indicator: Indicator) -> str:
    """`Ambition: 75% by March 2028. ...`; empty for none."""
    aims = [f"{figure_words(each.value, indicator)} {ambition_due(each)}" for each in ambitions]
    if not aims:
        return ""
    return f"Ambition: {'; '.join(aims)}. An ambition is where the measure should end; it is not the plan of a month."


def say_due(total: int, rated: int, off: int, name: str) -> str:
    """What falls due on one day: `A&E four hours: the ambition falls due`, `7 ambitions fall due; 3 of these measures
    are off plan now`. `name`: of the first."""
    if total == 1:
        return f"{name}: the ambition falls due"
    state = "off plan" if rated else "rated"
    how_many = f"{off or 'none'} of these measures {'is' if off < 2 else 'are'} {state} now"
    return f"{count_of(total, 'ambition')} fall due; {how_many}"


def interval_words(end: ForecastPoint, indicator: Indicator) -> str:
    low, high = figure_words(end.lower, indicator), figure_words(end.upper, indicator)
    return f"95% interval {low} to {high}"


def method_words(forecast: Forecast) -> str:
    """`from the last figure`; one of no known name is named."""
    return METHODS.get(forecast.method, f"by {forecast.method}")


def chance_label(forecast: Forecast) -> str:
    return f"Chance of meeting {forecast.aim or 'the target'}"


def caveats(forecast: Forecast, indicator: Indicator) -> list[str]:
    """How wrong the method was before, as far ahead as that could be measured; and why no chance is given."""
    sentences = []
    if forecast.past_error is not None:
        error, ahead = amount(forecast.past_error, indicator), count_of(forecast.past_step, "period")
        sentences.append(f"Past error {ahead} ahead: {error}.")
    return [*sentences, *filter(None, [as_sentence(forecast.note)])]


def forecast_details(forecast: Forecast, indicator: Indicator) -> list[str]:
    """What stands beside the figure of a forecast."""
    return [f"{interval_words(forecast.path[-1], indicator)}, {method_words(forecast)}.", *caveats(forecast, indicator)]


def forecast_sentences(forecast: Forecast, indicator: Indicator) -> list[str]:
    """Where it is heading, the chance of the target, and how wrong this method has been before."""
    if not forecast.path:
        return [as_sentence(forecast.note)] if forecast.note else []
    end = forecast.path[-1]
    middle = f"{figure_words(end.mean, indicator)} in {end.period.label}"
    sentences = [f"If things go on as they do: {middle}, {interval_words(end, indicator)}, {method_words(forecast)}."]
    if forecast.chance is not None and forecast.target is not None:
        aim = f"{forecast.aim or 'the target'}, {figure_words(forecast.target, indicator)},"
        sentences.append(f"The chance of meeting {aim} is {chance_words(forecast.chance)}.")
    return [*sentences, *caveats(forecast, indicator)]

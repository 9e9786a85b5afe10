"""What keys, pointer and touch can reach of a picture: static/outturn/chart.js reads it out."""

from outturn.render.charts.words import escape_text


def make_reachable(words: str, data: dict[str, str], inside: str, first: bool) -> str:
    """A thing the read-out can show: `words` (escaped) are heard, `data` stand in the box; `first` takes the tab."""
    lines = {name: escape_text(text).replace("\n", "&#10;") for name, text in data.items() if text}
    extra = "".join(f' data-{name}="{text}"' for name, text in lines.items())
    return f'<g class="chart-point" role="img" tabindex="{0 if first else -1}" aria-label="{words}"{extra}>{inside}</g>'

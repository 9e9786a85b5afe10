"""Drawing the whole report in every format against drawing its charts once with matplotlib. CPU seconds of one run.

Every format is drawn for the first time in this process: loading its libraries and fonts is part of what it costs.
"""

import io
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from outturn.core.report.document import Document, from_json
from outturn.core.report.pictures import Chart
from outturn.render import of
from outturn.render.pictures import draw_svg

EDITION = Path("papers") / "llr-performance-report" / "2025-01-14"


def cpu(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def sample(home: Path) -> Document:
    """The paper of the sample system."""
    outturn = Path(sys.executable).with_name("outturn")
    subprocess.run([outturn, "sample", "--home", home, "--no-serve"], check=True, capture_output=True)
    return from_json((home / EDITION / "document.json").read_bytes())


def with_matplotlib(chart: Chart) -> None:
    """The same lines, marks and words as ours, as a picture for paper (150 dots an inch)."""
    from matplotlib import dates, pyplot

    figure, axes = pyplot.subplots(figsize=(7.2, 3.6))
    days = list(chart.dates)
    axes.plot(days, gaps(chart.values), "o-", color="#768692", linewidth=1.5)
    for column, style, name in (
        (chart.mean, "-", "Mean"),
        (chart.lower, "--", "Lower limit"),
        (chart.upper, "--", "Upper limit"),
    ):
        if column:
            axes.plot(days, gaps(column), style, color="#4C6272")
            axes.annotate(f"{name} {column[-1]:.1f}", (days[-1], column[-1]), xytext=(8, 0), textcoords="offset points")
    if any(value is not None for value in chart.plan):
        axes.step(days, gaps(chart.plan), where="mid", color="#6F3FA8", label="Plan")
    for kind, marker, colour in (("improvement", "D", "#005EB8"), ("concern", "s", "#D5600A")):
        chosen = [(point.date, point.value) for point in chart.points if kind in point.flag]
        axes.plot([day for day, _ in chosen], [value for _, value in chosen], marker, color=colour, label=kind)
    if chart.forecast:
        later = [fan.date for fan in chart.forecast]
        axes.fill_between(
            later, [fan.lower for fan in chart.forecast], [fan.upper for fan in chart.forecast], alpha=0.2
        )
        axes.plot(later, [fan.mean for fan in chart.forecast], ":")
    for flag in chart.ambitions:
        axes.annotate(flag.label, (flag.date, flag.value))
    axes.xaxis.set_major_formatter(dates.DateFormatter("%b %Y"))
    axes.set_title(chart.title, loc="left")
    axes.set_ylabel(chart.unit_words)
    axes.grid(axis="y")
    axes.legend()
    figure.savefig(io.BytesIO(), format="png", dpi=150, bbox_inches="tight")
    pyplot.close(figure)


def gaps(column: tuple[float | None, ...]) -> list[float]:
    return [float("nan") if value is None else value for value in column]


def main() -> int:
    """Prints CPU seconds and ratios; 1 when the report costs more than its charts do with matplotlib."""
    with tempfile.TemporaryDirectory(prefix="outturn-bench-") as home:
        document = sample(Path(home))
    drawn = [block for page in document.pages for block in page.blocks if isinstance(block, Chart)]
    spent = {}
    for name, draw in of(document).items():
        spent[name] = cpu(lambda draw=draw: draw(document))
    again = {name: cpu(lambda draw=draw: draw(document)) for name, draw in of(document).items()}
    ours = cpu(lambda: [draw_svg(chart) for chart in drawn])
    import matplotlib

    matplotlib.use("agg")
    with_matplotlib(drawn[0])  # loading it is not counted
    yardstick = cpu(lambda: [with_matplotlib(chart) for chart in drawn])
    print(f"{len(document.pages)} pages, {len(drawn)} charts")
    print(f"{'matplotlib, the charts alone':<34}{yardstick:8.3f} s")
    print(
        f"{'our charts as SVG':<34}{ours:8.3f} s{ours / yardstick:8.4f} x   {1000 * ours / len(drawn):.2f} ms a chart"
    )
    for name, seconds in spent.items():
        print(f"{name:<34}{seconds:8.3f} s{seconds / yardstick:8.3f} x   again {again[name]:.3f} s")
    total = sum(spent.values())
    missed = total >= yardstick
    verdict = "   (under 1: MISSED)" if missed else "   (under 1)"
    print(f"{'the whole report, every format':<34}{total:8.3f} s{total / yardstick:8.3f} x{verdict}")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())

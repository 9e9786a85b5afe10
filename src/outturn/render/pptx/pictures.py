"""Charts on a slide: beside their facts, or alone."""

from __future__ import annotations

from dataclasses import dataclass

from outturn.core.report.document import Facts
from outturn.core.report.pictures import Chart
from outturn.render import look
from outturn.render.charts.extent import axis, beyond
from outturn.render.charts.key import entries
from outturn.render.charts.ticks import tick_words
from outturn.render.lettering import fitted
from outturn.render.pptx import chart as native_chart
from outturn.render.pptx import overlay
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.facts import draw_fact, fact_height
from outturn.render.pptx.geometry import CHART_SHARE, LEFT, POINT, ROOM
from outturn.render.pptx.xml import paragraph, run, text_box

HEAD, KEY = 0.34, 0.22
GUTTER = 0.45
SIGNS = {"improvement": "◆", "concern": "■", "neutral": "▲", "provisional": "○", "restated": "r"}


def subtitle(chart: Chart) -> str:
    """Measure, area, unit; and where the axis starts when that is not zero."""
    ticks, step, _ = axis(chart, 5)
    starts = f"axis starts at {tick_words(ticks[0], step, chart.unit, chart.decimals)}" if ticks[0] > 0 else ""
    return "  ·  ".join(part for part in (chart.subtitle, starts) if part)


def draw_chart(canvas: Canvas, chart: Chart, x: float, y: float, w: float, h: float, titled: bool = False) -> None:
    """Subtitle and icons, the chart, and a key to the shapes in it."""
    icons = len(chart.marks) * (overlay.ICON + 0.12)
    said = f"{chart.title}  ·  {subtitle(chart)}" if titled else subtitle(chart)
    words = fitted(said, 11, (w - icons - 0.1) / POINT)
    canvas.add(
        text_box(
            canvas.next_ident(),
            "Chart subtitle",
            chart.subtitle,
            (x, y, w - icons, HEAD - 0.06),
            paragraph(run(words, 11, False, look.QUIET)),
            "ctr",
        )
    )
    overlay.icons(canvas, chart.marks, x + w - icons, y, 0.3)
    shown = [chart.values[n] for n in range(len(chart.values)) if chart.values[n] is not None]
    if not shown:
        canvas.add(
            text_box(
                canvas.next_ident(),
                "No chart",
                "No values",
                (x, y + HEAD, w, 0.4),
                paragraph(run("No value can be shown.", 12, False, look.QUIET)),
            )
        )
        return
    native_chart.draw(canvas, chart, (x, y + HEAD, w, h - HEAD - KEY))
    key = key_runs(chart)
    if key:
        canvas.add(
            text_box(
                canvas.next_ident(),
                "Key",
                "Key to the shapes in the chart",
                (x + 0.6, y + h - KEY, w - 0.6, KEY),
                paragraph(key),
            )
        )


def key_runs(chart: Chart) -> str:
    found = entries(chart, short=False)
    parts = []
    for kind, words in found:
        colour = look.VARIATION[kind].colour if kind in look.VARIATION else look.POINT
        parts.append(run(f"{SIGNS[kind]} ", 10, True, colour) + run(f"{words}    ", 10, False, look.QUIET))
    if any(state == "suppressed" for state in chart.states):
        parts.append(run("gaps: suppressed values", 10, False, look.QUIET))
    later = [flag.label for flag in chart.ambitions if beyond(chart, flag)]
    parts += [run(f"▲ {words}, beyond this chart    ", 10, False, look.AMBITION) for words in later]
    return "".join(parts)


@dataclass
class SplitPiece:
    """A chart in two thirds, up to three facts in the other."""

    chart: Chart
    facts: Facts
    least: float = 3.3

    @property
    def height(self) -> float:
        return max(self.least, sum(self.tall()) + 0.12 * (len(self.facts.items) - 1))

    @property
    def wide(self) -> float:
        return ROOM * (1 - CHART_SHARE) - GUTTER

    def tall(self) -> list[float]:
        return [fact_height(fact, self.wide, 24) for fact in self.facts.items]

    @property
    def anchors(self) -> list[str]:
        return [self.chart.anchor]

    def split(self, room: float) -> tuple[SplitPiece | None, SplitPiece | None]:
        return None, self

    def draw(self, canvas: Canvas, y: float) -> None:
        draw_chart(canvas, self.chart, LEFT, y, ROOM * CHART_SHARE, self.height)
        x, top = LEFT + ROOM * CHART_SHARE + GUTTER, y
        spare = (self.height - sum(self.tall())) / max(len(self.facts.items), 1)
        for fact, tall in zip(self.facts.items, self.tall(), strict=True):
            draw_fact(canvas, fact, x, top, self.wide, tall, 24)
            top += tall + min(spare, 0.25)


@dataclass
class ChartPiece:
    chart: Chart
    height: float = 3.6

    @property
    def anchors(self) -> list[str]:
        return [self.chart.anchor]

    def split(self, room: float) -> tuple[ChartPiece | None, ChartPiece | None]:
        return (ChartPiece(self.chart, room), None) if room > 2.8 else (None, self)

    def draw(self, canvas: Canvas, y: float) -> None:
        draw_chart(canvas, self.chart, LEFT, y, ROOM, self.height, titled=True)

"""The plane of a chart: values and dates to pixels."""

from dataclasses import dataclass
from datetime import date


def px(number: float) -> str:
    """A coordinate with one decimal, as short as it can be written."""
    text = f"{number:.1f}"
    return text[:-2] if text.endswith(".0") else text


@dataclass(frozen=True)
class Space:
    """Pixels of the plot, and the dates (as day numbers) and values at its edges."""

    left: float
    right: float
    top: float
    bottom: float
    first: float
    last: float
    low: float
    high: float
    step: float  # days from one point to the next

    def x(self, day: date | float) -> float:
        number = day.toordinal() if isinstance(day, date) else day
        return self.left + (number - self.first) / (self.last - self.first) * (self.right - self.left)

    def y(self, value: float) -> float:
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def clamp(self, value: float) -> float:
        """The value, or the edge it lies beyond."""
        return min(max(value, self.low), self.high)

    @property
    def half(self) -> float:
        """Half the distance between two points, in pixels."""
        return self.step / (self.last - self.first) * (self.right - self.left) / 2

    @property
    def size(self) -> float:
        """Type size: charts are drawn at the size they are shown, so phones get a drawing of their own."""
        return 12 if self.right - self.left > 330 else 11

    @property
    def narrow(self) -> bool:
        return self.size < 12

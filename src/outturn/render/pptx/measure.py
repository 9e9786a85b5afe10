"""The axis of values: where it starts and ends, how its figures are written."""

from outturn.render.charts.words import Measured
from outturn.render.numbers import axis_format, held


def axis_scale(picture: Measured, low: float, high: float, step: float) -> tuple[tuple[float, float, float], str]:
    """Lowest, highest and step as the file holds them, and the format of the figures."""
    limits = (held(low, picture.unit), held(high, picture.unit), held(step, picture.unit))
    return limits, axis_format(picture.unit, picture.scale, step)

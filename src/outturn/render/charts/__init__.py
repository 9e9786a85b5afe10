"""What all pictures are drawn with as SVG: the plane, axes, labels at line ends, keys; the small signs of tables."""

from outturn.render.charts.icon import draw_icon
from outturn.render.charts.shape import draw_shape
from outturn.render.charts.sparkline import draw_sparkline

__all__ = ["draw_icon", "draw_shape", "draw_sparkline"]

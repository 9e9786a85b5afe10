"""What all pictures are drawn with as SVG: the plane, axes, labels at line ends, keys; the small signs of tables."""

from outturn.render.charts.icon import icon
from outturn.render.charts.shape import shape
from outturn.render.charts.sparkline import sparkline

__all__ = ["icon", "shape", "sparkline"]

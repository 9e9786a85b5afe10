"""Sense at load: what a delivery says that may be right and may be wrong is asked about before it is recorded."""

from outturn.core.sense.weigh import Background, Weighed, weigh

__all__ = ["Background", "Weighed", "weigh"]

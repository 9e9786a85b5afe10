"""Document -> slides: one message each, native charts and tables, linked both ways."""

from outturn.render.pptx.deck import pptx

__all__ = ["pptx"]

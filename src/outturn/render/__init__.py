"""Document -> bytes, in every format. Each renderer is loaded when it is first used."""

from outturn.render.formats import FORMATS, Format, Renderer, of

__all__ = ["FORMATS", "Format", "Renderer", "of"]

"""Document -> tagged PDF (PDF/UA-1), A4 landscape, by Typst."""

from outturn.render.pdf.report import pdf

__all__ = ["pdf"]

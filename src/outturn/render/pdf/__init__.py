"""Document -> tagged PDF (PDF/UA-1) by Typst: A4 landscape; a one-page framework on A3 portrait."""

from outturn.render.pdf.report import annex, pdf

__all__ = ["annex", "pdf"]

"""Document -> one HTML file that needs nothing else: no script, no request, readable from phone to print."""

from outturn.render.html.report import html

__all__ = ["html"]

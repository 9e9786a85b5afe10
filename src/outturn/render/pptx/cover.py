"""The first slide."""

from pptx.slide import Slide

from outturn.core.report.document import Document
from outturn.render import look
from outturn.render.charts.words import drop_illegal
from outturn.render.native.slides.geometry import LEFT, ROOM
from outturn.render.native.slides.xml import NO_LINE, paragraph, run, shape, solid, text_box
from outturn.render.pptx.canvas import Canvas


def draw_cover(slide: Slide, document: Document) -> None:
    canvas = Canvas(slide, lambda _: None)
    canvas.title().text = drop_illegal(document.title)
    canvas.add(shape(canvas.next_ident(), "Accent", "", (LEFT, 1.55, 0.9, 0.08), "rect", solid(look.ACCENT) + NO_LINE))
    who = paragraph(run(document.organisation, 16, True, look.ACCENT))
    canvas.add(text_box(canvas.next_ident(), "Organisation", document.organisation, (LEFT, 1.8, ROOM, 0.35), who))
    under = paragraph(run(document.subtitle, 18, False, look.QUIET))
    canvas.add(text_box(canvas.next_ident(), "Subtitle", document.subtitle, (LEFT, 3.55, ROOM, 0.7), under))
    facts = (
        ("Period", document.period),
        ("Edition", document.edition),
        ("As known on", document.as_known),
        ("Definitions", document.definitions[:12]),
    )
    for number, (label, words) in enumerate(facts):
        body = paragraph(run(label, 11, False, look.QUIET), after=2) + paragraph(run(words, 13, True, look.INK))
        canvas.add(
            text_box(canvas.next_ident(), label, f"{label}: {words}", (LEFT + number * 3.05, 4.6, 2.9, 0.7), body)
        )
    small = [document.sample] if document.sample else []
    small += [f"Sources: {'; '.join(document.sources)}"] if document.sources else []
    body = "".join(paragraph(run(words, 11, False, look.QUIET), after=4) for words in small) or paragraph("")
    canvas.add(text_box(canvas.next_ident(), "Sources", "Sources", (LEFT, 6.0, ROOM, 1.0), body, "b"))

"""Plans the slides, makes them, draws each, and packs the file so that equal documents give equal bytes."""

import io
from datetime import datetime

from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Pt

from outturn.core.report.document import Document
from outturn.render import look
from outturn.render.charts.words import drop_illegal
from outturn.render.native.slides.geometry import LEFT, ROOM
from outturn.render.native.slides.xml import NAMESPACES, name_shape, paragraph, run, solid, text_box
from outturn.render.pptx.canvas import Canvas
from outturn.render.pptx.cover import draw_cover
from outturn.render.pptx.notes import notes
from outturn.render.pptx.package import pack
from outturn.render.pptx.plan import TITLE_SIZES, SlidePlan, plans, title_size
from outturn.render.pptx.template import COVER, MESSAGE, presentation

FONT = '<a:latin typeface="+mn-lt"/>'


def pptx(document: Document) -> bytes:
    deck = presentation()
    describe(deck, document)
    cover = deck.slides.add_slide(deck.slide_layouts[COVER])
    draw_cover(cover, document)
    planned = plans(document)
    slides = [deck.slides.add_slide(deck.slide_layouts[MESSAGE]) for _ in planned]
    where: dict[str, Slide] = {}
    for plan, slide in zip(planned, slides, strict=True):
        for anchor in plan.anchors:
            where.setdefault(anchor, slide)
    for plan, slide in zip(planned, slides, strict=True):
        draw(plan, Canvas(slide, where.get), document)
    stream = io.BytesIO()
    deck.save(stream)
    return pack(stream.getvalue())


def describe(deck: Presentation, document: Document) -> None:
    """File properties; no clock is asked."""
    properties = deck.core_properties
    properties.title, properties.subject = document.title, document.period
    properties.author = properties.last_modified_by = document.organisation
    properties.language, properties.revision = document.language, 1
    properties.created = properties.modified = datetime(2000, 1, 1)


def draw(plan: SlidePlan, canvas: Canvas, document: Document) -> None:
    write_title(canvas, plan.title)
    box = (LEFT, 0.3, ROOM * 0.7, 0.24)
    head = plan.page.section or document.title
    canvas.add(text_box(canvas.next_ident(), "Section", head, box, paragraph(run(head, 10.5, True, look.ACCENT))))
    way_back(plan, canvas)
    for y, piece in plan.placed:
        piece.draw(canvas, y)
    foot(canvas, document)
    if plan.number == 1:
        frame = canvas.slide.notes_slide.notes_text_frame
        assert frame is not None  # our master has notes
        frame.text = drop_illegal(notes(plan.page, document))


def write_title(canvas: Canvas, title: str) -> None:
    frame = canvas.title()
    frame.text = drop_illegal(" ".join(title.split()))
    if (size := title_size(title)) < TITLE_SIZES[0]:
        frame.paragraphs[0].font.size = Pt(size)


def way_back(plan: SlidePlan, canvas: Canvas) -> None:
    if not (link := canvas.link(plan.page.back)):
        return
    words = plan.page.back_words or "Back"
    body = paragraph(run(words, 10.5, False, look.ACCENT, link), "r")
    canvas.add(text_box(canvas.next_ident(), "Way back", words, (LEFT + ROOM * 0.7, 0.3, ROOM * 0.3, 0.24), body))


def foot(canvas: Canvas, document: Document) -> None:
    """Source, period, edition and page, in the places that the layout gives."""
    source = document.sources[0] if document.sources else document.organisation
    words = f"Source: {source}  ·  {document.period}  ·  edition {document.edition}, as known on {document.as_known}"
    canvas.add(placeholder(canvas.next_ident(), "Footer", words, "ftr", 10, "l", run(words, 9, False, look.QUIET)))
    look_of = f'<a:rPr lang="en-GB" sz="900">{solid(look.QUIET)}{FONT}</a:rPr>'
    number = f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">{look_of}<a:t>‹#›</a:t></a:fld>'
    canvas.add(placeholder(canvas.next_ident(), "Slide number", "Slide number", "sldNum", 11, "r", number))


def placeholder(ident: int, name: str, alt: str, kind: str, index: int, align: str, runs: str) -> str:
    return (
        f'<p:sp {NAMESPACES}><p:nvSpPr>{name_shape(ident, name, alt)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f'<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:pPr algn="{align}"/>{runs}</a:p></p:txBody></p:sp>'
    )

"""Slides read back: what stands where, and what reaches into the foot."""

import io

from pptx import Presentation

from outturn.render.lettering import lines

RULE = 6.98 * 914_400
FOOT = ("Footer", "Slide number")
POINT = 12_700


def read(data: bytes):
    return Presentation(io.BytesIO(data))


def needed(shape) -> float:
    """Units that the words of a box take, each paragraph in the type of its first run."""
    tall = 0.0
    for part in shape.text_frame.paragraphs:
        size = next((run.font.size.pt for run in part.runs if run.font.size), 6.0)
        text = "".join(run.text for run in part.runs)
        tall += lines(text, size, shape.width / POINT / 1.05) * size * 1.2 * POINT
    return tall


def over(data: bytes) -> list[tuple[int, str]]:
    """(number of the slide, name) of shapes that reach into the foot, or whose words do."""
    found = []
    for number, slide in enumerate(read(data).slides, 1):
        for shape in slide.shapes if number > 1 else ():
            if shape.name.startswith(FOOT) or shape.is_placeholder:
                continue
            bottom = shape.top + shape.height
            if shape.has_table:
                bottom = shape.top + sum(row.height for row in shape.table.rows)
            elif shape.has_text_frame and shape.text_frame.text:
                bottom = max(bottom, shape.top + needed(shape))
            if bottom > RULE:
                found.append((number, shape.name))
    return found

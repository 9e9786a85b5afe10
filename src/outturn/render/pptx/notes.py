"""Speaker notes: the explanation behind a slide, in the order a speaker needs it."""

from outturn.core.report.document import Document, Facts, Page, Paragraph
from outturn.render.arrange import plain_text, small_print
from outturn.render.pictures import is_picture
from outturn.render.pptx.words import plain


def notes(page: Page, document: Document) -> str:
    found = [page.title]
    for block in page.blocks:
        if isinstance(block, Paragraph):
            found.append(plain_text(block.runs))
        elif is_picture(block):
            found.append(block.alt)
        elif isinstance(block, Facts):
            found += [
                " ".join(filter(None, (f"{fact.label}: {plain(fact.cell)}.", small_print(fact.cell), fact.detail)))
                for fact in block.items
            ]
    source = f"Source: {'; '.join(document.sources)}. " if document.sources else ""
    found.append(f"{source}As known on {document.as_known}; definitions {document.definitions[:12]}.")
    return "\n".join(dict.fromkeys(text for text in found if text))

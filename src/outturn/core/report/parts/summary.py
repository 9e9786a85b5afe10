"""Executive summary: the worst first, then what people say about each area."""

from outturn.core.catalogue import Entry, Framework, Meaning, PartKind, Scheme, Section
from outturn.core.commentary import NoteKind
from outturn.core.report.cells import chip_of
from outturn.core.report.document import (
    Block,
    Cell,
    Column,
    ColumnKind,
    Fact,
    Facts,
    Page,
    PageKind,
    Panel,
    PanelTone,
    Paragraph,
    Row,
    Run,
    Table,
    anchor_of,
)
from outturn.core.report.paper import Paper
from outturn.core.report.parts.said import whose
from outturn.core.report.say.headline import headline_of
from outturn.core.report.say.order import BANDS, pick_worst, sort_sections
from outturn.core.report.say.tally import tally
from outturn.core.report.wording import all_of, behaviour, join_in_words, lower_first, spell, standing


def place(paper: Paper, framework: Framework) -> str:
    """Its anchor."""
    return paper.part_anchor(PartKind.SUMMARY, "summary", framework.slug)


def page(paper: Paper, framework: Framework, title: str) -> Page:
    blocks: list[Block] = [
        Paragraph((Run(lead(paper, framework)),), lead=True),
        counts(paper, framework),
        by_section(paper, framework),
    ]
    return Page(
        place(paper, framework),
        PageKind.SUMMARY,
        title,
        tuple(blocks),
        sheet="Executive summary",
    )


def highlights(paper: Paper, framework: Framework) -> list[Page]:
    """What people say, area by area, the worst areas first; no page where nobody says anything."""
    panels: list[Block] = []
    for section, _ in list_worst_first(paper, framework):
        notes = paper.in_section_said(framework, section.slug)
        items = [
            paper.rich(note, whose(paper, framework, note, ())) for note in notes if note.kind is NoteKind.HIGHLIGHT
        ]
        if items:
            panels.append(Panel(PanelTone.NOTE, section.name, tuple(items)))
    if not panels:
        return []
    return [
        Page(
            "highlights",
            PageKind.SUMMARY,
            "What to know about each area",
            tuple(panels),
            sheet="Highlights",
            back=place(paper, framework),
            back_words="Back to the executive summary",
        )
    ]


def list_worst_first(paper: Paper, framework: Framework) -> list[tuple[Section, list[Entry]]]:
    """Sections with entries, the worst first; those that are equal in their own order."""
    entries = {section: paper.in_section(framework, section.slug) for section in framework.sections}
    results = [(section, [paper.result(entry) for entry in held]) for section, held in entries.items() if held]
    return [(section, entries[section]) for section, _ in sort_sections(results)]


def find_worst(paper: Paper, entries: list[Entry]) -> Entry | None:
    """The entry that needs attention first, if any is off plan."""
    worst = pick_worst([paper.result(entry) for entry in entries])
    return next((entry for entry in entries if worst is not None and entry.key == worst.key), None)


def lead(paper: Paper, framework: Framework) -> str:
    """How many are off plan, and what changed among them."""
    words = [f"{headline_of(framework.kind, paper.list_measures(framework))}."]
    worsening = [
        paper.name(entry)
        for entry in framework.entries
        if paper.result(entry).rating.off and paper.result(entry).variation.worsens
    ]
    if worsening:
        words.append(f"Off plan and getting worse, more than by chance: {join_in_words(worsening)}.")
    return " ".join(words)


def counts(paper: Paper, framework: Framework) -> Facts:
    """One fact for each band that occurs."""
    found = []
    for key in BANDS:
        some = [entry for entry in framework.entries if paper.result(entry).rating.key == key]
        if some:
            band = paper.catalogue.band(some[0].scheme, key)
            chip = chip_of(band)
            number = Cell(text=str(len(some)), value=len(some), unit="count", chip=chip)
            found.append(Fact(band.word, number, meaning(paper.catalogue.schemes[some[0].scheme], key)))
    return Facts(tuple(found))


def meaning(scheme: Scheme, key: str) -> str:
    """What the band means; where several lead to the same colour, all of them, or that each row says which."""
    bands = [band for band in scheme.bands if band.key == key]
    meanings = list(dict.fromkeys(band.meaning for band in bands if band.meaning))
    if len(meanings) > 1 and all(band.means == Meaning.UNRATED for band in bands):
        return "Not rated. Each measure says why."
    return " ".join(meanings)


def by_section(paper: Paper, framework: Framework) -> Table:
    keys = [key for key in BANDS if any(paper.result(entry).rating.key == key for entry in framework.entries)]
    words = {key: _word(paper, framework, key) for key in keys}
    columns = (
        Column("section", "Area of work", ColumnKind.LINK, 22),
        *(Column(key, words[key], ColumnKind.NUMBER, 6) for key in keys),
        Column("stands_out", "What stands out", ColumnKind.TEXT, 48),
    )
    rows = []
    for section, entries in list_worst_first(paper, framework):
        found = tally([paper.result(entry) for entry in entries]).by_key
        numbers = (Cell(text=str(found[key]), value=found[key], unit="count") for key in keys)
        link = anchor_of("section", framework.slug, section.slug)
        rows.append(Row((Cell(text=section.name, link=link), *numbers, Cell(text=section_sentence(paper, entries)))))
    return Table("by-section", "Ratings by area of work, the worst first", columns, tuple(rows))


def _word(paper: Paper, framework: Framework, key: str) -> str:
    scheme = next(entry.scheme for entry in framework.entries if paper.result(entry).rating.key == key)
    return paper.catalogue.band(scheme, key).word


def section_sentence(paper: Paper, entries: list[Entry]) -> str:
    """The worst measure by name and figure; or that all is well."""
    count = tally([paper.result(entry) for entry in entries])
    worst = find_worst(paper, entries)
    if worst is None and not count.rated:
        return "Nothing here is rated yet."
    if worst is None:
        return f"{all_of(count.rated, 'rated measure')} {'is' if count.rated == 1 else 'are'} on plan."
    result, indicator = paper.result(worst), paper.indicator(worst)
    words = standing(worst, indicator, result)
    how = behaviour(result)
    name = paper.name(worst)
    sentence = f"{name}: {lower_first(words)}{f', {how}' if how else ''}."
    others = count.off - 1
    return sentence + (f" {spell(others)} other{'s' if others > 1 else ''} off plan." if others else "")

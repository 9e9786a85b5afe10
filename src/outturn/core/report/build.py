"""Pack definition + what is known -> Document. The parts of the pack, in its order."""

from collections.abc import Callable

from outturn.core.catalogue import Framework, PackPart, PartKind
from outturn.core.report.apart import tell_apart
from outturn.core.report.document import Document, Page
from outturn.core.report.paper import Paper
from outturn.core.report.parts import (
    appendix,
    changes,
    finance,
    method,
    outcome_changes,
    outcome_measures,
    outcomes,
    ranks,
    scorecard,
    sections,
    summary,
)
from outturn.core.report.reach import reach
from outturn.core.report.say.contents import title_part
from outturn.core.report.settled import settle_columns


def build(paper: Paper) -> Document:
    """The paper as a Document. Raises KeyError for a part kind that nobody knows: definitions are checked on load."""
    parts = [(_origin(paper, part), PARTS[part.kind](paper, part)) for part in paper.pack.parts]
    return Document(
        pack=paper.pack.slug,
        title=paper.pack.title,
        subtitle=paper.pack.subtitle,
        organisation=paper.pack.organisation,
        period=data_to(paper),
        edition=paper.edition,
        as_known=f"{paper.as_known.day} {paper.as_known:%B %Y} (release {paper.release})",
        release=paper.release,
        definitions=paper.catalogue.version,
        pages=tuple(settle_columns(page) for page in tell_apart(parts)),
        sources=paper.pack.sources,
        sample=paper.pack.sample,
    )


def data_to(paper: Paper) -> str:
    """`Data to October 2024`: the newest month that most measures of the paper's first framework have.

    A measure has a month when its newest figure is about a period that ends in it, or later. A period that had not
    ended when the paper was made (a year in its course) says nothing of how far the data reach.
    """
    first = next((part.framework for part in paper.pack.parts if part.framework), "")
    ends = [result.date for result in paper.results if result.framework == first and result.date]
    newest = reach(day for day in ends if day <= paper.as_known)
    if newest is None:
        return "No period has ended yet" if ends else "No data yet"
    return f"Data to {newest:%B %Y}"


def _origin(paper: Paper, part: PackPart) -> str:
    return paper.framework(part.framework).title if part.framework else ""


def _framework(paper: Paper, part: PackPart) -> Framework:
    return paper.framework(part.framework)


def _title(paper: Paper, part: PackPart) -> str:
    return title_part(part, paper.catalogue)


def _appendix(paper: Paper, part: PackPart) -> list[Page]:
    slugs = dict.fromkeys([part.framework, *(other.framework for other in paper.pack.parts)])
    wanted = [paper.framework(slug) for slug in slugs if slug]
    return appendix.pages(paper, [framework for framework in wanted if framework.shows.in_full], _title(paper, part))


def _changes(paper: Paper, part: PackPart) -> list[Page]:
    """A one-page framework says more of its changes: targets, and measures that came and went."""
    framework = paper.catalogue.frameworks.get(part.framework)
    if framework and framework.shows.on_one_page:
        return [outcome_changes.page(paper, framework, _title(paper, part))]
    return [changes.page(paper, _title(paper, part))]


PARTS: dict[PartKind, Callable[[Paper, PackPart], list[Page]]] = {
    PartKind.SUMMARY: lambda paper, part: [
        summary.page(paper, _framework(paper, part), _title(paper, part)),
        *summary.highlights(paper, _framework(paper, part)),
    ],
    PartKind.SCORECARD: lambda paper, part: [scorecard.page(paper, _framework(paper, part), _title(paper, part))],
    PartKind.SECTIONS: lambda paper, part: sections.pages(paper, _framework(paper, part)),
    PartKind.FINANCE: lambda paper, part: [finance.page(paper, _framework(paper, part), _title(paper, part))],
    PartKind.RANKS: lambda paper, part: ranks.pages(paper, _framework(paper, part), _title(paper, part)),
    PartKind.CHANGES: _changes,
    PartKind.APPENDIX: _appendix,
    PartKind.OUTCOMES: lambda paper, part: [outcomes.page(paper, _framework(paper, part), part)],
    PartKind.MEASURES: lambda paper, part: outcome_measures.pages(paper, _framework(paper, part)),
    PartKind.METHOD: lambda paper, part: [method.page(paper, _title(paper, part))],
}

"""The definitions as somebody sees them: without the entries, frameworks and packs that are not theirs to see."""

from dataclasses import replace

from outturn.core.access import Sight
from outturn.core.catalogue import Catalogue, Framework
from outturn.core.subject import Subject
from outturn.core.tree import subject_of


def narrow(catalogue: Catalogue, sight: Sight) -> Catalogue:
    """Pages are drawn from this, so that what is not seen is neither listed nor counted. Areas, schemes and indicators
    stay: what is seen refers to them."""
    if sight.is_whole:
        return catalogue
    frameworks = {slug: _narrow_framework(framework, sight) for slug, framework in catalogue.frameworks.items()}
    return replace(
        catalogue,
        frameworks={
            slug: each for slug, each in frameworks.items() if each.entries or sight.covers(Subject(framework=slug))
        },
        packs={slug: pack for slug, pack in catalogue.packs.items() if sight.covers(Subject(pack=slug))},
    )


def _narrow_framework(framework: Framework, sight: Sight) -> Framework:
    return replace(framework, entries=tuple(entry for entry in framework.entries if sight.covers(subject_of(entry))))

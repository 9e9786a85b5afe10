"""The columns of what a row is about: the same in every table, so that everything about an indicator, or about a
framework, is one query a table."""

from django.db import models

from outturn.core.subject import Subject

PLACES = ("framework", "section", "indicator", "area")


def slug_column() -> models.CharField:
    """Blank: all of them."""
    return models.CharField(max_length=80, blank=True, default="", db_default="")


class About(models.Model):
    framework = slug_column()
    section = slug_column()
    indicator = slug_column()
    area = slug_column()

    class Meta:
        abstract = True

    @property
    def about(self) -> Subject:
        return Subject(**{name: getattr(self, name) for name in PLACES})


def indexes() -> list[models.Index]:
    """Of the columns of About: a model with them has these indexes among its own."""
    return [models.Index(fields=["indicator", "area"]), models.Index(fields=["framework", "section"])]


def columns_of(subject: Subject) -> dict[str, str]:
    """The values of the columns of About."""
    return {name: getattr(subject, name) for name in PLACES}

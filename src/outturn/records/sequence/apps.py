"""Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "outturn.records.sequence"
    label = "sequence"

"""Django app."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "outturn.records.audit"
    label = "audit"

    def ready(self) -> None:
        """The trail is the lowest room: it has what no room may change watched over (see `added_only`)."""
        from outturn.records import added_only

        added_only.watch(self)

"""Serving with gunicorn: a keep-alive of 75 s, because 2 s was seen to drop requests under load."""

import typer
from gunicorn.app.base import BaseApplication


class Site(BaseApplication):
    def __init__(self, bind: str) -> None:
        self.bind = bind
        super().__init__()

    def load_config(self) -> None:
        settings = {"bind": self.bind, "workers": 2, "threads": 4, "keepalive": 75, "timeout": 60, "accesslog": None}
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self):
        from outturn.config.wsgi import application

        return application


def run(port: int, host: str = "127.0.0.1") -> None:
    """Serves until stopped with Ctrl-C."""
    shown = "localhost" if host == "127.0.0.1" else host
    typer.echo(f"Outturn is at http://{shown}:{port} (stop with Ctrl-C)")
    Site(f"{host}:{port}").run()

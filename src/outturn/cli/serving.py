"""Serving with gunicorn: a keep-alive of 75 s, because 2 s was seen to drop requests under load."""

import errno
import socket

import typer
from gunicorn.app.base import BaseApplication
from gunicorn.util import is_ipv6


class Site(BaseApplication):
    def __init__(self, bind: str) -> None:
        self.bind = bind
        super().__init__()

    def load_config(self) -> None:
        settings = {"bind": self.bind, "workers": 2, "threads": 4, "keepalive": 75, "timeout": 60, "accesslog": None}
        settings["control_socket_disable"] = True  # it would lie in the home folder, which a service may not have
        for name, value in settings.items():
            self.cfg.set(name, value)

    def load(self):
        from outturn.config.wsgi import application

        return application


def refusal(port: int, host: str) -> str:
    """Why nothing can listen there, as a sentence; blank when something can."""
    address = host.strip("[]")
    try:
        socket.create_server((address, port), family=socket.AF_INET6 if is_ipv6(address) else socket.AF_INET).close()
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            return f"Port {port} is in use by another program. Stop it or use --port {port + 1}."
        if problem.errno == errno.EACCES:
            return f"You may not use port {port}. Use one from 1024 to 65535, such as --port 8000."
        return f"The site cannot listen on {host}: {problem.strerror}. Use --host with an address of this machine."
    return ""


def collect() -> None:
    """Styles and scripts under names that carry their content, so that browsers keep them and never keep old ones."""
    from django.core.management import call_command

    try:
        call_command("collectstatic", interactive=False, verbosity=0)
    except OSError as problem:
        typer.echo(f"Styles are served under plain names: {problem.filename} cannot be written.", err=True)


def run(port: int, host: str = "127.0.0.1") -> None:
    """Serves until stopped with Ctrl-C. Ends with exit code 1 when it cannot listen there."""
    if sentence := refusal(port, host):
        typer.echo(sentence, err=True)
        raise typer.Exit(1)
    collect()
    address = f"[{host}]" if is_ipv6(host) else host
    shown = "localhost" if host == "127.0.0.1" else address
    typer.echo(f"Outturn is at http://{shown}:{port} (stop with Ctrl-C)")
    Site(f"{address}:{port}").run()

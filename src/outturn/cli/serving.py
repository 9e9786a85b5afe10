"""Serving with granian, whose settings are the first part of what keeps slow and large requests out (decision 11)."""

import errno
import multiprocessing
import resource
import socket
from typing import Any

import typer
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.http import HTTP1Settings
from granian.log import LogLevels

CONNECTIONS = 1024
"""Open connections of each worker; a slow one costs nothing but its place."""

HEADER_SECONDS = 60
"""How long a connection may take over the head of a request, or be kept without one: what proxies keep by default."""


def site(address: str, port: int) -> Any:
    """A server of granian, which has one class for each kind of Python."""
    return Granian(
        "outturn.config.door:door",
        address=address,
        port=port,
        interface=Interfaces.RSGI,
        workers=2,
        http=HTTPModes.http1,
        websockets=False,
        backlog=2 * CONNECTIONS,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=HEADER_SECONDS * 1000),
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    )


def refusal(port: int, host: str) -> str:
    """Why nothing can listen there, as a sentence; blank when something can."""
    address = host.strip("[]")
    try:
        socket.create_server((address, port), family=socket.AF_INET6 if ":" in address else socket.AF_INET).close()
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


def allow_connections() -> None:
    """As many open files as the system lets us have, up to what our connections need."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 4 * CONNECTIONS
    most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, most), hard))


def run_site(port: int, host: str = "127.0.0.1") -> None:
    """Serves until stopped with Ctrl-C. Ends with exit code 1 when it cannot listen there."""
    if sentence := refusal(port, host):
        typer.echo(sentence, err=True)
        raise typer.Exit(1)
    collect()
    allow_connections()
    address = host.strip("[]")
    shown = "localhost" if host == "127.0.0.1" else f"[{address}]" if ":" in address else address
    typer.echo(f"Outturn is at http://{shown}:{port} (stop with Ctrl-C)")
    multiprocessing.set_start_method("spawn", force=True)  # workers read their own settings: see config.wsgi
    site(address, port).serve()

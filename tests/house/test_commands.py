"""Every command explains itself: what it does, and an example that can be copied."""

import pytest
import typer
from typer.main import get_command

from outturn.cli.main import app

OUTTURN = get_command(app)
COMMANDS = {name: command for name, command in OUTTURN.commands.items() if not command.hidden}


def test_the_main_job_has_its_commands():
    assert {"init", "load", "record", "assess", "publish", "sample", "serve", "status"} <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_with_an_example(name):
    command = COMMANDS[name]
    words = command.get_help(typer.Context(command, info_name=f"outturn {name}"))
    assert f"outturn {name}" in words.replace("Usage: outturn", ""), f"give 'outturn {name} --help' an example"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name):
    silent = [each.name for each in COMMANDS[name].params if each.name != "help" and not getattr(each, "help", None)]
    assert not silent, f"'outturn {name}' does not explain: {', '.join(silent)}"

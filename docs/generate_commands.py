"""Write docs/commands.md: what every command says to `--help`."""

from collections.abc import Iterator
from pathlib import Path

import click

from dualuse.cli import cli

PAGE = Path(__file__).with_name("commands.md")

_WIDTH = 78  # click leaves two columns of a terminal's 80
_HEAD = """# The commands

Made by `python docs/generate_commands.py` from the commands themselves; a test compares them.
"""


def reference() -> str:
    """The page: a section for each command with its help."""
    root = click.Context(cli, info_name="dualuse", terminal_width=_WIDTH, **cli.context_settings)
    sections = [
        f"## {context.command_path}\n\n```\n{context.get_help()}\n```\n"
        for context in contexts(root)
    ]
    return "\n".join([_HEAD, *sections])


def contexts(context: click.Context) -> Iterator[click.Context]:
    """The context of each command that is no group, at whatever depth, in the order of its help."""
    command = context.command
    if not isinstance(command, click.Group):
        yield context
        return
    for name in command.list_commands(context):
        below = command.commands[name]
        yield from contexts(click.Context(below, info_name=name, parent=context))


if __name__ == "__main__":
    PAGE.write_text(reference(), "utf-8")

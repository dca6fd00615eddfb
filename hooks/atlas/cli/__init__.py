"""The commands that an editor or a maintainer types. Each says what it did and what comes next.

A command is a module; only the one that is typed is imported, so that none waits for another.
"""

from importlib import import_module

import click

COMMANDS = ("check", "new", "format", "rename", "changes", "schema", "build")
"""Each is a module of this package with a command of the same name in it."""


class _Commands(click.Group):
    """Knows the commands by name, and imports the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:  # noqa: ARG002
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{name}"), name)
        return command


@click.group(name="atlas", cls=_Commands)
def main() -> None:
    """都市間連携アトラス / City Partnership Atlas."""

"""The command `trendrapport` and its exit codes: 0 clean, 1 problems, 2 could not run."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import click

from trendrapport import __version__, commands
from trendrapport.diagnostics import CannotRunError, Text, choose_from
from trendrapport.runtime.interrupt import end
from trendrapport.runtime.plugins import modules
from trendrapport.terminal.ending import could_not, why

_HELP = (
    "Maak van Markdown, YAML en tabellen een trendrapport. / "
    "Turn Markdown, YAML and tables into a trend report."
)
_UNKNOWN = Text(nl='De opdracht "{name}" bestaat niet.', en='The command "{name}" does not exist.')


class _Folder(click.Group):
    """The commands in a folder of modules: `data/add.py` is `data add`, with its `command`.

    A folder is a group, whose docstring is its help.
    """

    def __init__(self, folder: ModuleType, **attributes: Any) -> None:  # noqa: ANN401
        super().__init__(**attributes)
        self._modules = modules(folder)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [_shown(name) for name in self._modules]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        named = {_shown(name): name for name in self._modules}
        if cmd_name not in named:
            return None
        module = self._modules[named[cmd_name]]
        if hasattr(module, "__path__"):
            return _Folder(module, name=cmd_name, help=module.__doc__)
        command: click.Command = module.command
        command.name = cmd_name
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        known = self.list_commands(ctx)
        if args[0] not in known and not args[0].startswith("-"):
            raise CannotRunError(_UNKNOWN.filled(name=args[0]) + choose_from(args[0], known))
        return super().resolve_command(ctx, args)


class _Main(_Folder):
    """All commands; what keeps one from running or ends it is printed in words, with exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise
        except (CannotRunError, OSError) as error:
            could_not(why(error))
        except KeyboardInterrupt:
            end()


def _shown(module: str) -> str:
    """A command as one types it. Names that Python keeps for itself end in `_` as modules."""
    return module.rstrip("_").replace("_", "-")


main = click.version_option(__version__)(
    _Main(
        commands,
        help=_HELP,
        context_settings={"help_option_names": ["-h", "--help"]},
        epilog="Voorbeeld / example: trendrapport build --strict",
    )
)

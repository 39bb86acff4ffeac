"""The command `dramatis`: its words, its flags, and how an error becomes an exit code."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from graph.commands import asking, checking, comparing, explaining, exporting, judging, linking, making
from graph.commands.call import ENVIRONMENT, INTERRUPTED, NEGATIVE, USAGE, Call
from graph.errors import BrokenGraphError, DramatisError, UsageError
from graph.settings import SETTINGS, Settings, configure

if TYPE_CHECKING:  # the pipeline takes a second to load, and most commands do without it
    from graph.reading import Extractor

Arguments = Callable[[argparse.ArgumentParser], None]

FORMATS = ("jsonl", "jsonld", "nq", "nt", "trig", "ttl")


@dataclass(frozen=True, slots=True)
class Command:
    """A word after `dramatis`, its own arguments, the settings it takes as flags, and what it does."""

    name: str
    about: str
    arguments: Arguments
    run: Callable[[Call], int]
    settings: tuple[str, ...] = ()
    """Besides `home`, which all take."""


def shipped(settings: Settings) -> Extractor:
    """The extractor that ships; what it has to do without is told on standard error."""
    from graph.extraction import reader

    return reader(settings, lambda notice: print(f"notice: {notice}", file=sys.stderr))


def main(
    arguments: Sequence[str] | None = None,
    *,
    more: Sequence[Command] = (),
    extractor: Callable[[Settings], Extractor] = shipped,
) -> int:
    """Run the command line; `more` are commands of the packages above this one."""
    options = _parser((*COMMANDS, *more)).parse_args(arguments)
    try:
        flags = {each.name: getattr(options, each.name) for each in SETTINGS if hasattr(options, each.name)}
        code: int = options.run(Call(options, configure(flags, os.environ, Path.cwd()), extractor))
        sys.stdout.flush()
    except DramatisError as error:
        print(f"dramatis: {error}", file=sys.stderr)
        return _code(error)
    except KeyboardInterrupt:
        print("dramatis: interrupted", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe has seen enough (`| head`); Python must not complain when it closes stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def _code(error: DramatisError) -> int:
    if isinstance(error, UsageError):
        return USAGE
    return NEGATIVE if isinstance(error, BrokenGraphError) else ENVIRONMENT


def _parser(commands: Sequence[Command]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dramatis",
        description="A graph of political and armed actors from news texts: every statement with its quote.",
        epilog="Exit codes: 0 done, 1 a negative answer, 2 wrong use, 3 environment or input, "
        "4 done but some inputs refused, 130 interrupted.",
    )
    parser.add_argument("--version", nargs=0, action=_Version, help="print the version")
    words = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in commands:
        word = words.add_parser(command.name, help=command.about, description=f"{command.about}.")
        command.arguments(word)
        for setting in SETTINGS:
            if setting.name in ("home", *command.settings):
                flag = f"--{setting.name.replace('_', '-')}"
                word.add_argument(flag, metavar="VALUE", default=argparse.SUPPRESS, help=setting.about)
        word.set_defaults(run=command.run)
    return parser


class _Version(argparse.Action):
    """Looks the version up only when asked: a bare checkout has none."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"dramatis {version('dramatis')}")
        parser.exit()


# --------------------------------------------------------------------------- arguments


def _making(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-n", "--dry-run", action="store_true", help="read and check, but write nothing")
    parser.add_argument("-q", "--quiet", action="store_true", help="say only what was refused")
    parser.add_argument("--json", action="store_true", help="give the summary as JSON")


def _paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a text, or a folder of texts")
    _making(parser)


def _ids(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", nargs="+", metavar="ID", help="the id of an article, or the name of a file")
    _making(parser)


def _clocks(parser: argparse.ArgumentParser, *names: str) -> None:
    about = {
        "as-of": "accept as plain triples only what held on that day",
        "known-at": "leave out what was published after that day",
    }
    for name in names or about:
        parser.add_argument(f"--{name}", type=_day, metavar="DAY", help=about[name])


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2021-11-07") from None


def _answer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", help="write to a file (- is standard output)")
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def _query(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "query", metavar="SPARQL|FILE", help="a query, a file with one, or - for standard input"
    )
    _clocks(parser)
    _answer(parser)


def _ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="?", metavar="QUESTION", help="one of those listed without it")
    filled = "what the question leaves open, by any name: ask leaders name='Northern Brigade'"
    parser.add_argument("values", nargs="*", metavar="VALUE", help=filled)
    parser.add_argument(
        "--why", action="store_true", help="add to each answer the sentences that it rests on"
    )
    _clocks(parser)
    _answer(parser)


def _explain(parser: argparse.ArgumentParser) -> None:
    what = "a claim, a triple by IRI, slug or label (? for any): ali-nur leads ?; or: same ali-nur"
    parser.add_argument("what", nargs="+", metavar="CLAIM|TRIPLE|same ACTOR", help=what)
    _clocks(parser, "known-at")
    _answer(parser)


def _diff(parser: argparse.ArgumentParser) -> None:
    which = "a home, or a file of `dramatis export -f nq`; without any, the graph before the last change"
    parser.add_argument("old", nargs="?", metavar="OLD", help=which)
    parser.add_argument("new", nargs="?", metavar="NEW", help="the same; without it, the graph of the home")
    parser.add_argument("--patch", action="store_true", help="give the change as RDF Patch")
    _answer(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-f", "--format", choices=FORMATS, default="trig", help="default: trig")
    parser.add_argument(
        "--flavour",
        choices=("full", "accepted"),
        default="full",
        help="full: claims and all (default); accepted: plain triples that the policy accepts",
    )
    _clocks(parser)
    parser.add_argument("--base", metavar="IRI", help="write our IRIs as if they began with this one")
    place = "a file (packed if it ends in .gz), a folder, or - for standard output (default)"
    parser.add_argument("-o", "--output", metavar="FILE|DIR", help=place)


def _judge(parser: argparse.ArgumentParser) -> None:
    words = (
        "same A B, different A B, split A ARTICLE|NAME..., accept CLAIM, reject CLAIM, correct CLAIM "
        "span=|subject=|modality=|polarity=, state ARTICLE START:END SUBJECT PREDICATE OBJECT, "
        "name ARTICLE START:END CLASS [nominal], undo ID, list"
    )
    parser.add_argument("verdict", choices=tuple(judging.DEEDS), metavar="VERDICT", help=words)
    parser.add_argument(
        "words", nargs="*", metavar="WORD", help="an IRI, an id, a slug or a name; quote names"
    )
    parser.add_argument("--why", metavar="REASON", help="the reason, in words")
    _who(parser)
    _answer(parser)


def _review(parser: argparse.ArgumentParser) -> None:
    what = "actors who may be one (default), or claims that may not be what the text says"
    parser.add_argument("what", nargs="?", choices=("actors", "claims"), default="actors", help=what)
    _who(parser)
    _answer(parser)


def _who(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--who", metavar="NAME", help="who judges (default: the name of the login)")


MAKING = ("model", "encoder", "base_iri", "jobs", "judgements", "authority")

COMMANDS = (
    Command("build", "Make the graph of exactly these texts", _paths, making.build, MAKING),
    Command("add", "Add texts to the graph", _paths, making.add, MAKING),
    Command("withdraw", "Take articles out of the graph", _ids, making.withdraw, MAKING),
    Command(
        "review", "Ask about actors who may be one, or about claims", _review, judging.review, ("judgements",)
    ),
    Command(
        "judge", "Write down who is who, and what a text does not say", _judge, judging.judge, ("judgements",)
    ),
    Command("replay", "Make the graph anew under the judgements", _making, judging.replay, MAKING),
    Command("link", "Link actors to the entries of reference files", _making, linking.link, MAKING),
    Command("validate", "Check every article and the whole graph", _answer, checking.validate),
    Command("query", "Answer a SPARQL query", _query, asking.query),
    Command("ask", "Answer one of the shipped questions, or list them", _ask, asking.ask),
    Command("explain", "Print the way from a triple back to the sentence", _explain, explaining.explain),
    Command("diff", "Tell what changed between two graphs", _diff, comparing.diff),
    Command("export", "Write the graph in a format of other programs", _export, exporting.export),
    Command(
        "config",
        "Print each setting with its origin",
        _answer,
        checking.config,
        tuple(each.name for each in SETTINGS),
    ),
    Command("doctor", "Look at all that dramatis needs", _answer, checking.doctor, ("model", "base_iri")),
)

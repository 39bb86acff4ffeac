"""The commands that the documents show. `python -m tests.documents` runs them and writes what they print.

A block ```sh is run, block after block, in a folder that has the example texts; a block ```text right below
is what it prints. A block that holds nothing but `dramatis serve` stays running until the end of its page.
A line that begins with `make` sets up a whole environment, so it is only looked up in the Makefile.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Generator, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
WIDTH = 118
"""A longer line of output is cut, and says so with an ellipsis."""
SHOWN_PORT = "8000"
SHOWN_FOLDER = "~/dramatis"
COMMAND = Path(".venv", "bin", "dramatis")
BASH = shutil.which("bash") or "/bin/bash"

_BLOCK = re.compile(
    r"(?:^<!-- exit (?P<code>\d+) -->\n)?^```sh\n(?P<commands>.*?)^```\n"
    r"(?:\n```text\n(?P<output>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)
_PROGRESS = re.compile(r"(?:read|check) \d+/\d+ ")
_START = "import sys; from api.main import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of commands on a page, with the output shown and the exit code that the page states."""

    page: Path
    line: int
    commands: str
    output: str | None
    code: int = 0

    @property
    def serves(self) -> bool:
        return self.commands.strip() == "dramatis serve"

    @property
    def missing(self) -> list[str]:
        """The programs that it needs and that are not here."""
        return [name for name in ("curl",) if f"{name} " in self.commands and shutil.which(name) is None]

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


@dataclass(frozen=True, slots=True)
class Printed:
    """What a block printed, as a page may show it, and how it ended."""

    text: str
    code: int


def blocks(page: Path) -> list[Block]:
    """The blocks of a page that can be run, in order."""
    text = page.read_text(encoding="utf-8")
    return [
        Block(
            page,
            text.count("\n", 0, found.start()) + 1,
            found["commands"],
            found["output"],
            int(found["code"] or 0),
        )
        for found in _BLOCK.finditer(text)
        if not re.search(r"^make\b", found["commands"], re.MULTILINE)
    ]


def make_lines() -> list[list[str]]:
    """The words after `make` in all blocks."""
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    lines = (line for found in _BLOCK.finditer(text) for line in found["commands"].splitlines())
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("make")]


def run(pages: Iterable[Path] = PAGES) -> Generator[tuple[Block, Printed], None, None]:
    """Every block of the pages with what it prints, one after another in one folder, as a reader would."""
    with tempfile.TemporaryDirectory() as folder:
        place = Sandbox(Path(folder), free_port())
        place.furnish()
        try:
            for block in (block for page in pages for block in blocks(page)):
                if not block.missing:
                    yield block, place.serve() if block.serves else place.run(block.commands)
        finally:
            place.stop()


@dataclass
class Sandbox:
    """A folder with the example texts and the command, and an environment without settings."""

    folder: Path
    port: int
    server: subprocess.Popen[str] | None = None

    def furnish(self) -> None:
        """Put there what a reader has after `make run`."""
        shutil.copytree(ROOT / "examples", self.folder / "examples")
        shutil.copytree(ROOT / "graph" / "queries", self.folder / "graph" / "queries")
        command = self.folder / COMMAND
        command.parent.mkdir(parents=True)
        command.write_text(
            f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -P -c {shlex.quote(_START)} "$@"\n'
        )
        command.chmod(0o755)

    @property
    def environment(self) -> dict[str, str]:
        own = {name: value for name, value in os.environ.items() if not name.startswith("DRAMATIS_")}
        paths = [str((self.folder / COMMAND).parent), str(Path(sys.executable).parent), own.get("PATH", "")]
        return own | {"PATH": os.pathsep.join(paths), "PYTHONPATH": str(ROOT), "COLUMNS": "100"}

    def run(self, commands: str) -> Printed:
        """Run commands as a shell does, and stop at the first that fails."""
        done = subprocess.run(
            [BASH, "-e", "-c", commands.replace(f"127.0.0.1:{SHOWN_PORT}", f"127.0.0.1:{self.port}")],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=120,
            check=False,
        )
        return Printed(self._shown(done.stdout), done.returncode)

    def serve(self) -> Printed:
        """Start the service, and wait until it answers."""
        command = [str(self.folder / COMMAND), "serve", "--port", str(self.port)]
        self.server = subprocess.Popen(
            command, cwd=self.folder, env=self.environment, stderr=subprocess.PIPE, text=True
        )
        assert self.server.stderr is not None
        said = "".join(self.server.stderr.readline() for _ in range(4))
        for _ in range(200):
            with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", self.port)):
                break
            time.sleep(0.05)
        return Printed(self._shown(said), self.server.poll() or 0)

    def stop(self) -> None:
        """End the service, if one was started."""
        if self.server is not None:
            self.server.send_signal(signal.SIGINT)
            with self.server:
                pass

    def _shown(self, said: str) -> str:
        """Output as a page shows it: without the progress that a terminal wipes away, long lines cut."""
        said = said.replace(f"127.0.0.1:{self.port}", f"127.0.0.1:{SHOWN_PORT}")
        lines = said.replace(str(self.folder), SHOWN_FOLDER).splitlines()
        kept = [line.rstrip() for line in lines if not _PROGRESS.match(line)]
        return "".join(
            f"{line if len(line) <= WIDTH else line[: WIDTH - 1].rstrip() + '…'}\n" for line in kept
        )


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
    return port


def rewrite(page: Path, printed: Mapping[Block, Printed]) -> bool:
    """Write what the commands of a page print; tells whether that changed the page."""
    by_line = {block.line: found for block, found in printed.items() if block.page == page}
    text = page.read_text(encoding="utf-8")

    def renewed(found: re.Match[str]) -> str:
        line = text.count("\n", 0, found.start()) + 1
        if line not in by_line or found["output"] is None:
            return found[0]
        start, end = found.span("output")
        return f"{text[found.start() : start]}{by_line[line].text}{text[end : found.end()]}"

    new = _BLOCK.sub(renewed, text)
    page.write_text(new, encoding="utf-8")
    return new != text


if __name__ == "__main__":
    every = dict(run())
    for block, found in every.items():
        if found.code != block.code:
            print(f"{block}: exit code {found.code}, not {block.code}\n{found.text}", file=sys.stderr)
    for each in sorted({block.page for block in every}):
        print(f"{each.relative_to(ROOT)}: {'rewritten' if rewrite(each, every) else 'as it was'}")

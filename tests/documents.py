"""The commands that the documents show: `python -m tests.documents` runs them and writes what they print below them.

A block ```sh is run, block after block, in a folder that has the example texts; a block ```text right below it
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
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
WIDTH = 118
"""A longer line of output is cut, and says so with an ellipsis."""
SHOWN_PORT = "8000"
COMMAND = Path(".venv", "bin", "dramatis")

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
        Block(page, text.count("\n", 0, found.start()) + 1, found["commands"], found["output"], int(found["code"] or 0))
        for found in _BLOCK.finditer(text)
        if not re.search(r"^make\b", found["commands"], re.MULTILINE)
    ]


def make_lines() -> list[list[str]]:
    """The words after `make` in all blocks."""
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    lines = (line for found in _BLOCK.finditer(text) for line in found["commands"].splitlines())
    return [shlex.split(line, comments=True)[1:] for line in lines if line.startswith("make")]


def run(page: Path) -> Iterator[tuple[Block, Printed]]:
    """Every block of a page with what it prints, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder, _sandbox(Path(folder)) as (environment, port):
        servers: list[subprocess.Popen[str]] = []
        try:
            for block in blocks(page):
                if block.missing:
                    continue
                if block.serves:
                    servers.append(_served(Path(folder), environment, port))
                    said = _welcome(servers[-1])
                    yield block, Printed(_shown(said, port), 0)
                    continue
                commands = block.commands.replace(f"127.0.0.1:{SHOWN_PORT}", f"127.0.0.1:{port}")
                done = subprocess.run(
                    ["bash", "-e", "-c", commands],
                    cwd=folder,
                    env=environment,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                    timeout=120,
                    check=False,
                )
                yield block, Printed(_shown(done.stdout, port), done.returncode)
        finally:
            for server in servers:
                server.send_signal(signal.SIGINT)
                with server:
                    pass


@contextmanager
def _sandbox(folder: Path) -> Iterator[tuple[dict[str, str], int]]:
    """A folder with the example texts and the command, and an environment that has no settings of its own."""
    shutil.copytree(ROOT / "examples", folder / "examples")
    command = folder / COMMAND
    command.parent.mkdir(parents=True)
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c {shlex.quote(_START)} "$@"\n')
    command.chmod(0o755)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    own = {name: value for name, value in os.environ.items() if not name.startswith("DRAMATIS_")}
    path = f"{command.parent}{os.pathsep}{Path(sys.executable).parent}{os.pathsep}{own.get('PATH', '')}"
    yield own | {"PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "100"}, port


def _served(folder: Path, environment: dict[str, str], port: int) -> subprocess.Popen[str]:
    command = [str(folder / COMMAND), "serve", "--port", str(port)]
    return subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.PIPE, text=True)


def _welcome(server: subprocess.Popen[str]) -> str:
    """What a server says at its start, as soon as it answers."""
    assert server.stderr is not None
    said = "".join(server.stderr.readline() for _ in range(4))
    found = re.search(r"127\.0\.0\.1:(\d+)", said)
    assert found is not None, said + server.stderr.read()
    for _ in range(200):
        with suppress(ConnectionRefusedError), socket.create_connection(("127.0.0.1", int(found[1]))):
            break
        time.sleep(0.05)
    return said


def _shown(said: str, port: int) -> str:
    """Output as a page shows it: without the progress that a terminal wipes away, long lines cut."""
    lines = said.replace(f"127.0.0.1:{port}", f"127.0.0.1:{SHOWN_PORT}").splitlines()
    kept = [line.rstrip() for line in lines if not _PROGRESS.match(line)]
    return "".join(f"{line if len(line) <= WIDTH else line[: WIDTH - 1].rstrip() + '…'}\n" for line in kept)


def rewrite(page: Path) -> bool:
    """Run the commands of a page and write what they print; tells whether that changed the page."""
    printed = {block.line: found for block, found in run(page)}
    text = page.read_text(encoding="utf-8")

    def renewed(found: re.Match[str]) -> str:
        line = text.count("\n", 0, found.start()) + 1
        if line not in printed or found["output"] is None:
            return found[0]
        start, end = found.span("output")
        return f"{text[found.start() : start]}{printed[line].text}{text[end : found.end()]}"

    new = _BLOCK.sub(renewed, text)
    page.write_text(new, encoding="utf-8")
    return new != text


if __name__ == "__main__":
    for each in PAGES:
        if blocks(each):
            print(f"{each.relative_to(ROOT)}: {'rewritten' if rewrite(each) else 'as it was'}")

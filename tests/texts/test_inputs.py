"""What is no text is refused with the cause, the place and the way out."""

import time
from pathlib import Path

import pytest

from graph.errors import BadTextError, DramatisError
from graph.texts import NoTextsError, files, read
from graph.texts.inputs import MAX_BYTES, MAX_LINE


def _file(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


BAD = [
    # file, content, what the message holds
    ("a.txt", b"", ["a.txt", "empty", "leave it out"]),
    ("a.txt", b" \n\t\n\xc2\xa0\n", ["a.txt", "empty"]),
    ("a.txt", b"\xef\xbb\xbf\n", ["empty"]),
    ("a.txt", b"Two men\x00 died.", ["binary", "offset 7", "UTF-8"]),
    ("a.txt", "Two men died.".encode("utf-16"), ["binary", "UTF-16"]),
    ("a.txt", b"\x01\x02\x03\x04 men \x05\x06", ["binary", "control"]),
    ("a.txt", b"One line.\nCaf\xe9 in Ardan.\n", ["a.txt, line 2", "0xe9", "offset 13", "save it as UTF-8"]),
    ("a.docx", b"Two men died.", [".docx", ".txt"]),
    ("a", b"Two men died.", ["no suffix", ".txt"]),
    ("a.json", b"{", ["a.json", "not JSON"]),
    ("a.json", b"[]", ["without articles"]),
    ("a.json", b'"Two men died."', ["a str where an article should be"]),
    ("a.json", b'{"title": "Two men died"}', ["no `text`"]),
    ("a.json", b'{"text": ""}', ["no `text`"]),
    ("a.json", b'{"text": ["Two men died."]}', ["no `text`"]),
    ("a.json", b'{"text": "Two men \\ud800 died."}', ["surrogate", "at 8"]),
    ("a.json", b"[" * 100_000, ["not JSON"]),
    ("a.jsonl", b'{"text": "Two men died."}\n{"text": 1}\n', ["a.jsonl, line 2", "no `text`"]),
    ("a.html", b"<html><body><script>let x = 1</script><nav>Home</nav></body></html>", ["no text in it"]),
]


@pytest.mark.parametrize(("name", "content", "parts"), BAD)
def test_what_is_no_text_is_refused_with_its_reason(
    tmp_path: Path, name: str, content: bytes, parts: list[str]
) -> None:
    path = _file(tmp_path, name, content)

    with pytest.raises(BadTextError) as refused:
        read(path)

    assert [part for part in parts if part not in str(refused.value)] == []
    assert str(tmp_path) not in str(refused.value)


def test_a_line_of_twenty_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", b"x" * 20_000_000)
    start = time.perf_counter()

    with pytest.raises(BadTextError, match="too long: 20,000,000 bytes"):
        read(path)

    assert time.perf_counter() - start < 1


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_a_line_that_is_too_long_is_refused_by_number(tmp_path: Path, name: str) -> None:
    path = _file(tmp_path, name, b"Short.\n\n" + b"x" * (MAX_LINE + 1))

    with pytest.raises(BadTextError, match=r"line 3: a line of 200,001 characters"):
        read(path)


@pytest.mark.parametrize(
    ("name", "before", "after"), [("a.json", b'{"text": "', b'"}'), ("a.html", b"<p>Short.<p>", b"")]
)
def test_a_paragraph_that_is_too_long_is_refused_in_every_format(
    tmp_path: Path, name: str, before: bytes, after: bytes
) -> None:
    path = _file(tmp_path, name, before + b"x" * (MAX_LINE + 1) + after)

    with pytest.raises(BadTextError, match="break it into paragraphs"):
        read(path)


def test_the_limit_of_a_file_is_above_that_of_a_line() -> None:
    assert MAX_BYTES > MAX_LINE


def test_a_file_that_is_gone_is_a_bad_text(tmp_path: Path) -> None:
    with pytest.raises(BadTextError, match="cannot be read"):
        read(tmp_path / "gone.txt")


def test_a_folder_gives_its_files_by_name_without_hidden_ones(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", ".hidden.txt", "notes.docx"):
        _file(tmp_path, name, b"Two men died.")
    for folder in ("sub", ".git"):
        (tmp_path / folder).mkdir()
        _file(tmp_path / folder, "c.txt", b"Two men died.")

    assert [path.name for path in files([tmp_path])] == ["a.md", "b.txt", "c.txt", "notes.docx"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = _file(tmp_path, "a.txt", b"Two men died.")

    assert files([path, tmp_path, path]) == [path]


def test_a_folder_without_texts_is_named(tmp_path: Path) -> None:
    _file(tmp_path, "photo.png", b"\x89PNG")

    with pytest.raises(NoTextsError, match="no text in this folder") as refused:
        files([tmp_path])

    assert isinstance(refused.value, DramatisError)


def test_a_place_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoTextsError, match="no such file or folder"):
        files([tmp_path / "nowhere"])

"""Settings come from four layers, and each value remembers which."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import UsageError
from graph.settings import SETTINGS, Settings, configure


def test_without_anything_set_the_defaults_hold(tmp_path: Path) -> None:
    found = configure({}, {}, tmp_path)

    assert found.settings == Settings()
    assert set(found.origins.values()) == {"default"}


def test_every_setting_has_a_row_in_the_table() -> None:
    assert [setting.name for setting in SETTINGS] == list(Settings.__slots__)


def test_every_default_is_a_value_that_a_user_could_give() -> None:
    for setting in SETTINGS:
        default = getattr(Settings(), setting.name)
        assert setting.read(str(default)) == default


def test_later_layers_win(tmp_path: Path) -> None:
    (tmp_path / "dramatis.toml").write_text('port = 1\nhost = "file"\nmodel = "file"\nhome = "file"\n')
    environment = {"DRAMATIS_PORT": "2", "DRAMATIS_HOST": "variable", "DRAMATIS_MODEL": "variable"}

    found = configure({"port": "3", "host": "flag"}, environment, tmp_path)

    assert (found.settings.port, found.settings.host) == (3, "flag")
    assert (found.settings.model, found.settings.home) == ("variable", Path("file"))
    assert found.origins["port"] == "--port"
    assert found.origins["model"] == "DRAMATIS_MODEL"
    assert found.origins["home"] == str(tmp_path / "dramatis.toml")
    assert found.origins["base_iri"] == "default"


def test_the_file_can_lie_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "other.toml").write_text("query_seconds = 5\n")

    found = configure({}, {"DRAMATIS_CONFIG": "other.toml"}, tmp_path)

    assert found.settings.query_seconds == 5.0


def test_a_file_that_was_asked_for_must_exist(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"missing\.toml"):
        configure({}, {"DRAMATIS_CONFIG": "missing.toml"}, tmp_path)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("prot = 1", "'prot', which is no setting"),
        ("port = [1]", "must be a text or a number"),
        ("port = true", "must be a text or a number"),
        ("port", "not valid TOML"),
        ("port = 70000", r"port must be a number from 0 to 65535, not '70000' \(from .*dramatis\.toml\)"),
    ],
)
def test_a_wrong_file_is_told_in_a_sentence(text: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "dramatis.toml").write_text(text)

    with pytest.raises(UsageError, match=complaint):
        configure({}, {}, tmp_path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("BASE_IRI", "ftp://example.org/"),
        ("BASE_IRI", "http://example.org"),
        ("BASE_IRI", "http://example.org/?q=/"),
        ("BASE_IRI", "http://example.org/a b/"),
        ("PORT", "-1"),
        ("QUERY_SECONDS", "0"),
        ("QUERY_SECONDS", "nan"),
        ("QUERY_ROWS", "0"),
        ("MODEL", " "),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_variable(name: str, text: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"from DRAMATIS_{name}"):
        configure({}, {f"DRAMATIS_{name}": text}, tmp_path)


def test_variables_that_mean_nothing_are_listed(tmp_path: Path) -> None:
    found = configure({}, {"DRAMATIS_COLOUR": "red", "DRAMATIS_PORT": "1", "OTHER": "x"}, tmp_path)

    assert found.ignored == ("DRAMATIS_COLOUR",)

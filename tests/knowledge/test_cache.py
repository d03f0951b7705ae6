"""The cache of the loaded lexicon is used only when it is whole, current and the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.knowledge import cache


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COMMUNIQUE_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


def test_what_was_written_is_read(folder: Path) -> None:
    cache.write_cached("one", {"a": 1})
    assert cache.read_cached("one") == {"a": 1}
    assert cache.read_cached("two") is None
    assert not list(folder.glob("*.part"))


def test_a_changed_or_cut_file_is_refused(folder: Path) -> None:
    cache.write_cached("one", {"a": 1})
    path = cache.cache_file(folder, "one")
    whole = path.read_bytes()
    for broken in (whole[:-1], whole[:-1] + b"x", b"", b"other" + whole):
        path.write_bytes(broken)
        assert cache.read_cached("one") is None


def test_a_file_that_others_may_write_is_refused(folder: Path) -> None:
    cache.write_cached("one", {"a": 1})
    cache.cache_file(folder, "one").chmod(0o666)
    assert cache.read_cached("one") is None


def test_a_linked_folder_is_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    folder.symlink_to(tmp_path / "elsewhere")
    cache.write_cached("one", {"a": 1})
    assert not list((tmp_path / "elsewhere").iterdir())


def test_it_can_be_turned_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_CACHE", "off")
    cache.write_cached("one", {"a": 1})
    assert cache.read_cached("one") is None

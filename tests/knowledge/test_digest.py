"""The installed language model is the one that everything was measured with."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.errors import ModelError
from communique.knowledge.digest import digest_of, verify_model


def test_the_installed_model_is_the_pinned_one():
    verify_model()


def test_a_changed_file_is_told_with_the_remedy(tmp_path: Path):
    (tmp_path / "config.cfg").write_text("[nlp]")
    pinned = digest_of(tmp_path)
    verify_model(tmp_path, pinned)
    (tmp_path / "config.cfg").write_text("[nlp]\nlang = 'xx'")
    with pytest.raises(ModelError, match="force-reinstall"):
        verify_model(tmp_path, pinned)


def test_a_renamed_file_is_another_model(tmp_path: Path):
    (tmp_path / "a").write_text("x")
    before = digest_of(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert digest_of(tmp_path) != before

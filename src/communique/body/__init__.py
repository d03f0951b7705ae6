"""Body: what in a report is prose and what is furniture, and what the report says of its own date and
place.
"""

from __future__ import annotations

from communique.body.label import label_body
from communique.body.language import is_readable

__all__ = ["is_readable", "label_body"]

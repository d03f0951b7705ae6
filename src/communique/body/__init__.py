"""Body: what in a report is prose and what is furniture, and what the report says of its own date and
place.
"""

from __future__ import annotations

from communique.body.label import label_body

__all__ = ["label_body"]

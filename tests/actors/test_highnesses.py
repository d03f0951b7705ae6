"""Who "His Highness" and "Her Excellency" are where no name stands beside the style."""

from __future__ import annotations

import pytest

from communique.evaluation.scoring.actors import read_passage

HOST = (
    "His Highness Sheikh Tamim bin Hamad Al Thani received Ukrainian President Volodymyr Zelenskyy in Doha."
)
GUEST = "Narendra Modi received H.E. Dr. Ann Lee and Her Excellency Ursula von der Leyen in Delhi."
ROWS = [
    (f"{HOST} His Highness welcomed the guest.", "His Highness", ("tamim-bin-hamad",)),
    (f"{HOST} The guest thanked His Highness, who spoke of gas.", "His Highness", ("tamim-bin-hamad",)),
    (
        f"{HOST} H.H. Sheikh Jassim bin Hamad attended. His Highness smiled.",
        "His Highness",
        ("tamim-bin-hamad",),
    ),
    (f"{GUEST} Her Excellency spoke of trade.", "Her Excellency", ("ursula-von-der-leyen",)),
    ("Volodymyr Zelenskyy came to Doha. His Highness welcomed him.", "His Highness", ()),
    (
        "HH the Amir Sheikh Tamim bin Hamad Al Thani met HH Sheikh Mohamed bin Zayed Al Nahyan. His Highness smiled.",
        "His Highness",
        (),
    ),
]


@pytest.mark.parametrize(("text", "style", "wanted"), ROWS)
def test_a_style_alone_is_the_one_named_with_it(text: str, style: str, wanted: tuple[str, ...]) -> None:
    mentions = read_passage({"id": "t", "date": "2023-06-07", "text": text})
    found = [tuple(a.id for a in m.actors) for m in mentions if m.text == style]
    assert found == ([wanted] if wanted else [])

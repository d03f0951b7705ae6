"""Sets of small numbers as bits of whole numbers, so that what two sets share is found by one step of the machine.

{3, 5} is 0b101000. A set is kept in parts of 65,536 numbers each, by the number of the part: a part without numbers is
not there, and one that is changed leaves the others as they are.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import reduce
from itertools import compress
from struct import Struct

PART = 1 << 16
Bits = dict[int, int]
# How a part is kept: its bytes from the first that is not zero on, as they are or pressed.
_PLAIN, _PRESSED = b"\0", b"\1"
_WORDS = Struct(f"<{PART // 64}Q")


def bits_of(numbers: Iterable[int]) -> Bits:
    """The set of these numbers: [3, 65536] is {0: 0b1000, 1: 0b1}."""
    parts: dict[int, list[int]] = {}
    for number in numbers:
        part, at = divmod(number, PART)
        parts.setdefault(part, []).append(at)
    return {part: _bits_of_part(members) for part, members in parts.items()}


def _bits_of_part(members: list[int]) -> int:
    held = bytearray((max(members) >> 3) + 1)
    for at in members:
        held[at >> 3] |= 1 << (at & 7)
    return int.from_bytes(held, "little")


def numbers_of(bits: Bits) -> list[int]:
    """The numbers of the set, in order."""
    found: list[int] = []
    for part in sorted(bits):
        words = _WORDS.unpack(bits[part].to_bytes(PART // 8, "little"))
        # Of few numbers nearly all words are zero, and passed over at once.
        for at in compress(range(len(words)), words):
            first, word = part * PART + at * 64 - 1, words[at]
            while word:
                low = word & -word
                found.append(first + low.bit_length())
                word ^= low
    return found


def both(one: Bits, other: Bits) -> Bits:
    """What is in both."""
    return {part: met for part, held in one.items() if (met := held & other.get(part, 0))}


def either(sets: Iterable[Bits]) -> Bits:
    """What is in any of them."""
    found: Bits = {}
    for each in sets:
        for part, held in each.items():
            found[part] = found.get(part, 0) | held
    return found


def without(one: Bits, other: Bits) -> Bits:
    """What is in the first and not in the second."""
    return {part: left for part, held in one.items() if (left := held & ~other.get(part, 0))}


def shared(sets: Iterable[Bits]) -> Bits:
    """What is in all of them, of which there is one at least."""
    return reduce(both, sets)


def size(bits: Bits) -> int:
    """How many there are."""
    return sum(held.bit_count() for held in bits.values())


def size_of_both(one: Bits, other: Bits) -> int:
    """How many are in both."""
    return sum((held & other[part]).bit_count() for part, held in one.items() if part in other)


def pack(held: int) -> bytes:
    """A part as it is kept."""
    first = ((held & -held).bit_length() - 1) // 8
    plain = (held >> 8 * first).to_bytes((held.bit_length() + 7) // 8 - first, "little")
    pressed = zlib.compress(plain, 1) if len(plain) > 64 else plain
    # Pressed only where it is worth the time of every reader.
    way, kept = (_PRESSED, pressed) if len(pressed) * 2 < len(plain) else (_PLAIN, plain)
    return way + first.to_bytes(2, "little") + kept


def unpack(kept: bytes) -> int:
    """A part out of what was kept."""
    first, octets = octets_kept(kept)
    return int.from_bytes(octets, "little") << 8 * first


def octets_kept(kept: bytes) -> tuple[int, bytes]:
    """The octets of a part out of what was kept, from the first that is not zero on, and which one that is."""
    octets = kept[3:] if kept[:1] == _PLAIN else zlib.decompress(kept[3:])
    return int.from_bytes(kept[1:3], "little"), octets

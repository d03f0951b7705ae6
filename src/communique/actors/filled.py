"""Who holds an office that the lexicon does not fill, where the report names its holder elsewhere.

"Nauru's foreign minister met the envoy. Foreign Minister Rover Tam said": the one who met is Rover Tam, of Nauru.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from communique.actors.search import Search
from communique.actors.state_offices import is_unfilled
from communique.records import Actor, Mention


def fill_offices(search: Search, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions with each unfilled office as the one stranger whom the report names in it.

    Two strangers in one office, or one whose title may be of either of two states, stay apart from it.
    """
    everybody = {actor.id: actor for mention in mentions for actor in mention.actors if actor.office_id}
    unfilled = [actor for actor in everybody.values() if is_unfilled(actor)]
    if not unfilled:
        return mentions
    strangers = [a for a in everybody.values() if a.type == "person" and not a.known and not is_unfilled(a)]
    filled: dict[str, Actor] = {}
    for office in unfilled:
        named = [
            one
            for one in strangers
            if one.office_id == office.office_id and one.state in {None, office.state}
        ]
        rivals = [one for one in unfilled if one.office_id == office.office_id]
        if len(named) == 1 and (
            named[0].state or (len(rivals) == 1 and may_be_its(search, named[0], office, mentions))
        ):
            filled[office.id] = filled[named[0].id] = replace(named[0], state=office.state)
    return [replace(m, actors=with_holders(m.actors, filled)) for m in mentions] if filled else mentions


def may_be_its(search: Search, person: Actor, office: Actor, mentions: Iterable[Mention]) -> bool:
    """Whether somebody named with a bare title may hold the office of a state that the report tells of elsewhere.

    A paper's own minister needs no state: "Home Minister Khan received Myanmar's home minister" are two, as are two
    persons of any one sentence.
    """
    if search.house not in {None, office.state}:
        return False
    starts = [sentence.span.start for sentence in search.sentences]
    told: defaultdict[str, set[int]] = defaultdict(set)
    for mention in mentions:
        for actor in mention.actors:
            told[actor.id].add(bisect_right(starts, mention.span.start))
    return told[person.id].isdisjoint(told[office.id])


def with_holders(actors: Iterable[Actor], filled: dict[str, Actor]) -> tuple[Actor, ...]:
    """The actors with those of the offices in their place."""
    return tuple(dict.fromkeys(filled.get(actor.id, actor) for actor in actors))

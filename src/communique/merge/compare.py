"""Whether two accounts tell of one contact: a declared list of weighted features, each with its reason in
words.
"""

from __future__ import annotations

from collections.abc import Callable

from communique.merge.blocks import ASKED, REACH, RECALL, is_called_off_before, is_recalled
from communique.merge.hosts import other_hosts
from communique.merge.members import (
    FAR_FUTURE,
    FAR_PAST,
    LONG_AGO,
    Member,
    is_lead,
    part_of_day,
)
from communique.merge.moving import was_moved
from communique.merge.parties import NEVER, Said, are_named, compare_parties
from communique.merge.retold import is_retold
from communique.merge.zones import far_apart, hours_apart
from communique.record_type import Record

THRESHOLD = 5.5  # of 11: parties and kind alike, days that may meet; measured on gold events
READOUT = 1  # days after which a side's own account of a contact still appears
NEARLY = 4.5  # from here to the threshold two accounts stay apart, and a person may be asked
STORY = 3  # days over which reports go on telling of the same undated contact


class Perhaps(float):
    """A score that leaves it to a person: however alike the rest is, two accounts stay apart."""


class Feature(Record, frozen=True, kw_only=True):
    """One thing to compare: from -1 (speaks against) to 1 (speaks for), times its weight; NEVER forbids."""

    name: str
    weight: float
    compare: Callable[[Member, Member], Said]


class Likeness(Record, frozen=True, kw_only=True):
    """How alike two accounts are, and why in words: "the same persons; the same day"."""

    score: float
    reasons: tuple[str, ...]

    @property
    def reason(self) -> str:
        """The reasons as one line."""
        return "; ".join(self.reasons)


RETOLD = Likeness(score=THRESHOLD, reasons=("one report tells it twice, with more in the room",))


def compare(one: Member, other: Member) -> Likeness:
    """The weighted sum of all features; the first that forbids ends it, one that is for a person to say keeps it low."""
    if one.account.report == other.account.report and is_retold(one, other):
        return RETOLD
    total, most, reasons = 0.0, ALIKE, []
    for feature in FEATURES:
        score, reason = feature.compare(one, other)
        if score == NEVER:
            return Likeness(score=NEVER, reasons=(reason,))
        if isinstance(score, Perhaps):
            most = DOUBTFUL
        if reason:
            total += feature.weight * score
            reasons.append(reason)
    total = min(total, most)
    return Likeness(score=round(total, 4), reasons=tuple(reasons))


LIKE_KINDS = {
    frozenset({"remote", "talks"}): (0.1, "talks may be a call"),
    frozenset({"room", "talks"}): (0.7, "talks may be a meeting"),
}


def compare_kinds(one: Member, other: Member) -> Said:
    """A phone call and "a call" agree; a call and a meeting are two contacts; a visit is not its meeting."""
    if one.account.kind == other.account.kind:
        return 1.0, "the same kind"
    if one.medium == other.medium:
        if {one.account.kind, other.account.kind} == {"phone_call", "video_call"}:
            return 0.6, "one says by phone, the other by video"
        return 0.9, "kinds that agree"
    if may_be_in_room(one, other) or may_be_in_room(other, one):
        return 0.0, "a conversation may be the meeting of its day"
    return LIKE_KINDS.get(
        frozenset({one.medium, other.medium}),
        (NEVER, f"{' and '.join(sorted((one.account.kind, other.account.kind)))} are two contacts"),
    )


def may_be_in_room(spoken: Member, met: Member) -> bool:
    """Whether "the two spoke for an hour on Sunday" may be told of their meeting on that Sunday."""
    days = not (spoken.rough or met.rough) and met.low <= spoken.high and spoken.low <= met.high
    return spoken.loose and met.medium == "room" and days and are_named(spoken) and are_named(met)


def compare_days(one: Member, other: Member) -> Said:
    """Intervals of days: the same, overlapping, a day apart (the date line), or open and near."""
    if (one.former or other.former) and (was_moved(one, other) or was_moved(other, one)):
        return 0.8, "planned for the day from which it was moved"
    if (one.open and one.several) or (other.open and other.several):
        return NEVER, "several contacts told in one word"
    if one.open and other.open:
        return compare_told(one, other)
    if one.open or other.open:
        return compare_half_open(one if one.open else other, other if one.open else one)
    if one.running != other.running:
        return compare_half_open(one if one.running else other, other if one.running else one)
    return compare_closed(one, other)


def compare_closed(one: Member, other: Member) -> Said:
    """Two intervals with a first and a last day."""
    if one.low == other.low and one.high == other.high:
        return 1.0, "the same day" if one.low == one.high else "the same days"
    if one.low <= other.high and other.low <= one.high:
        if (one.inferred or other.inferred) and is_other_kind(one, other):
            return NEVER, "nothing but an inferred day in common"
        shared = min(one.high, other.high) - max(one.low, other.low) + 1
        longest = max(one.high - one.low, other.high - other.low) + 1
        return (
            0.8 if longest <= 4 else 0.5 if longest <= 31 else 0.5 if shared == longest else -0.3
        ), "days that overlap"
    gap = max(one.low, other.low) - min(one.high, other.high)
    if max(one.high, other.high) - min(one.low, other.low) < min(one.lasting, other.lasting):
        return 0.4, "days in a row of what lasts some days"
    if (
        gap == 1
        and not may_be_adjacent(one, other)
        and one.stance == other.stance
        and alike_but_for_day(one, other)
    ):
        return Perhaps(-0.5), "a day apart, and else alike"
    if gap == 1 and may_be_adjacent(one, other):
        hours = hours_apart(sides_of(one, other))
        return 0.3, f"a day apart, and the capitals {hours:.0f} hours"
    if gap <= REACH and may_have_moved(one, other):
        return Perhaps(-0.1 - gap / 1000), f"planned for a day {gap} days before, and else alike"
    return NEVER, "days that exclude each other"


def may_have_moved(one: Member, other: Member) -> bool:
    """Whether one was planned for a day, and the other held on a later one by the same persons, as if put off."""
    plan, done = (one, other) if one.stance == "ahead" else (other, one)
    if (plan.stance, done.stance) != ("ahead", "done") or one.rough or other.rough:
        return False
    alike = one.account.kind == other.account.kind and one.persons == other.persons
    told = plan.told is not None and plan.told <= plan.high < done.low
    return alike and told and one.account.report != other.account.report and are_named(one)


def alike_but_for_day(one: Member, other: Member) -> bool:
    """Whether one of two reports may be a day off: they name the same persons and town, or minutes, of one sitting."""
    if one.medium != other.medium or one.lasting or other.lasting or one.persons != other.persons:
        return False
    if one.account.report == other.account.report or not all(named for _, named in one.persons):
        return False
    return compare_durations(one, other)[0] > 0 or (one.medium != "remote" and same_town(one, other))


def is_other_kind(one: Member, other: Member) -> bool:
    """Whether kinds that may be one, a third party or places that are not leave it to the days to join two accounts."""
    if one.medium != other.medium:
        return not (are_their_talks(one, other) or are_their_talks(other, one))
    if is_of_more(one, other) or is_of_more(other, one):
        return True
    mine, theirs = ({place.name for place in each.account.places} for each in (one, other))
    return one.medium != "remote" and bool(mine and theirs) and mine.isdisjoint(theirs)


def is_of_more(many: Member, few: Member) -> bool:
    """Whether two persons met, and in the other account a third of another side with them."""
    third = len(few.sides) == 2 < len(many.sides) and set(few.sides) < set(many.sides)
    return third and are_named(few) and are_named(many) and many.medium == few.medium == "room"


def are_their_talks(talks: Member, met: Member) -> bool:
    """Whether a report opens with talks of the very persons who met: no round of delegations."""
    of_persons = are_named(talks) and talks.persons == met.persons
    return (
        talks.medium == "talks"
        and met.medium == "room"
        and of_persons
        and is_lead(talks if talks.inferred else met)
    )


def sides_of(one: Member, other: Member) -> tuple[str, ...]:
    """The sides that either account names."""
    return one.sides if one.sides == other.sides else tuple(sorted({*one.sides, *other.sides}))


def may_be_adjacent(one: Member, other: Member) -> bool:
    """Whether two days in a row can be one: a call between far zones.

    A day that was worked out ("minutes after their call") is no other than it says: calls on two days are two.
    """
    if one.stance != other.stance or not one.medium == other.medium == "remote":
        return False
    one_clock = one.report.outlet is not None and one.report.outlet == other.report.outlet
    return not one_clock and far_apart(sides_of(one, other))


def compare_half_open(loose: Member, dated: Member) -> Said:
    """An account without a day of its own, beside one with a day: the nearer to the report, the likelier."""
    if dated.low > loose.high + 1 or dated.high < loose.low - 1:
        return NEVER, "days that exclude each other"
    if loose.told is None:
        return compare_bounds(loose, dated)
    if dated.high - dated.low > LONG_AGO and dated.told is not None:
        return compare_told(loose, dated)
    nearest = max(dated.low, min(loose.told, dated.high))
    gap = abs(loose.told - nearest)
    if gap > reach_of(loose):
        return compare_far(loose, dated, gap)
    return 0.75 - 0.06 * gap, f"told {gap} days from that day" if gap else "told on that day"


def compare_far(loose: Member, dated: Member, gap: int) -> Said:
    """An account without a day of its own, and a day further from its report than news of it would be."""
    told = loose.told or 0
    if gap <= RECALL and is_recalled(loose) and same_town(loose, dated):
        return 0.0, "recalled, and the same town"
    if (
        gap <= RECALL
        and is_called_off_before(loose)
        and dated.high <= told
        and is_off_or_planned(dated, loose)
    ):
        if same_town(loose, dated):
            return 0.0, "called off before, and the same town"
        return Perhaps(-0.1 - gap / 2000), f"called off, {gap} days after that day, without its own"
    behind = loose.stance == dated.stance == "done" and dated.high <= told
    ahead = loose.stance == "ahead" and dated.stance == "done" and dated.low >= told
    if gap <= ASKED and behind:
        return Perhaps(-0.4 - gap / 1000), f"told {gap} days after that day, without its own"
    if gap <= ASKED and ahead:
        return Perhaps(-0.2 - gap / 1000), f"planned {gap} days before that day, without its own"
    if gap <= ASKED and dated.stance == "ahead" and dated.low >= told and is_foreseen(loose, dated):
        return 0.4 - 0.01 * gap, f"told {gap} days before that day, which was planned at the time"
    return NEVER, "told too long before or after that day"


def is_off_or_planned(dated: Member, off: Member) -> bool:
    """Whether what was called off may be that of another account: a plan told before, or told as off itself."""
    return dated.stance in {"ahead", "off"} and (dated.told or 0) <= (off.told or 0)


def is_foreseen(loose: Member, plan: Member) -> bool:
    """Whether what is off, or agreed without a day, may be of a plan: the plan was told before it was off, or days from
    when it was agreed.
    """
    if loose.told is None or plan.told is None or loose.stance == "denied":
        return False
    if loose.stance == "off":
        return plan.told <= loose.told
    return abs(plan.told - loose.told) <= REACH


def compare_bounds(loose: Member, dated: Member) -> Said:
    """An account with one bound at most, in a report without a day: what is dated lies near that bound."""
    near = dated.low <= loose.low + REACH if loose.low != FAR_PAST else dated.high >= loose.high - REACH
    bound = loose.low != FAR_PAST or loose.high != FAR_FUTURE
    return (0.1, "one account has no day") if bound and near else (NEVER, "no day to go by")


def same_town(one: Member, other: Member) -> bool:
    """Whether both accounts name one place."""
    return not {place.name for place in one.account.places}.isdisjoint(
        place.name for place in other.account.places
    )


def reach_of(loose: Member) -> int:
    """Within how many days of its report the contact of an account without a day is looked for."""
    if loose.stance != "done" or not is_lead(loose):
        return REACH
    return READOUT if loose.report.text_kind == "readout" else STORY


def compare_told(one: Member, other: Member) -> Said:
    """Two accounts of which neither tells a day, or one a month at best: by the days of their reports."""
    if one.told is None or other.told is None:
        return NEVER, "neither tells a day"
    if max(one.low, other.low) > min(one.high, other.high) + 1:
        return NEVER, "days that exclude each other"
    gap = abs(one.told - other.told)
    if gap > (STORY if "done" in (one.stance, other.stance) else REACH):
        return NEVER, "told in different weeks, and neither tells a day"
    return 0.7 - 0.06 * gap, "told within days of each other"


LIKE_STANCES: dict[frozenset[str], Said] = {
    frozenset({"ahead", "done"}): (0.4, "planned in one, held in the other"),
    frozenset({"ahead", "off"}): (0.5, "planned in one, off in the other"),
    frozenset({"ahead", "denied"}): (0.0, "planned in one, denied in the other"),
    frozenset({"done", "denied"}): (0.2, "held in one, denied in the other"),
    frozenset({"done", "off"}): (-0.5, "off in one, held in the other"),
    frozenset({"off", "denied"}): (0.3, "off in one, denied in the other"),
}


def compare_status(one: Member, other: Member) -> Said:
    """What was planned for a day and held on it is one contact; a plan told after the day is another."""
    if one.stance == other.stance:
        return 1.0, "the same status"
    if {one.stance, other.stance} == {"ahead", "done"}:
        plan, done = (one, other) if one.stance == "ahead" else (other, one)
        if plan.open and plan.told is not None and told_after(min(plan.told, plan.low), done):
            return NEVER, "planned after the other was held"
    return LIKE_STANCES[frozenset({one.stance, other.stance})]


def told_after(day: int, done: Member) -> bool:
    """Whether a plan without a day, told or possible from `day` on, came after the contact that was held."""
    return (done.told or 0) <= day if done.open else done.high < day


def compare_places(one: Member, other: Member) -> Said:
    """The same town speaks for, towns of two states speak against; each end of a call has its own.

    Without a day that is told, towns of two states are two contacts: "since they met in Oslo", and talks in Rome.
    """
    mine, theirs = one.account.places, other.account.places
    if not mine or not theirs or "remote" in (one.medium, other.medium):
        return 0.0, ""
    if {p.name for p in mine} & {p.name for p in theirs}:
        return 1.0, "the same place"
    states, others = {p.state for p in mine if p.state}, {p.state for p in theirs if p.state}
    if not states or not others:
        return 0.0, ""
    if states & others:
        return 0.5, "places in the same state"
    unsure = any(each.rough or each.inferred for each in (one, other))
    return NEVER if unsure else -0.6, "places in different states"


def compare_durations(one: Member, other: Member) -> Said:
    """Whether durations agree: "about an hour and a half" and 95 minutes do; 20 minutes and two hours do not."""
    mine, theirs = one.account.duration_minutes, other.account.duration_minutes
    if not mine or not theirs:
        return 0.0, ""
    if mine[0] <= theirs[1] * 1.25 and theirs[0] <= mine[1] * 1.25:
        return 1.0, "durations that agree"
    return (
        (-1.0, "durations far apart") if max(mine[0], theirs[0]) > 2 * min(mine[1], theirs[1]) else (0.0, "")
    )


def compare_hosts(one: Member, other: Member) -> Said:
    """A visit and the one that returns it are two: Lund's to Japan, and Tanaka's to Germany."""
    return (NEVER, "visits to others") if other_hosts(one.hosts, other.hosts) else (0.0, "")


def compare_times(one: Member, other: Member) -> Said:
    """A call in the morning and one in the evening of a day are two, unless their ends lie zones apart."""
    mine, theirs = part_of_day(one), part_of_day(other)
    if mine is None or theirs is None or far_apart(sides_of(one, other)):
        return 0.0, ""
    if abs(mine - theirs) > 1 and one.low == other.low and not one.lasting:
        return NEVER, "other times of the day"
    return (1.0, "the same time of the day") if mine == theirs else (0.0, "")


def compare_topics(one: Member, other: Member) -> Said:
    """Shared topics speak for, a little."""
    mine, theirs = set(one.account.topics), set(other.account.topics)
    if not mine or not theirs:
        return 0.0, ""
    share = len(mine & theirs) / min(len(mine), len(theirs))
    return share, "shared topics" if share else ""


ALIKE = float("inf")
DOUBTFUL = THRESHOLD - 0.1

FEATURES: tuple[Feature, ...] = (
    Feature(name="kind", weight=2.0, compare=compare_kinds),
    Feature(name="day", weight=3.0, compare=compare_days),
    Feature(name="parties", weight=3.0, compare=compare_parties),
    Feature(name="host", weight=1.0, compare=compare_hosts),
    Feature(name="status", weight=1.0, compare=compare_status),
    Feature(name="time", weight=0.5, compare=compare_times),
    Feature(name="place", weight=1.0, compare=compare_places),
    Feature(name="duration", weight=0.5, compare=compare_durations),
    Feature(name="topics", weight=0.5, compare=compare_topics),
)

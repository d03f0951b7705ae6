"""Reads tasks in this process or in several; the order of what comes out means nothing.

A report that ends its process, or holds it too long, is set aside by name; the process is replaced, and what it
had not come to is read by another. Nothing else is lost.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from communique.engines.tasks import Done, Task
from communique.engines.worker import TOGETHER, Orders, in_groups, make_reader, work
from communique.intake import SetAside

_AHEAD, _AHEAD_BYTES = 256, 4_000_000
"""How much a process is given ahead: so many tasks, or bytes, whichever is reached first; the load stays even."""
_BYTES_A_SECOND = 2_000
"""The time that one task may take grows by a second for so many bytes of it."""
_START_SECONDS = 120.0


def read_all(tasks: Iterator[Task], workers: int, orders: Orders, *, alone: bool = False) -> Iterator[Done]:
    """What came of each task. With one worker they are read here, unless each is to be read `alone`."""
    if workers <= 1 and not alone:
        read = make_reader(orders)
        for group in in_groups(tasks):
            yield from (done for done in read(group) if done is not None)
        return
    pool = _Pool(orders, workers, ahead=1 if alone else _AHEAD)
    try:
        yield from pool.serve(tasks)
    finally:
        pool.close()


@dataclass(slots=True)
class _Hand:
    """One process and what it was given and has not answered. One that is `careful` is given one task at a time.

    `weight` is the size of all that it was given, `most` at least that of the largest.
    """

    process: BaseProcess
    pipe: Connection
    given: deque[Task] = field(default_factory=deque)
    weight: int = 0
    most: int = 0
    since: float = field(default_factory=time.monotonic)
    answered: bool = False
    seconds: float = 120.0
    careful: bool = False

    def take(self, task: Task) -> None:
        """One more that it was given."""
        self.given.append(task)
        self.weight += task.size
        self.most = max(self.most, task.size)

    def done(self) -> Task:
        """The first that it was given, which it has answered."""
        task = self.given.popleft()
        self.weight -= task.size
        if task.size == self.most:
            self.most = max((each.size for each in self.given), default=0)
        return task

    def patience(self) -> float:
        """Seconds until its present step takes too long."""
        if not self.given:
            return float("inf")
        bound = self.seconds + self.most / _BYTES_A_SECOND + (0 if self.answered else _START_SECONDS)
        return self.since + bound - time.monotonic()


class _Pool:
    def __init__(self, orders: Orders, workers: int, ahead: int) -> None:
        self._orders, self._ahead = orders, ahead
        self._again: deque[Task] = deque()
        self._suspects: deque[Task] = deque()
        self._hands = [self._hire() for _ in range(workers)]

    def serve(self, tasks: Iterator[Task]) -> Iterator[Done]:
        more = True
        while more or self._again or self._suspects or any(hand.given for hand in self._hands):
            more = self._feed(tasks, more=more)
            pause = min((hand.patience() for hand in self._hands), default=1.0)
            ready = wait([hand.pipe for hand in self._hands], timeout=max(0.0, min(pause, 5.0)))
            for hand in list(self._hands):
                if hand.pipe in ready:
                    yield from self._hear(hand)
                    while hand in self._hands and hand.pipe.poll():
                        yield from self._hear(hand)
                elif hand.patience() <= 0:
                    yield from self._dismiss(hand, "reading it took too long")

    def close(self) -> None:
        for hand in self._hands:
            hand.pipe.close()
            hand.process.terminate()
        for hand in self._hands:
            hand.process.join()

    def _feed(self, tasks: Iterator[Task], *, more: bool) -> bool:
        """Gives every process as much ahead as it may have, turn by turn; says whether there may be more tasks."""
        open_hands = deque(sorted(self._hands, key=lambda hand: len(hand.given)))
        while open_hands:
            hand = open_hands.popleft()
            if not self._has_room(hand):
                continue
            task = self._next_for(hand)
            if task is None and more:
                task = next(tasks, None)
                more = task is not None
            if task is not None and self._give(hand, task):
                open_hands.append(hand)
        return more

    def _has_room(self, hand: _Hand) -> bool:
        if hand.careful:
            hand.careful = bool(self._suspects or hand.given)
        ahead = 1 if hand.careful else self._ahead
        return len(hand.given) < ahead and hand.weight < _AHEAD_BYTES

    def _next_for(self, hand: _Hand) -> Task | None:
        """A task that was given before, to a process that ended; None where there is none for this one."""
        if hand.careful:
            return self._suspects.popleft()
        return self._again.popleft() if self._again else None

    @staticmethod
    def _give(hand: _Hand, task: Task) -> bool:
        if not hand.given:
            hand.since = time.monotonic()
        hand.take(task)
        try:
            hand.pipe.send(task)
        except OSError:
            return False  # it has ended: what it was given is found when its pipe is heard
        return True

    def _hear(self, hand: _Hand) -> Iterator[Done]:
        try:
            told = hand.pipe.recv()
        except (EOFError, OSError):
            hand.process.join()
            code = hand.process.exitcode or 0
            if code == 0 or not hand.given:  # its memory was full: others go on with what it had
                self._again.extend(hand.given)
                self._replace(hand)
            else:
                yield from self._dismiss(hand, f"the process that read it ended ({_said(code)})")
            return
        hand.since, hand.answered = time.monotonic(), True
        if told is not None:
            yield Done.of(hand.done(), *told)

    def _dismiss(self, hand: _Hand, why: str) -> Iterator[Done]:
        """Ends a process. Of several tasks that it was at, each is tried alone; a single one is set aside."""
        given = list(hand.given)
        if len(given) > 1:
            self._suspects.extend(given[:TOGETHER])
            self._again.extend(given[TOGETHER:])
        self._replace(hand)
        if len(given) == 1:
            task = given[0]
            remedy = "try it alone with --retry, or send it to the maintainers"
            aside = SetAside(source=task.source, place=task.place, why=why, remedy=remedy, input=task.input)
            yield Done.of(task, asides=(aside,))

    def _replace(self, hand: _Hand) -> None:
        hand.process.kill()
        hand.process.join()
        hand.pipe.close()
        fresh = self._hire()
        fresh.careful = bool(self._suspects)
        self._hands[self._hands.index(hand)] = fresh

    def _hire(self) -> _Hand:
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        process = spawn.Process(target=work, args=(theirs, self._orders), daemon=True)
        process.start()
        theirs.close()
        return _Hand(process=process, pipe=ours, seconds=self._orders.limit_seconds)


def _said(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"status {code}"

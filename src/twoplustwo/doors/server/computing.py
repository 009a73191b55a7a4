"""Answers by key: kept ones at once, those on their way joined, new ones from a lane."""

from collections.abc import Hashable
from typing import Any

from twoplustwo.doors.server.cache import Cache
from twoplustwo.doors.server.errors import RefusalError
from twoplustwo.doors.server.jobs import tasks as jobs
from twoplustwo.doors.server.jobs.call import (
    Call,
    ClosedError,
    DiedError,
    FaultError,
    FullError,
    OutOfMemoryError,
    TooLongError,
)
from twoplustwo.doors.server.jobs.queue import Job, JobQueue
from twoplustwo.doors.server.jobs.worker import Worker
from twoplustwo.doors.server.limits import Limits
from twoplustwo.doors.server.registry import DossierRegistry

NICENESS = 10
"""How far analyses stand back: a slider is moved by somebody who looks at it."""


class Computing:
    """Two lanes, what they have answered, and what they are answering.

    Parameters
    ----------
    known : Known
    limits : Limits
    """

    def __init__(self, known: DossierRegistry, limits: Limits) -> None:
        first = Call(f"{jobs.HERE}:hold", (known.dossiers,))

        def lane(deadline_s: float, nice: int) -> JobQueue:
            worker = Worker(first, limits.memory_bytes, limits.startup_grace_s, nice)
            return JobQueue(worker, deadline_s, limits.waiting)

        self.quick, self.slow = lane(limits.quick_s, 0), lane(limits.slow_s, NICENESS)
        self.kept: Cache[bytes] = Cache(limits.answers_bytes)
        self._flying: dict[Hashable, Job] = {}

    def open(self) -> None:
        """Begin to work; the processes start with their first job."""
        self.quick.open()
        self.slow.open()

    async def close(self) -> None:
        """End both processes."""
        await self.quick.close()
        await self.slow.close()

    async def made(self, lane: JobQueue, call: Call, urgency: int, command: str, keep: bool) -> Any:
        """What a call gives: kept, joined or new.

        Parameters
        ----------
        lane : Lane
        call : Call
            It is its own key.
        urgency : int
        command : str
            How to ask the same on the command line, for who is refused.
        keep : bool
            Whether it is bytes to be kept.

        Raises
        ------
        RefusalError
            Too many wait, it takes too long, or it needs too much memory.
        """
        key = _hashable((call.function, call.args))
        found = self.kept.get(key)
        if found is not None:
            return found
        job = self._flying.get(key)
        try:
            if job is None or job.future.cancelled():
                job = self._fly(key, lane, call, urgency)
            else:
                lane.raise_priority(job, urgency)
            value = await lane.result(job)
        except Exception as error:
            raise _refusal(error, lane, command) from error
        return self.kept.keep(key, value) if keep else value

    def _fly(self, key: Hashable, lane: JobQueue, call: Call, urgency: int) -> Job:
        job = lane.put(call, urgency)
        self._flying[key] = job

        def landed(_: object) -> None:
            if self._flying.get(key) is job:
                del self._flying[key]

        job.future.add_done_callback(landed)
        return job


def _refusal(error: Exception, lane: JobQueue, command: str) -> Exception:
    instead = f"run: {command}"
    match error:
        case TooLongError():
            return RefusalError(
                f"takes longer than {lane.deadline_s:g} s here",
                "",
                "others wait as well",
                instead,
                kind="TooLong",
            )
        case DiedError():
            return RefusalError(
                "the computation ended before it had an answer",
                "",
                "it needed more memory than there is, or met a fault",
                instead,
                kind="Ended",
            )
        case OutOfMemoryError():
            return RefusalError(
                "needs more memory than one answer may take here",
                "",
                "others need some as well",
                instead,
                kind="TooLarge",
            )
        case FullError():
            return RefusalError(
                "too many questions wait already",
                "",
                f"at most {lane.most} may wait",
                f"ask again in a moment, or {instead}",
                status=429,
                kind="Busy",
                headers={"Retry-After": "2"},
            )
        case ClosedError():
            return RefusalError(
                "the server is stopping",
                fix="ask again when it is back",
                status=503,
                kind="Stopping",
                headers={"Retry-After": "5"},
            )
        case FaultError(said=said):
            return RefusalError(
                f"a fault in twoplustwo: {said}",
                why="this should not happen",
                fix="please report it, with the address",
                status=500,
                kind="Fault",
            )
    return error


def _hashable(thing: Any) -> Hashable:
    if isinstance(thing, dict):
        return ("{}", *sorted((key, _hashable(value)) for key, value in thing.items()))
    if isinstance(thing, list | tuple):
        return tuple(_hashable(one) for one in thing)
    return thing

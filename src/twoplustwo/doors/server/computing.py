"""Results of calls: kept ones at once, running ones shared, new ones from a job queue."""

import time
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
"""Niceness of the process for analyses, so that answers to a moved slider come first."""


class Computing:
    """Two job queues, one of them for what takes longer; what they gave, and what is running.

    Parameters
    ----------
    registry : DossierRegistry
    limits : Limits
    """

    def __init__(self, registry: DossierRegistry, limits: Limits) -> None:
        first = Call(f"{jobs.HERE}:hold", (registry.dossiers,))

        def queue(deadline_s: float, nice: int) -> JobQueue:
            worker = Worker(first, limits.memory_bytes, limits.startup_grace_s, nice)
            return JobQueue(worker, deadline_s, limits.waiting)

        self.young_until = time.monotonic() + limits.startup_grace_s
        self.quick, self.slow = queue(limits.quick_s, 0), queue(limits.slow_s, NICENESS)
        self.kept: Cache[bytes] = Cache(limits.answers_bytes)
        self._running: dict[Hashable, Job] = {}

    def open(self) -> None:
        """Start both queues; the processes start with their first job."""
        self.quick.open()
        self.slow.open()

    async def close(self) -> None:
        """End both processes."""
        await self.quick.close()
        await self.slow.close()

    async def result(
        self,
        queue: JobQueue,
        call: Call,
        urgency: int,
        command: str,
        keep: bool = True,
        part: int = 0,
    ) -> Any:
        """What a call gives: kept from before, of a job that is running, or of a new one.

        Parameters
        ----------
        queue : JobQueue
        call : Call
            It is its own key.
        urgency : int
        command : str
            How to ask the same on the command line, for who is refused.
        keep : bool
            Whether it is bytes to be kept.
        part : int
            How many calls of the same request come before it: who asks for little is served first.

        Raises
        ------
        RefusalError
            Too many wait, it takes too long, or it needs too much memory.
        """
        key = call.key
        kept = self.kept.get(key)
        if kept is not None:
            return kept
        job = self._running.get(key)
        try:
            if job is None or job.future.cancelled() or job.left:
                job = self._start(key, queue, call, urgency, part)
            else:
                queue.raise_priority(job, urgency)
            value = await queue.result(job)
        except Exception as error:
            raise _refusal(error, queue, command) from error
        return self.kept.keep(key, value) if keep else value

    def _start(self, key: Hashable, queue: JobQueue, call: Call, urgency: int, part: int) -> Job:
        job = queue.put(call, urgency, part)
        self._running[key] = job

        def done(_: object) -> None:
            if self._running.get(key) is job:
                del self._running[key]

        job.future.add_done_callback(done)
        return job


def _refusal(error: Exception, queue: JobQueue, command: str) -> Exception:
    instead = f"run: {command}"
    match error:
        case TooLongError():
            return RefusalError(
                f"takes longer than {queue.deadline_s:g} s here",
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
                f"at most {queue.most} may wait",
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
        case FaultError(what=what):
            return RefusalError(
                f"a fault in twoplustwo: {what}",
                why="this should not happen",
                fix="please report it, with the address",
                status=500,
                kind="Fault",
            )
    return error

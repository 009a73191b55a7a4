"""A priority queue of jobs for one computing process, which does one at a time."""

import asyncio
import contextlib
import heapq
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from typing import Any

from twoplustwo.doors.server.jobs.call import (
    Call,
    ClosedError,
    DiedError,
    FullError,
    OutOfMemoryError,
    TooLongError,
)
from twoplustwo.doors.server.jobs.costs import Costs
from twoplustwo.doors.server.jobs.worker import Worker

NOW, SOON, LATER = 0, 1, 2
"""Urgency: somebody waits for the answer; one of many points; nobody waits yet."""
PATIENCE = 10.0
"""How many times its own time a job may be overtaken for: what is cheap comes before what is dear,
and what is dear comes all the same.
"""
GIVE_UP_S = 10.0
"""How long a job that nobody waits for has until it gives itself up; then its process is ended."""


@dataclass(eq=False)
class Job:
    """A call on its way, and how many wait for it.

    Parameters
    ----------
    call : Call
    urgency : int
    future : Future
    part : int
        How many jobs of the same request come before it.
    waiting : int
        How many wait for it.
    begun, left : bool
        Whether it is being done; whether all who waited for it have left meanwhile.
    """

    call: Call
    urgency: int
    future: "asyncio.Future[Any]"
    part: int = 0
    waiting: int = 0
    begun: bool = False
    left: bool = False

    @property
    def live(self) -> bool:
        """Whether it is still to be done."""
        return not self.begun and not self.future.done()


class JobQueue:
    """Jobs for one process; used from the event loop.

    Parameters
    ----------
    worker : Worker
    deadline_s : float
        Most time that one job may take.
    most : int
        Most jobs that may wait.
    """

    def __init__(self, worker: Worker, deadline_s: float, most: int) -> None:
        self.worker, self.deadline_s, self.most = worker, deadline_s, most
        self._heap: list[tuple[int, float, int, Job]] = []
        self._costs = Costs()
        self._order = count()
        self._some = asyncio.Event()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="jobs")
        self._task: asyncio.Task[None] | None = None
        self._closed = False

    def open(self) -> None:
        """Start doing jobs."""
        self._task = asyncio.get_running_loop().create_task(self._work())

    @property
    def waiting(self) -> int:
        """How many jobs wait, those that nobody waits for left out."""
        jobs = {id(job) for *_, job in self._heap if job.live and job.urgency < LATER}
        return len(jobs)

    def put(self, call: Call, urgency: int, part: int = 0) -> Job:
        """A job in the queue; `part` is how many of the same request come before it.

        Raises
        ------
        FullError
            Too many wait.
        ClosedError
            The server is stopping.
        """
        if self._closed:
            raise ClosedError
        if urgency < LATER and self.waiting >= self.most:
            raise FullError
        future = asyncio.get_running_loop().create_future()
        job = Job(call, urgency, future, part)
        job.future.add_done_callback(_retrieve_exception)
        self._push(job)
        return job

    def raise_priority(self, job: Job, urgency: int) -> None:
        """Make a job as urgent as the most urgent of those who wait for it."""
        if urgency < job.urgency and job.live:
            job.urgency = urgency
            self._push(job)

    async def result(self, job: Job) -> Any:
        """What the job gives; a job that all have left is dropped, or given up if it has begun."""
        job.waiting += 1
        try:
            return await asyncio.shield(job.future)
        finally:
            job.waiting -= 1
            if job.waiting == 0 and job.live:
                job.future.cancel()
                self._sweep()
            elif job.waiting == 0 and not job.future.done():
                self._give_up(job)

    async def close(self) -> None:
        """End the process; jobs that wait get `ClosedError`."""
        self._closed = True
        for *_, job in self._heap:
            if job.live:
                job.future.set_exception(ClosedError())
        if self._task is not None:
            self._task.cancel()
        await asyncio.get_running_loop().run_in_executor(None, self.worker.end)
        if self._task is not None:
            with contextlib.suppress(asyncio.CancelledError):
                await self._task
        self._thread.shutdown(wait=True)

    def _push(self, job: Job) -> None:
        dear = self._costs.expected(job.call.kind) * (job.part + 1)
        due = asyncio.get_running_loop().time() + PATIENCE * dear
        heapq.heappush(self._heap, (job.urgency, due, next(self._order), job))
        self._some.set()

    def _give_up(self, job: Job) -> None:
        """Let the process leave a job that it does, or end it where it does not in time."""
        job.left = True
        self.worker.give_up()
        loop = asyncio.get_running_loop()

        def end() -> None:
            if not job.future.done() and not self._closed:
                loop.run_in_executor(None, self.worker.kill)

        timer = loop.call_later(GIVE_UP_S, end)
        job.future.add_done_callback(lambda _: timer.cancel())

    def _sweep(self) -> None:
        """Remove cancelled jobs from the queue: many may gather while one long job is done."""
        self._heap = [entry for entry in self._heap if entry[-1].live]
        heapq.heapify(self._heap)

    async def _work(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            while not self._heap:
                self._some.clear()
                await self._some.wait()
            *_, job = heapq.heappop(self._heap)
            if not job.live:
                continue
            job.begun = True
            await self._do(loop, job)

    async def _do(self, loop: asyncio.AbstractEventLoop, job: Job) -> None:
        began = loop.time()
        try:
            result = await loop.run_in_executor(
                self._thread, self.worker.do, job.call, self.deadline_s
            )
        except asyncio.CancelledError:
            if not job.future.done():
                job.future.set_exception(ClosedError())
            raise
        except Exception as error:
            if isinstance(error, TooLongError):
                self._costs.learn(job.call.kind, loop.time() - began)
            if not job.future.done():
                job.future.set_exception(ClosedError() if self._closed else error)
            if isinstance(error, TooLongError | DiedError | OutOfMemoryError) and not self._closed:
                with contextlib.suppress(Exception):  # the next job tries again, and says so
                    await loop.run_in_executor(self._thread, self.worker.start)
        else:
            self._costs.learn(job.call.kind, loop.time() - began)
            if not job.future.done():
                job.future.set_result(result)


def _retrieve_exception(future: "asyncio.Future[Any]") -> None:
    """Retrieve the exception so that asyncio does not log it."""
    if not future.cancelled():
        future.exception()

"""Computing in processes: urgency, joining, deadlines, crashes, the end."""

import asyncio
import os
import signal
import time
from contextlib import asynccontextmanager

import pytest

from twoplustwo.base.errors import PositionError
from twoplustwo.doors.server.jobs.call import (
    Call,
    ClosedError,
    DiedError,
    FaultError,
    FullError,
    OutOfMemoryError,
    TooLongError,
)
from twoplustwo.doors.server.jobs.queue import LATER, NOW, SOON, JobQueue
from twoplustwo.doors.server.jobs.worker import Worker

GIB = 2**30
NAP = Call("time:sleep", (0.2,))
PID = Call("os:getpid")


@asynccontextmanager
async def lane(deadline_s: float = 10.0, most: int = 8, memory: int = 8 * GIB, nice: int = 0):
    made = JobQueue(Worker(PID, memory, nice=nice), deadline_s, most)
    made.open()
    try:
        yield made
    finally:
        await made.close()


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_job_is_done_elsewhere():
    async def go():
        async with lane() as one:
            return await one.result(one.put(PID, NOW)), await one.result(one.put(PID, NOW))

    first, second = asyncio.run(go())
    assert first == second != os.getpid()
    assert not alive(first)


def test_a_process_can_stand_back_behind_others():
    async def go():
        async with lane(nice=10) as one:
            return await one.result(one.put(Call("os:getpriority", (os.PRIO_PROCESS, 0)), NOW))

    assert asyncio.run(go()) == min(19, os.getpriority(os.PRIO_PROCESS, 0) + 10)


def test_past_its_deadline_the_process_is_ended_and_another_starts():
    async def go():
        async with lane(deadline_s=0.5) as one:
            before = await one.result(one.put(PID, NOW))
            began = time.monotonic()
            with pytest.raises(TooLongError):
                await one.result(one.put(Call("time:sleep", (60,)), NOW))
            took = time.monotonic() - began
            return before, await one.result(one.put(PID, NOW)), took

    before, after, took = asyncio.run(go())
    assert before != after and not alive(before) and 0.4 < took < 30.0


def test_a_job_that_ends_its_process_harms_no_other():
    async def go():
        async with lane() as one:
            jobs = [one.put(call, NOW) for call in (Call("os:_exit", (3,)), PID)]
            with pytest.raises(DiedError):
                await one.result(jobs[0])
            return await one.result(jobs[1])

    assert asyncio.run(go()) != os.getpid()


def test_a_process_that_somebody_kills_comes_back():
    async def go():
        async with lane() as one:
            first = await one.result(one.put(PID, NOW))
            os.kill(first, signal.SIGKILL)
            await asyncio.sleep(0.1)
            return first, await one.result(one.put(PID, NOW))

    first, second = asyncio.run(go())
    assert first != second


def test_errors_come_home_as_they_are():
    async def go():
        async with lane(memory=2 * GIB) as one:
            held = Call("twoplustwo.positions.position:parse_position", ("nobody", _Nothing()))
            with pytest.raises(PositionError, match="unknown party nobody"):
                await one.result(one.put(held, NOW))
            with pytest.raises(FaultError, match="ValueError: invalid literal"):
                await one.result(one.put(Call("builtins:int", ("no number",)), NOW))
            with pytest.raises(OutOfMemoryError):
                await one.result(one.put(Call("builtins:bytearray", (3 * GIB,)), NOW))
            return await one.result(one.put(PID, NOW))

    assert asyncio.run(go())


def test_out_of_memory_the_process_is_another():
    async def go():
        async with lane(memory=2 * GIB) as one:
            before = await one.result(one.put(PID, NOW))
            with pytest.raises(OutOfMemoryError):
                await one.result(one.put(Call("builtins:bytearray", (3 * GIB,)), NOW))
            return before, await one.result(one.put(PID, NOW))

    before, after = asyncio.run(go())
    assert before != after and not alive(before)


def test_a_process_that_could_not_be_prepared_is_given_nothing():
    async def go():
        made = JobQueue(Worker(Call("builtins:int", ("no number",)), 8 * GIB), 10.0, 8)
        made.open()
        try:
            for _ in range(2):
                with pytest.raises(FaultError, match="ValueError: invalid literal"):
                    await made.result(made.put(PID, NOW))
        finally:
            await made.close()

    asyncio.run(go())


def test_those_who_come_and_go_leave_nothing_in_the_queue():
    async def go():
        async with lane() as one:
            long = asyncio.create_task(one.result(one.put(NAP, NOW)))
            for _ in range(100):
                waits = asyncio.create_task(one.result(one.put(PID, NOW)))
                await asyncio.sleep(0)
                waits.cancel()
                await asyncio.wait([waits])
            assert not long.done()
            left = len(one._heap)
            await long
            return left

    assert asyncio.run(go()) == 0


class _Nothing:
    id, parties = "nothing", ()


def test_the_urgent_come_first_and_the_rest_in_order():
    async def go():
        done = []
        async with lane() as one:

            async def do(name, urgency):
                await one.result(one.put(Call("time:sleep", (0.01,)), urgency))
                done.append(name)

            await one.result(one.put(PID, NOW))
            await asyncio.gather(
                do("first", LATER),
                do("later", LATER),
                do("point 1", SOON),
                do("point 2", SOON),
                do("answer 1", NOW),
                do("answer 2", NOW),
            )
        return done

    assert asyncio.run(go()) == ["answer 1", "answer 2", "point 1", "point 2", "first", "later"]


def test_a_job_can_become_urgent():
    async def go():
        done = []
        async with lane() as one:
            block = one.put(NAP, NOW)
            slow, point = one.put(PID, LATER), one.put(PID, SOON)
            for name, job in (("slow", slow), ("point", point)):
                job.future.add_done_callback(lambda _, name=name: done.append(name))
            one.raise_priority(slow, NOW)
            await asyncio.gather(*(one.result(job) for job in (block, slow, point)))
        return done

    assert asyncio.run(go()) == ["slow", "point"]


def test_a_queue_has_an_end_which_what_nobody_waits_for_does_not_fill():
    async def go():
        async with lane(most=2) as one:
            block = one.put(NAP, NOW)
            await asyncio.sleep(0.05)  # it has begun, and waits no more
            for _ in range(20):
                one.put(PID, LATER)
            waiting = [one.put(PID, NOW), one.put(PID, SOON)]
            with pytest.raises(FullError):
                one.put(PID, NOW)
            await asyncio.gather(*(one.result(job) for job in (block, *waiting)))
            return await one.result(one.put(PID, NOW))

    assert asyncio.run(go())


def test_who_leaves_takes_the_job_along_unless_others_wait_for_it():
    async def go():
        async with lane() as one:
            block = one.put(NAP, NOW)
            alone, shared, begun = one.put(PID, NOW), one.put(PID, NOW), block
            leaving = [asyncio.create_task(one.result(job)) for job in (alone, shared, begun)]
            staying = asyncio.create_task(one.result(shared))
            await asyncio.sleep(0.05)
            for task in leaving:
                task.cancel()
            await asyncio.gather(*leaving, return_exceptions=True)
            assert alone.future.cancelled() and not shared.future.cancelled()
            assert one.waiting == 1
            return await staying, await block.future

    pid, nothing = asyncio.run(go())
    assert pid and nothing is None  # what had begun was done to the end


def test_at_the_end_whoever_waits_is_told_and_no_process_is_left():
    async def go():
        async with lane() as one:
            pid = await one.result(one.put(PID, NOW))
            busy, waiting = one.put(Call("time:sleep", (60,)), NOW), one.put(PID, NOW)
            tasks = [asyncio.create_task(one.result(job)) for job in (busy, waiting)]
            await asyncio.sleep(0.05)
            began = time.monotonic()
            await one.close()
            found = await asyncio.gather(*tasks, return_exceptions=True)
            with pytest.raises(ClosedError):
                one.put(PID, NOW)
            return pid, found, time.monotonic() - began

    pid, found, took = asyncio.run(go())
    assert [type(one) for one in found] == [ClosedError, ClosedError]
    assert not alive(pid) and took < 30.0  # the job would have slept for sixty

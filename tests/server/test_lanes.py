"""Computing in processes: urgency, joining, deadlines, crashes, the end."""

import asyncio
import os
import signal
import time
from contextlib import asynccontextmanager

import pytest

from twoplustwo.base.errors import PositionError
from twoplustwo.doors.server.jobs.call import (
    AbandonedError,
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
            busy = one.put(Call("time:sleep", (60,)), NOW)
            await asyncio.sleep(0.05)  # it has begun: else the other would be done before it
            waiting = one.put(PID, NOW)
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


STEPS = """
import time
from twoplustwo.base import progress

def dawdle(seconds, stepping):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(0.02)
        if stepping:
            progress.step("dawdling")
    return "done"
"""


@pytest.fixture
def steps(tmp_path, monkeypatch) -> str:
    """A function that takes its time, with points at which it can be given up or without."""
    (tmp_path / "takes_steps.py").write_text(STEPS)
    monkeypatch.syspath_prepend(str(tmp_path))
    return "takes_steps:dawdle"


@pytest.mark.parametrize("stepping", [True, False], ids=["at a point", "by ending its process"])
def test_work_that_has_begun_ends_when_all_have_left_it(steps, stepping, monkeypatch):
    from twoplustwo.doors.server.jobs import queue

    monkeypatch.setattr(queue, "GIVE_UP_S", 0.5)

    async def go():
        async with lane(deadline_s=60.0) as one:
            before = await one.result(one.put(PID, NOW))
            job = one.put(Call(steps, (50.0, stepping)), NOW)
            leaving = [asyncio.create_task(one.result(job)) for _ in range(2)]
            await asyncio.sleep(0.3)
            leaving[0].cancel()
            await asyncio.sleep(0.2)
            assert not job.left  # somebody still waits
            leaving[1].cancel()
            began = time.monotonic()
            after = await one.result(one.put(PID, NOW))
            with pytest.raises(AbandonedError if stepping else DiedError):
                await job.future
            return before, after, time.monotonic() - began

    before, after, took = asyncio.run(go())
    assert took < 20.0 and (before == after) is stepping


def test_who_asks_for_what_others_have_just_left_gets_it(steps, known, monkeypatch):
    from twoplustwo.doors.server import computing as computes
    from twoplustwo.doors.server.limits import Limits
    from twoplustwo.doors.server.registry import DossierRegistry

    async def go():
        made = computes.Computing(DossierRegistry({}), Limits(startup_grace_s=0.0))
        made.open()
        call = Call(steps, (0.6, True))
        try:
            await made.result(made.quick, PID, NOW, "", keep=False)
            first = asyncio.create_task(made.result(made.quick, call, NOW, "", keep=False))
            await asyncio.sleep(0.2)
            first.cancel()
            await asyncio.wait([first])
            return await made.result(made.quick, call, NOW, "", keep=False)
        finally:
            await made.close()

    assert asyncio.run(go()) == "done"


def test_what_is_cheap_comes_before_what_is_dear_whoever_asked_first(steps):
    async def go():
        done: list[str] = []
        async with lane(most=100) as one:

            async def do(name, call, part=0):
                await one.result(one.put(call, NOW, part))
                done.append(name)

            dear, cheap = Call(steps, (0.4, False)), Call("time:sleep", (0.01,))
            await one.result(one.put(dear, NOW)), await one.result(one.put(cheap, NOW))
            tasks = [asyncio.create_task(do("block", NAP))]
            await asyncio.sleep(0.05)
            tasks += [asyncio.create_task(do(f"dear {n}", dear)) for n in range(3)]
            tasks += [asyncio.create_task(do(f"part {n}", cheap, n)) for n in range(1, 6)]
            await asyncio.sleep(0)
            tasks.append(asyncio.create_task(do("cheap", cheap)))
            await asyncio.gather(*tasks)
        return done

    done = asyncio.run(go())
    assert done[:2] == ["block", "cheap"] and done[-3:] == ["dear 0", "dear 1", "dear 2"]


def test_what_is_dear_is_not_overtaken_for_ever():
    from twoplustwo.doors.server.jobs.queue import PATIENCE

    async def go():
        done: list[str] = []
        async with lane(most=100) as one:

            async def do(name, call):
                await one.result(one.put(call, NOW))
                done.append(name)

            await one.result(one.put(PID, NOW))
            cheap, dear = Call("time:sleep", (0.01,)), Call("os:getpid")
            one._costs.learn(cheap.kind, 0.01)
            one._costs._seconds[dear.kind] = 0.1  # what it is held to take
            tasks = [asyncio.create_task(do("dear", dear))]
            for n in range(300):
                tasks.append(asyncio.create_task(do(f"cheap {n}", cheap)))
                await asyncio.sleep(0.01)
            await asyncio.gather(*tasks)
        return done.index("dear")

    assert asyncio.run(go()) < 2.0 * PATIENCE * 0.1 / 0.01


def test_kinds_are_told_apart_by_question_and_range():
    from twoplustwo.doors.request import Request

    def kind(**asked):
        return Call("m:answer", (Request("reach", "d", **asked), "views")).kind

    assert kind(positions=["us"]) == kind(positions=["russia"], sets=["a=1"])
    assert kind() != kind(interval=True) and kind() != kind(options={"samples": "9"})

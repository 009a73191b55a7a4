"""The workbench's server: cached and new answers with twenty clients, and memory over time.

A new state is the burnout speed of the interceptor at a value that nobody has asked for, under one
party's position. New ones come at a steady rate whatever the server does (an open loop), and each
client waits for nobody. Server and clients share the machine.
"""

import asyncio
import os
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx

from row import Row

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "web"))
from serving import serving  # noqa: E402

ORDER = 10
TITLE = "The server of the workbench, 20 clients"
TARGET = "cached at least 50/s; new 10/s at p99 under 1 s; memory flat over 10,000 requests"
CLIENTS, CACHED_S, NEW_S = 20, 10.0, 30.0
CACHED_RATE, NEW_RATE, LATEST_S = 50.0, 10.0, 1.0
REQUESTS, FLAT = 10_000, 0.05
ASK = "/api/v1/answers/icbm-reach"
SPEED = "interceptors.gbi-2.burnout_speed"
PARTIES = ("independent", "russia", "us")

Get = Callable[[str], Awaitable[float]]


def run() -> list[Row]:
    """Measure."""
    with serving() as address:
        return asyncio.run(_measure(address))


async def _measure(address: str) -> list[Row]:
    limits = httpx.Limits(max_connections=CLIENTS, max_keepalive_connections=CLIENTS)
    async with httpx.AsyncClient(base_url=address, limits=limits, timeout=60) as client:

        async def get(url: str) -> float:
            start = time.perf_counter()
            reply = await client.get(url)
            reply.raise_for_status()
            return time.perf_counter() - start

        for party in PARTIES:  # whatever is still to be compiled
            await get(_new(party, 0))
        return [await _cached(get), await _fresh(get), await _memory(get)]


def _new(party: str, number: int) -> str:
    """A state that nobody has asked for; every number gives another."""
    return f"{ASK}?p={party}&set={SPEED}={5.5 + number * 0.001:.3f}%20km/s"


async def _cached(get: Get) -> Row:
    """As fast as twenty clients that wait for their answers can ask."""
    urls = [ASK, *(f"{ASK}?p={party}" for party in PARTIES)]
    for url in urls:
        await get(url)
    end = time.perf_counter() + CACHED_S

    async def client(number: int) -> list[float]:
        waits = []
        while time.perf_counter() < end:
            waits.append(await get(urls[(number + len(waits)) % len(urls)]))
        return waits

    waits = [w for one in await asyncio.gather(*map(client, range(CLIENTS))) for w in one]
    rate = len(waits) / CACHED_S
    return Row(
        "cached", _figures(rate, waits), f"at least {CACHED_RATE:.0f}/s", rate >= CACHED_RATE
    )


async def _fresh(get: Get) -> Row:
    """New states at a steady rate, whether or not the ones before are answered."""
    start, tasks = time.perf_counter(), []
    for number in range(round(NEW_S * NEW_RATE)):
        await asyncio.sleep(max(0.0, start + number / NEW_RATE - time.perf_counter()))
        url = _new(PARTIES[number % len(PARTIES)], 1 + number)
        tasks.append(asyncio.create_task(get(url)))
    waits = await asyncio.gather(*tasks)
    rate = len(waits) / (time.perf_counter() - start)
    latest = _quantile(waits, 0.99)
    return Row(
        "new, open loop",
        _figures(rate, waits),
        f"{NEW_RATE:.0f}/s, p99 under {LATEST_S:.0f} s",
        latest < LATEST_S and rate > 0.9 * NEW_RATE,
    )


async def _memory(get: Get) -> Row:
    """Resident memory of the server and its processes, before and after many requests."""
    urls = [ASK, "/api/v1/answers/raid", "/api/v1/dossiers/europe-2007", "/api/v1/look"]
    mixed = [*urls, *(f"{ASK}?p={party}&m=site-romania" for party in PARTIES)]

    async def many(count: int) -> list[float]:
        async def client(number: int) -> list[float]:
            return [await get(mixed[(number + i) % len(mixed)]) for i in range(count // CLIENTS)]

        return [w for one in await asyncio.gather(*map(client, range(CLIENTS))) for w in one]

    await many(REQUESTS // 10)
    before = _resident()
    start = time.perf_counter()
    waits = await many(REQUESTS)
    rate = len(waits) / (time.perf_counter() - start)
    after = _resident()
    grown = after / before - 1.0
    figures = {**_figures(rate, waits), "memory_mb": after / 1e6, "grown": grown}
    return Row("memory over 10,000", figures, f"grows at most {FLAT:.0%}", grown <= FLAT)


def _resident() -> int:
    """Bytes that this program's descendants hold; ours, the clients', are not among them."""
    parents: dict[int, int] = {}
    sizes: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text().rpartition(")")[2].split()
            sizes[int(folder.name)] = int((folder / "statm").read_text().split()[1]) * 4096
        except OSError:
            continue
        parents[int(folder.name)] = int(stat[1])
    ours, found = {os.getpid()}, set()
    while new := {pid for pid, parent in parents.items() if parent in ours} - found:
        found |= new
        ours = new
    return sum(sizes[pid] for pid in found)


def _figures(rate: float, waits: list[float]) -> dict[str, float]:
    return {
        "per_s": rate,
        "median_ms": 1e3 * statistics.median(waits),
        "p99_ms": 1e3 * _quantile(waits, 0.99),
        "worst_ms": 1e3 * max(waits),
    }


def _quantile(values: list[float], share: float) -> float:
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]

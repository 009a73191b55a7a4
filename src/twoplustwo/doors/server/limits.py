"""How much one request may ask for, and how long it may take."""

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Limits:
    """Bounds that keep one visitor from holding up the others.

    Parameters
    ----------
    positions, sets, measures, options : int
        Most of each in one request.
    query_bytes : int
        Longest query of an address.
    points : int
        Most points of a curve.
    samples : int
        Most samples of an analysis.
    efforts : tuple of str
        How hard an analysis may search.
    quick_s, slow_s : float
        Deadline of one question of one position, and of one analysis.
    whole_s : float
        Deadline of a request as a whole, with all that it waits for.
    startup_grace_s : float
        Time from the start for which no deadline holds: on a new machine all is compiled first.
    waiting : int
        Most jobs that wait in one queue.
    answers_bytes, bodies_bytes : int
        Most bytes of answers, and of bodies made of them, that are kept.
    memory_bytes : int
        Most memory that one computing process may take.
    connections : int
        Most connections at once.
    hosts : tuple of str
        Names by which the server may be called; none for any. A server that only this machine can
        reach takes its own names alone: a page from elsewhere, whose name was made to point here,
        is not let in (DNS rebinding).
    origins : tuple of str
        Names from whose pages it may be asked, though a proxy calls it otherwise.
    root : str
        The path below which a proxy offers it, such as ``/shield``; empty for ``/``.
    head_s, send_s : float
        Longest time that a client may take to send its request, and to take in a piece of an
        answer.
    """

    positions: int = 6
    sets: int = 20
    measures: int = 12
    options: int = 12
    query_bytes: int = 4096
    points: int = 41
    samples: int = 128
    efforts: tuple[str, ...] = ("corners", "brief")
    quick_s: float = 20.0
    slow_s: float = 120.0
    whole_s: float = 150.0
    startup_grace_s: float = 300.0
    waiting: int = 64
    answers_bytes: int = 96 * MIB
    bodies_bytes: int = 96 * MIB
    memory_bytes: int = 6 * 1024 * MIB
    connections: int = 512
    hosts: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    root: str = ""
    head_s: float = 10.0
    send_s: float = 30.0

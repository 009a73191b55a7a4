"""One name for arrays on both sides of a jit: JAX inside, NumPy on the host, shapes in docstrings.

The records of the engine are filled with either; a checker that told them apart would ask for
copies that nobody needs.
"""

from typing import Any

Array = Any

"""Drag coefficient against Mach number: straight lines between the nodes of a claimed table."""

import jax.numpy as jnp
from jaxtyping import Float

from twoplustwo.physics.arrays import Array


def coefficient(mach: Array, nodes_mach: Float[Array, "K"], nodes_cd: Float[Array, "K"]) -> Array:
    """Drag coefficient at `mach`, constant beyond the ends of the table.

    Parameters
    ----------
    mach : Array
        Mach number, any shape.
    nodes_mach, nodes_cd : Array, shape (K,)
        The table, Mach rising. Equal neighbours (padding) add nothing.

    Notes
    -----
    Written as a sum of clipped ramps: no search and no gather, which is what a vector unit likes.
    """
    value = jnp.full_like(mach, 1.0) * nodes_cd[0]
    for i in range(nodes_mach.shape[0] - 1):
        width = nodes_mach[i + 1] - nodes_mach[i]
        slope = (nodes_cd[i + 1] - nodes_cd[i]) / jnp.where(width > 0.0, width, 1.0)
        value = value + slope * jnp.clip(mach - nodes_mach[i], 0.0, width)
    return value

"""What several example programs share: a random number generator and text tables."""

from .random_numbers import Random
from .tables import table

__all__ = ["Random", "table"]

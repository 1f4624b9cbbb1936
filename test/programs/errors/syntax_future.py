"""An unknown future feature, and one too late."""
from __future__ import annotations, braces

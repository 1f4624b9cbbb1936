"""Modules that import from each other."""
import broken.circular_a

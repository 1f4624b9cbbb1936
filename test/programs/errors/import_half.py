"""A module that reads its own attribute before it is set."""
import broken.half

"""A module that fails while it is imported, twice; what is left in sys.modules."""
import sys

for _ in range(2):
    try:
        import broken.raising
    except RuntimeError as error:
        print(error, "broken" in sys.modules, "broken.raising" in sys.modules, hasattr(sys.modules["broken"], "raising"))
import broken.chained

"""`__all__` names something that is not there."""
from broken.bad_all import *

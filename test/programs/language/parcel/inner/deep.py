from .. import __name__ as parent_name
from ..names import beta as sibling
from . import public

where = f"{__name__} in {__package__}, {public()}"

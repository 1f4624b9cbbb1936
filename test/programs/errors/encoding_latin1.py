# -*- coding: latin-1 -*-
"""A file in Latin-1 that fails: the source line is decoded."""
name = "café"
print(name, len(name))
raise ValueError(name + "ü")

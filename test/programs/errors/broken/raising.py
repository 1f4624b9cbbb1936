import sys
print("loading", __name__)
value = 1
raise RuntimeError("while importing " + __name__)

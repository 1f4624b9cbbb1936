"""An iterator over an instance of a subclass of str is never that of ASCII text."""

class T(str):
    pass


print(type(iter(T("a"))), type(iter(T("\xe9"))), type(iter("a")), list(T("abc")), [c for c in T("ab")])
it = iter(T("abc"))
next(it)
print(it.__length_hint__(), it.__reduce__()[1:])
it.__setstate__(2)
print(list(it))

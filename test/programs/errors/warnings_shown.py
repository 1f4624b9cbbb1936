"""Warnings: where they point, once per place, categories, filters, as errors."""
import warnings


def old():
    warnings.warn("old is old", DeprecationWarning, stacklevel=2)


def noisy(n):
    warnings.warn(f"noisy {n}")


for i in range(3):
    noisy(1)
old()
noisy(2)
warnings.warn("future", FutureWarning)
warnings.warn(UserWarning("an instance"))
warnings.warn("hidden by default", PendingDeprecationWarning)
warnings.warn("two\nlines", RuntimeWarning)
warnings.warn_explicit("explicit", SyntaxWarning, "some_file.py", 42)
warnings.simplefilter("always")
noisy(3), noisy(3)
warnings.warn("hidden no more", ImportWarning)
with warnings.catch_warnings(record=True) as caught:
    noisy(4)
print(len(caught), caught[0].message, caught[0].category.__name__, caught[0].lineno)
warnings.filterwarnings("ignore", message="noisy")
noisy(5)
print(~True, "\d" == "\\d", 1 is 1)
assert (1, "always true")
warnings.showwarning = lambda message, category, filename, lineno, file=None, line=None: print("shown:", message, category.__name__, lineno)
warnings.warn("through the hook")
for bad in (("x", 5), (5,), ("x", ValueError)):
    try:
        warnings.warn(*bad)
    except TypeError as error:
        print(error)
warnings.simplefilter("error", DeprecationWarning)
old()

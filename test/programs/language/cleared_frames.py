"""A frame that has been cleared has no variables, those of enclosing functions included; the functions keep theirs."""


def frames():
    def outer():
        x = 5
        y = 6

        def inner():
            z = x + 2
            1 / 0
            return z

        kept.append(inner)
        return inner()

    kept = []
    try:
        outer()
    except ZeroDivisionError as e:
        tb, found = e.__traceback__.tb_next, []
        while tb:
            found.append(tb.tb_frame)
            tb = tb.tb_next
    return *found, kept[0]


outer, inner, function = frames()
outer.clear()
inner.clear()
print(outer.f_locals, inner.f_locals, list(inner.f_locals), 'x' in inner.f_locals)
outer, inner, function = frames()
print(sorted(outer.f_locals), inner.f_locals)
inner.clear()
print(sorted(outer.f_locals), inner.f_locals, inner.f_locals.get('x'))
print(inner.f_globals is globals(), inner.f_code.co_name, inner.f_code.co_freevars)
try:
    function()
except ZeroDivisionError as e:
    print(e, function.__closure__[0].cell_contents)

"""A dedent that matches no outer level."""


def f():
        if True:
            pass
      return 1

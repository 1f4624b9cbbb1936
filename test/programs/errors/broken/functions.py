def boom():
    return {}["in a module"]


class Thing:
    def __init__(self):
        boom()

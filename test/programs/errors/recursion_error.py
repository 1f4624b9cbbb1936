"""RecursionError at the top: shown with the frames in between left out."""
import sys

sys.setrecursionlimit(120)


class Node:
    def __init__(self):
        self.child = self

    def depth(self):
        return 1 + self.child.depth()


Node().depth()

__all__ = ["star_one", "_star_listed"]
star_one, star_two, _star_listed = 1, 2, 3

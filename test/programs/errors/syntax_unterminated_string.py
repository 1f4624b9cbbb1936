"""A string without its end."""
greeting = 'it's fine'

"""Characters that no token has."""
price = 5 € 2

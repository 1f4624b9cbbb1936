"""exit() in a handler: SystemExit is not shown, nor is the exception that was handled."""
try:
    1 / 0
except ZeroDivisionError:
    exit("leaving")

"""`python -m generator` is the command `iki`."""

from generator.commands.cli import run

if __name__ == "__main__":
    run()

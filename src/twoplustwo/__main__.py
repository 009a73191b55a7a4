"""``python -m twoplustwo``: the command line, where no ``twoplustwo`` stands on the search path."""

from twoplustwo.doors.cli.main import program

if __name__ == "__main__":
    program()

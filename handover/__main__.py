"""`python -m handover` is the same as `handover`."""

from handover.cli import main

if __name__ == "__main__":
    main()

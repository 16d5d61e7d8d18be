"""`python -m db`: the command line without the desktop."""

import sys

from db.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

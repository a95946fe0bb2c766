"""`tmplan`, and `python -m tmplan`."""

import gc
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    gc.disable()  # while modules load there is nothing to collect: a twentieth of a short command
    try:
        from tmplan.cli.door import run  # inside, so that Ctrl-C while it loads is quiet
    except KeyboardInterrupt:
        sys.exit(130)
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()

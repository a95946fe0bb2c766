"""`tmplan`, and `python -m tmplan`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line and leave with its exit status."""
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"  # nobody else looks into our plans
    gc.disable()  # while modules load there is nothing to collect: a twentieth of a short command
    try:
        from tmplan.cli.door import run  # inside, so that Ctrl-C while it loads is quiet
    except KeyboardInterrupt:
        sys.exit(130)
    status = run(sys.argv[1:])
    gc.freeze()  # nor is there when we leave: the system takes all memory back at once
    sys.exit(status)


if __name__ == "__main__":
    main()

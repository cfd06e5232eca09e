"""The command line. Commands are loaded when they are called, so that ``--help`` answers at once."""

from __future__ import annotations

import sys
from collections.abc import Sequence

EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
EXIT_READER_GONE = 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``comity ARGUMENTS`` and return its exit code.

    0 done, 1 some inputs refused or an error, 2 wrong usage, 130 interrupted, 141 the reader of the output went away.
    """
    from comity.cli.group import run
    from comity.cli.terminal import complain, prepare, silence

    if sys.stdout is None:
        complain("standard output is closed; send it to a file or to another program")
        return EXIT_USAGE
    prepare(sys.stdout, sys.stderr)
    try:
        code = run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        complain("interrupted")
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        silence(sys.stdout)
        return EXIT_READER_GONE
    return code

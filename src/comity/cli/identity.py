"""Who sits at the keyboard, as far as git or the system knows."""

from __future__ import annotations

import getpass
import shutil
import subprocess

from comity.errors import UsageError


def whoever() -> str:
    """git's ``user.name``, else the user's name in the system. Raises ``UsageError`` where neither knows."""
    return _of_git() or _of_system()


def _of_git() -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    done = subprocess.run([git, "config", "user.name"], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def _of_system() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:  # KeyError before Python 3.13
        raise UsageError("nobody is known by name here; say with --who who decides, or set COMITY_USER") from error

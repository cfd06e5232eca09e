"""The commands of a ledger as processes: lost readers, Ctrl-C, what help loads."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from urllib.request import urlopen

import pytest

from comity.cli.group import COMMANDS

RUN = [sys.executable, "-m", "comity"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["show"],
        ["show", "--format", "csv"],
        ["show", "--format", "table"],
        ["export"],
        ["search", "vietnam"],
        ["brief", "--relation", "VNM-CHN"],
        ["review", "--format", "table"],
    ],
    ids=" ".join,
)
def test_a_reader_that_goes_away_is_no_error(shelf, arguments):
    process = subprocess.Popen([*RUN, *arguments, "--db", shelf], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


def test_help_of_every_command_loads_nothing_heavy():
    code = (
        "import sys; from comity.cli import main\n"
        f"for name in {list(COMMANDS)!r}:\n    main([name, '--help'])\n"
        "heavy = 'spacy numpy rich sqlalchemy trafilatura fastapi uvicorn jinja2 networkx comity.ledger'.split()\n"
        "sys.exit(', '.join(name for name in heavy if name in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.slow
@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_the_demo_serves_its_ledger_until_it_is_stopped(tmp_path, by):
    process = subprocess.Popen([*RUN, "demo"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stderr is not None
    out = ""
    for line in process.stdout:
        out += line
        if "Ctrl-C" in line:
            break
    address = re.search(r"http://127\.0\.0\.1:\d+/\?token=\S+", out)
    assert address is not None
    with urlopen(address[0]) as answer:
        assert b"comity" in answer.read()
    process.send_signal(by)
    rest, told = process.communicate(timeout=30)
    assert (process.returncode, told) == (0, "")
    assert rest.strip().endswith("The desk is closed.")

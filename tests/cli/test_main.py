"""The program as a process: start-up, pipes, version."""

from __future__ import annotations

import subprocess
import sys
import time

import comity
from comity.cli import main
from comity.cli.group import COMMANDS, commands

RUN = [sys.executable, "-c", "import sys; from comity.cli import main; sys.exit(main())"]


def test_help_lists_every_command_at_once():
    start = time.monotonic()
    done = subprocess.run([*RUN, "--help"], capture_output=True, text=True, check=True)
    assert time.monotonic() - start < 2  # 0.1 s on an idle machine
    assert all(name in done.stdout for name in COMMANDS)


def test_help_loads_nothing_heavy():
    code = "import sys; from comity.cli import main; main(['--help']); sys.exit(any(m in sys.modules for m in "
    heavy = "('spacy', 'numpy', 'rich', 'yaml', 'trafilatura', 'comity.model')))"
    assert subprocess.run([sys.executable, "-c", code + heavy], capture_output=True, check=False).returncode == 0


def test_version(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"comity {comity.__version__}\n"


def test_the_table_of_commands_is_true():
    for name, words in COMMANDS.items():
        command = commands.get_command(None, name)
        assert command is not None
        assert command.name == name
        assert command.help
        assert words.endswith(".")


def test_a_reader_that_goes_away_is_no_error():
    talk = "click.Command('talk', callback=lambda: [print('y' * 999) for _ in range(9999)])"
    program = "import sys, click, comity.cli.group as group; from comity.cli import main\n"
    program += f"group._Lazy.get_command = lambda *_: {talk}\nsys.exit(main(['talk']))"
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


def test_a_reader_of_sheets_that_goes_away_is_no_error():
    process = subprocess.Popen([*RUN, "demo", "--no-serve"], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait() == 141


def test_a_closed_output_is_said(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["--version"]) == 2
    assert capsys.readouterr().err == "comity: standard output is closed; send it to a file or to another program\n"


def test_a_closed_error_stream_lets_nothing_into_the_output(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stderr", None)
    assert main(["nothing"]) == 2
    assert capsys.readouterr().out == ""


def test_a_name_that_is_no_command_is_answered_with_the_nearest(capsys):
    assert main(["conflict"]) == 2
    assert capsys.readouterr().err.startswith("comity: there is no command 'conflict'; did you mean conflicts?")
    assert main(["xyzzy"]) == 2
    assert "No such command 'xyzzy'" in capsys.readouterr().err

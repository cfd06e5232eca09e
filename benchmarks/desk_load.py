"""How fast the desk answers on a large ledger, and whether many readers and a writer get on.

usage: python benchmarks/desk_load.py [--documents N | --known N | --db FILE] [--rounds N] [--readers N] [--seconds N]

A ledger of N made-up documents (benchmarks/generator.py) is built first, with --known one whose claims are put together
as the world knows them (benchmarks/known_ledger.py), which is much sooner done; with --db a copy of that file is used,
and the file stays as it is. ``comity serve`` runs on a free port of this machine and is
stopped at the end. A page is looked at, and a few seconds later, as long as it takes to paste one, an article is read
and added, then another. Each page is asked for several times, for all relations and for one; what is measured is the
time until the first byte, the work of the server for it (its time on a processor, which other programs do not stretch),
and the size of what a browser is sent (compressed) and of the page itself, each without and with style, script and
icons. Then each is asked for again, each time right after a document was added, so that nothing that is kept until the
ledger changes is of use. At last readers ask for pages without a pause while documents are being added. A line says for
each bar whether it is kept; the exit code is 1 where one is missed or anything failed.
"""

from __future__ import annotations

import argparse
import gzip
import http.client
import json
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlsplit

import known_ledger
from comity.ledger import Ledger
from comity.settings import Settings
from generator import extractions
from machine import describe

MEDIAN, P95, BYTES, READ = 0.150, 0.400, 100_000, 2.0
"""The bars: seconds to the first byte, bytes that a browser is sent of a page without drawings, seconds of reading."""
PASTING = 5
"""Seconds between the first look at a page after a start and an article, which nobody pastes sooner."""
DOSSIER = Path(__file__).parents[1] / "examples" / "dossier"
DRAWN = ("/", "/timeline", "/network", "/indicators", "/map")
PAGES = ("/", "/relations", "/ledger", "/conflicts", "/commitments", "/documents", "/review", "/timeline", "/projects",
         "/indicators", "/actors", "/brief", "/sources", "/decisions", "/heatmap", "/network", "/map")  # fmt: skip
QUERIES = ("/ledger?kind=project&order=date", "/ledger?thin=1", "/ledger?text=copper", "/search?text=steel+pipes",
           "/commitments?modality=agreed")  # fmt: skip
LISTS = ("documents", "conflicts", "review")
BACK = (60, 365)
"""Days before the newest document: since when a brief tells what is new, and as of when it is."""
WRITTEN = 10_000
"""Most documents that are added while others read; the seed of their world, so that they are new ones."""


@dataclass
class Timed:
    """Seconds to the first byte of each answer of a page, of work of the server's processor, and bytes of the body.

    ``after`` and ``work_after`` are those of answers right after the ledger has changed; ``sent`` counts bytes as they
    are sent, ``size`` as they are.
    """

    page: str
    seconds: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    after: list[float] = field(default_factory=list)
    work_after: list[float] = field(default_factory=list)
    sent: int = 0
    size: int = 0

    @property
    def plain(self) -> bool:
        """Whether nothing is drawn in it."""
        return self.page.partition("?")[0] not in DRAWN

    @property
    def missed(self) -> list[str]:
        """The bars that it misses by itself."""
        timings = ((self.seconds, ""), (self.after, " after a write"))
        return [f"{name}{when}" for told, when in timings for name in _over(told)]

    def line(self) -> str:
        """A row of the table."""
        pairs = (self.seconds, self.after, self.work, self.work_after)
        figures = "".join(f" {median(told) * 1000:7.0f} {percentile(told, 95) * 1000:6.0f}" for told in pairs)
        sizes = f"{self.sent / 1000:7.1f} {self.size / 1000:7.1f}"
        return f"{self.page[:48]:48} {figures} {sizes}  {', '.join(self.missed)}"


def percentile(values: Sequence[float], share: int) -> float:
    """The value below or at which ``share`` percent of ``values`` lie."""
    told = sorted(values)
    return told[min(len(told) - 1, -(-len(told) * share // 100) - 1)]


def _over(told: Sequence[float]) -> list[str]:
    """The bars that some timings miss."""
    missed = {"median": median(told) > MEDIAN, "p95": percentile(told, 95) > P95}
    return [name for name, over in missed.items() if over]


def build(path: Path, count: int) -> None:
    """A ledger of so many documents, compared as they come in."""
    with Ledger.open(path, settings=Settings()) as ledger:
        for number, added in enumerate(ledger.add_extractions(made for made, _ in extractions(count)), 1):
            if added.state == "refused":
                raise SystemExit(f"document {number} was refused: {added.refusal}")
            if number % 1000 == 0:
                print(f"{number} documents", file=sys.stderr)


@contextmanager
def served(path: Path) -> Iterator[tuple[str, str, int]]:
    """The address, the token and the process of a server on the ledger, as long as it is needed."""
    command = [sys.executable, "-m", "comity", "serve", "--no-open", "--port", "0", "--db", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            printed = "".join(iter(lambda: server.stdout.readline() if server.stdout else "", "\n"))
            printed += server.stdout.readline() if server.stdout else ""
            found = re.search(r"(http://[^?\s]+)\?token=(\S+)", printed)
            if found is None:
                raise SystemExit("comity serve printed no address")
            yield found[1], found[2], server.pid
        finally:
            server.terminate()


class Reader:
    """A visitor with one connection."""

    def __init__(self, address: str) -> None:
        self._connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=300)
        self.sent = 0

    def get(self, path: str) -> tuple[int, float, bytes]:
        """Status, seconds to the first byte, and body; ``sent`` is then how many bytes came."""
        begun = time.perf_counter()
        self._connection.request("GET", path, headers={"Accept": "text/html", "Accept-Encoding": "gzip"})
        answer = self._connection.getresponse()
        waited = time.perf_counter() - begun
        body = answer.read()
        self.sent = len(body)
        return answer.status, waited, gzip.decompress(body) if answer.headers["Content-Encoding"] == "gzip" else body


def pages(reader: Reader, last: str) -> list[str]:
    """What is asked for: the screens for all relations and for the largest, with some of each sort of single page.

    ``last`` is the day of the newest document, from which briefs look back.
    """
    relations = json.loads(reader.get("/api/v1/relations")[2])["items"]
    largest = max(relations, key=lambda item: item["records"])["relation"]
    records = json.loads(reader.get(f"/api/v1/records?limit=5&relation={largest}")[2])["items"]
    conflicts = json.loads(reader.get("/api/v1/conflicts?limit=5")[2])["items"]
    heads = json.loads(reader.get("/api/v1/documents?limit=5")[2])["items"]
    actors = json.loads(reader.get("/actors.json")[2])["actors"]
    single = [
        *(f"/record/{record['id']}" for record in records[:2]),
        *(f"/record/{item['record']['id']}" for item in conflicts[:1]),
        *(f"/documents/{head['key']}" for head in heads[:2]),
        *(f"/actors/{quote(actor['actor'], safe='')}" for actor in (actors[0], actors[-1])),
    ]
    since, as_of = (date.fromisoformat(last) - timedelta(days=days) for days in BACK)
    looks = [f"/brief?relation={largest}&since={since}", f"/brief?relation={largest}&as_of={as_of}"]
    lists = [f"/api/v1/{name}" for name in (f"records?relation={largest}", "records?text=copper", *LISTS)]
    return [
        *PAGES,
        *(f"{page}?relation={largest}" for page in PAGES),
        *QUERIES,
        *single,
        *looks,
        *lists,
    ]


def worked(process: int) -> float:
    """Seconds that a process has had of the processors so far; not a number where the system does not tell."""
    tasks = list(Path(f"/proc/{process}/task").glob("*/schedstat"))
    return sum(int(task.read_text().split()[0]) for task in tasks) / 1e9 if tasks else float("nan")


def timed(reader: Reader, asked: Sequence[str], rounds: int, process: int) -> list[Timed]:
    """Ask for all pages several times, one after the other."""
    found = {page: Timed(page) for page in asked}
    for _ in range(rounds):
        for page, told in found.items():
            before = worked(process)
            waited, told.size = _answered(reader, page)
            told.work.append(worked(process) - before)
            told.seconds.append(waited)
            told.sent = reader.sent
    return list(found.values())


def timed_after(reader: Reader, path: Path, found: Sequence[Timed], rounds: int, process: int) -> None:
    """Ask for all pages again, each right after a document was added."""
    news = extractions(rounds * len(found), seed=WRITTEN - 1)
    with Ledger.open(path, create=False, settings=Settings()) as ledger:
        for told in (told for _ in range(rounds) for told in found):
            ledger.add_extraction(next(news)[0])
            before = worked(process)
            told.after.append(_answered(reader, told.page)[0])
            told.work_after.append(worked(process) - before)


def _answered(reader: Reader, page: str) -> tuple[float, int]:
    """Seconds to the first byte of a page, and bytes of it."""
    status, waited, body = reader.get(page)
    if status != 200:
        raise SystemExit(f"{page} was answered with {status}: {body[:300]!r}")
    return waited, len(body)


def article(address: str, token: str) -> tuple[float, float]:
    """Seconds in which two articles of the sample dossier are read, added and answered for, one after the other."""
    taken = []
    for number, text in enumerate(sorted(DOSSIER.glob("*.txt"))[:2]):
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=120)
        body = json.dumps({"text": f"{text.read_text(encoding='utf-8')}\nEdition {number}.", "published": "2026-01-01"})
        headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
        begun = time.perf_counter()
        connection.request("POST", "/api/v1/documents", body, headers)
        answer = connection.getresponse()
        taken.append(time.perf_counter() - begun)
        if answer.status != 201:
            raise SystemExit(f"an article was answered with {answer.status}: {answer.read()[:300]!r}")
    return taken[0], taken[1]


def furniture(reader: Reader) -> tuple[int, int]:
    """Bytes of what all pages share, style, script and icons: as they are sent, and as they are."""
    body = reader.get("/")[2].decode()
    sizes = []
    for path in sorted(set(re.findall(r"/static/[\w.?=-]+", body))):
        whole = len(reader.get(path)[2])
        sizes.append((reader.sent, whole))
    return sum(sent for sent, _ in sizes), sum(whole for _, whole in sizes)


def crowd(address: str, path: Path, asked: Sequence[str], readers: int, seconds: float) -> tuple[list[float], int, int]:
    """Seconds of each answer that readers got, how many were errors, and how many documents were added meanwhile."""
    done = threading.Event()
    errors = [0] * readers

    def read(number: int) -> list[float]:
        reader, waited, turn = Reader(address), [], number
        while not done.is_set():
            status, wait, _ = reader.get(asked[turn % len(asked)])
            errors[number] += status != 200
            waited.append(wait)
            turn += 7
        return waited

    with ThreadPoolExecutor(readers) as pool:
        reading = [pool.submit(read, number) for number in range(readers)]
        written = _write(path, seconds)
        done.set()
        return [wait for found in reading for wait in found.result()], sum(errors), written


def _write(path: Path, seconds: float) -> int:
    """Add documents in another process for so long; how many there were."""
    command = [sys.executable, __file__, "--write", str(seconds), "--db", str(path)]
    return int(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)


def write(path: Path, seconds: float) -> int:
    """Add documents for so long, a few at a time."""
    until, count = time.monotonic() + seconds, 0
    with Ledger.open(path, create=False, settings=Settings()) as ledger:
        for made, _ in extractions(WRITTEN, seed=WRITTEN):
            if time.monotonic() > until:
                break
            count += ledger.add_extraction(made).state == "added"
    return count


def report(path: Path, rounds: int, readers: int, seconds: float) -> bool:
    """Serve a ledger, measure, print; whether all bars are kept."""
    with served(path) as (address, token, process):
        reader = Reader(address)
        numbers = json.loads(reader.get("/api/v1/statistics")[2])
        print(describe())
        print(f"{numbers['documents']} documents, {numbers['claims']} claims, {numbers['records']} records")
        time.sleep(PASTING)
        first, second = article(address, token)
        print(f"an article pasted {PASTING} s after the start took {first:.1f} s, another {second:.1f} s")
        reader = Reader(address)  # the first connection was idle for too long
        asked = pages(reader, numbers["published"][1])
        found, shared = timed(reader, asked, rounds, process), furniture(reader)
        timed_after(reader, path, found, rounds, process)
        columns = "    first byte  after a write           work  after a write kB sent   whole"
        print(f"\n{'milliseconds (median, p95)':48} {columns}")
        print("\n".join(told.line() for told in found))
        kept = [*_speeds(found), *_sizes(found, shared)]
        kept.append(_said(max(first, second) <= READ, f"articles within {READ:.0f} s"))
        waited, errors, written = crowd(address, path, asked, readers, seconds)
        print(f"\n{readers} readers for {seconds:.0f} s while {written} documents were added: {len(waited)} answers,")
        print(f"{errors} errors, median {median(waited) * 1000:.0f} ms, p95 {percentile(waited, 95) * 1000:.0f} ms")
        kept.append(_said(not errors and written > 0, "readers beside a writer without an error"))
    return all(kept)


def _speeds(found: Sequence[Timed]) -> list[bool]:
    """Print the speed of all pages together; whether each bar is kept."""
    every = [second for told in found for second in told.seconds]
    work = [second for told in found for second in told.work]
    print(f"\nall pages: median {median(every) * 1000:.0f} ms, p95 {percentile(every, 95) * 1000:.0f} ms")
    late = [second for told in found for second in told.after]
    print(f"right after a write: median {median(late) * 1000:.0f} ms, p95 {percentile(late, 95) * 1000:.0f} ms")
    print(f"work of the server: median {median(work) * 1000:.0f} ms, p95 {percentile(work, 95) * 1000:.0f} ms")
    slow = [told.page for told in found if told.missed]
    heavy = [told.page for told in found if _over(told.work) or _over(told.work_after)]
    print(f"pages of which the work alone, which others do not stretch, is over a bar: {', '.join(heavy) or 'none'}")
    return [
        _said(median(every) <= MEDIAN, f"median of all answers within {MEDIAN * 1000:.0f} ms"),
        _said(percentile(every, 95) <= P95, f"p95 of all answers within {P95 * 1000:.0f} ms"),
        _said(not slow, f"both by every page{': not by ' + ', '.join(slow) if slow else ''}"),
    ]


def _sizes(found: Sequence[Timed], shared: tuple[int, int]) -> list[bool]:
    """Print the size of the largest page without drawings; whether the bar is kept."""
    largest = max((told for told in found if told.plain and not told.page.startswith("/api/")), key=lambda t: t.size)
    sent, whole = largest.sent + shared[0], largest.size + shared[1]
    print(f"largest page without drawings: {largest.page}, {sent / 1000:.1f} kB sent with style, script and icons")
    print(f"({shared[0] / 1000:.1f} kB), {whole / 1000:.1f} kB uncompressed")
    return [
        _said(sent <= BYTES, f"pages without drawings within {BYTES // 1000} kB"),
        _said(whole <= BYTES, f"pages without drawings within {BYTES // 1000} kB uncompressed"),
    ]


def _said(kept: bool, bar: str) -> bool:
    print(f"{'kept' if kept else 'MISSED':7} {bar}")
    return kept


def main() -> int:
    """Build or copy a ledger, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=3000)
    parser.add_argument("--known", type=int)
    parser.add_argument("--db", type=Path)
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--write", type=float, default=0, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.write:
        print(write(given.db, given.write))
        return 0
    with TemporaryDirectory(prefix="comity-") as folder:
        path = Path(folder) / "ledger.db"
        if given.db:
            shutil.copy(given.db, path)
        elif given.known:
            known_ledger.build(path, given.known)
        else:
            build(path, given.documents)
        return 0 if report(path, given.rounds, given.readers, given.seconds) else 1


if __name__ == "__main__":
    raise SystemExit(main())

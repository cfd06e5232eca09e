"""A ledger: documents, what they say, what people ruled, and what follows."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from comity.errors import DamagedStore, InputError, NotFound
from comity.ingest import Source, sources
from comity.ingest.dates import required_date
from comity.ledger import asking, deciding, looking_back, reviewing, verifying
from comity.ledger.adding import added
from comity.ledger.asking import Relation, Wanted
from comity.ledger.clock import instant
from comity.ledger.lists import Line, Lists, choice
from comity.ledger.loading import loaded
from comity.ledger.past import Looks, Past
from comity.ledger.results import Added, Hit, Question, Report, ReviewItem, StoredDocument
from comity.ledger.running import Order, Outcome, outcomes
from comity.model import Decision, Document, Extraction, Head, LedgerRecord
from comity.settings import Settings
from comity.store import Store, claims, decisions, documents, matching, records
from comity.store.records import Filter


class Ledger:
    """Many documents, one ledger. Use it as a context manager, or ``close`` it.

    Everything it tells follows from the documents, what was read from them and the decisions of people: in whatever
    order and pieces these came, the records and their ids are the same. A ledger may be read by many and written by
    several at once. All methods raise ``StoreError`` where the file cannot be used.
    """

    def __init__(self, store: Store, settings: Settings) -> None:
        """Use ``Ledger.open``."""
        self._store = store
        self._settings = settings
        self._looks = Looks()

    @classmethod
    def open(
        cls,
        path: str | Path = "",
        *,
        create: bool = True,
        settings: Settings | None = None,
        progress: Callable[[int, int], object] | None = None,
    ) -> Ledger:
        """Open a ledger file (default: the setting ``db``), or make one if it is not there and ``create`` is true.

        Raises ``NotFound``, ``DamagedStore`` (no ledger, cut short), ``NewerStore`` and ``StoreError``; a file that is
        refused is not touched. Where an update of comity keeps the derived part in another shape, it is made anew,
        which takes time; ``progress`` is called with the number of documents done, from 0, and of all.
        """
        settings = settings or Settings.from_environment(os.environ)
        ledger = cls(Store.open(Path(path or settings.db), create=create), settings)
        with ledger._store.reading() as connection:
            unmade = verifying.unmade(connection)
        if unmade:
            ledger.rebuild(progress=progress)
        return ledger

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def version(self) -> int:
        """Another number after every change by anybody; of this open ledger alone, so of no use to keep."""
        return self._store.version()

    @property
    def lists(self) -> Lists:
        """Lists and counts for pages, which read no more than they show."""
        return Lists(self._store)

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # what comes in

    def add(
        self,
        inputs: str | Path | Iterable[Source | Document | str | Path],
        *,
        published: str = "",
        publisher: str = "",
        jobs: int = 1,
        progress: Callable[[Added], object] | None = None,
    ) -> list[Added]:
        """Read documents and add what they say; one ``Added`` for each, in order, a refused one among them.

        Inputs are documents, ``Source`` or what ``comity.ingest.sources`` understands: files, folders, addresses,
        lists of addresses. ``published`` (as 2025-04-14) and ``publisher`` hold for all of them; with several ``jobs``
        as many processes read. ``progress`` is called with each ``Added`` as soon as it is safe in the ledger.
        Raises ``UsageError`` for a bad date.
        """
        order = Order(required_date(published), publisher, self._settings)
        several = [inputs] if isinstance(inputs, str | Path) else inputs
        return self._added(_read(several, order, jobs), progress)

    def add_extraction(self, extraction: Extraction) -> Added:
        """Add a document with what was read from it."""
        return next(added(self._store, [Outcome(extraction.document.source, extraction)]))

    def add_extractions(
        self, extractions: Iterable[Extraction], *, progress: Callable[[Added], object] | None = None
    ) -> list[Added]:
        """Add documents with what was read from them, several in a transaction; one ``Added`` for each, in order."""
        return self._added((Outcome(e.document.source, e) for e in extractions), progress)

    def add_records(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        texts: str | Path | None = None,
        publisher: str = "",
        progress: Callable[[Added], object] | None = None,
    ) -> list[Added]:
        """Add records in the exchange format, one ``Added`` for each document; ``progress`` as in ``add``.

        Files hold JSON or lines of JSON; folders give their files. A text is taken from ``document.text``, else from
        the file that ``document.source`` or ``id`` names in the folder ``texts``, beside the records, or in the folder
        above; a text of another sha256 than ``text_sha256`` is refused.
        """
        several = [paths] if isinstance(paths, str | Path) else paths
        found = loaded(several, texts=Path(texts) if texts else None, publisher=publisher)
        return self._added(found, progress)

    def _added(self, outcomes: Iterable[Outcome], progress: Callable[[Added], object] | None) -> list[Added]:
        done = []
        for result in added(self._store, outcomes):
            done.append(result)
            if progress is not None:
                progress(result)
        return done

    # what is in it

    def documents(self, keys: Collection[str] | None = None) -> tuple[Head, ...]:
        """The heads of documents that were not withdrawn, all or those with ``keys``, by date, undated ones first."""
        with self._store.reading() as connection:
            return asking.heads(connection, keys)

    def published(self) -> tuple[str, str, int]:
        """First and last day on which a document was published, empty for none, and how many documents have no date."""
        return self.lists.days()

    def document(self, name: str) -> StoredDocument:
        """A document by its key or name (its file's stem). Raises ``NotFound``, and ``UsageError`` if several fit."""
        with self._store.reading() as connection:
            key = asking.key_of_document(connection, name)
            found = documents.document(connection, key)
            own = claims.claims_of(connection, matching.active_in(connection, [key]))
            if found is None:
                raise NotFound(f"the ledger has no document {name!r}")
            return StoredDocument(
                documents.heads_of(connection, [key])[key],
                found.text,
                claims.set_aside_of(connection, key),
                tuple(sorted(own.values(), key=lambda claim: claim.position)),
            )

    def records(
        self,
        *,
        kind: str | None = None,
        relation: Relation = None,
        since: str | date | None = None,
        until: str | date | None = None,
        status: str | None = None,
        judgement: str | None = None,
        sector: str | None = None,
        actor: str | None = None,
        certainty: str | None = None,
        source_class: str | None = None,
        text: str | None = None,
        review: str | None = None,
        as_of: str | date | None = None,
        limit: int | None = None,
        after: str | None = None,
    ) -> list[LedgerRecord]:
        """Records by date, then id; rejected ones only by ``review``.

        ``relation`` is a pair of ISO 3166 codes in any order (``VNM-CHN`` or a tuple), or one; by a pair the ``kind``
        ``role`` or ``position`` is found by either state. ``since`` and ``until`` are days that a record's date must
        touch; ``text`` words or "phrases" that it must have. ``as_of`` tells it as documents published until that day
        do. ``limit`` and ``after`` (the last id seen) page. Raises ``UsageError`` for what cannot be.
        """
        wanted = Wanted(
            kind=kind,
            relation=relation,
            days=(since, until),
            status=status,
            judgement=judgement,
            sector=sector,
            actor=actor,
            certainty=certainty,
            source_class=source_class,
            text=text,
            review=review,
        )
        return self._found(wanted.filter(), asking.day(as_of), limit, after or "")

    def lines(self, relation: Relation = None) -> list[Line]:
        """Records as ``records`` gives them, as rows without fields and evidence."""
        return self.lists.lines(choice(Wanted(relation=relation)))

    def past(self, as_of: str | date, relation: Relation = None) -> Past:
        """The records as of a day: rows of those that are as they are today, and those that were other, whole."""
        with self._store.reading() as connection:
            wanted = Wanted(relation=relation).filter()
            return looking_back.past_of(connection, asking.day(as_of), wanted, self._looks)

    def picked(self, ids: Sequence[str], *, short: bool = False) -> list[LedgerRecord]:
        """Records by their ids, in this order; unknown ids are left out.

        ``short`` ones have the first values of their fields with a little of the evidence, and no joins.
        """
        return self.lists.whole(ids, short=short)

    def values(self, ids: Collection[str]) -> dict[str, dict[str, Any]]:
        """The values alone that records show, by id and field; unknown ids are left out."""
        with self._store.reading() as connection:
            return records.values(connection, ids)

    def _found(self, wanted: Filter, last: str, limit: int | None, after: str) -> list[LedgerRecord]:
        with self._store.reading() as connection:
            if last:
                return looking_back.records_on(connection, last, wanted, limit=limit, after=after)
            return asking.linked(connection, records.find(connection, wanted, limit=limit, after=after))

    def record(self, claim: str, *, as_of: str | date | None = None) -> LedgerRecord:
        """The record that a claim belongs to; its own id is such a claim's. Raises ``NotFound``."""
        with self._store.reading() as connection:
            home = asking.home_of(connection, claim)
            if last := asking.day(as_of):
                return looking_back.record_on(connection, last, claim, home)
            return asking.linked(connection, records.get(connection, [home]).values())[0]

    def homes(self, claims: Collection[str]) -> dict[str, str]:
        """The ids of the records that claims belong to, by claim; a claim that does not count has none."""
        with self._store.reading() as connection:
            return records.homes(connection, claims)

    def conflicts(self, relation: Relation = None) -> list[LedgerRecord]:
        """The records with a field whose sources contradict each other and on which nobody has ruled.

        A figure is left out where it is that of a promise, and the dispute the same.
        """
        lines = self.lists.lines(choice(Wanted(relation=relation), disputed=True))
        return self.lists.whole([line.id for line in lines])

    def search(self, text: str, limit: int = 20) -> list[Hit]:
        """Records, then passages of documents, that have all words of ``text``; at most ``limit`` of either.

        Case, diacritics and đ make no difference; ``"two words"`` is a phrase, ``word*`` all words that begin so.
        Raises ``UsageError`` where there is no word in it.
        """
        with self._store.reading() as connection:
            return asking.hits(connection, text, limit)

    def undated(self) -> int:
        """How many documents have no date of publication; views as of a day leave them out."""
        with self._store.reading() as connection:
            return documents.undated(connection)

    # what people rule

    def review_queue(self, relation: Relation = None) -> list[ReviewItem]:
        """What waits for a person, the most consequential first: doubtful joins, conflicts, proposed fulfilments."""
        return self.review_items(self.questions(relation))

    def questions(self, relation: Relation = None) -> list[Question]:
        """The same without the records, which are costly where there are many."""
        with self._store.reading() as connection:
            return reviewing.waiting(connection, tuple(asking.relation_facets(relation)))

    def review_items(self, asked: Sequence[Question], *, short: bool = False) -> list[ReviewItem]:
        """Some questions with their records, whole or in ``short`` (as in ``lists``), in their order."""
        with self._store.reading() as connection:
            return list(reviewing.items(connection, asked, short=short))

    def decide(
        self,
        action: str,
        targets: str | Sequence[str],
        *,
        who: str,
        when: str = "",
        why: str = "",
        field: str = "",
        value: Any = None,
    ) -> Decision:
        """Take a decision (``comity.model.ACTIONS``); ``when`` is an ISO 8601 instant in UTC, by default now.

        ``targets`` are ids of records (of any of their claims), for ``split`` the claims to be taken out, for
        ``withdraw`` documents, for ``undo`` decisions. ``correct`` needs ``field`` and ``value``, ``both`` a ``field``.
        ``different`` with a ``field`` divides a record by its values, without one it keeps two records apart.
        ``accept`` and ``reject`` with the field ``fulfils`` rule on a proposed fulfilment: deed, then promise.
        Raises ``DecisionError`` and ``NotFound``.
        """
        several = (targets,) if isinstance(targets, str) else tuple(dict.fromkeys(targets))
        asked = deciding.Asked(action, several, who.strip(), when or instant(), why, field, value)
        with self._store.writing() as connection:
            return deciding.decided(connection, asked)

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions in the order in which they were taken, those undone included."""
        with self._store.reading() as connection:
            return decisions.every(connection)

    def orphans(self) -> tuple[Decision, ...]:
        """The decisions that stand but whose words are nowhere to be found in what was read last."""
        with self._store.reading() as connection:
            return deciding.orphans(connection)

    # the ledger itself

    def verify(self) -> Report:
        """Hold every quote against the stored text, every text against its sha256, and recompute every id."""
        try:
            with self._store.writing() as connection:
                return verifying.verified(connection)
        except DamagedStore as error:
            return Report({}, (str(error),))

    def rebuild(self, *, progress: Callable[[int, int], object] | None = None) -> Report:
        """Drop all that follows from documents and decisions and make it anew; it comes out the same.

        ``progress`` is called with the number of documents done, from 0, and of all.
        """
        with self._store.writing() as connection:
            return verifying.rebuilt(connection, progress)

    def statistics(self) -> dict[str, Any]:
        """How much of what is in the ledger."""
        with self._store.reading() as connection:
            return asking.counted(connection)


def _read(inputs: Iterable[Source | Document | str | Path], order: Order, jobs: int) -> Iterator[Outcome]:
    """Read inputs in their order; what stands for nothing is an outcome with a refusal."""
    run: list[Source | Document] = []
    for item in inputs:
        try:
            run += [item] if isinstance(item, Source | Document) else sources(str(item))
        except InputError as error:
            yield from outcomes(run, order, jobs=jobs)
            run = []
            yield Outcome(str(item), refusal=str(error))
    yield from outcomes(run, order, jobs=min(jobs, max(len(run), 1)))

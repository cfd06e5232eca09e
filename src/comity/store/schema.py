"""The tables of a ledger: what is kept for good, and what follows from it and may be dropped at any time."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()

migrations = Table("migrations", metadata, Column("name", Text, primary_key=True))

documents = Table(
    "documents",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("published", Text, nullable=False),
    Column("publisher", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Index("documents_by_name", "name"),
)
"""Documents as they came; ``text`` is zlib over UTF-8. Kept for good."""

claim_sets = Table(
    "claim_sets",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("id", Text, nullable=False),
    Column("document", Text, ForeignKey("documents.key"), nullable=False),
    Column("set_aside", Text, nullable=False),
    Index("claim_sets_by_document", "document", "serial"),
)
"""What one reading found in a document; the one with the highest ``serial`` counts. Kept for good."""

claims = Table(
    "claims",
    metadata,
    Column("claim_set", Integer, ForeignKey("claim_sets.serial"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("id", Text, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("claim_set", "position"),
    sqlite_with_rowid=False,
)
"""The claims of a claim set, each as JSON in the exchange format. Kept for good."""

decisions = Table(
    "decisions",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("action", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("decisions_by_action", "action"),
)
"""What people ruled, in the order in which they did. Kept for good, only ever added to."""

pins = Table(
    "pins",
    metadata,
    Column("decision", Text, ForeignKey("decisions.id"), nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("document", Text, nullable=False),
    PrimaryKeyConstraint("decision", "ordinal"),
    Index("pins_by_document", "document"),
)
"""The documents to which the anchors of a decision point. Kept for good."""

heads = Table(
    "heads",
    metadata,
    Column("document", Text, ForeignKey("documents.key"), primary_key=True),
    Column("published", Text, nullable=False),
    Column("outlet", Text, nullable=False),
    Column("class", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("credits", Text, nullable=False),
    Column("folded", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("original", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("heads_by_text", "text_sha256"),
    Index("heads_by_date", "original", "published", "document"),
    Index("heads_by_class", "original", "class", "published"),
    Index("heads_by_outlet", "original", "outlet", "class", "state", "credits", "published"),
    Index("heads_by_month", "original", text("substr(published, 1, 7)")),
)
"""Derived: heads as the registry of sources describes them; ``folded`` is what they are found by, ``original`` the key
of the document that counts in its place, which has the same text, or empty.
"""

active = Table(
    "active",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("claim_set", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("exact", Text, nullable=False),
    Column("features", Text, nullable=False),
    Index("active_by_document", "document"),
)
"""Derived: the claims that count (newest claim set of each document that was not withdrawn), prepared for comparing."""

sightings = Table(
    "sightings",
    metadata,
    Column("exact", Text, nullable=False),
    Column("claim", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("published", Text, nullable=False),
    Column("moment", Text, nullable=False),
    Column("telling", Text, nullable=False),
    Column("tokens", Text, nullable=False),
    PrimaryKeyConstraint("claim"),
    Index("sightings_by_moment", "exact", "moment"),
    Index("sightings_by_telling", "exact", "telling", "tokens", "document", "moment"),
    Index("sightings_by_tokens", "exact", "tokens", "document"),
    Index("sightings_by_document", "document"),
)
"""Derived: the claims that count and have an exact key, with what choosing among them needs (``reconcile.sightings``);
``tokens`` are divided by line ends. All that is summed up as of a day is read from indexes."""

shares = Table(
    "shares",
    metadata,
    Column("exact", Text, nullable=False),
    Column("telling", Text, nullable=False),
    Column("tokens", Text, nullable=False),
    Column("claims", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    PrimaryKeyConstraint("exact", "telling", "tokens"),
    sqlite_with_rowid=False,
)
"""Derived: sightings of one key summed up by what they tell and by the tokens of their documents.

``first`` and ``last`` are moments.
"""

heaps = Table(
    "heaps",
    metadata,
    Column("exact", Text, nullable=False),
    Column("tokens", Text, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("first", Text, nullable=False),
    PrimaryKeyConstraint("exact", "tokens"),
    sqlite_with_rowid=False,
)
"""Derived: the documents with sightings of one key summed up by their tokens; ``first`` is the first of them by key."""

repeats = Table(
    "repeats",
    metadata,
    Column("exact", Text, nullable=False),
    Column("one", Text, nullable=False),
    Column("other", Text, nullable=False),
    PrimaryKeyConstraint("exact", "one", "other"),
    sqlite_with_rowid=False,
)
"""Derived: tokens of heaps of one key of which documents repeat each other."""

keys = Table(
    "keys",
    metadata,
    Column("key", Text, nullable=False),
    Column("claim", Text, nullable=False),
    PrimaryKeyConstraint("key", "claim"),
    Index("keys_by_claim", "claim"),
    sqlite_with_rowid=False,
)
"""Derived: blocking keys; only claims that share one are compared."""

joins = Table(
    "joins",
    metadata,
    Column("first", Text, nullable=False),
    Column("second", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("reasons", Text, nullable=False),
    PrimaryKeyConstraint("first", "second"),
    Index("joins_by_second", "second"),
    Index("joins_undecided", "verdict", "first", "second", "score", sqlite_where=text("verdict != 'same'")),
    sqlite_with_rowid=False,
)
"""Derived: what comparing two claims gave, where it gave anything."""

bands = Table(
    "bands",
    metadata,
    Column("band", Text, nullable=False),
    Column("document", Text, nullable=False),
    PrimaryKeyConstraint("band", "document"),
    Index("bands_by_document", "document"),
    sqlite_with_rowid=False,
)
"""Derived: keys under which near-duplicate documents meet."""

signatures = Table(
    "signatures",
    metadata,
    Column("document", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""Derived: MinHash signatures of documents, unsigned 32-bit little-endian."""

echoes = Table(
    "echoes",
    metadata,
    Column("first", Text, nullable=False),
    Column("second", Text, nullable=False),
    PrimaryKeyConstraint("first", "second"),
    Index("echoes_by_second", "second"),
    sqlite_with_rowid=False,
)
"""Derived: pairs of documents of which one repeats the other, each pair once with ``first < second``."""

bearings = Table(
    "bearings",
    metadata,
    Column("decision", Text, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("claim", Text, nullable=False),
    Column("exact", Text, nullable=False),
    PrimaryKeyConstraint("decision", "ordinal"),
    Index("bearings_by_claim", "claim"),
    Index("bearings_by_exact", "exact"),
)
"""Derived: the claim that each anchor of a decision means today, and its exact key; empty where there is none."""

AWAITED = "unfinished = 1 AND due = '' AND told != '' AND status != ''"
"""What is dormant, where nothing was told of it for long; as an index has it."""

records = Table(
    "records",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("exact", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("caption", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("begins", Text, nullable=False),
    Column("ends", Text, nullable=False),
    Column("first_told", Text, nullable=False),
    Column("told", Text, nullable=False),
    Column("reach", Text, nullable=False),
    Column("states", Text, nullable=False),
    Column("sectors", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("certainty", Text, nullable=False),
    Column("review", Text, nullable=False),
    Column("witnesses", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("disputed", Text, nullable=False),
    Column("due", Text, nullable=False),
    Column("unfinished", Integer, nullable=False),
    Column("month", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("category", Text, nullable=False),
    Column("modality", Text, nullable=False),
    Column("places", Text, nullable=False),
    Column("series", Text, nullable=False),
    Index("records_by_exact", "exact", sqlite_where=text("exact != ''")),
    Index("records_by_kind", "kind", "begins", "id", "review"),
    Index("records_by_kind_told", "kind", "told", "begins", "id"),
    Index("records_by_date", "begins", "id", "kind", "review"),
    Index("records_by_telling", "told", "begins", "id"),
    Index("records_by_due", "due", text("told DESC"), "id", "review"),
    Index(
        "records_disputed",
        *("witnesses", "told", "id", "disputed", "conflicts", "review"),
        sqlite_where=text("conflicts > 0"),
    ),
    Index("records_by_series", "series", "conflicts", "review", sqlite_where=text("series != ''")),
    Index("records_by_review", "review"),
    Index("records_awaited", "kind", "told", "review", sqlite_where=text(AWAITED)),
    Index("records_by_place", "kind", "places", "states", "review", "told", "id"),
    Index(
        "records_by_stage",
        *("kind", "status", text("due = ''"), "due", text("told DESC"), "id"),
        *("unfinished", "review", "modality", "witnesses", "certainty", "conflicts", "states"),
    ),
)
"""Derived: what ledger records are looked up, counted and ordered by.

``begins``, ``ends``, ``first_told``, ``told`` (last) and ``due`` are ISO days, ``month`` the month in which it begins,
all empty where there is none; ``reach`` is the last day of all documents that tell of it or of a claim with which one
of its own is joined (``9999-12-31`` where one of them has no date); ``conflicts`` counts the fields that ``disputed``
names, on which people are to be asked; ``form`` and ``category`` are those of events, ``modality`` that of commitments,
``series`` that of indicators, ``places`` those of events and projects, one a line. Lists
of words are joined by commas. ``exact`` is given where all claims with that key are the record, which then has no rows
in ``members`` and no facets ``document``.
"""

bodies = Table(
    "bodies",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("short", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
"""Derived: ledger records as zlib over JSON, ``short`` ones with a little of their evidence, for lists."""

facets = Table(
    "facets",
    metadata,
    Column("facet", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("record", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("year", Text, nullable=False),
    PrimaryKeyConstraint("facet", "value", "record"),
    Index("facets_by_record", "record", "facet"),
    sqlite_with_rowid=False,
)
"""Derived: states, relations, sectors, actors and their names, source classes, judgements, documents of records, each
with the record's kind and the year in which it begins (empty where unknown).
"""

members = Table(
    "members",
    metadata,
    Column("claim", Text, primary_key=True),
    Column("record", Text, nullable=False),
    Index("members_by_record", "record"),
    sqlite_with_rowid=False,
)
"""Derived: which record a claim belongs to, where it is not by an exact key."""

passages = Table(
    "passages",
    metadata,
    Column("serial", Integer, primary_key=True),
    Column("document", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    UniqueConstraint("document", "start"),
)
"""Derived: the paragraphs of documents, in the order of the search index."""

KEPT = (migrations, documents, claim_sets, claims, decisions, pins)
DERIVED = (
    heads,
    active,
    sightings,
    shares,
    heaps,
    repeats,
    keys,
    joins,
    bands,
    signatures,
    echoes,
    bearings,
    records,
    bodies,
    facets,
    members,
    passages,
)

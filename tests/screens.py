"""The screens of the desk that every test of all screens opens."""

SCREENS = (
    "/",
    "/ledger",
    "/conflicts",
    "/commitments",
    "/documents",
    "/documents/new",
    "/review",
    "/timeline",
    "/projects",
    "/indicators",
    "/actors",
    "/brief",
    "/sources",
    "/decisions",
    "/search",
    "/heatmap",
    "/network",
    "/map",
    "/relations",
)

"""The network: who takes part in things with whom."""

from __future__ import annotations

from collections import Counter

from fastapi import APIRouter, Request
from fastapi.responses import Response

from comity.ledger import Ledger
from comity.ledger.asking import Wanted
from comity.ledger.lists import choice
from comity.vocab import load
from comity.web.charts.network import Named, Network, arranged, drawn, shared
from comity.web.desk import TheLedger
from comity.web.pages.actors import Actor, actors_of
from comity.web.pages.frame import Frame, frame_of
from comity.web.pages.memory import kept
from comity.web.pages.pictures import png, svg
from comity.web.twins import View, page

router = APIRouter()
Places = dict[str, tuple[float, float]]


@kept
def joined(ledger: Ledger, relation: str, keys: tuple[str, ...]) -> tuple[Counter[tuple[str, str]], Places]:
    """How many records of a relation (all for an empty one) two of some actors share, and where these are drawn."""
    wanted = choice(Wanted(relation=relation or None))
    pairs = shared(ledger.lists.sharing(wanted, "actor", keys))
    return pairs, arranged(pairs)


def picture(frame: Frame) -> tuple[Network, list[dict[str, object]]]:
    """The drawing of the most frequent actors, and a row for each pair."""
    top, _ = actors_of(frame, load("desk")["most"]["nodes"])
    actors = {actor.key: actor for actor in top}
    inside, at = joined(frame.ledger, frame.relation, tuple(actors))
    named = {
        key: Named(a.name, f"{a.name}: {a.total} records", frame.url(a.address), key.isupper() and len(key) == 3)
        for key, a in actors.items()
    }
    rows: list[dict[str, object]] = [
        {"first": actors[a].name, "second": actors[b].name, "records": n, **_pages(actors[a], actors[b])}
        for (a, b), n in sorted(inside.items(), key=lambda item: (-item[1], item[0]))
    ]
    return drawn(named, {key: a.total for key, a in actors.items()}, inside, at), rows


def _pages(first: Actor, second: Actor) -> dict[str, object]:
    return {"first_page": first.address, "second_page": second.address}


@page(router, "/network")
def network_page(request: Request, ledger: TheLedger) -> View:
    """The most frequent actors and what they share."""
    frame = frame_of(request, ledger)
    chart, rows = picture(frame)
    context = {"frame": frame, "chart": chart, "pairs": rows[:20]}
    return View("network.html", context, {"pairs": rows}, rows, "network", ("first", "second", "records"))


@router.get("/network.svg", response_model=None)
def network_svg(request: Request, ledger: TheLedger) -> Response:
    """The drawing as a file."""
    return svg(request, "network", picture(frame_of(request, ledger))[0], "actors that take part in the same things")


@router.get("/network.png", response_model=None)
def network_png(request: Request, ledger: TheLedger) -> Response:
    """The drawing as a picture."""
    return png(request, "network", picture(frame_of(request, ledger))[0], "actors that take part in the same things")

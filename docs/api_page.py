"""The reference page of the REST API, from the description that the API gives of itself."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from comity.settings import Settings
from comity.web.api import MEANINGS
from comity.web.app import create_app
from tables import table

API = """# The REST API

`comity serve` answers under `/api/v1` as well as in the browser; `/api/v1/openapi.json` describes it for programs.

- **Rights.** On this machine reading is open. Writing needs the token that `comity serve` prints, and so does reading
  where `--host` lets other machines reach the server: `Authorization: Bearer TOKEN`. Writes are limited; an answer 429
  says in `Retry-After` when to go on.
- **Ids** are made from the words a record rests on: they are the same on every machine and survive a rebuild. The id of
  any claim of a record leads to it (307).
- **Pages.** Lists have `items` and `next`; `after=NEXT` gives the next page, and a `Link` header leads to it. `next` is
  null on the last page.
- **Unchanged answers.** Every answer has an `ETag`; sent back as `If-None-Match` it is answered 304 until the ledger
  changes.
- **Errors** have one shape, whatever went wrong: `{"error": {"code", "message", "hint"}}`. A parameter that does not
  exist is an error, too. COMMON
- **Tables.** Every page of the desk is also data: the same address with `.json` or `.csv` (`/ledger.csv?kind=event`).

```sh
comity serve --no-open &
curl "http://127.0.0.1:8321/api/v1/records?relation=CHN-VNM&kind=commitment&limit=2"
curl -H "Authorization: Bearer $TOKEN" -F file=@article.txt http://127.0.0.1:8321/api/v1/documents/file
```

"""


def api_page() -> str:
    """Every address of the API: what it takes, what it answers, with an example of each shape."""
    described = create_app(Path("ledger.db"), settings=Settings()).openapi()
    operations = [(a, m, o) for a, methods in described["paths"].items() for m, o in methods.items()]
    common = ", ".join(f"{code} {meaning[0].lower()}{meaning[1:].rstrip('.')}" for code, meaning in MEANINGS.items())
    parts = [API.replace("COMMON", f"Every address may answer: {common}.")]
    for tag in dict.fromkeys(o["tags"][0] for _, _, o in operations):
        own = (operation_section(*each) for each in operations if each[2]["tags"][0] == tag)
        parts += [f"## {tag.capitalize()}\n\n", *own]
    return "".join([*parts, "## Shapes\n\n", *shape_sections(described["components"]["schemas"])])


def operation_section(address: str, method: str, operation: dict[str, Any]) -> str:
    """One address with one method."""
    lines = [f"### `{method.upper()} {address}`\n\n{operation['description']}\n\n"]
    rows = [(f"`{p['name']}`", p["in"], taken(p["schema"]), words(p)) for p in operation.get("parameters", ())]
    if rows:
        lines.append(table(("Parameter", "In", "Takes", "Meaning"), rows) + "\n")
    for media, body in operation.get("requestBody", {"content": {}})["content"].items():
        lines.append(f"Body: `{media}`, {shape_of(body['schema'])}.\n\n")
    own = {code: a for code, a in operation["responses"].items() if int(code) not in MEANINGS}
    told = [(code, shape_of(media_schema(a)), meaning(a["description"])) for code, a in sorted(own.items())]
    return "".join([*lines, table(("Status", "Answer", "Meaning"), told), "\n"])


def meaning(described: str) -> str:
    """What an answer means; nothing where it is simply the answer."""
    return "" if described == "Successful Response" else described


def media_schema(answer: dict[str, Any]) -> dict[str, Any]:
    """The schema of an answer, empty where it has no body."""
    return dict(answer.get("content", {}).get("application/json", {}).get("schema", {}))


def shape_of(schema: dict[str, Any]) -> str:
    """A shape by name, as a link to its section."""
    name = schema.get("$ref", "").rpartition("/")[2]
    return f"[{name}](#{name.lower()})" if name and not name.startswith("Body_") else "fields of a form" if name else ""


def taken(schema: dict[str, Any]) -> str:
    """What a parameter takes."""
    kinds = [one for one in schema.get("anyOf", [schema]) if one.get("type") != "null"]
    one = kinds[0]
    if "enum" in one:
        return ", ".join(f"`{value}`" for value in one["enum"])
    limits = [f"{word} {one[name]}" for name, word in (("minimum", "from"), ("maximum", "to")) if name in one]
    default = [f"default {schema['default']}"] if schema.get("default") else []
    return ", ".join([one.get("format") or one["type"], *limits, *default])


def words(parameter: dict[str, Any]) -> str:
    """What a parameter means, with an example."""
    schema = parameter["schema"]
    inside = [schema, *schema.get("anyOf", ())]
    told = parameter.get("description") or next((s["description"] for s in inside if "description" in s), "")
    example = next((str(s["examples"][0]) for s in inside if "examples" in s), "")
    return " ".join(filter(None, [told, f"Example: `{example}`" if example else ""]))


def shape_sections(schemas: dict[str, Any]) -> Iterator[str]:
    """The shapes that have an example, with it."""
    for name, schema in sorted(schemas.items()):
        if "examples" in schema:
            told = json.dumps(schema["examples"][0], ensure_ascii=False, indent=1)
            yield f"### {name}\n\n{schema['description']}\n\n```json\n{told}\n```\n\n"

"""Write ``currencies.yaml``: ISO 4217 codes with their English names, from the Unicode CLDR data in Babel.

usage: python training/vocabularies/currencies.py > src/comity/vocab/currencies.yaml

Names are folded to lower case. A name in brackets of years or uses ("US dollar (next day)") is no name that a text
would use, and neither are metals, test codes and bond units.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from importlib.metadata import version

import yaml
from babel import Locale
from babel.numbers import get_currency_name

HEAD = """# Currencies: ISO 4217 code, then the English names that mean this currency and no other (lower case).
# Source: Unicode CLDR through Babel {version}, written by training/vocabularies/currencies.py. Do not edit by hand.
"""
UNUSED = re.compile(r"X(?!AF|OF|PF|CD|DR)")


def names(code: str) -> set[str]:
    """The singular and plural English names of a currency, lower case."""
    forms = {get_currency_name(code, count=count, locale="en") for count in (None, 1, 2)}
    return {form.lower() for form in forms if "(" not in form} - {code.lower()}


def main() -> None:
    """Print the table."""
    owners: dict[str, set[str]] = defaultdict(set)
    codes = sorted(code for code in map(str, Locale("en").currencies) if not UNUSED.match(code))
    for code in codes:
        for name in names(code):
            owners[name].add(code)
    table = {code: sorted(name for name in names(code) if owners[name] == {code}) for code in codes}
    sys.stdout.write(HEAD.format(version=version("babel")))
    yaml.safe_dump(table, sys.stdout, allow_unicode=True, default_flow_style=None, width=120)


if __name__ == "__main__":
    main()

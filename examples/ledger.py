"""Keep a ledger of articles, ask it, settle a disagreement: python ledger.py FOLDER LEDGER."""

import sys

import comity


def main(articles: str, path: str) -> None:
    """Add the articles of a folder and print what an analyst asks first."""
    with comity.Ledger.open(path) as ledger:
        for added in ledger.add(articles):
            print(f"{added.name}: {added.state}, {added.new} new, {added.repeats} known, {added.contradicts} disputed")

        print("\nWhat was promised between Vietnam and China, and what has become of it")
        for promise in ledger.records(kind="commitment", relation=("VNM", "CHN")):
            print(f"- {promise.caption}: {promise.status}, due {promise.get('due') or 'some day'}")

        print("\nWhere sources disagree, word for word")
        for record in ledger.conflicts():
            for view in record.conflicts:
                print(f"- {record.caption}: {view.name}. {view.reason}")
                for value in view.values:
                    evidence = value.evidence[0]
                    print(f"  {value.value}: “{evidence.quotes[0].exact}” ({evidence.name}, {evidence.source_class})")

        for record in ledger.conflicts():
            for view in record.conflicts:
                ledger.decide("both", record.id, field=view.name, who="Ada", why="they count differently")
        print(f"\n{len(ledger.conflicts())} disagreements left after {len(ledger.decisions())} decisions")
        print("sound" if ledger.verify().sound else "damaged")


if __name__ == "__main__":
    main(*sys.argv[1:3])

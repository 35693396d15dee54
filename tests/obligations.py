#!/usr/bin/env python3
"""Which obligations are proved by tests: writes tests/results/obligations.json and compares with the committed tests/obligations.md.

Only tests over HTTP or in a browser count. With --write the committed table is made anew.
"""
import json
import pathlib
import sys
import xml.etree.ElementTree as tree

here = pathlib.Path(__file__).parent
known = (here / "IpPlatform.TestSupport" / "obligations.txt").read_text().split()
proofs = {identity: [] for identity in known}
faults = []

for result in sorted((here / "results").glob("*.xml")):
    for test in tree.parse(result).iter("test"):
        traits = [(trait.get("name"), trait.get("value")) for trait in test.iter("trait")]
        for identity in (value for name, value in traits if name == "Obligation"):
            if identity not in proofs:
                faults.append(f"{test.get('name')}: {identity} is no obligation")
            elif ("Over", "http") not in traits:
                faults.append(f"{test.get('name')}: {identity} is proved over HTTP or not at all")
            else:
                proofs[identity].append((test.get("name").split("(")[0], test.get("result") == "Pass"))

rows = [
    {
        "id": identity,
        "tests": sorted({name for name, _ in tests}),
        "result": "none" if not tests else "passed" if all(passed for _, passed in tests) else "failed",
    }
    for identity, tests in proofs.items()
]
(here / "results" / "obligations.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n")

met = [row for row in rows if row["tests"]]
table = (
    "# Obligations proved by tests\n\n"
    "Made by `tests/obligations.py --write` from the tags of the tests; `tests/run.sh` fails when it is out of date, so that a met\n"
    f"obligation cannot lose its test unnoticed. {len(met)} of {len(rows)}.\n\n| Obligation | Tests |\n|---|---|\n"
    + "".join(f"| {row['id']} | {'<br>'.join(row['tests'])} |\n" for row in met)
)
committed = here / "obligations.md"
if "--write" in sys.argv:
    committed.write_text(table)
elif not committed.exists() or committed.read_text() != table:
    faults.append("tests/obligations.md is out of date: python3 tests/obligations.py --write")

for fault in faults:
    print(fault, file=sys.stderr)
sys.exit(1 if faults else 0)

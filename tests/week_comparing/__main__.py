"""Print the comparison."""

import sys

from tests.week_comparing import SORTS, Sheet, compared, week


def table(sheet: Sheet) -> str:
    """A row for each sort of item."""
    rows = [f"{'':32}{'wanted':>8}{'found':>8}{'missing':>8}{'foreign':>8}"]
    for sort, can_be_foreign in SORTS.items():
        found, missing, foreign = sheet.counts(sort)
        rows.append(f"{sort:32}{found + missing:8}{found:8}{missing:8}{foreign if can_be_foreign else '':>8}")
    return "\n".join(rows)


def misses(sheet: Sheet) -> str:
    """Both sides of everything that is missing, and what is foreign."""
    rows: list[str] = []
    for sort in SORTS:
        for each in (*sheet.of(sort, "missing"), *sheet.of(sort, "foreign")):
            if not rows or sort not in rows:
                rows.append(sort)
            ours = f"ours: {each.ours or 'nothing'}"
            told = f"wanted: {each.wanted}; {ours}" if each.result == "missing" else f"foreign, {ours}"
            rows.append(f"  [{each.about}] {told}")
    return "\n".join(rows)


def floors(sheet: Sheet, reader: str) -> str:
    """As the test pins it: how many are found, and how many are foreign."""
    rows = [f"[{reader}]"]
    for sort in SORTS:
        found, missing, foreign = sheet.counts(sort)
        rows.append(f'"{sort}" = [{found}, {found + missing}, {foreign}]')
    return "\n".join(rows)


def main(arguments: list[str]) -> None:
    """Print what is asked for."""
    if "--floors" in arguments:
        print("\n\n".join(floors(compared(week(coder)), name) for name, coder in (("model", False), ("coder", True))))  # noqa: T201
        return
    sheet = compared(week("--coder" in arguments))
    print(table(sheet))  # noqa: T201
    if "-v" in arguments:
        print("", misses(sheet), sep="\n")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])

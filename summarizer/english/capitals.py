"""Capital letters, with and without marks on them: a name may begin with any."""

CAPITAL = f"[{''.join(filter(str.isupper, map(chr, range(0x590))))}]"
"""An expression for one capital letter of the Latin, Greek or Cyrillic alphabet; `re` has none of its own."""

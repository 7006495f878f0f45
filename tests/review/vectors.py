"""Published data that measures are checked against, with the values that their authors print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

# Krippendorff 1980, p. 133 (also 2004, p. 224): two coders, ten units.
K1980_133 = list(zip([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [0, 1, 1, 0, 0, 1, 0, 1, 0, 0], strict=True))

# Krippendorff 2011: four coders, twelve units, * is missing.
K2011 = """
1 2 3 3 2 1 4 1 2 * * *
1 2 3 3 2 2 4 1 2 5 * 3
* 3 3 3 2 3 4 2 2 5 1 *
1 2 3 3 2 4 4 1 2 5 1 *
"""

# Krippendorff 1980, p. 139: three coders, nine units.
K1980_139 = [(1, 1, 1), (1, 2, 2), (2, 2, 2), (4, 4, 4), (1, 4, 4), (2, 2, 2), (1, 2, 3), (3, 3, 3), (2, 2, 2)]

# Krippendorff 2004, p. 227: two coders, twelve units.
K2004_227 = [*zip("aabbbbbccccc", "abbbbbcccccc", strict=True)]

# Krippendorff 2004, p. 246: contingency tables of two coders.
K2004_246A = [[12, 9, 9], [9, 14, 9], [9, 9, 20]]
K2004_246B = [[12, 18, 18], [0, 14, 18], [0, 0, 20]]

# Fleiss 1971: 30 subjects, 6 raters, 5 categories.
FLEISS_1971 = """
444444 222555 233335 555555 222444 113333 333355 113334 114444 555555
144444 124444 222333 144444 224445 333335 111455 111112 224444 133555
555555 244444 224555 114444 144445 222224 111155 224444 133333 555555
"""

# Hayes & Krippendorff 2007: five coders, forty units, ordinal values.
HAYES_2007 = """
112*2 1101* 2333* *00*0 000*0 000*0 102*1 1*20* 222*2 2111* *100* 0000* 1222* 33223 111*1 111*1 212*2 1233* 1101* 000*0
0011* 00*00 2333* 0000* 12*22 0111* 00010 1212* 1122* 112*2 110*0 2121* 22*22 3222* 222*2 223*2 222*2 22*12 2222* 111*1
"""

# Krippendorff 1995, p. 57: two coders on a line of 24, (start, length) of the units of each.
K1995_24 = {
    "A": ([(2, 8), (14, 6)], [(4, 4), (15, 2)]),
    "D": ([(0, 2), (2, 8), (10, 4), (14, 6), (20, 4)], [(0, 4), (4, 4), (8, 7), (15, 2), (17, 7)]),
}


def table(rows: Iterable[tuple]) -> Counter[tuple]:
    """Units, each with one value a coder, as counted rows."""
    return Counter(rows)


def units(columns: str) -> list[tuple[int | None, ...]]:
    """Units written as words, a digit for each coder."""
    return [tuple(None if sign == "*" else int(sign) for sign in word) for word in columns.split()]


def by_coder(lines: str) -> list[tuple[int | None, ...]]:
    """Units from lines, one a coder."""
    rows = [[None if sign == "*" else int(sign) for sign in line.split()] for line in lines.strip().splitlines()]
    return list(zip(*rows, strict=True))


def contingency(cells: list[list[int]]) -> dict[tuple[int, int], int]:
    return {(row, column): count for row, line in enumerate(cells) for column, count in enumerate(line)}


def digitised(name: str) -> list[tuple[int, int]]:
    """A line of 24 cut by two coders, as 24 units."""
    sides = K1995_24[name]
    return [tuple(int(any(a <= at < a + n for a, n in side)) for side in sides) for at in range(24)]

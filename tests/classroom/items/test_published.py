"""Item analysis equals published worked examples to their printed digits.

The two sections of the Law School Admission Test are from Bock and Lieberman (1970), printed as
32 patterns with their counts; the statistics are those that the R package mirt 1.45 prints in its
manual (`itemstats`, pages LSAT6 and LSAT7), and for alpha also `ltm`. The class of ten is Karl
Wuensch's (East Carolina University, "The Kuder-Richardson 20").
"""

import pytest

from quizzer.classroom.items.analyse import analyse
from quizzer.classroom.items.model import Column
from quizzer.classroom.items.reliability import feldt_limits, reliability

LSAT6 = (3, 6, 2, 11, 1, 1, 3, 4, 1, 8, 0, 16, 0, 3, 2, 15)
LSAT6 += (10, 29, 14, 81, 3, 28, 15, 80, 16, 56, 21, 173, 11, 61, 28, 298)
LSAT7 = (12, 19, 1, 7, 3, 19, 3, 17, 10, 5, 3, 7, 7, 23, 8, 28)
LSAT7 += (7, 39, 11, 34, 14, 51, 15, 90, 6, 25, 7, 35, 18, 136, 32, 308)
WUENSCH = """
1111110110 1011011101 1111011001 0010001000 0000010010
1110111111 1101110111 1111111101 0101111101 1101101110
"""


def rows_of(counts: tuple[int, ...]) -> list[list[float]]:
    """One row a student from the counts of the patterns 00000, 00001 ... 11111."""
    return [
        [float(digit) for digit in f"{pattern:05b}"]
        for pattern, count in enumerate(counts)
        for _ in range(count)
    ]


def columns_of(rows: list[list[float]]) -> list[Column]:
    """A table of zeros and ones as columns."""
    return [
        Column(
            question_id=str(place),
            key="right",
            students=range(len(rows)),
            credits=credits,
            choices=["right" if credit else "wrong" for credit in credits],
        )
        for place, credits in enumerate(zip(*rows, strict=True))
    ]


@pytest.mark.parametrize(
    ("counts", "p", "r_total", "r_rest", "alpha", "sem"),
    [
        (
            LSAT6,
            "0.924 0.709 0.553 0.763 0.870",
            "0.362 0.567 0.618 0.534 0.435",
            "0.113 0.153 0.173 0.144 0.122",
            "0.295",
            "0.869",
        ),
        (
            LSAT7,
            "0.828 0.658 0.772 0.606 0.843",
            "0.530 0.600 0.611 0.592 0.461",
            "0.246 0.247 0.313 0.223 0.175",
            "0.453",
            "0.886",
        ),
    ],
    ids=["LSAT6", "LSAT7"],
)
def test_the_law_school_admission_test(
    counts: tuple[int, ...], p: str, r_total: str, r_rest: str, alpha: str, sem: str
) -> None:
    """Difficulty, both point-biserial correlations, alpha and its standard error, as printed."""
    rows = rows_of(counts)
    assert len(rows) == 1000
    items = analyse(columns_of(rows)).items
    assert " ".join(f"{item.p:.3f}" for item in items) == p
    assert " ".join(f"{item.r_total:.3f}" for item in items) == r_total
    assert " ".join(f"{item.r_rest:.3f}" for item in items) == r_rest
    found = reliability(columns_of(rows))
    assert found.name == "KR-20"
    assert (f"{found.value:.3f}", f"{found.sem:.3f}") == (alpha, sem)


def test_a_class_of_ten() -> None:
    """Sum of p q 2.18, variance of the sums 5.84: KR-20 is 10/9 (1 - 2.18/5.84)."""
    rows = [[float(digit) for digit in line] for line in WUENSCH.split()]
    items = analyse(columns_of(rows)).items
    assert [round(item.p, 1) for item in items] == [
        0.7,
        0.7,
        0.6,
        0.7,
        0.6,
        0.8,
        0.7,
        0.7,
        0.5,
        0.6,
    ]
    found = reliability(columns_of(rows))
    assert found.value == pytest.approx(10 / 9 * (1 - 2.18 / 5.84), abs=1e-12)


def test_feldts_limits() -> None:
    """The 95 % limits that Chris Evans' R program prints (MRC Cognition and Brain Sciences)."""
    low, high = feldt_limits(0.913, students=873, questions=20)
    assert (f"{low:.7f}", f"{high:.7f}") == ("0.9044024", "0.9211588")

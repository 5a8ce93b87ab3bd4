"""What a reader takes for one character."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from gateway.text import graphemes

CLUSTERS = [
    *("a", "é", "e\u0301", "日", "が", "か\u3099", "葛\U000e0100", "ｶﾞ", "각", "각", "\r\n"),
    *("क्षि", "நி", "กำ", "ที่", "👩‍👩‍👧", "👍🏽", "🇯🇵", "1️⃣", "❤️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "\u0600١"),
]


@pytest.mark.parametrize("cluster", CLUSTERS)
def test_a_cluster_ends_where_its_last_code_point_does(cluster: str) -> None:
    size = len(cluster)
    assert list(graphemes.ends(f"a{cluster}日", 9)) == [1, 1 + size, 2 + size]
    assert list(graphemes.ends(cluster * 3, 2)) == [size, 2 * size]


@given(st.text(st.sampled_from("".join(CLUSTERS)) | st.characters()), st.integers(0, 12))
def test_text_without_marks_is_read_as_any_other_is(text: str, most: int) -> None:
    clusters = regex.findall(r"\X", text)[:most]
    assert list(graphemes.ends(text, most)) == [
        len("".join(clusters[:count])) for count in range(1, len(clusters) + 1)
    ]


def test_characters_that_are_read_quickly_join_no_others() -> None:
    quick = "".join(
        char for char in map(chr, range(0x10000)) if isinstance(graphemes.ends(char * 2, 2), range)
    )
    assert len(quick) > 40_000
    assert regex.fullmatch(r"[\n\p{GCB=Other}\p{GCB=LV}\p{GCB=LVT}]*", quick)


@given(st.text(st.sampled_from("".join(CLUSTERS)) | st.characters(), max_size=12))
def test_a_stretch_becomes_whole_clusters(text: str) -> None:
    clusters = [0, *(match.end() for match in regex.finditer(r"\X", text))]
    for place in range(len(text) + 1):
        assert graphemes.whole(text, place, place) == (
            max(end for end in clusters if end <= place),
            min(end for end in clusters if end >= place),
        )

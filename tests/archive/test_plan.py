"""Shards and records."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnforeign.archive import wire
from vnforeign.archive.plan import Done, Failure, Job, Settings, Stop, shards, sign, unchanged
from vnforeign.archive.summary import Summary, Tally

PATHS = st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1), max_size=60)


@given(PATHS, st.integers(1, 9))
def test_shards_hold_all_paths_in_order_under_keys_of_their_own(paths: list[str], mean: int) -> None:
    cut = list(shards(paths, mean))
    assert [path for _, shard in cut for path in shard] == paths
    assert len({key for key, _ in cut}) == len(cut)
    assert all(0 < len(shard) <= 4 * mean for _, shard in cut)


@given(PATHS, st.text("abc", min_size=1), st.data())
def test_a_new_path_changes_the_shard_it_falls_into_and_few_beside(paths: list[str], new: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(paths)))
    before = {key for key, _ in shards(paths, 3)}
    after = {key for key, shard in shards([*paths[:at], new, *paths[at:]], 3) if new not in shard}
    assert len(after - before) <= 3  # a shard cut by its length may move its neighbour's border, equal paths their salt


def test_a_file_is_changed_when_its_content_is(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    done = Done("part", "key", [sign(str(file)), sign(str(tmp_path / "none")), sign(str(tmp_path))], [], Tally(), [])
    assert unchanged(done)
    os.utime(file, (1, 1))
    assert unchanged(done)
    file.write_text("two")
    assert not unchanged(done)
    file.write_text("one")
    assert unchanged(done)
    (tmp_path / "none").write_text("x")
    assert not unchanged(done)


def test_same_size_and_same_time_are_not_enough_to_deceive(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("one")
    os.utime(file, (1, 1))
    before = sign(str(file))
    file.write_text("two")
    os.utime(file, (1, 1))
    assert sign(str(file), before).digest != before.digest


def test_messages_survive_the_way_whatever_the_path() -> None:
    job = Job(
        "part", "key", ["tỉnh.txt", "\udcff\n"], "out", ".", Settings(labels=("DATE",)), 1.5, "", {"a": Stop(2, "crashed", "x")}
    )
    assert wire.loads(Job, wire.dumps(job)) == job
    assert wire.dumps(job).isascii() and "\n" not in wire.dumps(job)
    assert wire.dumps(Failure("a", "unreadable", "x")) == '{"path":"a","class":"unreadable","message":"x","member":null}'
    with pytest.raises(ValueError, match="name"):
        wire.loads(Job, "{}")


def test_tallies_add_up_and_a_summary_says_them() -> None:
    whole = Tally()
    whole.add(Tally(2, 1000, 1, 1, {"txt": 1}, {"utf-8": 1}, {"unreadable": 1}))
    whole.add(Tally(3, 2000, 3, 0, {"txt": 1, "pdf": 2}, {"utf-8": 3}, {}))
    assert whole == Tally(5, 3000, 4, 1, {"txt": 2, "pdf": 2}, {"utf-8": 4}, {"unreadable": 1})
    summary = Summary(whole, Tally(4, 2000, 3), 2.0, 2)
    assert (summary.failed, summary.to_dict()["run"]["documents_per_second"]) == (1, 1.5)
    assert "failed: unreadable  1\n" in str(summary) and "1 file\n" in str(summary)

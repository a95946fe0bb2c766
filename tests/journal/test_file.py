"""Appending and reading: what is on the disk after whatever happened."""

import json
import os
import stat
import subprocess
import sys
import threading
import time
from hashlib import sha256

import pytest
from desk import INCIDENT, Clock, Desk, Faults, draft
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tmplan.errors import FileTrouble, JournalDamaged, JournalHeld, NotSaved
from tmplan.journal.file import Draft, FileJournal
from tmplan.journal.line import START
from tmplan.journal.moment import Moment

posix = pytest.mark.skipif(os.name == "nt", reason="POSIX files")


def kinds(desk: Desk) -> list[str]:
    return [line.type for line in desk.open().read().lines]


# ---- the plain way


def test_what_was_appended_is_read(five):
    lines = five.open().read().lines
    assert [line.data["n"] for line in lines] == [0, 1, 2, 3, 4]
    assert [line.seq for line in lines] == [0, 1, 2, 3, 4]
    assert [line.lc for line in lines] == [1, 2, 3, 4, 5]
    assert [line.prev for line in lines] == [START, *(line.hash for line in lines[:-1])]
    assert {(line.incident, line.mode) for line in lines} == {(INCIDENT, "real")}


def test_append_returns_the_line_as_it_is_read(desk):
    desk.make()
    with desk.open().writing() as writing:
        line = writing.append(Draft("li", "chief", "told", {"a": (1, 2), "b": "\ud800"}))
        assert writing.lines == (line,)
    assert desk.open().read().lines == (line,)
    assert line.data == {"a": [1, 2], "b": "\ufffd"}


def test_one_writer_for_all_processes_of_one_account(five):
    five.append(5)
    assert len(five.files()) == 1
    assert five.file().name == f"{five.open().read().lines[0].writer}.jsonl"


def test_another_account_is_another_writer_that_says_what_it_knew(five):
    [mine] = {line.head for line in five.open().read().lines[-1:]}
    [theirs, again] = five.append(5, 6, state="other")
    writer = five.open().read().lines[0].writer
    assert len(five.files()) == 2
    assert (theirs.seq, theirs.lc, theirs.deps) == (0, 6, {writer: mine})
    assert again.deps is None
    [ours] = five.append(7)
    assert (ours.seq, ours.lc, ours.deps) == (5, 8, {theirs.writer: again.head})
    assert five.numbers() == [0, 1, 2, 3, 4, 5, 6, 7]


def test_a_drill_is_a_drill_on_every_line(desk):
    with desk.make(mode="drill").writing() as writing:
        writing.append(draft(1))
    desk.append(2)
    assert [json.loads(raw)["mode"] for raw in desk.file().read_bytes().splitlines()] == [
        "drill",
        "drill",
    ]


def test_the_order_is_that_of_the_counter_then_the_writer(desk):
    desk.make()
    desk.append(0)
    one, two = desk.open("one"), desk.open("two")
    with one.writing() as writing:
        a = writing.append(draft(1))
    hidden = desk.log / f"{a.writer}.jsonl"
    content = hidden.read_bytes()
    hidden.unlink()  # the other machine has not heard of it
    with two.writing() as writing:
        b = writing.append(draft(2))
    hidden.write_bytes(content)
    assert a.lc == b.lc
    lines = desk.open().read().lines
    assert [line.writer for line in lines[1:]] == sorted([a.writer, b.writer])


def test_a_clock_that_goes_back_is_marked(desk):
    desk.make()
    times = iter(["10:00:00.000+08:00", "03:00:00.001+01:00", "09:00:00.000+08:00"])
    clock = lambda: Moment(f"2026-11-23T{next(times)}", 1, "b")  # noqa: E731
    with desk.open(clock=clock).writing() as writing:
        assert [writing.append(draft(n)).clk for n in range(3)] == [None, None, "back"]


def test_when_it_happened_is_kept_beside_when_it_was_recorded(desk):
    desk.make()
    with desk.open().writing() as writing:
        line = writing.append(Draft("li", "chief", "told", {}, at="2026-11-23T08:00:00+08:00"))
    assert line.at == "2026-11-23T08:00:00+08:00"


def test_a_journal_that_stays_open_sees_what_others_append(five):
    staying = five.open()
    assert len(staying.read().lines) == 5
    five.append(5)
    assert len(staying.read().lines) == 6
    five.append(6, state="other")
    with staying.writing() as writing:
        assert len(writing.lines) == 7
        five.append  # noqa: B018 - the lock is ours now
        writing.append(draft(7))
    assert five.numbers() == list(range(8))


def test_data_that_no_journal_can_hold_leaves_it_as_it_was(five):
    before = five.file().read_bytes()
    with five.open().writing() as writing:
        with pytest.raises(ValueError, match="whole number"):
            writing.append(draft(0, x=1.5))
        with pytest.raises(NotSaved):
            writing.append(draft(0, x="x" * 70_000))
        assert five.file().read_bytes() == before
        writing.append(draft(5))
    assert five.numbers() == [0, 1, 2, 3, 4, 5]


def test_an_error_of_the_caller_passes_through(five):
    with pytest.raises(OSError, match="mine"), five.open().writing():
        raise OSError("mine")
    five.append(5)


# ---- files


@posix
@pytest.mark.parametrize("umask", [0o000, 0o077, 0o777])
def test_nobody_else_can_read_whatever_the_umask(tmp_path, umask):
    before = os.umask(umask)
    try:
        desk = Desk(tmp_path)
        desk.make()
        desk.append(1)
    finally:
        os.umask(before)
    for path in [
        desk.folder.parent,
        *desk.folder.parent.rglob("*"),
        *(tmp_path / "state").rglob("*"),
    ]:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_an_incident_is_created_once(desk):
    desk.make()
    with pytest.raises(FileTrouble, match="already"):
        desk.make()


def test_reading_no_record_says_so(desk):
    with pytest.raises(FileTrouble, match="cannot be read"):
        desk.open().read()
    with pytest.raises(NotSaved, match="cannot be written"), desk.open().writing():
        pass


@posix
def test_links_pipes_and_second_names_are_refused(five):
    journal, kept = five.file(), five.root / "kept"
    for exchange in (
        lambda: journal.symlink_to(kept),
        lambda: os.mkfifo(journal),
        lambda: os.link(kept, journal),
        lambda: journal.mkdir(),
    ):
        journal.rename(kept)
        exchange()
        with pytest.raises(FileTrouble):
            five.append(9)
        if journal.is_dir() and not journal.is_symlink():
            journal.rmdir()
        else:
            journal.unlink()
        kept.rename(journal)
    five.append(5)
    assert five.numbers() == [0, 1, 2, 3, 4, 5]


@posix
def test_a_lock_that_is_a_link_is_refused_and_its_target_untouched(five):
    target = five.root / "precious"
    target.write_text("precious")
    (five.folder / "lock").unlink()
    (five.folder / "lock").symlink_to(target)
    with pytest.raises(FileTrouble), five.open().writing():
        pass
    assert target.read_text() == "precious"


@posix
def test_folders_that_are_links_are_refused(five):
    five.log.rename(five.root / "elsewhere")
    five.log.symlink_to(five.root / "elsewhere")
    with pytest.raises(NotSaved), five.open().writing():
        pass
    with pytest.raises(FileTrouble):
        five.open().read()


@posix
def test_pipes_and_links_among_other_writers_files_are_told_and_not_followed(five):
    ours = five.file()
    os.mkfifo(five.log / "w0000000000000000.jsonl")
    (five.log / "w0000000000000001.jsonl").symlink_to(ours)
    reading = five.open().read()
    assert [damage.kind for damage in reading.damage] == ["unreadable", "unreadable"]
    assert len(reading.lines) == 5
    five.append(5)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
@pytest.mark.parametrize("name", ["", "log", "lock", "journal"])
def test_what_belongs_to_another_account_is_not_written(five, name):
    path = five.file() if name == "journal" else five.folder / name
    os.chown(path, 12345, -1)
    with pytest.raises(FileTrouble, match="another account"), five.open().writing() as writing:
        writing.append(draft(5))
    assert five.numbers() == [0, 1, 2, 3, 4]


@posix
def test_reading_works_where_nothing_can_be_written(five):
    before = {path: path.stat() for path in five.root.rglob("*")}
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "os.geteuid() == 0 and os.setuid(int(sys.argv[2]))\n"
        "from tmplan.journal.file import FileJournal\n"
        "from tmplan.journal.verify import verify\n"
        "journal = FileJournal(Path(sys.argv[1]), clock=None, state_folder=Path('/nowhere'))\n"
        "print(len(journal.read().lines), verify(Path(sys.argv[1])).whole)\n"
    )
    folders = [five.folder, five.log]
    owner = os.geteuid()
    try:
        for folder in folders:
            folder.chmod(0o500)
        done = python(code, str(five.folder), str(owner))
        assert done == "5 True\n"
    finally:
        for folder in folders:
            folder.chmod(0o700)
    after = {path: path.stat() for path in five.root.rglob("*")}
    assert {p: s.st_mtime_ns for p, s in before.items()} == {
        p: s.st_mtime_ns for p, s in after.items()
    }


def test_a_folder_that_was_moved_and_made_anew_is_opened_anew(five):
    staying = five.open()
    with staying.writing() as writing:
        writing.append(draft(5))
    five.folder.rename(five.root / "moved")
    five.make()
    with pytest.raises(JournalDamaged), staying.writing():
        pass


# ---- torn tails


def test_a_torn_tail_at_every_byte_is_set_aside_and_told(desk):
    desk.make()
    desk.append(0, 1)
    whole = desk.file().read_bytes()
    first = whole.index(b"\n") + 1
    for cut in range(first + 1, len(whole) - 1):
        desk.file().write_bytes(whole[:cut])
        remember(desk, whole)
        reading = desk.open().read()
        assert [line.data["n"] for line in reading.lines] == [0]
        assert [each.size for each in reading.unfinished] == [cut - first]
        assert reading.damage == ()
        desk.append(2)
        lines = desk.open().read().lines
        assert [line.type for line in lines] == ["counted", "journal.repaired", "counted"]
        told = lines[1].data
        saved = desk.log / told["saved"]
        assert saved.read_bytes() == whole[first:cut]
        assert told["bytes"] == cut - first
        assert told["sha256"] == sha256(whole[first:cut]).hexdigest()
        assert not saved.name.endswith(".jsonl")
        assert len(desk.files()) == 1
        saved.unlink()


def remember(desk: Desk, content: bytes) -> None:
    """The account was about to write the last of these lines when it was cut off."""
    lines = [json.loads(raw) for raw in content.splitlines()]
    last = lines[-1]
    [path] = (desk.root / "state" / "writers").iterdir()
    kept = {key: last[key] for key in ("writer", "seq", "hash", "prev")} | {"pending": True}
    path.write_text(json.dumps(kept).ljust(511) + "\n")


def test_a_last_line_that_lacks_only_its_newline_counts_and_is_kept(five):
    whole = five.file().read_bytes()
    five.file().write_bytes(whole[:-1])
    assert five.numbers() == [0, 1, 2, 3, 4]
    assert five.open().read().unfinished == ()
    five.append(5)
    assert five.file().read_bytes().startswith(whole)
    assert kinds(five) == ["counted"] * 6


def test_a_tail_of_noughts_after_a_power_cut_is_set_aside(five):
    with five.file().open("ab") as file:
        file.write(b"\0" * 5000)
    five.append(5)
    assert kinds(five) == ["counted"] * 5 + ["journal.repaired", "counted"]


def test_a_repair_that_was_interrupted_is_told_by_the_next(five):
    writer = five.file().stem
    (five.log / f"{writer}.torn-0123456789ab").write_bytes(b"piece")
    five.append(5)
    assert kinds(five)[-2:] == ["journal.repaired", "counted"]
    five.append(6)
    assert kinds(five).count("journal.repaired") == 1


def test_reading_repairs_nothing(five):
    five.file().write_bytes(five.file().read_bytes()[:-20])
    before = five.file().read_bytes()
    five.open().read()
    assert five.file().read_bytes() == before
    assert [path.name for path in five.log.iterdir()] == [five.file().name]


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_file_cut_anywhere_reads_as_a_prefix(tmp_path_factory, data):
    desk = Desk(tmp_path_factory.mktemp("cut"))
    desk.make()
    desk.append(*range(4))
    whole = desk.file().read_bytes()
    desk.file().write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    numbers = desk.numbers()
    assert numbers == list(range(len(numbers)))
    assert desk.open().read().damage == ()


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_changed_writing_goes_on_and_nothing_whole_is_lost(tmp_path_factory, data):
    desk = Desk(tmp_path_factory.mktemp("hurt"))
    desk.make()
    desk.append(*range(4))
    whole = desk.file().read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    noise = data.draw(st.binary(max_size=30))
    hurt = whole[:start] + noise + whole[end:]
    desk.file().write_bytes(hurt)
    kept = set(hurt.split(b"\n")) & set(whole.split(b"\n")) - {b""}
    [line] = desk.append(9)
    assert line.data["n"] == 9
    assert len(set(desk.numbers())) >= len(kept) + 1
    assert desk.numbers()[-1] == 9


# ---- damage before the last newline


def test_a_flipped_bit_begins_a_new_writer_and_leaves_the_file_alone(five):
    old = five.file()
    content = bytearray(old.read_bytes())
    content[200] ^= 1
    old.write_bytes(content)
    [line] = five.append(5)
    assert old.read_bytes() == bytes(content)
    assert line.writer != old.stem
    reading = five.open().read()
    assert [each.data["n"] for each in reading.lines if each.type == "counted"] == [1, 2, 3, 4, 5]
    told = reading.lines[-2]
    assert told.type == "journal.damage-found"
    assert told.data == {
        "file": old.name,
        "line": 1,
        "finding": "edited",
        "bytes": len(content),
        "sha256": sha256(content).hexdigest(),
    }
    assert told.deps == {old.stem: reading.lines[3].head}
    assert [(each.kind, each.line) for each in reading.damage] == [("edited", 1)]
    five.append(6)
    assert len(five.files()) == 2
    assert kinds(five).count("journal.damage-found") == 1


def test_a_record_whose_every_line_is_damaged_can_be_gone_on_with(desk):
    desk.make()
    desk.append(0)
    desk.file().write_bytes(b"nothing\n")
    [line] = desk.append(1)
    assert (line.incident, line.mode) == (INCIDENT, "real")


def test_damage_in_another_writers_file_does_not_concern_ours(five):
    five.append(5, state="other")
    [theirs] = [path for path in five.files() if path.stem != five.open().read().lines[0].writer]
    theirs.write_bytes(b"noise\n")
    five.append(6)
    assert len(five.files()) == 2
    with five.open().writing() as writing:
        assert [damage.file for damage in writing.damage] == [theirs.name]


@pytest.mark.parametrize("lines", [0, 2, 4])
def test_a_record_back_from_a_backup_is_gone_on_with_under_a_new_name(five, lines):
    old = five.file()
    old.write_bytes(b"".join(old.read_bytes().splitlines(keepends=True)[:lines]))
    [line] = five.append(5)
    assert line.writer != old.stem
    told = [each for each in five.open().read().lines if each.type == "journal.damage-found"]
    assert [each.data["finding"] for each in told] == ["cut"]


def test_a_vanished_file_is_noticed(five):
    five.file().unlink()
    five.append(5)
    assert kinds(five) == ["journal.damage-found", "counted"]


def test_a_memory_older_than_the_file_begins_a_new_writer(five):
    [memory] = (five.root / "state" / "writers").iterdir()
    before = memory.read_bytes()
    five.append(5)
    memory.write_bytes(before)
    [line] = five.append(6)
    assert (line.seq, len(five.files())) == (0, 2)
    assert kinds(five) == ["counted"] * 7


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"\xff" * 512, b'{"writer":"../x"}'])
def test_a_memory_that_makes_no_sense_begins_a_new_writer(five, content):
    [memory] = (five.root / "state" / "writers").iterdir()
    memory.write_bytes(content)
    [line] = five.append(5)
    assert (line.seq, len(five.files())) == (0, 2)


def test_a_journal_that_shrank_under_our_eyes_stops(five):
    staying = five.open()
    with staying.writing() as writing:
        writing.append(draft(5))
    content = five.file().read_bytes()
    five.file().write_bytes(content[:-1000])
    with pytest.raises(JournalDamaged, match="shorter"), staying.writing():
        pass


def test_a_file_that_was_copied_and_put_back_is_opened_again(five):
    staying = five.open()
    with staying.writing() as writing:
        writing.append(draft(5))
    copy = five.root / "copy"
    copy.write_bytes(five.file().read_bytes())
    copy.chmod(0o600)
    copy.replace(five.file())
    with staying.writing() as writing:
        writing.append(draft(6))
    assert five.numbers() == list(range(7))
    assert len(five.files()) == 1


def test_somebody_who_writes_without_the_lock_is_noticed(five):
    with five.open().writing() as writing:
        with five.file().open("ab") as file:
            file.write(b"noise")
        with pytest.raises(NotSaved, match="Another program"):
            writing.append(draft(5))
    five.append(6)
    assert kinds(five)[-2:] == ["journal.repaired", "counted"]


def test_a_file_of_another_incident_is_told_and_left_out(five):
    other = Desk(five.root / "elsewhere")
    FileJournal.create(
        other.root / "records" / "INC-20200101-aaaa",
        incident="INC-20200101-aaaa",
        mode="real",
        clock=Clock(),
        state_folder=other.root / "state",
    )
    journal = FileJournal(
        other.root / "records" / "INC-20200101-aaaa", clock=Clock(), state_folder=other.root / "s"
    )
    with journal.writing() as writing:
        line = writing.append(draft(99))
    stray = journal.folder / "log" / f"{line.writer}.jsonl"
    (five.log / stray.name).write_bytes(stray.read_bytes())
    reading = five.open().read()
    assert [each.data["n"] for each in reading.lines] == [0, 1, 2, 3, 4]
    assert [each.kind for each in reading.damage] == ["foreign"]


# ---- disks that fail


def test_a_full_disk_is_said_and_leaves_no_trace(five):
    before = five.file().read_bytes()
    with five.open().writing() as writing:
        for taken in (0, 1, 100):
            five.disk.from_now(writes={1: taken})
            with pytest.raises(NotSaved, match="the disk is full") as caught:
                writing.append(draft(77))
            assert '"n":77' in str(caught.value)
            assert '["li","chief"]' in str(caught.value)
            assert five.file().read_bytes() == before
        assert [line.data["n"] for line in writing.lines] == [0, 1, 2, 3, 4]
        writing.append(draft(5))
    assert five.numbers() == [0, 1, 2, 3, 4, 5]


def test_a_failed_fsync_is_never_tried_again_but_everything_is_copied(five):
    before = five.file().stat().st_ino
    with five.open().writing() as writing:
        five.disk.from_now(syncs=(1,))
        line = writing.append(draft(5))
        assert five.file().stat().st_ino != before
        writing.append(draft(6))
    assert five.numbers() == [0, 1, 2, 3, 4, 5, 6]
    assert five.open().read().lines[5] == line
    assert stat.S_IMODE(five.file().stat().st_mode) == 0o600 or os.name == "nt"
    assert [path.suffix for path in five.log.iterdir()] == [".jsonl"]


@pytest.mark.parametrize("syncs", [(1, 2), (1, 3), (1, 2, 3)])
def test_when_the_copy_fails_too_it_is_said_and_leaves_no_trace(five, syncs):
    before = five.file().read_bytes()
    with five.open().writing() as writing:
        five.disk.from_now(syncs=syncs)
        with pytest.raises(NotSaved, match="Write this down by hand"):
            writing.append(draft(77))
        assert five.file().read_bytes() == before
    five.disk.from_now(syncs=())
    five.append(5)
    assert five.numbers() == [0, 1, 2, 3, 4, 5]
    assert [path.suffix for path in five.log.iterdir()] == [".jsonl"]


def test_no_room_for_the_copy_is_said(five):
    with five.open().writing() as writing:
        five.disk.from_now(syncs=(1,), writes={2: 50})
        with pytest.raises(NotSaved):
            writing.append(draft(77))
    assert five.numbers() == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("number", range(1, 5))
def test_before_the_first_line_counts_its_names_must_be_durable(desk, number):
    desk.make()
    desk.disk.from_now(syncs=(number, number + 1) if number == 1 else (number,))
    with pytest.raises(NotSaved), desk.open().writing() as writing:
        writing.append(draft(0))
    assert desk.numbers() == []
    desk.append(1)
    assert desk.numbers() == [1]
    assert len(desk.files()) == 1


def test_the_first_line_syncs_file_folders_and_parent(desk):
    desk.make()
    before = desk.disk.syncs
    desk.append(0)
    assert desk.disk.syncs - before == 4
    desk.append(1)
    assert desk.disk.syncs - before == 5


@pytest.mark.parametrize("number", [1, 2])
def test_creating_on_a_disk_that_fails_says_so(desk, number):
    desk.disk.from_now(syncs=(number,))
    with pytest.raises(NotSaved, match="cannot be made"):
        desk.make()


def test_a_torn_tail_is_not_cut_before_it_is_saved(five):
    five.file().write_bytes(five.file().read_bytes() + b"torn")
    before = five.file().read_bytes()
    five.disk.from_now(syncs=(1,))
    with pytest.raises(NotSaved), five.open().writing():
        pass
    assert five.file().read_bytes() == before
    five.append(5)
    assert five.numbers() == [0, 1, 2, 3, 4, 5]


@posix
def test_a_state_folder_that_cannot_be_written_stops_nobody(five):
    """Who cannot remember who they were begins as a new writer, and stays it while they run."""
    (five.root / "other").write_text("a file stands here")
    journal = five.open("other")
    for number in (5, 6, 7):
        with journal.writing() as writing:
            writing.append(draft(number))
    assert five.numbers() == [0, 1, 2, 3, 4, 5, 6, 7]
    assert len(five.files()) == 2


class Interrupting(Faults):
    def fsync(self, file: int, /) -> None:
        raise KeyboardInterrupt


def test_ctrl_c_in_the_middle_of_an_act_leaves_a_whole_record(five):
    staying = five.open(disk=Interrupting())
    with pytest.raises(KeyboardInterrupt), staying.writing() as writing:
        writing.append(draft(5))
    five.append(6)
    assert five.numbers() in ([0, 1, 2, 3, 4, 5, 6], [0, 1, 2, 3, 4, 6])
    assert len(five.files()) == 1


# ---- several processes


def python(code: str, *arguments: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    ).stdout


CHILD = """
import sys
from datetime import UTC
from pathlib import Path
from tmplan.journal.clock import read_clock
from tmplan.journal.file import Draft, FileJournal
root, folder, name, count = sys.argv[1:5]
journal = FileJournal(Path(folder), clock=lambda: read_clock(UTC), state_folder=Path(root) / "state")
"""
APPENDING = (
    CHILD
    + """
for n in range(int(count)):
    with journal.writing() as writing:
        line = writing.append(Draft("li", "chief", "counted", {"n": n, "by": name}))
    print(line.seq, line.hash, flush=True)
"""
)
HOLDING = (
    CHILD + 'with journal.writing():\n    print("held", flush=True)\n    sys.stdin.readline()\n'
)


def child(desk: Desk, code: str, name: str = "a", count: int = 0) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-c", code, str(desk.root), str(desk.folder), name, str(count)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_processes_that_append_together_make_one_chain(desk):
    desk.make()
    children = [child(desk, APPENDING, name, 40) for name in "abcd"]
    told = [each.communicate()[0].splitlines() for each in children]
    assert all(len(lines) == 40 for lines in told)
    lines = desk.open().read().lines
    assert len(desk.files()) == 1
    assert [line.seq for line in lines] == list(range(160))
    for name in "abcd":
        assert [line.data["n"] for line in lines if line.data["by"] == name] == list(range(40))
    assert {f"{line.seq} {line.hash}" for line in lines} == {each for some in told for each in some}


def test_a_held_journal_is_said_within_the_wait(five):
    holder = child(five, HOLDING)
    assert holder.stdout.readline() == "held\n"
    heard: list[tuple[float, str]] = []
    begun = time.monotonic()
    waiting = lambda seconds, who: heard.append((seconds, who))  # noqa: E731
    with (
        pytest.raises(JournalHeld, match=str(holder.pid)),
        five.open(patience_s=1.3, waiting=waiting).writing(),
    ):
        pass
    assert 1.3 <= time.monotonic() - begun < 5
    assert len(heard) == 1
    assert 1 <= heard[0][0] < 1.3
    assert str(holder.pid) in heard[0][1]
    assert five.numbers() == [0, 1, 2, 3, 4]  # reading needs no lock
    holder.communicate("\n")
    five.append(5)


def test_whoever_waits_goes_on_when_the_lock_is_free(five):
    holder = child(five, HOLDING)
    holder.stdout.readline()
    threading.Timer(0.2, holder.communicate, ["\n"]).start()
    five.append(5)
    assert five.numbers() == [0, 1, 2, 3, 4, 5]
    holder.wait()


def test_a_lock_file_that_was_replaced_is_not_trusted(five):
    holder = child(five, HOLDING)
    holder.stdout.readline()
    waiting = five.open(patience_s=5)

    def replace() -> None:
        lock = five.folder / "lock"
        lock.rename(five.folder / "old")
        lock.touch(0o600)

    threading.Timer(0.1, replace).start()
    threading.Timer(0.3, holder.communicate, ["\n"]).start()
    with waiting.writing() as writing:
        writing.append(draft(5))
        with pytest.raises(JournalHeld), five.open(patience_s=0.1).writing():
            pass
    holder.wait()


@pytest.mark.slow
@posix
def test_two_hundred_kills_lose_nothing_that_was_acknowledged(desk):
    desk.make()
    acknowledged: set[str] = set()
    code = APPENDING.replace(
        "for n in", 'print("ready", flush=True)\nsys.stdin.readline()\nfor n in'
    )
    ready = [child(desk, code, str(n), 1_000_000) for n in range(2)]
    for number in range(200):
        victim = ready.pop(0)
        ready.append(child(desk, code, str(number + 2), 1_000_000))
        assert victim.stdout.readline() == "ready\n"
        victim.stdin.write("\n")
        victim.stdin.flush()
        if number % 2:  # every second one has told at least one line, however slow the machine
            acknowledged.add(victim.stdout.readline().rstrip("\n"))
        time.sleep((number * 37 % 100) / 10_000)
        victim.kill()
        acknowledged |= {text for text in victim.communicate()[0].split("\n")[:-1] if text}
    for spare in ready:
        spare.kill()
        spare.communicate()
    reading = desk.open().read()
    there = {f"{line.seq} {line.hash}" for line in reading.lines}
    assert len(acknowledged) >= 100
    assert acknowledged <= there
    assert reading.damage == ()
    assert len(desk.files()) == 1
    desk.append(0)
    assert desk.open().read().unfinished == ()

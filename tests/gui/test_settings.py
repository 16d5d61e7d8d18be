from PySide6.QtCore import QByteArray

from desktop.settings import (
    AUTHOR,
    FILE_CLOSED,
    FILE_TASK,
    GEOMETRY,
    HINT_CLOSED,
    LAST_FILE,
    MOST_RECENT,
    RECENT_FILES,
    ZOOM,
    Settings,
)


def test_what_was_put_is_there_in_the_next_run():
    Settings().put(AUTHOR, "张三")
    Settings().put(GEOMETRY, QByteArray(b"\x00\x01"))
    assert Settings().get(AUTHOR) == "张三"
    assert Settings().get(GEOMETRY) == QByteArray(b"\x00\x01")


def test_a_value_of_another_type_is_the_default():
    settings = Settings()
    settings._store.setValue(GEOMETRY.key, "not bytes")
    assert settings.get(GEOMETRY) == QByteArray()


def test_recent_files_are_newest_first_each_once_and_few():
    settings = Settings()
    for name in [*(f"{n}.shishi" for n in range(12)), "5.shishi"]:
        settings.add_recent(name)
    recent = Settings().get(RECENT_FILES)
    assert recent[:3] == ["5.shishi", "11.shishi", "10.shishi"]
    assert len(recent) == len(set(recent)) == MOST_RECENT


def test_one_recent_file_is_still_a_list():
    Settings().add_recent("只有一个.shishi")
    assert Settings().get(RECENT_FILES) == ["只有一个.shishi"]


def test_a_file_that_is_gone_is_forgotten():
    settings = Settings()
    settings.add_recent("a.shishi")
    settings.forget("a.shishi")
    assert (settings.get(RECENT_FILES), settings.get(LAST_FILE)) == ([], "")


def test_numbers_and_truths_come_back_as_such_from_the_file():
    settings = Settings()
    settings.put(ZOOM, 125)
    settings.put(HINT_CLOSED, True)
    settings._store.sync()
    fresh = Settings()
    assert fresh.get(ZOOM) == 125
    assert fresh.get(HINT_CLOSED) is True
    fresh.put(ZOOM, "large")  # as somebody might write into the file
    assert Settings().get(ZOOM) == 100


def test_each_file_has_its_own_memory_until_it_is_forgotten():
    settings = Settings()
    for name in ("一.shishi", "二.shishi"):
        settings.add_recent(name)
        settings.put_of(name, FILE_TASK, f"task of {name}")
    settings.put_of("一.shishi", FILE_CLOSED, ["c1"])
    assert Settings().get_of("二.shishi", FILE_TASK) == "task of 二.shishi"
    assert Settings().get_of("二.shishi", FILE_CLOSED) == []
    settings.forget("一.shishi")
    assert Settings().get_of("一.shishi", FILE_TASK) == ""
    assert Settings().get_of("一.shishi", FILE_CLOSED) == []
    assert Settings().get_of("二.shishi", FILE_TASK) == "task of 二.shishi"


def test_the_memory_of_a_file_goes_when_it_is_no_recent_one_any_more():
    settings = Settings()
    settings.add_recent("old.shishi")
    settings.put_of("old.shishi", FILE_TASK, "t1")
    for number in range(MOST_RECENT):
        assert settings.get_of("old.shishi", FILE_TASK) == "t1"
        settings.add_recent(f"{number}.shishi")
    assert settings.get_of("old.shishi", FILE_TASK) == ""

from PySide6.QtCore import QByteArray

from desktop.settings import AUTHOR, GEOMETRY, LAST_FILE, MOST_RECENT, RECENT_FILES, Settings


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

"""A small picture of an attachment, whatever its bytes claim to be. Runs on the worker."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

SIDE = 96
"""Pixels of the longer side: enough for a screen of double density."""
FORMATS = frozenset(("png", "jpg", "jpeg", "bmp", "gif", "webp"))
"""Only plain pictures: a drawing (svg) can name other files."""
MOST_PIXELS = 24_000_000
"""Of a picture that has to be unpacked whole: 100 MB of memory."""
MOST_PIXELS_OF_JPEG = 120_000_000
"""A JPEG is unpacked smaller than it is."""
_QUALITY = 85


def thumbnail(data: bytes) -> QImage | None:
    """The picture at most `SIDE` pixels wide and high; None for what is none, or is too large to look at.

    What the head of the file says of its size is looked at before anything is unpacked.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    kind = bytes(reader.format().data()).decode("ascii", "replace")
    size = reader.size()
    most = MOST_PIXELS_OF_JPEG if kind in ("jpg", "jpeg") else MOST_PIXELS
    if kind not in FORMATS or not size.isValid() or size.width() * size.height() > most:
        return None
    if max(size.width(), size.height()) > SIDE:
        scaled = size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(scaled.expandedTo(QSize(1, 1)))
    reader.setAutoTransform(True)
    picture = reader.read()
    return None if picture.isNull() else picture


def encoded(picture: QImage, most: int) -> tuple[str, bytes]:
    """A pasted picture as the bytes of a file, with its suffix: PNG, or JPEG where that takes over `most`."""
    data = _written(picture, "PNG", -1)
    if len(data) <= most:
        return ".png", data
    return ".jpg", _written(picture.convertToFormat(QImage.Format.Format_RGB888), "JPEG", _QUALITY)


def _written(picture: QImage, kind: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, kind, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())

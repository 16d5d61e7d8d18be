"""What this program is, and which version."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import __version__, icons, theme


class AboutDialog(QDialog):
    """Name, purpose, version."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Shishi"))
        picture = QLabel(self)
        picture.setPixmap(icons.program_icon().pixmap(64, 64))
        column = QVBoxLayout()
        for text, role in (
            (self.tr("Shishi {version}").format(version=__version__), "title"),
            (
                self.tr("Collects, merges and prints what each unit reports on the livelihood projects."),
                "muted",
            ),
            (self.tr("Works without a network; nothing leaves this computer by itself."), "muted"),
        ):
            label = QLabel(text, self)
            theme.set_role(label, role)
            column.addWidget(label)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_LARGE)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.GAP)
        whole.setSpacing(theme.GAP_LARGE)
        whole.addLayout(row)
        whole.addWidget(buttons)

"""One window for each project on this machine: a second start raises the first."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE = 800  # milliseconds


def _name(path: Path) -> str:
    return "annotator-" + hashlib.sha256(str(path.resolve()).encode("utf-8", "replace")).hexdigest()[:24]


def raise_first(path: Path) -> bool:
    """Ask the window that has this project to come forward; whether one answered."""
    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    if not socket.waitForConnected(_PATIENCE):
        return False
    answered = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_PATIENCE) or socket.bytesAvailable() > 0
    socket.abort()
    return answered


class First(QObject):
    """Listens for later starts with this project; `called` when one came."""

    called = Signal()

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = _name(path)
        if not self._server.listen(name):  # what an ended process left; only the project's owner comes here
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.write(b"here")
            socket.flush()
            socket.disconnectFromServer()
            socket.disconnected.connect(socket.deleteLater)
        self.called.emit()

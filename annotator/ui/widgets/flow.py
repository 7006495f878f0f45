"""Widgets line after line, in the direction in which the window reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMargins, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Flow(QWidget):
    """Each as wide as it likes best; what does not fit goes on to the next line. Its height follows from its width."""

    def __init__(self, *, gap: int = 6, around: QMargins | None = None) -> None:
        super().__init__()
        self._gap, self._around = gap, around or QMargins()
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def put(self, widget: QWidget) -> None:
        """One more at the end."""
        widget.setParent(self)
        self._widgets.append(widget)
        self.updateGeometry()

    def clear(self) -> None:
        """Let go of all of them; they are the caller's to hide."""
        self._widgets.clear()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._fill(width, move=False)

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [widget.sizeHint() for widget in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0)).grownBy(self._around)

    def minimumSizeHint(self) -> QSize:
        """As wide as the widest can be made, as high as all are at the width of now."""
        widest = max((widget.minimumSizeHint().width() for widget in self._shown()), default=0)
        width = widest + self._around.left() + self._around.right()
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)
        self._fill(self.width(), move=True)
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        """One of them came, went, or likes another size."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.LayoutDirectionChange, QEvent.Type.Show}:
            self._fill(self.width(), move=True)
            self.updateGeometry()
        return super().event(event)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _fill(self, width: int, *, move: bool) -> int:
        inner = QRect(0, 0, width, 0).marginsRemoved(self._around)
        y = inner.y() - self._gap
        for line in self._lines(max(1, inner.width())):
            x, y = 0, y + self._gap
            height = max(size.height() for _, size in line)
            for widget, size in line:
                if move:
                    left = inner.right() - x - size.width() + 1 if self.isRightToLeft() else inner.x() + x
                    widget.setGeometry(left, y + (height - size.height()) // 2, size.width(), size.height())
                x += size.width() + self._gap
            y += height
        return max(y, inner.y()) + self._around.bottom()

    def _lines(self, width: int) -> list[list[tuple[QWidget, QSize]]]:
        """What stands on which line, each as large as it will be."""
        lines: list[list[tuple[QWidget, QSize]]] = []
        x = 0
        for widget in self._shown():
            size = widget.sizeHint()
            size.setWidth(min(size.width(), width))
            if not lines or x + size.width() > width:
                lines.append([])
                x = 0
            lines[-1].append((widget, size))
            x += size.width() + self._gap
        return lines

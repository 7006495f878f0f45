"""The short style sheet over the palette: what a palette cannot say. No sided margins, so that Qt can mirror it.

Roles that a widget may take with `setProperty("role", …)`:
labels: heading (small, strong, quiet), title, muted, small (muted and small), strong, danger, keycap, pill
frames: card (raised on a panel), notice (the calm bar), bar (toolbar), foot (a bar under the text),
  page (paper)
buttons: primary, take (stays pressed), quiet (no border), segment (one of several), chip (a round button), link
lists: rows (no frame, roomy rows)
"""

from __future__ import annotations

from string import Template

from annotator import paths

_SHEET = Template("""
QToolTip { color: $on_tooltip; background: $tooltip; border: 0; padding: 4px 7px; }
QMainWindow, QDialog { background: $panel; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QDialog[role="popup"] { border: 1px solid $line_strong; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QLabel[role="heading"] { color: $muted; font-size: ${small}px; font-weight: 600; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 700; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="small"] { color: $muted; font-size: ${small}px; }
QLabel[role="chosen"] { color: $on_chosen; }
QLabel[role="danger"] { color: $danger; }
QLabel[role="keycap"] { background: $keycap; border: 1px solid $keycap_line; border-radius: 4px;
  padding: 0 4px; font-size: ${tiny}px; color: $muted; }
QLabel[role="pill"] { background: $hover; border-radius: 9px; padding: 1px 8px; font-size: ${small}px; }

QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: 9px; }
QFrame[role="notice"] { background: $notice; border: 0; border-bottom: 1px solid $line; }
QFrame[role="notice"] QLabel { color: $on_notice; }
QFrame[role="bar"] { background: $panel; border: 0; border-bottom: 1px solid $line; }
QFrame[role="foot"] { background: $panel; border: 0; border-top: 1px solid $line; }
QWidget[role="page"] { background: $paper; }
QStatusBar { background: $panel; border-top: 1px solid $line; color: $muted; font-size: ${small}px; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; font-size: ${small}px; padding: 0 6px; }

QPushButton, QToolButton[role="button"] { background: $card; color: $ink; border: 1px solid $line_strong;
  border-radius: 7px; padding: 4px 13px; min-height: 20px; }
QPushButton:hover, QToolButton[role="button"]:hover { background: $hover; }
QPushButton:pressed, QToolButton[role="button"]:pressed { background: $hover; border-color: $muted; }
QPushButton:disabled, QToolButton[role="button"]:disabled { color: $faint; border-color: $line; }
QPushButton:focus, QToolButton[role="button"]:focus { border: 2px solid $focus; padding: 3px 12px; }
QPushButton:default, QPushButton[role="primary"] { background: $accent; color: $on_accent;
  border: 1px solid $accent; font-weight: 600; }
QPushButton:default:hover, QPushButton[role="primary"]:hover { background: $accent; border-color: $ink; }
QPushButton:default:disabled, QPushButton[role="primary"]:disabled { background: $hover; color: $faint;
  border-color: $line; }
QPushButton:default:focus, QPushButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton::menu-indicator { image: url("$chevron"); width: 12px; height: 12px; subcontrol-origin: padding;
  subcontrol-position: right center; right: 7px; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent; border: 1px solid transparent;
  border-radius: 6px; padding: 3px 7px; color: $ink; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $hover; }
QPushButton[role="quiet"]:checked, QToolButton[role="quiet"]:checked { background: $chosen; color: $on_chosen; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border: 1px solid $focus; }
QPushButton[role="quiet"]:disabled, QToolButton[role="quiet"]:disabled { color: $faint; }
QToolButton[role="segment"] { background: transparent; border: 1px solid transparent; border-radius: 6px;
  padding: 4px 14px; color: $muted; min-height: 20px; }
QToolButton[role="segment"]:hover { color: $ink; }
QToolButton[role="segment"]:checked { background: $accent; color: $on_accent; font-weight: 600; }
QToolButton[role="segment"]:focus { border: 1px solid $focus; }
QToolButton[role="segment"]:checked:focus { border: 1px solid $ink; }
QFrame[role="segments"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QPushButton[role="chip"], QToolButton[role="chip"] { background: $card; border: 1px solid $line; border-radius: 12px;
  padding: 2px 11px; font-size: ${small}px; }
QPushButton[role="chip"]:hover { background: $hover; }
QPushButton[role="chip"]:checked { background: $chosen; color: $on_chosen; border-color: $accent; }
QPushButton[role="chip"]:focus { border: 2px solid $focus; padding: 1px 10px; }
QPushButton[role="chip"], QPushButton[role="take"] { outline: 0; }
QPushButton[role="take"]:checked { background: $chosen; border-color: $accent; }
QPushButton[role="take"]:checked:focus { border-color: $focus; }
QPushButton[role="link"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 1px;
  color: $accent; min-height: 0; }
QPushButton[role="link"]:disabled { color: $faint; }
QPushButton[role="link"]:hover { text-decoration: underline; }
QPushButton[role="link"]:focus { border: 1px solid $focus; padding: 1px; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox { background: $paper; color: $ink;
  border: 1px solid $field_line; border-radius: 7px; padding: 4px 9px; selection-background-color: $selection;
  selection-color: $ink; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
  border: 2px solid $focus; padding: 3px 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled {
  background: transparent; color: $muted; border-color: $line; }
QComboBox { padding: 4px 9px; min-height: 18px; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow, QSpinBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QSpinBox { min-height: 20px; }
QSpinBox::up-arrow { image: url("$chevron_up"); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button { background: transparent; border: 0; width: 24px; }
QSpinBox::up-button:hover, QSpinBox::down-button:hover { background: $hover; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line_strong; outline: 0; padding: 3px;
  selection-background-color: $chosen; selection-color: $on_chosen; }

QCheckBox, QRadioButton { min-height: 24px; }
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator { width: 15px; height: 15px; background: $paper;
  border: 1px solid $muted; border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: $accent; border-color: $accent;
  image: url("$check"); }
QRadioButton::indicator:checked { background: $accent; border: 4px solid $paper; outline: 1px solid $accent;
  width: 9px; height: 9px; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border: 2px solid $focus; width: 13px; height: 13px; }
QCheckBox::indicator:disabled { border-color: $line; }

QListView, QTreeView, QTableView { background: $paper; border: 1px solid $line; border-radius: 7px; outline: 0; }
QListView[role="rows"], QTreeView[role="rows"], QTableView[role="rows"] { background: transparent; border: 0; }
QListView::item { padding: 4px 7px; border-radius: 5px; }
QListView[role="rows"]::item { padding: 5px 8px; border-radius: 7px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $chosen;
  color: $on_chosen; }
QTableView::item { padding: 0 6px; }
QHeaderView::section { background: $panel; color: $muted; border: 0; border-bottom: 1px solid $line;
  padding: 5px 8px; font-size: ${small}px; font-weight: 600; }
QTableCornerButton::section { background: $panel; border: 0; border-bottom: 1px solid $line; }

QMenuBar { background: $panel; border-bottom: 1px solid $line; padding: 1px 6px; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 5px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $chosen; color: $on_chosen; }
QMenu { background: $card; border: 1px solid $line_strong; padding: 5px; }
QMenu::item { padding: 3px 24px; border-radius: 5px; }
QMenu::item:selected { background: $chosen; color: $on_chosen; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 5px 8px; }

QScrollBar { background: transparent; border: 0; }
QScrollBar:vertical { width: 11px; }
QScrollBar:horizontal { height: 11px; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar { background: $hover; border: 0; border-radius: 4px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
QGroupBox { border: 0; font-weight: 600; padding-top: 20px; }
QGroupBox::title { subcontrol-origin: margin; color: $muted; }
QTabBar::tab { background: transparent; color: $muted; padding: 6px 13px; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; }
QTabBar::tab:focus { color: $focus; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
""")


def written(colours: dict[str, str], size: int, theme: str) -> str:
    """The style sheet of a theme at an interface size in pixels."""
    sizes = {"tiny": max(11, size - 3), "small": max(11, size - 2), "title": size + 5}
    folder = paths.resources() / "themes"
    names = ("chevron", "chevron_up", "check")
    signs = {name: (folder / f"{theme}-{name.replace('_', '-')}.svg").as_posix() for name in names}
    return _SHEET.substitute(colours, **signs, **sizes)

"""One actor in the register: names, type, aliases and notes; each field is one action."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from annotator.operations import actors
from annotator.ui.models.actors import TYPES, ActorLine, counted, type_name
from annotator.ui.panels.form import Form, at_start, in_language, language_name, languages, with_word
from annotator.ui.widgets.buttons import button
from annotator.ui.widgets.fields import BoxedChoice, LineField, TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotator.core.changes import Change
    from annotator.store.project import Project
    from annotator.ui.desk import Desk
    from annotator.ui.theme import Theme

_MORE = ("fa", "ur", "he")


class ActorForm(Form):
    """Everything that the register says of one actor. `more` asks for names in other languages, and is told once."""

    def __init__(
        self, desk: Desk, theme: Theme, line: ActorLine, *, all_languages: bool, more: Callable[[], object]
    ) -> None:
        super().__init__(desk, theme, line.name)
        self._actor = line.actor
        self.sub.setText(counted(line))
        rows = self.card(self.tr("Names"))
        names = dict.fromkeys(_MORE, "") | dict(self._actor.names) if all_languages else self._actor.names
        for language in languages(names):
            field = LineField()
            in_language(field, language)
            self.keep(rows, f"name {language}", language_name(language), field)
            field.show_value(self._actor.names.get(language))
            field.committed.connect(lambda new, language=language: self._name(language, new or ""))
        if not all_languages:
            rows.put(at_start(button(self.tr("A name in another language…"), "link", pressed=more)))
        self._rest()

    def _rest(self) -> None:
        actor = self._actor
        rows = self.card(self.tr("About"))
        kind = BoxedChoice(self.theme, [(name, type_name(name)) for name in TYPES], empty=None)
        self.keep(rows, "type", self.tr("Type"), kind).show_value(actor.type)
        kind.committed.connect(lambda new: self._save(type=new))
        aliases = TextField(placeholder=self.tr("Other spellings, titles, short names: one a line"), least=2)
        self.keep(rows, "aliases", self.tr("Aliases"), aliases).show_value("\n".join(actor.aliases))
        aliases.committed.connect(lambda new: self._save(aliases=tuple((new or "").splitlines())))
        notes = TextField(least=2)
        self.keep(rows, "notes", self.tr("Notes"), notes).show_value(actor.notes)
        notes.committed.connect(lambda new: self._save(notes=new or ""))
        self.column.addStretch(1)

    def _name(self, language: str, new: str) -> None:
        """The others are those of the moment in which it is saved."""
        identity = self._actor.id

        def saved(project: Project) -> Change:
            names = actors.existing(project, identity).names
            return actors.edit_actor(project, identity, names=with_word(names, language, new))

        self.do(saved)

    def _save(self, **fields: Any) -> None:
        self.do(actors.edit_actor, self._actor.id, **fields)

"""An error's key and facts to one sentence: what happened, where, what to do. Arabic and English, without Qt."""

from __future__ import annotations

import locale
import os
from typing import TYPE_CHECKING

from annotator.core.errors import AnnotatorError

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("ar", "en")

# Names of files, labels and people are isolated when they are put in, so that they cannot reorder the sentence.
MESSAGES: dict[str, dict[str, str]] = {
    "unexpected": {
        "en": "Something went wrong that should not ({kind}). Your work is saved; please report it with the log.",
        "ar": "حدث خلل غير متوقع ({kind}). عملك محفوظ؛ نرجو الإبلاغ عنه مع ملف السجل.",
    },
    # --- files and the disk
    "no_file": {
        "en": "There is no project at {path}. Check the name, or choose the file again.",
        "ar": "لا يوجد مشروع في {path}. تحقق من الاسم أو اختر الملف من جديد.",
    },
    "is_folder": {
        "en": "{path} is a folder, not a project file. Choose a file that ends in .annot.",
        "ar": "{path} مجلد وليس ملف مشروع. اختر ملفا ينتهي بـ ‎.annot.",
    },
    "file_exists": {
        "en": "{path} is there already and was left as it is. Choose another name.",
        "ar": "{path} موجود من قبل وتُرك كما هو. اختر اسما آخر.",
    },
    "cannot_open": {
        "en": "{path} could not be opened. Check that you may read the file and its folder.",
        "ar": "تعذّر فتح {path}. تحقق من أن لديك إذنا بقراءة الملف ومجلده.",
    },
    "cannot_write": {
        "en": "{path} could not be written; nothing there was changed. Choose another folder.",
        "ar": "تعذّرت الكتابة في {path} ولم يتغيّر شيء هناك. اختر مجلدا آخر.",
    },
    "disk_full": {
        "en": "The disk of {path} is full, so the last action was not done; all before it is saved. Free some space and repeat it.",
        "ar": "القرص الذي عليه {path} ممتلئ، فلم يُنفَّذ الإجراء الأخير، وكل ما قبله محفوظ. أفرغ مساحة ثم أعد الإجراء.",
    },
    "disk_error": {
        "en": "The disk of {path} reported an error, so the last action was not done; all before it is saved. Check the disk and repeat it.",
        "ar": "أبلغ القرص الذي عليه {path} عن خطأ، فلم يُنفَّذ الإجراء الأخير، وكل ما قبله محفوظ. افحص القرص ثم أعد الإجراء.",
    },
    "read_only": {
        "en": "{path} can only be read here, so nothing can be changed. Copy it to a folder of yours to work on it.",
        "ar": "{path} للقراءة فقط هنا، فلا يمكن تغيير شيء. انسخه إلى مجلد لك لتعمل عليه.",
    },
    "vanished": {
        "en": "{path} is no longer there; the last action was not done. Put the file or its disk back, or restore a backup.",
        "ar": "لم يعد {path} موجودا، ولم يُنفَّذ الإجراء الأخير. أعد الملف أو قرصه إلى مكانه، أو استرجع نسخة احتياطية.",
    },
    "replaced": {
        "en": "Another file now stands at {path}; the last action was not done. Move it away and open the project again.",
        "ar": "حلّ ملف آخر محل {path}، ولم يُنفَّذ الإجراء الأخير. انقله من مكانه وافتح المشروع من جديد.",
    },
    "in_use": {
        "en": "{path} is in use by {who} since {since}. Close it there, or go on in that window.",
        "ar": "{path} قيد الاستخدام لدى {who} منذ {since}. أغلقه هناك أو تابع العمل في تلك النافذة.",
    },
    "in_use_unknown": {
        "en": "{path} is in use in another window or program. Close it there, or go on in that window.",
        "ar": "{path} قيد الاستخدام في نافذة أخرى أو برنامج آخر. أغلقه هناك أو تابع العمل في تلك النافذة.",
    },
    "stale_unknown": {
        "en": "This was changed in the meantime, so the action was not done. Look at the history, then try again.",
        "ar": "تغيّر هذا في أثناء ذلك، فلم يُنفَّذ الإجراء. انظر السجل ثم حاول مجددا.",
    },
    "busy_file": {
        "en": "{path} is being written right now. Wait a moment and try again.",
        "ar": "تجري الكتابة في {path} الآن. انتظر لحظة ثم حاول مجددا.",
    },
    "setting_refused": {
        "en": "This machine's SQLite does not accept the safe setting “{setting}”, so the project was not opened. Update Python.",
        "ar": "لا تقبل SQLite على هذا الجهاز الإعداد الآمن «{setting}»، فلم يُفتح المشروع. حدّث Python.",
    },
    "empty_file": {
        "en": "{path} is empty (0 bytes), so it is no project; it was not touched. Restore the newest backup.",
        "ar": "{path} فارغ (0 بايت) فليس مشروعا، ولم يُمسّ. استرجع أحدث نسخة احتياطية.",
    },
    "foreign_file": {
        "en": "{path} is not a project of this program; it was not touched. Choose a file that ends in .annot.",
        "ar": "{path} ليس مشروعا من مشاريع هذا البرنامج، ولم يُمسّ. اختر ملفا ينتهي بـ ‎.annot.",
    },
    "truncated_file": {
        "en": "{path} is cut off: a part of it is missing; it was not touched. Restore the newest backup.",
        "ar": "{path} مبتور ينقصه جزء، ولم يُمسّ. استرجع أحدث نسخة احتياطية.",
    },
    "newer_file": {
        "en": "{path} was made by a newer version (format {found}; this one knows {known}); it was not touched. Update this program.",
        "ar": "أُنشئ {path} بإصدار أحدث (الصيغة {found}، وهذا الإصدار يعرف {known})، ولم يُمسّ. حدّث هذا البرنامج.",
    },
    "strange_schema": {
        "en": "{path} holds what no project of ours holds ({objects}), so it was not trusted or touched. Restore a backup.",
        "ar": "في {path} ما لا يوجد في مشاريعنا ({objects})، فلم يوثق به ولم يُمسّ. استرجع نسخة احتياطية.",
    },
    "damaged": {
        "en": "{path} is damaged; it was not touched. Restore the newest backup.",
        "ar": "{path} تالف، ولم يُمسّ. استرجع أحدث نسخة احتياطية.",
    },
    # --- actions
    "stale": {
        "en": "This was changed since ({action}, {who}), so the action was not done. Look at the history, then try again.",
        "ar": "تغيّر هذا بعد ذلك ({action}، {who})، فلم يُنفَّذ الإجراء. انظر السجل ثم حاول مجددا.",
    },
    "still_used": {
        "en": "Other work still depends on this, so it was left as it is. Take that back first.",
        "ar": "ما زال عمل آخر يعتمد على هذا، فتُرك كما هو. تراجع عن ذلك العمل أولا.",
    },
    "no_such_action": {"en": "There is no action {id} in this project.", "ar": "لا يوجد الإجراء {id} في هذا المشروع."},
    "no_such_table": {
        "en": "This change speaks of “{table}”, which projects do not have; nothing was done.",
        "ar": "يذكر هذا التغيير «{table}» ولا وجود له في المشاريع؛ لم يُنفَّذ شيء.",
    },
    "no_such_article": {
        "en": "There is no article {article} in this project.",
        "ar": "لا يوجد المقال {article} في هذا المشروع.",
    },
    "no_such_text": {
        "en": "The text {hash} is missing from the project. Run a check, or restore a backup.",
        "ar": "النص {hash} مفقود من المشروع. شغّل الفحص أو استرجع نسخة احتياطية.",
    },
    "bad_span": {
        "en": "The range {start}–{end} does not lie in the text ({length} characters). Nothing was coded.",
        "ar": "المدى {start}–{end} ليس داخل النص ({length} حرفا). لم يُرمَّز شيء.",
    },
    "quote_mismatch": {
        "en": "The text at {start}–{end} reads “{found}”, not “{quote}”. Nothing was coded.",
        "ar": "النص في {start}–{end} هو «{found}» لا «{quote}». لم يُرمَّز شيء.",
    },
    "bad_character": {
        "en": "Line {line}, column {column} holds {code}, which no text may hold. Remove it and import again.",
        "ar": "في السطر {line}، العمود {column} الرمز {code} الذي لا يجوز في نص. احذفه ثم أعد الاستيراد.",
    },
    # --- codebook and sample files
    "bad_codebook": {
        "en": "The codebook is not right at {where}: {why}. Correct it there; nothing was taken over.",
        "ar": "في دليل الترميز خطأ عند {where}: {why}. صحّحه هناك؛ لم يؤخذ منه شيء.",
    },
    "bad_codebook.unknown_field": {"en": "there is no such field", "ar": "لا وجود لحقل بهذا الاسم"},
    "bad_codebook.not_tables": {"en": "a list of tables belongs here", "ar": "المطلوب هنا قائمة من الجداول"},
    "bad_codebook.not_text": {"en": "words belong here, not {value}", "ar": "المطلوب هنا نص لا {value}"},
    "bad_codebook.not_texts": {"en": "a list of words belongs here", "ar": "المطلوب هنا قائمة من النصوص"},
    "bad_codebook.not_by_language": {
        "en": "words for each language belong here, such as ar = and en =",
        "ar": "المطلوب هنا نص لكل لغة، مثل ar = ‎و en =",
    },
    "bad_codebook.not_yes_no": {"en": "true or false belongs here", "ar": "المطلوب هنا true أو false"},
    "bad_codebook.not_one_of": {
        "en": "{value} is not one of the possible values",
        "ar": "{value} ليس من القيم الممكنة",
    },
    "bad_codebook.bad_id": {
        "en": "every entry needs an id without blanks around it",
        "ar": "لكل بند معرّف لا فراغ قبله ولا بعده",
    },
    "bad_codebook.no_name": {"en": "a name is missing", "ar": "الاسم ناقص"},
    "bad_codebook.bad_hue": {"en": "a hue is a whole number from 0 to 359", "ar": "درجة اللون عدد صحيح من 0 إلى 359"},
    "bad_codebook.bad_pattern": {"en": "a pattern is 0, 1, 2 or 3", "ar": "النمط 0 أو 1 أو 2 أو 3"},
    "bad_codebook.bad_key": {"en": "a key is one digit or one letter", "ar": "المفتاح رقم واحد أو حرف واحد"},
    "bad_codebook.duplicate_id": {"en": "{value} is there twice", "ar": "{value} مكرّر"},
    "bad_codebook.duplicate_key": {
        "en": "two labels have the key {value}",
        "ar": "المفتاح {value} لرمزين معا",
    },
    "bad_codebook.unknown_parent": {"en": "there is no label {value} above it", "ar": "لا يوجد رمز أعلى باسم {value}"},
    "bad_codebook.own_ancestor": {
        "en": "the labels above it lead round in a circle at {value}",
        "ar": "الرموز التي فوقه تدور في حلقة عند {value}",
    },
    "bad_codebook.unknown_label": {"en": "there is no label {value}", "ar": "لا يوجد رمز باسم {value}"},
    "bad_codebook.not_an_attribute": {
        "en": "only a variable of coded segments can belong to labels",
        "ar": "لا يُربط بالرموز إلا متغيّر المقاطع المرمَّزة",
    },
    "bad_codebook.choices_and_type": {
        "en": "choices belong to a variable of type choice or choices, and only to that",
        "ar": "لمتغيّر الاختيار وحده خيارات، ولا بد له منها",
    },
    "not_toml": {
        "en": "{file} is not right at line {line}: it cannot be read as TOML. Correct it, or choose another file.",
        "ar": "في {file} خطأ عند السطر {line}، فتعذّرت قراءته بصيغة TOML. صحّحه أو اختر ملفا آخر.",
    },
    "not_utf8": {
        "en": "{file} is not UTF-8 text (byte {byte}). Save it as UTF-8 and try again.",
        "ar": "{file} ليس نصا بترميز UTF-8 (البايت {byte}). احفظه بترميز UTF-8 ثم حاول مجددا.",
    },
    "quote_not_found": {
        "en": "Paragraph {paragraph} does not hold “{quote}” ({coder}, {segment}). Correct the quote or the paragraph.",
        "ar": "لا توجد في الفقرة {paragraph} العبارة «{quote}» ({coder}، {segment}). صحّح العبارة أو رقم الفقرة.",
    },
    "quote_not_unique": {
        "en": "Paragraph {paragraph} holds “{quote}” {count} times ({coder}, {segment}). Say which one is meant.",
        "ar": "تتكرر العبارة «{quote}» في الفقرة {paragraph} (عدد المرات: {count}؛ {coder}، {segment}). حدّد أيها المقصود.",
    },
    "no_such_segment": {
        "en": "{coder} has no coded segment {segment}. Correct the link or the note.",
        "ar": "ليس لدى {coder} مقطع مرمَّز باسم {segment}. صحّح العلاقة أو الملاحظة.",
    },
    # --- the codebook
    "codebook_there": {
        "en": "This project has a codebook already, so none was put over it. Make a new project for another codebook.",
        "ar": "في هذا المشروع دليل ترميز من قبل، فلم يوضع فوقه آخر. أنشئ مشروعا جديدا لدليل آخر.",
    },
    "nothing_new": {
        "en": "Nothing in the codebook has changed since version {name}, so no new version was published.",
        "ar": "لم يتغيّر شيء في دليل الترميز منذ الإصدار {name}، فلم يُنشر إصدار جديد.",
    },
    "published_before": {
        "en": "The codebook is just as it was in version {name}, so no new version was published.",
        "ar": "دليل الترميز مطابق لما كان عليه في الإصدار {name}، فلم يُنشر إصدار جديد.",
    },
    "version_name_taken": {
        "en": "There is a version {name} already. Choose another name for this one.",
        "ar": "يوجد إصدار باسم {name} من قبل. اختر لهذا الإصدار اسما آخر.",
    },
    "label_name_taken": {
        "en": "There is a label called {name} at this place already. Choose another name.",
        "ar": "يوجد رمز باسم {name} في هذا الموضع من قبل. اختر اسما آخر.",
    },
    "label_used": {
        "en": "The label {label} was not deleted: coded segments carry it ({count}). Retire it instead, or relabel them first.",
        "ar": "لم يُحذف الرمز {label} لأن مقاطع مرمَّزة تحمله (عددها {count}). أوقف استعماله بدلا من حذفه، أو غيّر رمزها أولا.",
    },
    "label_has_children": {
        "en": "The label {label} was not deleted: other labels stand under it ({count}). Move them first.",
        "ar": "لم يُحذف الرمز {label} لأن تحته رموزا أخرى (عددها {count}). انقلها أولا.",
    },
    "key_taken": {
        "en": "The key {letter} already applies {label}. Choose another key, or take it from that label first.",
        "ar": "المفتاح {letter} مخصَّص للرمز {label}. اختر مفتاحا آخر، أو انزعه من ذلك الرمز أولا.",
    },
    "bad_key": {
        "en": "{letter} cannot be a label's key. A key is one digit or one letter.",
        "ar": "لا يصلح {letter} مفتاحا لرمز. المفتاح رقم واحد أو حرف واحد.",
    },
    "variable_used": {
        "en": "{variable} holds values already ({count}), so it was left as it is. Take the values away first.",
        "ar": "للمتغيّر {variable} قيم مسجَّلة (عددها {count})، فتُرك كما هو. أزل القيم أولا.",
    },
    "choice_used": {
        "en": "The choice {choice} was not deleted: it was chosen already ({count}). Change those values first.",
        "ar": "لم يُحذف الخيار {choice} لأنه اختير من قبل (عدد المرات {count}). غيّر تلك القيم أولا.",
    },
    "last_choice": {
        "en": "{variable} needs one choice at least, so the last one was not deleted.",
        "ar": "يحتاج المتغيّر {variable} إلى خيار واحد على الأقل، فلم يُحذف الخيار الأخير.",
    },
    "relation_used": {
        "en": "The relation {relation} was not deleted: segments are linked by it ({count}). Remove those links first.",
        "ar": "لم تُحذف العلاقة {relation} لأن مقاطع مرتبطة بها (عدد الروابط {count}). أزل تلك الروابط أولا.",
    },
    "no_such_choice": {
        "en": "There is no choice {choice} in this variable any more. Look at the history.",
        "ar": "لم يعد الخيار {choice} موجودا في هذا المتغيّر. انظر السجل.",
    },
    "no_such_relation_type": {
        "en": "There is no relation {relation} in the codebook any more. Look at the history.",
        "ar": "لم تعد العلاقة {relation} موجودة في دليل الترميز. انظر السجل.",
    },
    # --- the machine, at the start
    "no_display": {
        "en": "There is no display, so no window can open. Start it on a desktop, or use the commands (annotator --help).",
        "ar": "لا توجد شاشة عرض، فلا يمكن فتح نافذة. شغّل البرنامج على سطح مكتب، أو استعمل الأوامر (annotator --help).",
    },
    "system_libraries": {
        "en": "System libraries are missing ({count}). Install them, then run the same command again:{remedy}",
        "ar": "مكتبات من النظام غير موجودة ({count}). ثبّتها ثم أعد تشغيل الأمر نفسه:{remedy}",
    },
    "sqlite_old": {
        "en": "This Python brings SQLite {found}; projects need {oldest} or newer. Install a newer Python.",
        "ar": "نسخة Python هذه تأتي مع SQLite {found}، والمشاريع تحتاج إلى {oldest} أو أحدث. ثبّت نسخة Python أحدث.",
    },
    "qt_loses_none": {
        "en": "PySide6 {version} on Python {python} breaks off after a while and could lose work, so the program did not start. "
        "Install PySide6-Essentials below 6.12, or use Python 3.12 or newer.",
        "ar": "يتوقف PySide6 {version} مع Python {python} فجأة بعد مدة وقد يضيع عملك، لذلك لم يبدأ البرنامج. "
        "ثبّت نسخة من PySide6-Essentials أقدم من 6.12، أو استعمل Python 3.12 أو أحدث.",
    },
    "qt_sql": {
        "en": "Something loaded QtSql, which would drop the project's lock, so the program did not start. Remove that add-on.",
        "ar": "حُمِّلت مكتبة QtSql، وهي تُفقد المشروع قفله، لذلك لم يبدأ البرنامج. أزل الإضافة التي حمّلتها.",
    },
}


def say(error: BaseException, language: str) -> str:
    """The sentence for an error in "ar" or "en"; anything that is not ours is called unexpected, by its type alone."""
    if not isinstance(error, AnnotatorError):
        return MESSAGES["unexpected"][language].format(kind=type(error).__name__)
    facts = {name: _shown(value) for name, value in error.facts.items()}
    if reason := MESSAGES.get(f"{error.key}.{error.facts.get('why')}"):
        facts["why"] = reason[language].format_map(facts)
    return MESSAGES[_variant(error)][language].format_map(facts)


# What was done, as the history tells it; facts are isolated when they are put in.
ACTIONS: dict[str, dict[str, str]] = {
    "other": {"en": "Changed the project", "ar": "تعديل في المشروع"},
    "new_project": {"en": "Made the project", "ar": "إنشاء المشروع"},
    "sample": {"en": "Put the sample into the project", "ar": "إدراج المثال في المشروع"},
    "import": {"en": "Took in articles", "ar": "إدخال مقالات"},
    "take_in": {"en": "Took in a colleague’s coding", "ar": "إدخال ترميز زميل"},
    "take_back": {"en": "Took back: {what}", "ar": "إرجاع: {what}"},
    # --- spans
    "label_span": {"en": "Coded “{quote}” as {label}", "ar": "ترميز «{quote}» بالرمز «{label}»"},
    "relabel": {
        "en": "Relabelled “{quote}” from {before} to {label}",
        "ar": "تغيير رمز «{quote}» من «{before}» إلى «{label}»",
    },
    "resize": {"en": "Moved an edge: “{quote}”", "ar": "نقل حدّ المقطع: «{quote}»"},
    "remove": {"en": "Deleted “{quote}” ({label})", "ar": "حذف «{quote}» ({label})"},
    "remove_many": {"en": "Deleted coded segments ({count})", "ar": "حذف مقاطع مرمَّزة (عددها {count})"},
    "set_attribute": {
        "en": "Set {variable} of “{quote}” to {value}",
        "ar": "ضبط «{variable}» لـ«{quote}» على «{value}»",
    },
    "clear_attribute": {"en": "Cleared {variable} of “{quote}”", "ar": "إفراغ «{variable}» لـ«{quote}»"},
    "link": {"en": "Linked “{quote}” {relation} “{target}”", "ar": "ربط «{quote}» ({relation}) بـ«{target}»"},
    "unlink": {"en": "Removed the link “{relation}” of “{quote}”", "ar": "إزالة رابط «{relation}» من «{quote}»"},
    "add_note": {"en": "Wrote a note: {note}", "ar": "كتابة ملاحظة: {note}"},
    "edit_note": {"en": "Changed a note: {note}", "ar": "تعديل ملاحظة: {note}"},
    "remove_note": {"en": "Deleted a note", "ar": "حذف ملاحظة"},
    # --- articles and people
    "set_status": {"en": "Marked “{article}” as {status}", "ar": "وسم «{article}»: {status}"},
    "set_variable": {
        "en": "Set {variable} of the article to {value}",
        "ar": "ضبط متغيّر المقال «{variable}» على «{value}»",
    },
    "clear_variable": {"en": "Cleared {variable} of the article", "ar": "إفراغ متغيّر المقال «{variable}»"},
    "add_coder": {"en": "{name} joined as a coder", "ar": "انضمام {name} مرمِّزا"},
    "rename_coder": {"en": "Changed a coder’s name to {name}", "ar": "تغيير اسم مرمِّز إلى {name}"},
    # --- review
    "settle": {"en": "Settled “{quote}”", "ar": "حسم الاختلاف في «{quote}»"},
    "settle_agreed": {
        "en": "Settled all that both coders agree on ({count})",
        "ar": "اعتماد كل ما اتفق عليه المرمِّزان (عدده {count})",
    },
    # --- the codebook
    "adopt_codebook": {"en": "Took over a codebook {name}", "ar": "اعتماد دليل ترميز {name}"},
    "publish": {"en": "Published version {name} of the codebook", "ar": "نشر الإصدار {name} من دليل الترميز"},
    "add_label": {"en": "Added the label {label}", "ar": "إضافة الرمز «{label}»"},
    "edit_label": {"en": "Changed the label {label}", "ar": "تعديل الرمز «{label}»"},
    "set_key": {"en": "Gave {label} the key {key}", "ar": "تخصيص المفتاح {key} للرمز «{label}»"},
    "clear_key": {"en": "Took the key from {label}", "ar": "نزع المفتاح من الرمز «{label}»"},
    "move_label": {"en": "Moved the label {label}", "ar": "نقل الرمز «{label}»"},
    "retire_label": {"en": "Retired the label {label}", "ar": "إيقاف استعمال الرمز «{label}»"},
    "bring_back": {"en": "Brought the label {label} back", "ar": "إعادة الرمز «{label}» إلى الاستعمال"},
    "remove_label": {"en": "Deleted the label {label}", "ar": "حذف الرمز «{label}»"},
    "add_variable": {"en": "Added the variable {variable}", "ar": "إضافة المتغيّر «{variable}»"},
    "edit_variable": {"en": "Changed the variable {variable}", "ar": "تعديل المتغيّر «{variable}»"},
    "move_variable": {"en": "Moved the variable {variable}", "ar": "نقل المتغيّر «{variable}»"},
    "remove_variable": {"en": "Deleted the variable {variable}", "ar": "حذف المتغيّر «{variable}»"},
    "add_choice": {"en": "Added the choice {value} to {variable}", "ar": "إضافة الخيار «{value}» إلى «{variable}»"},
    "edit_choice": {"en": "Renamed a choice of {variable}: {value}", "ar": "إعادة تسمية خيار في «{variable}»: {value}"},
    "move_choice": {"en": "Moved the choice {value} of {variable}", "ar": "نقل الخيار «{value}» في «{variable}»"},
    "remove_choice": {"en": "Deleted the choice {value} of {variable}", "ar": "حذف الخيار «{value}» من «{variable}»"},
    "add_relation_type": {"en": "Added the relation {relation}", "ar": "إضافة العلاقة «{relation}»"},
    "edit_relation_type": {"en": "Changed the relation {relation}", "ar": "تعديل العلاقة «{relation}»"},
    "remove_relation_type": {"en": "Deleted the relation {relation}", "ar": "حذف العلاقة «{relation}»"},
}

STATUSES: dict[str, dict[str, str]] = {
    "todo": {"en": "to do", "ar": "لم يبدأ"},
    "work": {"en": "in work", "ar": "قيد الترميز"},
    "done": {"en": "done", "ar": "منجز"},
    "review": {"en": "in review", "ar": "قيد المراجعة"},
    "settled": {"en": "settled", "ar": "معتمد"},
}

# Actions that are told otherwise when a fact is there, or is empty.
_TOLD_OTHERWISE = {
    "remove": ("count", "remove_many"),
    "set_attribute": ("value", "clear_attribute"),
    "set_variable": ("value", "clear_variable"),
    "set_key": ("key", "clear_key"),
    "edit_note": ("note", "remove_note"),
}


def tell(name: str, facts: Mapping[str, object], language: str) -> str:
    """What an action did, in "ar" or "en"; ids of labels and variables among the facts should be names already."""
    if name == "take_back":
        rest = {fact: value for fact, value in facts.items() if fact != "action"}
        return ACTIONS[name][language].format(what=tell(str(facts.get("action", "")), rest, language))
    shown = {fact: _shown(value) for fact, value in facts.items()}
    if "status" in facts:
        shown["status"] = STATUSES.get(str(facts["status"]), {}).get(language, shown["status"])
    return ACTIONS[_told_as(name, facts)][language].format_map(_Dotted(shown))


def _told_as(name: str, facts: Mapping[str, object]) -> str:
    fact, otherwise = _TOLD_OTHERWISE.get(name, ("", ""))
    if fact == "count" and fact in facts:
        return otherwise
    if fact and fact != "count" and not str(facts.get(fact, "")).strip():
        return otherwise
    return name if name in ACTIONS else "other"


class _Dotted(dict[str, str]):
    """A fact that an older or newer program did not write is shown as dots."""

    def __missing__(self, fact: str) -> str:
        return "…"


def _variant(error: AnnotatorError) -> str:
    """Some errors have a shorter sentence for when a fact is not known: `key_unknown`."""
    if any(value == "" for value in error.facts.values()) and f"{error.key}_unknown" in MESSAGES:
        return f"{error.key}_unknown"
    return error.key


def _shown(value: object) -> str:
    return str(value) if isinstance(value, int | float) else isolate(str(value))


def isolate(words: str) -> str:
    """Foreign words inside a sentence, so that neither reorders the other (FSI … PDI)."""
    return f"\u2068{words}\u2069"


def preferred(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the machine: Arabic where the locale says so, else English."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "ar" if value.startswith("ar") else "en"
    return "ar" if (locale.getlocale()[0] or "").startswith("ar") else "en"

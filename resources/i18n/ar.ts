<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
    <context>
        <name>AboutDialog</name>
        <message>
            <source>About this program</source>
            <translation>عن البرنامج</translation>
        </message>
        <message>
            <source>Annotator</source>
            <translation>ترميز النصوص</translation>
        </message>
        <message>
            <source>Version %1, with Qt %2</source>
            <translation>الإصدار %1، مع Qt %2</translation>
        </message>
        <message>
            <source>It codes news texts by hand: spans, coders, agreement, data sets.</source>
            <translation>لترميز نصوص الأخبار يدويا: مقاطع ومرمِّزون وثبات ومجموعات بيانات.</translation>
        </message>
        <message>
            <source>Nothing leaves this machine: no network, no telemetry, no text in any log.</source>
            <translation>لا يغادر هذا الجهاز شيء: لا شبكة، ولا تتبُّع، ولا نص في أي سجل.</translation>
        </message>
        <message>
            <source>Free software under the MIT licence. Fonts under the SIL Open Font License, icons by Lucide (ISC).</source>
            <translation>برنامج حر برخصة MIT. الخطوط برخصة SIL Open Font License، والأيقونات من Lucide برخصة ISC.</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>&amp;Project</source>
            <translation>المشروع</translation>
        </message>
        <message>
            <source>Recent projects</source>
            <translation>المشاريع الأخيرة</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>تحرير</translation>
        </message>
        <message>
            <source>&amp;Code</source>
            <translation>ترميز</translation>
        </message>
        <message>
            <source>Pieces of the span</source>
            <translation>أجزاء المقطع</translation>
        </message>
        <message>
            <source>Move an edge of the span</source>
            <translation>تحريك طرف المقطع</translation>
        </message>
        <message>
            <source>Status of the coding</source>
            <translation>حالة الترميز</translation>
        </message>
        <message>
            <source>Part of the article</source>
            <translation>جزء من المقال</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>عرض</translation>
        </message>
        <message>
            <source>Direction of the text</source>
            <translation>اتجاه النص</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>المظهر</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>اللغة</translation>
        </message>
        <message>
            <source>&amp;Review</source>
            <translation>مراجعة</translation>
        </message>
        <message>
            <source>Decision</source>
            <translation>القرار</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Settle many at once</source>
            <translation>حسم عدة اختلافات معا</translation>
        </message>
        <message>
            <source>How it is shown</source>
            <translation>طريقة العرض</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>مساعدة</translation>
        </message>
        <message>
            <source>New project…</source>
            <translation>مشروع جديد…</translation>
        </message>
        <message>
            <source>Open a project…</source>
            <translation>فتح مشروع…</translation>
        </message>
        <message>
            <source>Open the sample</source>
            <translation>فتح المثال</translation>
        </message>
        <message>
            <source>Import articles…</source>
            <translation>استيراد مقالات…</translation>
        </message>
        <message>
            <source>Export…</source>
            <translation>تصدير…</translation>
        </message>
        <message>
            <source>Hand over…</source>
            <translation>تسليم عمل…</translation>
        </message>
        <message>
            <source>Take back…</source>
            <translation>استلام حزمة…</translation>
        </message>
        <message>
            <source>Instructions of this package…</source>
            <translation>تعليمات هذه الحزمة…</translation>
        </message>
        <message>
            <source>Merge a copy…</source>
            <translation>دمج نسخة…</translation>
        </message>
        <message>
            <source>Print…</source>
            <translation>طباعة…</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>حفظ بصيغة PDF…</translation>
        </message>
        <message>
            <source>Back up now</source>
            <translation>إنشاء نسخة احتياطية الآن</translation>
        </message>
        <message>
            <source>Restore a backup…</source>
            <translation>استرجاع نسخة احتياطية…</translation>
        </message>
        <message>
            <source>Who is coding…</source>
            <translation>المرمِّز الحالي…</translation>
        </message>
        <message>
            <source>Preferences…</source>
            <translation>التفضيلات…</translation>
        </message>
        <message>
            <source>Close the project</source>
            <translation>إغلاق المشروع</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>إنهاء</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>تراجع</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>إعادة</translation>
        </message>
        <message>
            <source>Copy the selected text</source>
            <translation>نسخ النص المحدد</translation>
        </message>
        <message>
            <source>Delete the span</source>
            <translation>حذف المقطع</translation>
        </message>
        <message>
            <source>Find in the article…</source>
            <translation>البحث في المقال…</translation>
        </message>
        <message>
            <source>Find the next</source>
            <translation>الموضع التالي</translation>
        </message>
        <message>
            <source>Find the previous</source>
            <translation>الموضع السابق</translation>
        </message>
        <message>
            <source>Find in the project…</source>
            <translation>البحث في المشروع…</translation>
        </message>
        <message>
            <source>Find an article</source>
            <translation>البحث عن مقال</translation>
        </message>
        <message>
            <source>A label, or anything…</source>
            <translation>رمز أو أي أمر…</translation>
        </message>
        <message>
            <source>Do anything…</source>
            <translation>تنفيذ أي أمر…</translation>
        </message>
        <message>
            <source>Choose a label…</source>
            <translation>اختيار رمز…</translation>
        </message>
        <message>
            <source>Keep applying a label…</source>
            <translation>مواصلة الترميز برمز واحد…</translation>
        </message>
        <message>
            <source>Every occurrence…</source>
            <translation>كل مواضع الورود…</translation>
        </message>
        <message>
            <source>Word lists…</source>
            <translation>قوائم الكلمات…</translation>
        </message>
        <message>
            <source>Attributes of the span</source>
            <translation>متغيّرات المقطع</translation>
        </message>
        <message>
            <source>Coding form</source>
            <translation>استمارة الترميز</translation>
        </message>
        <message>
            <source>New statement</source>
            <translation>تصريح جديد</translation>
        </message>
        <message>
            <source>Link the span…</source>
            <translation>ربط المقطع المرمَّز…</translation>
        </message>
        <message>
            <source>Next span</source>
            <translation>المقطع التالي</translation>
        </message>
        <message>
            <source>Previous span</source>
            <translation>المقطع السابق</translation>
        </message>
        <message>
            <source>Spans that overlap here</source>
            <translation>المقاطع المتداخلة هنا</translation>
        </message>
        <message>
            <source>Done: on to the next</source>
            <translation>إنجاز المقال والانتقال إلى التالي</translation>
        </message>
        <message>
            <source>Next article</source>
            <translation>المقال التالي</translation>
        </message>
        <message>
            <source>Previous article</source>
            <translation>المقال السابق</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>لم يبدأ</translation>
        </message>
        <message>
            <source>In work</source>
            <translation>قيد الترميز</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>منجز</translation>
        </message>
        <message>
            <source>Keep this piece, add another</source>
            <translation>إبقاء هذا الجزء وإضافة جزء آخر</translation>
        </message>
        <message>
            <source>Take the last piece away</source>
            <translation>حذف الجزء الأخير</translation>
        </message>
        <message>
            <source>Parts of the word…</source>
            <translation>أجزاء الكلمة…</translation>
        </message>
        <message>
            <source>Split the span</source>
            <translation>تقسيم المقطع المرمَّز</translation>
        </message>
        <message>
            <source>Join with the next span</source>
            <translation>ضمّه إلى المقطع المرمَّز التالي</translation>
        </message>
        <message>
            <source>Start: a word to the left</source>
            <translation>البداية: كلمة إلى اليسار</translation>
        </message>
        <message>
            <source>Start: a word to the right</source>
            <translation>البداية: كلمة إلى اليمين</translation>
        </message>
        <message>
            <source>End: a word to the left</source>
            <translation>النهاية: كلمة إلى اليسار</translation>
        </message>
        <message>
            <source>End: a word to the right</source>
            <translation>النهاية: كلمة إلى اليمين</translation>
        </message>
        <message>
            <source>Start: a letter to the left</source>
            <translation>البداية: حرف إلى اليسار</translation>
        </message>
        <message>
            <source>Start: a letter to the right</source>
            <translation>البداية: حرف إلى اليمين</translation>
        </message>
        <message>
            <source>End: a letter to the left</source>
            <translation>النهاية: حرف إلى اليسار</translation>
        </message>
        <message>
            <source>End: a letter to the right</source>
            <translation>النهاية: حرف إلى اليمين</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>العنوان</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>المقدمة</translation>
        </message>
        <message>
            <source>Body</source>
            <translation>المتن</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>تعليق الصورة</translation>
        </message>
        <message>
            <source>Find the parts again</source>
            <translation>تعرُّف الأجزاء من جديد</translation>
        </message>
        <message>
            <source>Correct the text…</source>
            <translation>تصحيح النص…</translation>
        </message>
        <message>
            <source>Spans to look at after a correction</source>
            <translation>مقاطع تنتظر نظرة بعد تصحيح</translation>
        </message>
        <message>
            <source>Edges of spans…</source>
            <translation>حدود المقاطع…</translation>
        </message>
        <message>
            <source>Code</source>
            <translation>ترميز</translation>
        </message>
        <message>
            <source>Codebook</source>
            <translation>دليل الترميز</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>مراجعة</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>تكبير النص</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>تصغير النص</translation>
        </message>
        <message>
            <source>Text at its usual size</source>
            <translation>إعادة النص إلى حجمه المعتاد</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>المقالات</translation>
        </message>
        <message>
            <source>Labels and span</source>
            <translation>الرموز والمقطع</translation>
        </message>
        <message>
            <source>Statements</source>
            <translation>التصريحات</translation>
        </message>
        <message>
            <source>Open notes</source>
            <translation>الملاحظات المفتوحة</translation>
        </message>
        <message>
            <source>History</source>
            <translation>السجل</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>ملء الشاشة</translation>
        </message>
        <message>
            <source>Show…</source>
            <translation>ما يظهر في النص…</translation>
        </message>
        <message>
            <source>Only this label</source>
            <translation>هذا الرمز وحده</translation>
        </message>
        <message>
            <source>All labels</source>
            <translation>كل الرموز</translation>
        </message>
        <message>
            <source>Light up word lists</source>
            <translation>إبراز كلمات القوائم</translation>
        </message>
        <message>
            <source>Invisible characters</source>
            <translation>المحارف غير المرئية</translation>
        </message>
        <message>
            <source>Hide tashkeel</source>
            <translation>إخفاء التشكيل</translation>
        </message>
        <message>
            <source>Text…</source>
            <translation>مظهر النص…</translation>
        </message>
        <message>
            <source>As its letters say</source>
            <translation>تلقائي بحسب حروفه</translation>
        </message>
        <message>
            <source>Right to left</source>
            <translation>من اليمين إلى اليسار</translation>
        </message>
        <message>
            <source>Left to right</source>
            <translation>من اليسار إلى اليمين</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>كما في النظام</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>فاتح</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>داكن</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>تباين عالٍ</translation>
        </message>
        <message>
            <source>Arabic</source>
            <translation>العربية</translation>
        </message>
        <message>
            <source>English</source>
            <translation>الإنجليزية</translation>
        </message>
        <message>
            <source>Next difference</source>
            <translation>الاختلاف التالي</translation>
        </message>
        <message>
            <source>Previous difference</source>
            <translation>الاختلاف السابق</translation>
        </message>
        <message>
            <source>Next article with differences</source>
            <translation>المقال التالي الذي فيه اختلافات</translation>
        </message>
        <message>
            <source>Two articles side by side…</source>
            <translation>مقالان جنبا إلى جنب…</translation>
        </message>
        <message>
            <source>Clashes between copies…</source>
            <translation>التعارض بين النسخ…</translation>
        </message>
        <message>
            <source>Take the first coder’s side</source>
            <translation>الأخذ برأي المرمِّز الأول</translation>
        </message>
        <message>
            <source>Take the second coder’s side</source>
            <translation>الأخذ برأي المرمِّز الثاني</translation>
        </message>
        <message>
            <source>Take the third coder’s side</source>
            <translation>الأخذ برأي المرمِّز الثالث</translation>
        </message>
        <message>
            <source>Take both</source>
            <translation>الأخذ بكليهما</translation>
        </message>
        <message>
            <source>Take neither</source>
            <translation>عدم الأخذ بأيٍّ منهما</translation>
        </message>
        <message>
            <source>Edit and take</source>
            <translation>التعديل ثم الأخذ به</translation>
        </message>
        <message>
            <source>Ambiguous text</source>
            <translation>نص ملتبس</translation>
        </message>
        <message>
            <source>Gap in the guideline</source>
            <translation>ثغرة في الدليل</translation>
        </message>
        <message>
            <source>Slip</source>
            <translation>سهو</translation>
        </message>
        <message>
            <source>Another reason</source>
            <translation>غير ذلك</translation>
        </message>
        <message>
            <source>Settle all that agree…</source>
            <translation>اعتماد كل ما اتُّفق عليه…</translation>
        </message>
        <message>
            <source>Settle all as one coder has it…</source>
            <translation>حسم كل شيء برأي مرمِّز واحد…</translation>
        </message>
        <message>
            <source>Settle all that the boundary policy decides…</source>
            <translation>حسم كل ما تقرره قاعدة حدود المقاطع…</translation>
        </message>
        <message>
            <source>Differences only</source>
            <translation>الاختلافات وحدها</translation>
        </message>
        <message>
            <source>Coders without names</source>
            <translation>المرمِّزون بلا أسماء</translation>
        </message>
        <message>
            <source>Two coders side by side</source>
            <translation>مرمِّزان جنبا إلى جنب</translation>
        </message>
        <message>
            <source>Rounds…</source>
            <translation>الجولات…</translation>
        </message>
        <message>
            <source>Agreement…</source>
            <translation>ثبات الترميز…</translation>
        </message>
        <message>
            <source>Conflicts in the codebook…</source>
            <translation>مواضع الخلاف في دليل الترميز…</translation>
        </message>
        <message>
            <source>Send feedback…</source>
            <translation>إرسال نتائج المراجعة…</translation>
        </message>
        <message>
            <source>The first ten minutes</source>
            <translation>الدقائق العشر الأولى</translation>
        </message>
        <message>
            <source>Coding by keyboard</source>
            <translation>الترميز من لوحة المفاتيح</translation>
        </message>
        <message>
            <source>A study with colleagues</source>
            <translation>دراسة مع الزملاء</translation>
        </message>
        <message>
            <source>All keys</source>
            <translation>كل المفاتيح</translation>
        </message>
        <message>
            <source>Paragraph for a screen reader</source>
            <translation>الفقرة لقارئ الشاشة</translation>
        </message>
        <message>
            <source>About this program</source>
            <translation>عن البرنامج</translation>
        </message>
        <message>
            <source>Actor of the span…</source>
            <translation>الفاعل في المقطع…</translation>
        </message>
        <message>
            <source>Register of actors…</source>
            <translation>سجل الفاعلين…</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>كتابة ملاحظة</translation>
        </message>
        <message>
            <source>Move the caret; with Ctrl by word or paragraph</source>
            <translation>تحريك المؤشر، ومع Ctrl كلمة كلمة أو فقرة فقرة</translation>
        </message>
        <message>
            <source>Select while moving; with Ctrl by word or paragraph</source>
            <translation>التحديد مع الحركة، ومع Ctrl كلمة كلمة أو فقرة فقرة</translation>
        </message>
        <message>
            <source>Start and end of the line; with Ctrl of the text</source>
            <translation>أول السطر وآخره، ومع Ctrl أول النص وآخره</translation>
        </message>
        <message>
            <source>Select the paragraph, then everything</source>
            <translation>تحديد الفقرة، ثم النص كله</translation>
        </message>
        <message>
            <source>In the span in focus: walk to where it is split; beyond its edges, let go</source>
            <translation>داخل المقطع الحالي: تحريك المؤشر إلى موضع التقسيم، ومغادرته عند تجاوز طرفيه</translation>
        </message>
        <message>
            <source>Let go of the selection or the span</source>
            <translation>ترك التحديد أو المقطع</translation>
        </message>
        <message>
            <source>While dragging: add a piece to the selection, or to the span in focus</source>
            <translation>مع السحب: إضافة جزء إلى التحديد أو إلى المقطع الحالي</translation>
        </message>
        <message>
            <source>With a click: take a piece away</source>
            <translation>مع النقر: حذف جزء</translation>
        </message>
        <message>
            <source>Select by letters instead of whole words, while dragging</source>
            <translation>التحديد بالحروف لا بالكلمات، في أثناء السحب</translation>
        </message>
    </context>
    <context>
        <name>ActorForm</name>
        <message>
            <source>Names</source>
            <translation>الأسماء</translation>
        </message>
        <message>
            <source>A name in another language…</source>
            <translation>اسم بلغة أخرى…</translation>
        </message>
        <message>
            <source>About</source>
            <translation>تفاصيل</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>النوع</translation>
        </message>
        <message>
            <source>Other spellings, titles, short names: one a line</source>
            <translation>صيغ أخرى وألقاب وأسماء مختصرة، واحد في كل سطر</translation>
        </message>
        <message>
            <source>Aliases</source>
            <translation>أسماء أخرى</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
    </context>
    <context>
        <name>ActorPopup</name>
        <message>
            <source>Who is it? A name or an alias</source>
            <translation>من هو؟ اكتب أحد أسمائه</translation>
        </message>
        <message>
            <source>Enter: attach</source>
            <translation>‏Enter: هو هذا</translation>
        </message>
        <message>
            <source>Delete: nobody</source>
            <translation>‏Delete: لا أحد</translation>
        </message>
        <message>
            <source>Esc: leave it</source>
            <translation>‏Esc: تركه كما هو</translation>
        </message>
        <message>
            <source>New actor: %1</source>
            <translation>فاعل جديد: %1</translation>
        </message>
        <message>
            <source>Nobody</source>
            <translation>لا أحد</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Delete</translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>لا مقالات</numerusform>
                <numerusform>مقال واحد</numerusform>
                <numerusform>مقالان</numerusform>
                <numerusform>%Ln مقالات</numerusform>
                <numerusform>%Ln مقالا</numerusform>
                <numerusform>%Ln مقال</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ActorRegister</name>
        <message>
            <source>Actors</source>
            <translation>الفاعلون</translation>
        </message>
        <message>
            <source>New actor…</source>
            <translation>فاعل جديد…</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>A name or an alias</source>
            <translation>أحد الأسماء</translation>
        </message>
        <message>
            <source>Search the register</source>
            <translation>البحث في السجل</translation>
        </message>
        <message>
            <source>Articles:</source>
            <translation>مقالات:</translation>
        </message>
        <message>
            <source>quoted</source>
            <translation>نُقل قوله</translation>
        </message>
        <message>
            <source>talked about</source>
            <translation>ذُكر فحسب</translation>
        </message>
        <message>
            <source>Ctrl or Shift chooses several, to merge them.</source>
            <translation>استعمل Ctrl أو Shift لاختيار عدة فاعلين ودمجهم.</translation>
        </message>
        <message>
            <source>Where it appears</source>
            <translation>مواضع ذكره</translation>
        </message>
        <message>
            <source>Name of the actor that these are</source>
            <translation>اسم الفاعل الذي تعود إليه هذه المقاطع</translation>
        </message>
        <message>
            <source>No span of mine points to this actor.</source>
            <translation>لا مقطع من ترميزي يعود إلى هذا الفاعل.</translation>
        </message>
        <message>
            <source>Nobody is called so.</source>
            <translation>لا أحد بهذا الاسم.</translation>
        </message>
        <message>
            <source>Nobody is in the register yet. Press F9 at a span to say who it is.</source>
            <translation>السجل فارغ. اضغط F9 عند مقطع لتحدد من هو.</translation>
        </message>
        <message numerus="yes">
            <source>Split off the ticked (%Ln)</source>
            <translation>
                <numerusform>فصل المحدد (%Ln)</numerusform>
                <numerusform>فصل المحدد (%Ln)</numerusform>
                <numerusform>فصل المحدد (%Ln)</numerusform>
                <numerusform>فصل المحدد (%Ln)</numerusform>
                <numerusform>فصل المحدد (%Ln)</numerusform>
                <numerusform>فصل المحدد (%Ln)</numerusform>
            </translation>
        </message>
        <message>
            <source>Split off the ticked</source>
            <translation>فصل المحدد</translation>
        </message>
        <message>
            <source>New actor</source>
            <translation>فاعل جديد</translation>
        </message>
    </context>
    <context>
        <name>Actors</name>
        <message>
            <source>No type</source>
            <translation>بلا نوع</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>شخص</translation>
        </message>
        <message>
            <source>Group</source>
            <translation>جماعة</translation>
        </message>
        <message>
            <source>Organisation</source>
            <translation>مؤسسة</translation>
        </message>
        <message>
            <source>State</source>
            <translation>دولة</translation>
        </message>
        <message>
            <source>Media</source>
            <translation>وسيلة إعلام</translation>
        </message>
        <message>
            <source>quoted in %1, only talked about in %2</source>
            <translation>مقالات نُقل قوله فيها: %1 · مقالات ذُكر فيها فحسب: %2</translation>
        </message>
    </context>
    <context>
        <name>Agreement</name>
        <message>
            <source>not coded by them</source>
            <translation>لم يرمّز هذا المقال</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>95 % interval</source>
            <translation>مجال ٩٥ ٪</translation>
        </message>
        <message>
            <source>spans</source>
            <translation>المقاطع المرمَّزة</translation>
        </message>
        <message>
            <source>all words</source>
            <translation>كل الكلمات</translation>
        </message>
        <message>
            <source>coded words</source>
            <translation>الكلمات المرمَّزة</translation>
        </message>
        <message>
            <source>sentences</source>
            <translation>الجمل</translation>
        </message>
        <message>
            <source>paragraphs</source>
            <translation>الفقرات</translation>
        </message>
        <message>
            <source>articles</source>
            <translation>المقالات</translation>
        </message>
        <message>
            <source>answers</source>
            <translation>الإجابات</translation>
        </message>
        <message>
            <source>Sort by this column, the lowest first</source>
            <translation>الترتيب بهذا العمود، والأدنى أولا</translation>
        </message>
        <message>
            <source>weak: %1</source>
            <translation>ضعيف: %1</translation>
        </message>
    </context>
    <context>
        <name>AgreementWindow</name>
        <message>
            <source>Agreement</source>
            <translation>ثبات الترميز بين المرمِّزين</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>حفظ باسم…</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Compute</source>
            <translation>احسب</translation>
        </message>
        <message>
            <source>Reading the round</source>
            <translation>قراءة الجولة</translation>
        </message>
        <message>
            <source>Reading the rounds</source>
            <translation>قراءة الجولات</translation>
        </message>
        <message>
            <source>Nobody has coded in this round yet. With two coders’ work, the figures stand here.</source>
            <translation>لم يرمّز أحد في هذه الجولة بعد. تظهر الأرقام هنا متى رمّز فيها اثنان.</translation>
        </message>
        <message>
            <source>Only one coder has coded in this round. With a second one’s work, the figures stand here; or compare this coder with their own work in another round.</source>
            <translation>لم يرمّز في هذه الجولة غير مرمِّز واحد. تظهر الأرقام هنا متى رمّز فيها ثانٍ؛ أو قارن هذا المرمِّز بعمله هو في جولة أخرى.</translation>
        </message>
        <message>
            <source>Choose two coders or more.</source>
            <translation>اختر مرمِّزَين أو أكثر.</translation>
        </message>
        <message>
            <source>The work has changed: compute again</source>
            <translation>تغيّر العمل: احسب من جديد</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>حُفظ باسم %1</translation>
        </message>
    </context>
    <context>
        <name>Amending</name>
        <message>
            <source>Definition</source>
            <translation>التعريف</translation>
        </message>
        <message>
            <source>Include</source>
            <translation>يشمل</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>لا يشمل</translation>
        </message>
        <message>
            <source>Examples, one on a line</source>
            <translation>أمثلة، كل مثال في سطر</translation>
        </message>
        <message>
            <source>Name of the version</source>
            <translation>اسم الإصدار</translation>
        </message>
        <message>
            <source>Publish as a new version</source>
            <translation>نشر إصدار جديد</translation>
        </message>
        <message>
            <source>The codebook is locked: unlock it in Codebook mode to change what a label means.</source>
            <translation>دليل الترميز مقفل: افتحه في وضع دليل الترميز لتغيّر معنى رمز.</translation>
        </message>
    </context>
    <context>
        <name>ArticleChoice</name>
        <message>
            <source>Find by title</source>
            <translation>بحث في العناوين</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>المقالات</translation>
        </message>
    </context>
    <context>
        <name>ArticleFacts</name>
        <message>
            <source>Outlet</source>
            <translation>الوسيلة</translation>
        </message>
        <message>
            <source>Place of writing</source>
            <translation>مكان التحرير</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>التاريخ</translation>
        </message>
        <message>
            <source>Author</source>
            <translation>الكاتب</translation>
        </message>
        <message>
            <source>Section</source>
            <translation>القسم</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>الرابط</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>اللغة</translation>
        </message>
    </context>
    <context>
        <name>ArticleForm</name>
        <message>
            <source>Status</source>
            <translation>الحالة</translation>
        </message>
    </context>
    <context>
        <name>ArticlesPanel</name>
        <message>
            <source>Search articles</source>
            <translation>البحث في المقالات</translation>
        </message>
        <message>
            <source>Search articles by title or outlet</source>
            <translation>ابحث في المقالات بالعنوان أو الوسيلة</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>المقالات</translation>
        </message>
        <message>
            <source>Search the articles (%1)…</source>
            <translation>ابحث في المقالات (%1)…</translation>
        </message>
        <message>
            <source>Nothing was given to you in this round yet.</source>
            <translation>لم يُسند إليك شيء في هذه الجولة بعد.</translation>
        </message>
        <message>
            <source>There are no articles yet. Import some, or drop files here.</source>
            <translation>لا توجد مقالات بعد. استورد مقالات، أو اسحب ملفات إلى هنا.</translation>
        </message>
        <message>
            <source>No article has these words in its title or outlet.</source>
            <translation>لا يوجد مقال في عنوانه أو وسيلته هذه الكلمات.</translation>
        </message>
    </context>
    <context>
        <name>AskedRows</name>
        <message>
            <source>Required</source>
            <translation>مطلوب</translation>
        </message>
    </context>
    <context>
        <name>Bar</name>
        <message>
            <source>All changes saved</source>
            <translation>كل التغييرات محفوظة</translation>
        </message>
        <message>
            <source>Saving…</source>
            <translation>يجري الحفظ…</translation>
        </message>
        <message>
            <source>Read only</source>
            <translation>للقراءة فقط</translation>
        </message>
        <message>
            <source>The last action was not done</source>
            <translation>لم يُنفَّذ الإجراء الأخير</translation>
        </message>
    </context>
    <context>
        <name>Beside</name>
        <message>
            <source>Close (Esc)</source>
            <translation>إغلاق (Esc)</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 من %2</translation>
        </message>
    </context>
    <context>
        <name>BoundaryDialog</name>
        <message>
            <source>Whole words</source>
            <translation>كلمات كاملة</translation>
        </message>
        <message>
            <source>Joined particles are inside (و ف ب ك ل س ال)</source>
            <translation>السوابق المتصلة بالكلمة داخلة فيها (و ف ب ك ل س ال)</translation>
        </message>
        <message>
            <source>Quotation marks round the words are inside</source>
            <translation>علامتا التنصيص حول الكلمات داخلتان</translation>
        </message>
        <message>
            <source>Brackets and other punctuation at the edges are inside</source>
            <translation>الأقواس وسائر علامات الترقيم عند الطرفين داخلة</translation>
        </message>
        <message>
            <source>Edges of spans</source>
            <translation>حدود المقاطع</translation>
        </message>
        <message>
            <source>What a drag takes</source>
            <translation>ما يؤخذ بالسحب</translation>
        </message>
        <message>
            <source>Underlined: what the mouse is drawn over. Tinted: what is taken.</source>
            <translation>تحته خط: ما تمر عليه الفأرة. مظلَّل: ما يؤخذ.</translation>
        </message>
        <message>
            <source>My spans that break the rule</source>
            <translation>مقاطعي التي تخالف القاعدة</translation>
        </message>
        <message>
            <source>All or none</source>
            <translation>الكل أو لا شيء</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message numerus="yes">
            <source>Mend the ticked ones (%Ln)</source>
            <translation>
                <numerusform>ضبط المؤشَّر عليها</numerusform>
                <numerusform>ضبط مقطع واحد</numerusform>
                <numerusform>ضبط مقطعين</numerusform>
                <numerusform>ضبط %Ln مقاطع</numerusform>
                <numerusform>ضبط %Ln مقطعا</numerusform>
                <numerusform>ضبط %Ln مقطع</numerusform>
            </translation>
        </message>
        <message>
            <source>Mend the ticked ones</source>
            <translation>ضبط المؤشَّر عليها</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>جارٍ البحث…</translation>
        </message>
        <message>
            <source>All my spans keep the rule.</source>
            <translation>كل مقاطعي موافقة للقاعدة.</translation>
        </message>
    </context>
    <context>
        <name>Brush</name>
        <message>
            <source>Whatever you select becomes: %1</source>
            <translation>كل ما تحدِّده يُرمَّز: %1</translation>
        </message>
        <message>
            <source>End (Esc)</source>
            <translation>إنهاء (Esc)</translation>
        </message>
    </context>
    <context>
        <name>BulkDialog</name>
        <message>
            <source>Settle many at once</source>
            <translation>حسم عدة اختلافات معا</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>What it would settle</source>
            <translation>ما سيُحسم</translation>
        </message>
        <message>
            <source>All that the coders agree on</source>
            <translation>كل ما اتفق عليه المرمِّزون</translation>
        </message>
        <message>
            <source>and all that more than half of them agree on</source>
            <translation>وكل ما اتفق عليه أكثر من نصفهم</translation>
        </message>
        <message>
            <source>All differences as one coder has them:</source>
            <translation>كل الاختلافات برأي مرمِّز واحد:</translation>
        </message>
        <message>
            <source>All boundaries that the project’s policy decides</source>
            <translation>كل الحدود التي تقررها قاعدة حدود المقاطع في المشروع</translation>
        </message>
        <message>
            <source>Note (optional)</source>
            <translation>ملاحظة (اختيارية)</translation>
        </message>
        <message>
            <source>Coder</source>
            <translation>المرمِّز</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>أين</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>ملاحظة</translation>
        </message>
        <message>
            <source>In this article</source>
            <translation>في هذا المقال</translation>
        </message>
        <message>
            <source>In the whole round</source>
            <translation>في الجولة كلها</translation>
        </message>
        <message>
            <source>Only what is looked at: %1</source>
            <translation>ما تراجعه الآن وحده: %1</translation>
        </message>
        <message>
            <source>Reason: %1</source>
            <translation>السبب: %1</translation>
        </message>
        <message>
            <source>Looking at the round…</source>
            <translation>النظر في الجولة…</translation>
        </message>
        <message numerus="yes">
            <source>Settle %Ln</source>
            <translation>
                <numerusform>لا شيء ليُحسم</numerusform>
                <numerusform>حسم واحد</numerusform>
                <numerusform>حسم اثنين</numerusform>
                <numerusform>حسم %Ln</numerusform>
                <numerusform>حسم %Ln</numerusform>
                <numerusform>حسم %Ln</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Cases</name>
        <message numerus="yes">
            <source>Show more (%Ln)</source>
            <translation>
                <numerusform>عرض المزيد (%Ln)</numerusform>
                <numerusform>عرض المزيد (%Ln)</numerusform>
                <numerusform>عرض المزيد (%Ln)</numerusform>
                <numerusform>عرض المزيد (%Ln)</numerusform>
                <numerusform>عرض المزيد (%Ln)</numerusform>
                <numerusform>عرض المزيد (%Ln)</numerusform>
            </translation>
        </message>
        <message>
            <source>Show this case in its article: %1</source>
            <translation>عرض هذه الحالة في مقالها: %1</translation>
        </message>
        <message>
            <source>not coded</source>
            <translation>غير مرمَّز</translation>
        </message>
        <message>
            <source>Into the codebook</source>
            <translation>إلى دليل الترميز</translation>
        </message>
        <message>
            <source>Not settled yet</source>
            <translation>لم يُحسم بعد</translation>
        </message>
        <message>
            <source>Reason: %1</source>
            <translation>السبب: %1</translation>
        </message>
        <message>
            <source>Settled without a reason</source>
            <translation>حُسم من دون ذكر سبب</translation>
        </message>
        <message>
            <source>as an example</source>
            <translation>مثالا</translation>
        </message>
        <message>
            <source>to what is included</source>
            <translation>فيما يشمله الرمز</translation>
        </message>
        <message>
            <source>to what is left out</source>
            <translation>فيما لا يشمله الرمز</translation>
        </message>
    </context>
    <context>
        <name>CasesPage</name>
        <message>
            <source>Back</source>
            <translation>رجوع</translation>
        </message>
        <message>
            <source>They differ</source>
            <translation>مواضع الخلاف</translation>
        </message>
        <message>
            <source>They agree</source>
            <translation>مواضع الاتفاق</translation>
        </message>
        <message>
            <source>Cases behind the number</source>
            <translation>الحالات التي وراء الرقم</translation>
        </message>
        <message>
            <source>There is nothing that they agree on.</source>
            <translation>لا شيء اتفقوا عليه.</translation>
        </message>
        <message>
            <source>They differ in nothing.</source>
            <translation>لا خلاف بينهم في شيء.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln case(s)</source>
            <translation>
                <numerusform>لا حالات</numerusform>
                <numerusform>حالة واحدة</numerusform>
                <numerusform>حالتان</numerusform>
                <numerusform>%Ln حالات</numerusform>
                <numerusform>%Ln حالة</numerusform>
                <numerusform>%Ln حالة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the first %Ln case(s)</source>
            <translation>
                <numerusform>لا حالات</numerusform>
                <numerusform>أول حالة</numerusform>
                <numerusform>أول حالتين</numerusform>
                <numerusform>أول %Ln حالات</numerusform>
                <numerusform>أول %Ln حالة</numerusform>
                <numerusform>أول %Ln حالة</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Choices</name>
        <message>
            <source>Ignore spaces and punctuation at the edges</source>
            <translation>تجاهل المسافات وعلامات الترقيم عند الأطراف</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>الجولة</translation>
        </message>
        <message>
            <source>Compared with</source>
            <translation>المقارنة</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>الوحدة</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>الكلمات</translation>
        </message>
        <message>
            <source>Spans alone</source>
            <translation>المقاطع المرمَّزة وحدها</translation>
        </message>
        <message>
            <source>Sentences</source>
            <translation>الجمل</translation>
        </message>
        <message>
            <source>Paragraphs</source>
            <translation>الفقرات</translation>
        </message>
        <message>
            <source>Whole articles</source>
            <translation>المقالات كاملة</translation>
        </message>
        <message>
            <source>frozen %1</source>
            <translation>جُمّدت %1</translation>
        </message>
        <message>
            <source>open, provisional</source>
            <translation>مفتوحة، أرقامها مؤقتة</translation>
        </message>
        <message>
            <source>each other</source>
            <translation>بعضهم ببعض</translation>
        </message>
        <message>
            <source>their own work in %1</source>
            <translation>المرمِّز بعمله هو في %1</translation>
        </message>
        <message>
            <source>Coder %1</source>
            <translation>المرمِّز %1</translation>
        </message>
    </context>
    <context>
        <name>ClashesDialog</name>
        <message>
            <source>Clashes between copies</source>
            <translation>التعارض بين النسخ</translation>
        </message>
        <message>
            <source>Nothing waits: all that came from other copies is joined or settled.</source>
            <translation>لا شيء ينتظر: كل ما جاء من النسخ الأخرى دُمج أو حُسم.</translation>
        </message>
        <message>
            <source>Keep ours in all</source>
            <translation>إبقاء ما لدينا في الكل</translation>
        </message>
        <message>
            <source>Take theirs in all</source>
            <translation>الأخذ بما لديهم في الكل</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln with it</source>
            <translation>
                <numerusform>ولا شيء معه</numerusform>
                <numerusform>وواحد معه</numerusform>
                <numerusform>واثنان معه</numerusform>
                <numerusform>و%Ln معه</numerusform>
                <numerusform>و%Ln معه</numerusform>
                <numerusform>و%Ln معه</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClinicWindow</name>
        <message>
            <source>Conflicts in the codebook</source>
            <translation>مواضع الخلاف في دليل الترميز</translation>
        </message>
        <message>
            <source>Compare again</source>
            <translation>المقارنة من جديد</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>What is argued over</source>
            <translation>ما عليه خلاف</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>الجولة</translation>
        </message>
        <message>
            <source>The bar is all cases; its coloured part those not settled yet.</source>
            <translation>الشريط كل الحالات، والجزء الملوَّن منه ما لم يُحسم بعد.</translation>
        </message>
        <message>
            <source>Label whose definition is shown</source>
            <translation>الرمز المعروض تعريفه</translation>
        </message>
        <message>
            <source>All rounds</source>
            <translation>كل الجولات</translation>
        </message>
        <message>
            <source>Comparing</source>
            <translation>مقارنة الترميزات</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>الرموز</translation>
        </message>
        <message>
            <source>Labels on the same words</source>
            <translation>رموز على الكلمات نفسها</translation>
        </message>
        <message>
            <source>Nothing is argued over here: no two coders differ in a segment that you may see.</source>
            <translation>لا خلاف هنا: لا يختلف مرمِّزان في مقطع مرمَّز متاح لك.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln case(s)</source>
            <translation>
                <numerusform>لا حالات</numerusform>
                <numerusform>حالة واحدة</numerusform>
                <numerusform>حالتان</numerusform>
                <numerusform>%Ln حالات</numerusform>
                <numerusform>%Ln حالة</numerusform>
                <numerusform>%Ln حالة</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CodebookPage</name>
        <message>
            <source>Labels</source>
            <translation>الرموز</translation>
        </message>
        <message>
            <source>Attributes</source>
            <translation>متغيّرات المقاطع</translation>
        </message>
        <message>
            <source>Article variables</source>
            <translation>متغيّرات المقال</translation>
        </message>
        <message>
            <source>Relations</source>
            <translation>العلاقات</translation>
        </message>
        <message>
            <source>Statements</source>
            <translation>التصريحات</translation>
        </message>
        <message>
            <source>Codebook</source>
            <translation>دليل الترميز</translation>
        </message>
        <message>
            <source>Publish a version…</source>
            <translation>نشر إصدار…</translation>
        </message>
        <message>
            <source>Conflicts…</source>
            <translation>مواضع الخلاف…</translation>
        </message>
        <message>
            <source>What coders argue over, and the definitions beside it</source>
            <translation>ما يختلف عليه المرمِّزون، وإلى جانبه تعريفات الرموز</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>إضافة</translation>
        </message>
        <message>
            <source>Who may change it</source>
            <translation>حق تعديله</translation>
        </message>
        <message>
            <source>Not published yet</source>
            <translation>لم يُنشر بعد</translation>
        </message>
        <message>
            <source>Version %1 · %2</source>
            <translation>الإصدار %1 · %2</translation>
        </message>
        <message>
            <source>changed since</source>
            <translation>عُدِّل بعدها</translation>
        </message>
    </context>
    <context>
        <name>CodebookPanel</name>
        <message>
            <source>Labels</source>
            <translation>الرموز</translation>
        </message>
        <message>
            <source>The codebook has no labels yet. Add them in Codebook mode.</source>
            <translation>لا رموز في الدليل بعد. أضفها في وضع دليل الترميز.</translation>
        </message>
        <message>
            <source>Codebook</source>
            <translation>دليل الترميز</translation>
        </message>
    </context>
    <context>
        <name>CoderDialog</name>
        <message>
            <source>Who is coding</source>
            <translation>المرمِّز الحالي</translation>
        </message>
        <message>
            <source>Every action from now on is signed by:</source>
            <translation>من الآن يُوقَّع كل إجراء باسم:</translation>
        </message>
        <message>
            <source>Show the coding of:</source>
            <translation>عرض ترميز:</translation>
        </message>
        <message>
            <source>Coders</source>
            <translation>المرمِّزون</translation>
        </message>
        <message>
            <source>Or somebody new: a name</source>
            <translation>أو شخص جديد: اكتب اسما</translation>
        </message>
        <message>
            <source>Name of a new coder</source>
            <translation>اسم مرمِّز جديد</translation>
        </message>
        <message>
            <source>Each coder sees their own coding in Code mode.</source>
            <translation>لا يرى كل مرمِّز في وضع الترميز إلا ترميزه.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Code under this name</source>
            <translation>الترميز بهذا الاسم</translation>
        </message>
        <message>
            <source>Show</source>
            <translation>عرض</translation>
        </message>
    </context>
    <context>
        <name>Coding</name>
        <message>
            <source>Choose an article from the list.</source>
            <translation>اختر مقالا من القائمة.</translation>
        </message>
        <message>
            <source>Import articles…</source>
            <translation>استيراد مقالات…</translation>
        </message>
        <message>
            <source>There are no articles in this project yet.</source>
            <translation>لا توجد مقالات في هذا المشروع بعد.</translation>
        </message>
        <message>
            <source>Coding form…</source>
            <translation>استمارة الترميز…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln word(s)</source>
            <translation>
                <numerusform>لا كلمات</numerusform>
                <numerusform>كلمة واحدة</numerusform>
                <numerusform>كلمتان</numerusform>
                <numerusform>%Ln كلمات</numerusform>
                <numerusform>%Ln كلمة</numerusform>
                <numerusform>%Ln كلمة</numerusform>
            </translation>
        </message>
        <message>
            <source>Select words first, then press the label’s key.</source>
            <translation>حدِّد كلمات أولا، ثم اضغط مفتاح الرمز.</translation>
        </message>
        <message>
            <source>Undone: %1</source>
            <translation>تراجع عن: %1</translation>
        </message>
        <message>
            <source>Redone: %1</source>
            <translation>إعادة: %1</translation>
        </message>
    </context>
    <context>
        <name>CodingForm</name>
        <message>
            <source>Coding form</source>
            <translation>استمارة الترميز</translation>
        </message>
        <message>
            <source>The codebook has no article variables yet.</source>
            <translation>لا متغيّرات للمقال في دليل الترميز بعد.</translation>
        </message>
        <message>
            <source>Add them in the codebook</source>
            <translation>أضفها في دليل الترميز</translation>
        </message>
        <message>
            <source>can only be read</source>
            <translation>للقراءة فقط</translation>
        </message>
        <message>
            <source>statement</source>
            <translation>تصريح</translation>
        </message>
    </context>
    <context>
        <name>CorrectionCard</name>
        <message>
            <source>Your coding</source>
            <translation>ترميزك</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>المعتمد</translation>
        </message>
        <message>
            <source>Reason: %1</source>
            <translation>السبب: %1</translation>
        </message>
    </context>
    <context>
        <name>CorrectionDialog</name>
        <message>
            <source>Correct the text</source>
            <translation>تصحيح النص</translation>
        </message>
        <message>
            <source>deleted</source>
            <translation>يُحذف</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Spans whose words change</source>
            <translation>المقاطع التي تتغير كلماتها</translation>
        </message>
        <message>
            <source>Change the words above; the spans on them are carried along.</source>
            <translation>عدِّل الكلمات أعلاه؛ تنتقل المقاطع المرمَّزة معها.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s) keep their words</source>
            <translation>
                <numerusform>لا مقطع يحتفظ بكلماته</numerusform>
                <numerusform>مقطع واحد يحتفظ بكلماته</numerusform>
                <numerusform>مقطعان يحتفظان بكلماتهما</numerusform>
                <numerusform>%Ln مقاطع تحتفظ بكلماتها</numerusform>
                <numerusform>%Ln مقطعا تحتفظ بكلماتها</numerusform>
                <numerusform>%Ln مقطع تحتفظ بكلماتها</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln to look at</source>
            <translation>
                <numerusform>لا شيء للنظر فيه</numerusform>
                <numerusform>واحد للنظر فيه</numerusform>
                <numerusform>اثنان للنظر فيهما</numerusform>
                <numerusform>%Ln للنظر فيها</numerusform>
                <numerusform>%Ln للنظر فيها</numerusform>
                <numerusform>%Ln للنظر فيها</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln would lose all their words</source>
            <translation>
                <numerusform>لا يفقد أي منها كلماته</numerusform>
                <numerusform>واحد يفقد كل كلماته</numerusform>
                <numerusform>اثنان يفقدان كل كلماتهما</numerusform>
                <numerusform>%Ln تفقد كل كلماتها</numerusform>
                <numerusform>%Ln تفقد كل كلماتها</numerusform>
                <numerusform>%Ln تفقد كل كلماتها</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Correct, and delete %Ln span(s)</source>
            <translation>
                <numerusform>تصحيح</numerusform>
                <numerusform>تصحيح وحذف مقطع</numerusform>
                <numerusform>تصحيح وحذف مقطعين</numerusform>
                <numerusform>تصحيح وحذف %Ln مقاطع</numerusform>
                <numerusform>تصحيح وحذف %Ln مقطعا</numerusform>
                <numerusform>تصحيح وحذف %Ln مقطع</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Correct, then look at %Ln span(s)</source>
            <translation>
                <numerusform>تصحيح</numerusform>
                <numerusform>تصحيح ثم النظر في مقطع</numerusform>
                <numerusform>تصحيح ثم النظر في مقطعين</numerusform>
                <numerusform>تصحيح ثم النظر في %Ln مقاطع</numerusform>
                <numerusform>تصحيح ثم النظر في %Ln مقطعا</numerusform>
                <numerusform>تصحيح ثم النظر في %Ln مقطع</numerusform>
            </translation>
        </message>
        <message>
            <source>The paragraph</source>
            <translation>الفقرة</translation>
        </message>
        <message>
            <source>Paragraph %1 of %2</source>
            <translation>الفقرة %1 من %2</translation>
        </message>
        <message>
            <source>Versions of the text</source>
            <translation>نسخ النص</translation>
        </message>
        <message>
            <source>now</source>
            <translation>الآن</translation>
        </message>
        <message>
            <source>An older version, to read. Choose the newest to go on correcting.</source>
            <translation>نسخة أقدم للقراءة. اختر الأحدث لمتابعة التصحيح.</translation>
        </message>
    </context>
    <context>
        <name>CoursePage</name>
        <message>
            <source>Figures of each stretch</source>
            <translation>أرقام كل فترة</translation>
        </message>
        <message>
            <source>Over what</source>
            <translation>على مدى</translation>
        </message>
        <message>
            <source>Measure</source>
            <translation>المقياس</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Round by round</source>
            <translation>جولة بعد جولة</translation>
        </message>
        <message>
            <source>By month</source>
            <translation>شهرا بعد شهر</translation>
        </message>
        <message>
            <source>By week</source>
            <translation>أسبوعا بعد أسبوع</translation>
        </message>
        <message>
            <source>There is no stretch of which anything could be compared.</source>
            <translation>لا فترة فيها ما يُقارن.</translation>
        </message>
        <message>
            <source>Computing…</source>
            <translation>جارٍ الحساب…</translation>
        </message>
    </context>
    <context>
        <name>DecisionPanel</name>
        <message>
            <source>Edit…</source>
            <translation>تعديل…</translation>
        </message>
        <message>
            <source>Decision %1 of %2</source>
            <translation>القرار %1 من %2</translation>
        </message>
        <message>
            <source>Why? A reason, by its key, settles it.</source>
            <translation>لماذا؟ اختر السبب بمفتاحه فيُحسم الاختلاف.</translation>
        </message>
        <message>
            <source>Settled: %1. By %2, %3. Another decision replaces it.</source>
            <translation>حُسم: %1. حسمه %2، %3. ويحل محله أي قرار آخر.</translation>
        </message>
        <message>
            <source>Select the words in the text.</source>
            <translation>حدِّد الكلمات في النص.</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>السبب</translation>
        </message>
        <message>
            <source>Note (optional)</source>
            <translation>ملاحظة (اختيارية)</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>ملاحظة</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Settle as edited</source>
            <translation>الاعتماد كما عُدِّل</translation>
        </message>
    </context>
    <context>
        <name>DecisionThread</name>
        <message>
            <source>Notes on this decision</source>
            <translation>ملاحظات على هذا القرار</translation>
        </message>
    </context>
    <context>
        <name>Details</name>
        <message>
            <source>Nobody codes in it yet.</source>
            <translation>لا أحد يرمّز فيها بعد.</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>النوع</translation>
        </message>
        <message>
            <source>Codebook version</source>
            <translation>إصدار دليل الترميز</translation>
        </message>
        <message>
            <source>set when it is frozen</source>
            <translation>يُحدَّد عند التجميد</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>المقالات</translation>
        </message>
        <message>
            <source>Who sees whom</source>
            <translation>من يرى عمل من</translation>
        </message>
        <message>
            <source>Expert</source>
            <translation>الخبير</translation>
        </message>
        <message>
            <source>Frozen</source>
            <translation>جُمّدت</translation>
        </message>
        <message>
            <source>Seal</source>
            <translation>الختم</translation>
        </message>
        <message>
            <source>Coders</source>
            <translation>المرمِّزون</translation>
        </message>
        <message>
            <source>Give to another coder</source>
            <translation>إسنادها إلى مرمِّز آخر</translation>
        </message>
        <message>
            <source>expert</source>
            <translation>الخبير</translation>
        </message>
        <message>
            <source>Give or take back articles</source>
            <translation>إسناد مقالات أو استردادها</translation>
        </message>
        <message>
            <source>Give the open article</source>
            <translation>إسناد المقال المفتوح</translation>
        </message>
        <message>
            <source>Take back what was not begun (%1)</source>
            <translation>استرداد ما لم يُبدأ (%1)</translation>
        </message>
    </context>
    <context>
        <name>DisputesModel</name>
        <message>
            <source>%1: %2 cases, %3 open, %4% of its uses</source>
            <translation>%1: الحالات %2، المفتوح منها %3، ونسبتها من استعمالاته %4٪</translation>
        </message>
    </context>
    <context>
        <name>DoubtsPanel</name>
        <message>
            <source>Spans to look at after a correction</source>
            <translation>مقاطع تنتظر نظرة بعد تصحيح</translation>
        </message>
        <message>
            <source>Looked at</source>
            <translation>اطّلعتُ عليها</translation>
        </message>
        <message>
            <source>The selected spans are right as they are now</source>
            <translation>المقاطع المحددة صحيحة كما هي الآن</translation>
        </message>
        <message>
            <source>No span waits to be looked at.</source>
            <translation>لا مقطع ينتظر نظرة.</translation>
        </message>
    </context>
    <context>
        <name>DraftOffer</name>
        <message>
            <source>Not finished, from %1:</source>
            <translation>لم تكتمل، من %1:</translation>
        </message>
        <message>
            <source>Go on writing</source>
            <translation>متابعة الكتابة</translation>
        </message>
        <message>
            <source>Discard it</source>
            <translation>إهمالها</translation>
        </message>
    </context>
    <context>
        <name>DrawFields</name>
        <message>
            <source>A share</source>
            <translation>حصة</translation>
        </message>
        <message>
            <source>A number</source>
            <translation>عدد</translation>
        </message>
        <message>
            <source>All</source>
            <translation>الكل</translation>
        </message>
        <message>
            <source>None yet</source>
            <translation>لا شيء الآن</translation>
        </message>
        <message>
            <source>all articles of the project</source>
            <translation>كل مقالات المشروع</translation>
        </message>
        <message>
            <source>what was coded in %1</source>
            <translation>ما رُمِّز في %1</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>المقالات</translation>
        </message>
        <message>
            <source>From</source>
            <translation>من</translation>
        </message>
        <message>
            <source>Strata</source>
            <translation>الطبقات</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>البذرة</translation>
        </message>
        <message>
            <source>Coded again</source>
            <translation>ما يُعاد ترميزه</translation>
        </message>
        <message>
            <source>Share of the articles</source>
            <translation>حصة من المقالات</translation>
        </message>
        <message>
            <source>Number of articles</source>
            <translation>عدد المقالات</translation>
        </message>
        <message>
            <source>The same seed draws the same articles on every machine. It is kept with the round.</source>
            <translation>تسحب البذرة نفسها المقالات نفسها على كل جهاز، وتُحفظ مع الجولة.</translation>
        </message>
        <message>
            <source>Each coder codes this share of their work in other rounds again, without being told.</source>
            <translation>يعيد كل مرمِّز ترميز هذه الحصة مما رمّزه في جولات أخرى دون إعلامه بذلك.</translation>
        </message>
        <message>
            <source>Each stratum has its share of the draw; of dates the month counts.</source>
            <translation>لكل طبقة حصتها من السحب؛ ويُؤخذ من التاريخ شهره.</translation>
        </message>
    </context>
    <context>
        <name>Drawings</name>
        <message>
            <source>%1 by label (%2)</source>
            <translation>%1 بحسب الرمز (%2)</translation>
        </message>
        <message>
            <source>Confusion matrix (%1)</source>
            <translation>مصفوفة الالتباس (%1)</translation>
        </message>
        <message>
            <source>Rows: %1</source>
            <translation>الصفوف: %1</translation>
        </message>
        <message>
            <source>Columns: %1</source>
            <translation>الأعمدة: %1</translation>
        </message>
        <message>
            <source>no date</source>
            <translation>بلا تاريخ</translation>
        </message>
        <message>
            <source>95 % intervals of %1 bootstrap samples of the articles</source>
            <translation>مجالات ٩٥ ٪ من %1 عينة معادة السحب من المقالات</translation>
        </message>
        <message>
            <source>Provisional: a round is still open</source>
            <translation>أرقام مؤقتة: ما زالت جولة مفتوحة</translation>
        </message>
        <message>
            <source>round %1</source>
            <translation>الجولة %1</translation>
        </message>
        <message>
            <source>frozen %1</source>
            <translation>جُمّدت %1</translation>
        </message>
        <message>
            <source>seal %1</source>
            <translation>ختمها %1</translation>
        </message>
    </context>
    <context>
        <name>EveryDialog</name>
        <message>
            <source>Every occurrence</source>
            <translation>كل مواضع الورود</translation>
        </message>
        <message>
            <source>Nothing found.</source>
            <translation>لا نتائج.</translation>
        </message>
        <message>
            <source>Write the words to find.</source>
            <translation>اكتب الكلمات المطلوبة.</translation>
        </message>
        <message>
            <source>Choose a label…</source>
            <translation>اختر رمزا…</translation>
        </message>
        <message>
            <source>Label %1 as %2</source>
            <translation>ترميز %1 بالرمز %2</translation>
        </message>
        <message>
            <source>Label %1…</source>
            <translation>ترميز %1…</translation>
        </message>
        <message numerus="yes">
            <source>%Ln place(s)</source>
            <translation>
                <numerusform>لا مواضع</numerusform>
                <numerusform>موضع واحد</numerusform>
                <numerusform>موضعان</numerusform>
                <numerusform>%Ln مواضع</numerusform>
                <numerusform>%Ln موضعا</numerusform>
                <numerusform>%Ln موضع</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln coded already</source>
            <translation>
                <numerusform>لا شيء مرمَّز</numerusform>
                <numerusform>واحد مرمَّز من قبل</numerusform>
                <numerusform>اثنان مرمَّزان من قبل</numerusform>
                <numerusform>%Ln مرمَّزة من قبل</numerusform>
                <numerusform>%Ln مرمَّزا من قبل</numerusform>
                <numerusform>%Ln مرمَّز من قبل</numerusform>
            </translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>النتائج</translation>
        </message>
        <message>
            <source>All</source>
            <translation>الكل</translation>
        </message>
        <message>
            <source>None</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
    </context>
    <context>
        <name>EveryModel</name>
        <message numerus="yes">
            <source>%Ln place(s)</source>
            <translation>
                <numerusform>لا مواضع</numerusform>
                <numerusform>موضع واحد</numerusform>
                <numerusform>موضعان</numerusform>
                <numerusform>%Ln مواضع</numerusform>
                <numerusform>%Ln موضعا</numerusform>
                <numerusform>%Ln موضع</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln coded already</source>
            <translation>
                <numerusform>لا شيء مرمَّز</numerusform>
                <numerusform>واحد مرمَّز من قبل</numerusform>
                <numerusform>اثنان مرمَّزان من قبل</numerusform>
                <numerusform>%Ln مرمَّزة من قبل</numerusform>
                <numerusform>%Ln مرمَّزا من قبل</numerusform>
                <numerusform>%Ln مرمَّز من قبل</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EveryQuery</name>
        <message>
            <source>Words to find</source>
            <translation>الكلمات المطلوبة</translation>
        </message>
        <message>
            <source>This article</source>
            <translation>هذا المقال</translation>
        </message>
        <message>
            <source>The whole project</source>
            <translation>المشروع كله</translation>
        </message>
        <message>
            <source>Also with a pronoun at the end</source>
            <translation>مع الضمائر المتصلة أيضا</translation>
        </message>
        <message>
            <source>الرئيس also as رئيسه, رئيسها, رئيسنا …</source>
            <translation>الرئيس: رئيسه، رئيسها، رئيسنا…</translation>
        </message>
        <message>
            <source>Leave joined particles out of the span</source>
            <translation>إبقاء السوابق المتصلة خارج المقطع</translation>
        </message>
        <message>
            <source>و ف ب ك ل س before the word; the project’s rule for edges says how it is at first</source>
            <translation>و ف ب ك ل س قبل الكلمة؛ وما يُبدأ به تحدِّده قاعدة الحدود في المشروع</translation>
        </message>
        <message>
            <source>Only what is not coded yet</source>
            <translation>ما لم يُرمَّز بعد فقط</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Export</source>
            <translation>تصدير</translation>
        </message>
        <message>
            <source>Pseudonyms instead of coders’ names</source>
            <translation>أسماء مستعارة بدل أسماء المرمِّزين</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Choose the file…</source>
            <translation>اختيار الملف…</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>الصيغة</translation>
        </message>
        <message>
            <source>Whose work</source>
            <translation>صاحب الترميز</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>الجولة</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Parts</source>
            <translation>الأجزاء</translation>
        </message>
        <message>
            <source>Every coder’s own</source>
            <translation>ترميز كل مرمِّز</translation>
        </message>
        <message>
            <source>What was settled</source>
            <translation>الترميز المعتمد</translation>
        </message>
        <message>
            <source>All rounds</source>
            <translation>كل الجولات</translation>
        </message>
        <message>
            <source>All labels</source>
            <translation>كل الرموز</translation>
        </message>
        <message>
            <source>one file; or for example %1</source>
            <translation>ملف واحد، أو مثلا %1</translation>
        </message>
        <message>
            <source>overlapping spans</source>
            <translation>المقاطع المتداخلة</translation>
        </message>
        <message>
            <source>spans with gaps</source>
            <translation>المقاطع المتقطعة</translation>
        </message>
        <message>
            <source>links</source>
            <translation>العلاقات</translation>
        </message>
        <message>
            <source>attributes</source>
            <translation>المتغيّرات</translation>
        </message>
        <message>
            <source>This format cannot carry: %1.</source>
            <translation>لا تحمل هذه الصيغة: %1.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) in the project</source>
            <translation>
                <numerusform>لا مقالات في المشروع</numerusform>
                <numerusform>في المشروع مقال واحد</numerusform>
                <numerusform>في المشروع مقالان</numerusform>
                <numerusform>في المشروع %Ln مقالات</numerusform>
                <numerusform>في المشروع %Ln مقالا</numerusform>
                <numerusform>في المشروع %Ln مقال</numerusform>
            </translation>
        </message>
        <message>
            <source>This format carries everything.</source>
            <translation>تحمل هذه الصيغة كل شيء.</translation>
        </message>
        <message>
            <source>Folder of the data set</source>
            <translation>مجلد مجموعة البيانات</translation>
        </message>
        <message>
            <source>Export as</source>
            <translation>التصدير باسم</translation>
        </message>
        <message>
            <source>Exporting</source>
            <translation>يجري التصدير</translation>
        </message>
    </context>
    <context>
        <name>FeedbackDialog</name>
        <message>
            <source>Send feedback</source>
            <translation>إرسال نتائج المراجعة</translation>
        </message>
        <message>
            <source>A page to read and print (.html)</source>
            <translation>صفحة للقراءة والطباعة (‎.html)</translation>
        </message>
        <message>
            <source>A package to answer in (.annot)</source>
            <translation>حزمة للرد فيها (‎.annot)</translation>
        </message>
        <message>
            <source>Do not name who settled it</source>
            <translation>من دون تسمية من حسم الاختلافات</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>حفظ باسم…</translation>
        </message>
        <message>
            <source>To</source>
            <translation>إلى</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>الجولة</translation>
        </message>
        <message>
            <source>Language of the page</source>
            <translation>لغة الصفحة</translation>
        </message>
        <message>
            <source>There is nobody to send feedback to.</source>
            <translation>لا أحد تُرسل إليه نتائج المراجعة.</translation>
        </message>
        <message>
            <source>Comparing with what was settled</source>
            <translation>المقارنة بالترميز المعتمد</translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>لا مقالات</numerusform>
                <numerusform>مقال واحد</numerusform>
                <numerusform>مقالان</numerusform>
                <numerusform>%Ln مقالات</numerusform>
                <numerusform>%Ln مقالا</numerusform>
                <numerusform>%Ln مقال</numerusform>
            </translation>
        </message>
        <message>
            <source>changed: %1</source>
            <translation>المعدَّل: %1</translation>
        </message>
        <message>
            <source>stayed: %1</source>
            <translation>بقي كما هو: %1</translation>
        </message>
        <message>
            <source>not settled yet: %1</source>
            <translation>لم يُحسم بعد: %1</translation>
        </message>
        <message>
            <source>Writing the feedback</source>
            <translation>كتابة نتائج المراجعة</translation>
        </message>
    </context>
    <context>
        <name>FeedbackPage</name>
        <message>
            <source>Reading the feedback</source>
            <translation>قراءة نتائج المراجعة</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>المعتمد</translation>
        </message>
        <message>
            <source>What stayed too</source>
            <translation>مع ما بقي كما هو</translation>
        </message>
        <message>
            <source>What was changed</source>
            <translation>ما عُدّل</translation>
        </message>
        <message>
            <source>There is nothing in this package that was settled of your coding.</source>
            <translation>ليس في هذه الحزمة شيء حُسم من ترميزك.</translation>
        </message>
        <message>
            <source>changed: %1</source>
            <translation>المعدَّل: %1</translation>
        </message>
        <message>
            <source>stayed: %1</source>
            <translation>بقي كما هو: %1</translation>
        </message>
    </context>
    <context>
        <name>Figures</name>
        <message>
            <source>Agreement in this article</source>
            <translation>ثبات الترميز في هذا المقال</translation>
        </message>
        <message>
            <source>same</source>
            <translation>متطابق</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>All</source>
            <translation>الكل</translation>
        </message>
        <message>
            <source>All figures…</source>
            <translation>كل المقاييس…</translation>
        </message>
        <message>
            <source>Spans of each coder, and those with the same label on the same words. F1 is twice these by all spans.</source>
            <translation>المقاطع المرمَّزة لكل مرمِّز، ثم ما تطابق منها رمزا وكلمات. F1 ضعف المتطابق مقسوما على مجموع المقاطع.</translation>
        </message>
        <message>
            <source>F1 of every two coders: twice their spans with the same label on the same words, by all their spans.</source>
            <translation>مقياس F1 لكل مرمِّزين: ضعف ما تطابق من مقاطعهما رمزا وكلمات، مقسوما على مجموع مقاطعهما.</translation>
        </message>
    </context>
    <context>
        <name>FiguresTable</name>
        <message>
            <source>Not defined: everybody said the same everywhere, or there is nothing to compare.</source>
            <translation>غير معرَّف: قال الجميع الشيء نفسه في كل موضع، أو لا شيء يُقارن.</translation>
        </message>
        <message>
            <source>A click or Enter shows the cases behind the number.</source>
            <translation>تظهر الحالات التي وراء الرقم بالنقر عليه أو بمفتاح الإدخال.</translation>
        </message>
    </context>
    <context>
        <name>FindActs</name>
        <message>
            <source>Making the texts ready to be searched</source>
            <translation>تهيئة النصوص للبحث</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>%1 of %2</source>
            <translation>%1 من %2</translation>
        </message>
        <message>
            <source>Nothing found</source>
            <translation>لا نتائج</translation>
        </message>
        <message>
            <source>Find in the article</source>
            <translation>البحث في المقال</translation>
        </message>
        <message>
            <source>The previous hit (Shift+F3)</source>
            <translation>الموضع السابق (Shift+F3)</translation>
        </message>
        <message>
            <source>The next hit (F3)</source>
            <translation>الموضع التالي (F3)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>إغلاق (Esc)</translation>
        </message>
        <message>
            <source>Whole word</source>
            <translation>كلمة كاملة</translation>
        </message>
        <message>
            <source>ى=ي ة=ه</source>
            <translation>ى=ي ة=ه</translation>
        </message>
        <message>
            <source>Take ى and ي, ة and ه, ؤ and و, ئ and ي for one letter</source>
            <translation>اعتبار ى وي، وة وه، وؤ وو، وئ وي حرفا واحدا</translation>
        </message>
        <message>
            <source>As written</source>
            <translation>كما كُتبت</translation>
        </message>
        <message>
            <source>Marks, hamzas, tatweel and quotation marks exactly as written</source>
            <translation>الحركات والهمزات والتطويل وعلامات التنصيص كما كُتبت تماما</translation>
        </message>
    </context>
    <context>
        <name>Finder</name>
        <message>
            <source>Type to find a choice</source>
            <translation>اكتب لتجد خيارا</translation>
        </message>
    </context>
    <context>
        <name>Foot</name>
        <message>
            <source>Done: on to the next</source>
            <translation>إنجاز المقال والانتقال إلى التالي</translation>
        </message>
        <message>
            <source>↑ ↓: up and down · Backspace: back · Delete: clear · Esc: close</source>
            <translation>‏⁦↑ ↓⁩: تنقل · ‏Backspace: رجوع · ‏Delete: مسح · ‏Esc: إغلاق</translation>
        </message>
        <message>
            <source>Nothing required is missing.</source>
            <translation>لا ينقص شيء مطلوب.</translation>
        </message>
        <message>
            <source>Not done yet. Required and missing: %1</source>
            <translation>لم يكتمل بعد. المطلوب الناقص: %1</translation>
        </message>
        <message>
            <source>Required and missing: %1</source>
            <translation>المطلوب الناقص: %1</translation>
        </message>
    </context>
    <context>
        <name>Foreseen</name>
        <message>
            <source>Nothing: there is no such difference here.</source>
            <translation>لا شيء: لا اختلاف من هذا القبيل هنا.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln would be settled</source>
            <translation>
                <numerusform>لن يُحسم شيء</numerusform>
                <numerusform>سيُحسم واحد</numerusform>
                <numerusform>سيُحسم اثنان</numerusform>
                <numerusform>ستُحسم %Ln</numerusform>
                <numerusform>سيُحسم %Ln</numerusform>
                <numerusform>سيُحسم %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln article(s)</source>
            <translation>
                <numerusform>في لا مقال</numerusform>
                <numerusform>في مقال واحد</numerusform>
                <numerusform>في مقالين</numerusform>
                <numerusform>في %Ln مقالات</numerusform>
                <numerusform>في %Ln مقالا</numerusform>
                <numerusform>في %Ln مقال</numerusform>
            </translation>
        </message>
        <message>
            <source>The first of them:</source>
            <translation>أوائلها:</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>More</source>
            <translation>المزيد</translation>
        </message>
        <message>
            <source>Arabic</source>
            <translation>العربية</translation>
        </message>
        <message>
            <source>English</source>
            <translation>الإنجليزية</translation>
        </message>
        <message>
            <source>Persian</source>
            <translation>الفارسية</translation>
        </message>
        <message>
            <source>Urdu</source>
            <translation>الأردية</translation>
        </message>
        <message>
            <source>Hebrew</source>
            <translation>العبرية</translation>
        </message>
    </context>
    <context>
        <name>FoundModel</name>
        <message numerus="yes">
            <source>%Ln place(s)</source>
            <translation>
                <numerusform>لا مواضع</numerusform>
                <numerusform>موضع واحد</numerusform>
                <numerusform>موضعان</numerusform>
                <numerusform>%Ln مواضع</numerusform>
                <numerusform>%Ln موضعا</numerusform>
                <numerusform>%Ln موضع</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FoundPanel</name>
        <message numerus="yes">
            <source>%Ln place(s)</source>
            <translation>
                <numerusform>لا مواضع</numerusform>
                <numerusform>موضع واحد</numerusform>
                <numerusform>موضعان</numerusform>
                <numerusform>%Ln مواضع</numerusform>
                <numerusform>%Ln موضعا</numerusform>
                <numerusform>%Ln موضع</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln article(s)</source>
            <translation>
                <numerusform>في لا مقال</numerusform>
                <numerusform>في مقال واحد</numerusform>
                <numerusform>في مقالين</numerusform>
                <numerusform>في %Ln مقالات</numerusform>
                <numerusform>في %Ln مقالا</numerusform>
                <numerusform>في %Ln مقال</numerusform>
            </translation>
        </message>
        <message>
            <source>Only the first: %1</source>
            <translation>الأولى فقط: %1</translation>
        </message>
        <message>
            <source>Nothing found.</source>
            <translation>لا نتائج.</translation>
        </message>
        <message>
            <source>Write the words to find.</source>
            <translation>اكتب الكلمات المطلوبة.</translation>
        </message>
        <message>
            <source>Find in the project</source>
            <translation>البحث في المشروع</translation>
        </message>
        <message>
            <source>What was found</source>
            <translation>النتائج</translation>
        </message>
        <message>
            <source>Whole word</source>
            <translation>كلمة كاملة</translation>
        </message>
        <message>
            <source>ى=ي ة=ه</source>
            <translation>ى=ي ة=ه</translation>
        </message>
        <message>
            <source>As written</source>
            <translation>كما كُتبت</translation>
        </message>
    </context>
    <context>
        <name>FreezeDialog</name>
        <message>
            <source>Freeze a round</source>
            <translation>تجميد جولة</translation>
        </message>
        <message>
            <source>Freeze the round %1?</source>
            <translation>أتُجمَّد الجولة %1؟</translation>
        </message>
        <message>
            <source>From then on nobody can change their own work in it, so that figures computed from it stay as they are. Differences can still be settled. Ctrl+Z takes the freezing back, as long as it is the last thing you did.</source>
            <translation>لا يستطيع أحد بعد ذلك تغيير عمله فيها، فتثبت الأرقام المحسوبة منها. ويبقى حسم الاختلافات ممكنا. ويتراجع Ctrl+Z عن التجميد ما دام آخر ما فعلته.</translation>
        </message>
        <message>
            <source>Not done yet</source>
            <translation>لم يُنجَز بعد</translation>
        </message>
        <message>
            <source>What was not begun counts as missing, not as empty; what is in work counts as it is.</source>
            <translation>ما لم يُبدأ يُعدّ غائبا لا فارغا، وما هو قيد العمل يُحسب كما هو.</translation>
        </message>
        <message>
            <source>Everybody is done.</source>
            <translation>أنجز الجميع عملهم.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln coding(s) begun under another version of the codebook.</source>
            <translation>
                <numerusform>لا ترميز بُدئ به بإصدار آخر من دليل الترميز.</numerusform>
                <numerusform>ترميز واحد بُدئ به بإصدار آخر من دليل الترميز.</numerusform>
                <numerusform>ترميزان بُدئ بهما بإصدار آخر من دليل الترميز.</numerusform>
                <numerusform>%Ln ترميزات بُدئ بها بإصدار آخر من دليل الترميز.</numerusform>
                <numerusform>%Ln ترميزا بُدئ بها بإصدار آخر من دليل الترميز.</numerusform>
                <numerusform>%Ln ترميز بُدئ بها بإصدار آخر من دليل الترميز.</numerusform>
            </translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Freeze</source>
            <translation>تجميد</translation>
        </message>
        <message>
            <source>not begun: %1</source>
            <translation>لم يُبدأ: %1</translation>
        </message>
        <message>
            <source>in work: %1</source>
            <translation>قيد العمل: %1</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>و%1 أخرى</translation>
        </message>
    </context>
    <context>
        <name>FrozenNote</name>
        <message>
            <source>The round %1 is frozen: what was coded in it stays as it was handed in. It can be read.</source>
            <translation>الجولة %1 مجمَّدة: يبقى ما رُمِّز فيها كما سُلِّم، ويمكن الاطلاع عليه.</translation>
        </message>
    </context>
    <context>
        <name>HandOverDialog</name>
        <message>
            <source>Hand over work</source>
            <translation>تسليم عمل</translation>
        </message>
        <message>
            <source>Blind: without what others coded</source>
            <translation>بلا اطلاع: من دون ما رمَّزه الآخرون</translation>
        </message>
        <message>
            <source>What your colleague should read first (optional)</source>
            <translation>ما ينبغي أن يقرأه زميلك أولا (اختياري)</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Save as…</source>
            <translation>حفظ باسم…</translation>
        </message>
        <message>
            <source>a coder, or a new name</source>
            <translation>مرمِّز، أو اسم جديد</translation>
        </message>
        <message>
            <source>Those chosen below</source>
            <translation>المختارة أدناه</translation>
        </message>
        <message>
            <source>To</source>
            <translation>إلى</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>الجولة</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>المقالات</translation>
        </message>
        <message>
            <source>Instructions</source>
            <translation>التعليمات</translation>
        </message>
        <message>
            <source>The file holds these articles, the codebook, and what your colleague did so far; no deleted text, no paths, no names of machines.</source>
            <translation>في الملف هذه المقالات ودليل الترميز وما أنجزه زميلك حتى الآن، وليس فيه نص محذوف ولا مسارات ولا أسماء أجهزة.</translation>
        </message>
        <message>
            <source>Assigned to them (%1)</source>
            <translation>ما أُسند إليه (%1)</translation>
        </message>
        <message>
            <source>All of the project (%1)</source>
            <translation>كل مقالات المشروع (%1)</translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) will be handed over</source>
            <translation>
                <numerusform>لا مقالات للتسليم</numerusform>
                <numerusform>سيُسلَّم مقال واحد</numerusform>
                <numerusform>سيُسلَّم مقالان</numerusform>
                <numerusform>ستُسلَّم %Ln مقالات</numerusform>
                <numerusform>سيُسلَّم %Ln مقالا</numerusform>
                <numerusform>سيُسلَّم %Ln مقال</numerusform>
            </translation>
        </message>
        <message>
            <source>There is no open round to hand over work in.</source>
            <translation>لا توجد جولة مفتوحة لتسليم عمل فيها.</translation>
        </message>
        <message>
            <source>Writing the package</source>
            <translation>تُكتب الحزمة</translation>
        </message>
    </context>
    <context>
        <name>HandedDialog</name>
        <message>
            <source>The package is written</source>
            <translation>كُتبت الحزمة</translation>
        </message>
        <message>
            <source>Send this file to %1:</source>
            <translation>أرسل هذا الملف إلى %1:</translation>
        </message>
        <message>
            <source>They open it in this program, code, and send it back; then choose “Take back…”.</source>
            <translation>يفتحه في هذا البرنامج ويرمِّز ثم يعيده إليك، وعندها اختر «استلام حزمة…».</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>إظهار المجلد</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>HistoryPanel</name>
        <message>
            <source>History</source>
            <translation>السجل</translation>
        </message>
        <message>
            <source>now</source>
            <translation>الآن</translation>
        </message>
        <message>
            <source>Go here</source>
            <translation>الانتقال إلى هنا</translation>
        </message>
        <message>
            <source>Undo or redo until this is the last thing done</source>
            <translation>تراجع أو إعادة حتى يكون هذا آخر ما أُنجز</translation>
        </message>
        <message>
            <source>Take this back</source>
            <translation>التراجع عن هذا وحده</translation>
        </message>
        <message>
            <source>Undo this one action and leave what came later</source>
            <translation>التراجع عن هذا الإجراء وحده وترك ما بعده</translation>
        </message>
        <message>
            <source>Nothing was done in this project yet.</source>
            <translation>لم يُنجز شيء في هذا المشروع بعد.</translation>
        </message>
    </context>
    <context>
        <name>InspectorPanel</name>
        <message>
            <source>Open an article to code it.</source>
            <translation>افتح مقالا لترميزه.</translation>
        </message>
        <message>
            <source>Click a coded segment to see it here.</source>
            <translation>انقر مقطعا مرمَّزا لتراه هنا.</translation>
        </message>
        <message>
            <source>Select words and press a label’s key. Click a coded segment to see it here.</source>
            <translation>حدِّد كلمات ثم اضغط مفتاح رمز. وانقر مقطعا مرمَّزا لتراه هنا.</translation>
        </message>
        <message>
            <source>Coded segment</source>
            <translation>المقطع المرمَّز</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>المقال</translation>
        </message>
        <message>
            <source>Delete this segment</source>
            <translation>حذف هذا المقطع</translation>
        </message>
    </context>
    <context>
        <name>InstructionsDialog</name>
        <message>
            <source>Instructions</source>
            <translation>التعليمات</translation>
        </message>
        <message>
            <source>From %1</source>
            <translation>من %1</translation>
        </message>
        <message>
            <source>You find this again under Project, “Instructions of this package”.</source>
            <translation>تجد هذا ثانية في قائمة المشروع: «تعليمات هذه الحزمة».</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>ابدأ</translation>
        </message>
    </context>
    <context>
        <name>ItemRow</name>
        <message>
            <source>or write…</source>
            <translation>أو اكتب…</translation>
        </message>
        <message>
            <source>Required</source>
            <translation>مطلوب</translation>
        </message>
    </context>
    <context>
        <name>LabelChooser</name>
        <message>
            <source>A label’s name</source>
            <translation>اسم رمز</translation>
        </message>
    </context>
    <context>
        <name>LabelForm</name>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Id in exports: %1 · coded segments: %2</source>
            <translation>المعرّف في التصدير: %1 · المقاطع المرمَّزة: %2</translation>
        </message>
        <message>
            <source>retired</source>
            <translation>موقوف</translation>
        </message>
        <message>
            <source>Other words that this label is found by, with commas between them</source>
            <translation>كلمات أخرى يُعثر بها على هذا الرمز، تفصل بينها فواصل</translation>
        </message>
        <message>
            <source>Also called</source>
            <translation>أسماء أخرى</translation>
        </message>
        <message>
            <source>anywhere</source>
            <translation>في أي موضع</translation>
        </message>
        <message>
            <source>Only inside</source>
            <translation>داخل مقاطع من</translation>
        </message>
        <message>
            <source>all parts</source>
            <translation>كل الأجزاء</translation>
        </message>
        <message>
            <source>Only in</source>
            <translation>في أجزاء المقال</translation>
        </message>
        <message>
            <source>Never overlaps itself</source>
            <translation>لا يتداخل مع نفسه</translation>
        </message>
        <message>
            <source>Key and looks</source>
            <translation>المفتاح والمظهر</translation>
        </message>
        <message>
            <source>One digit or letter</source>
            <translation>رقم واحد أو حرف واحد</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>المفتاح</translation>
        </message>
        <message>
            <source>Hue</source>
            <translation>اللون</translation>
        </message>
        <message>
            <source>Full line</source>
            <translation>خط متصل</translation>
        </message>
        <message>
            <source>Dashed</source>
            <translation>متقطّع</translation>
        </message>
        <message>
            <source>Dotted</source>
            <translation>منقّط</translation>
        </message>
        <message>
            <source>Double</source>
            <translation>مزدوج</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>الخط</translation>
        </message>
        <message>
            <source>Place in the codebook</source>
            <translation>الموضع في الدليل</translation>
        </message>
        <message>
            <source>none</source>
            <translation>لا شيء</translation>
        </message>
        <message>
            <source>Stands under</source>
            <translation>يندرج تحت</translation>
        </message>
        <message>
            <source>Category</source>
            <translation>الفئة</translation>
        </message>
        <message>
            <source>Definition</source>
            <translation>التعريف</translation>
        </message>
        <message>
            <source>Include</source>
            <translation>يشمل</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>لا يشمل</translation>
        </message>
        <message>
            <source>Examples</source>
            <translation>أمثلة</translation>
        </message>
        <message>
            <source>One example a line</source>
            <translation>مثال في كل سطر</translation>
        </message>
        <message>
            <source>In the codebook</source>
            <translation>في الدليل</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>ملاحظات</translation>
        </message>
        <message>
            <source>Show this example in its article: %1</source>
            <translation>عرض هذا المثال في مقاله: %1</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>نقل إلى أعلى</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>نقل إلى أسفل</translation>
        </message>
        <message>
            <source>Bring back</source>
            <translation>إعادة إلى الاستعمال</translation>
        </message>
        <message>
            <source>Retire</source>
            <translation>إيقاف الاستعمال</translation>
        </message>
        <message>
            <source>Take the label out of use; what is coded with it stays</source>
            <translation>إيقاف استعمال الرمز مع بقاء ما رُمِّز به</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
    </context>
    <context>
        <name>Linking</name>
        <message>
            <source>End (Esc)</source>
            <translation>إنهاء (Esc)</translation>
        </message>
        <message>
            <source>There is no span here that this one could be linked with.</source>
            <translation>لا مقطع هنا يمكن ربط هذا المقطع به.</translation>
        </message>
        <message>
            <source>The codebook has no relation for this label.</source>
            <translation>ليس في دليل الترميز علاقة لهذا الرمز.</translation>
        </message>
        <message>
            <source>They are not linked.</source>
            <translation>لا علاقة بينهما.</translation>
        </message>
        <message>
            <source>They are linked already; with Shift the digit takes the link away.</source>
            <translation>بينهما علاقة بالفعل؛ اضغط الرقم مع Shift لإزالتها.</translation>
        </message>
        <message>
            <source>Which link?</source>
            <translation>أي علاقة؟</translation>
        </message>
        <message>
            <source>“%1”, from</source>
            <translation>«%1» من</translation>
        </message>
    </context>
    <context>
        <name>MatrixPage</name>
        <message>
            <source>What is counted</source>
            <translation>ما يُعدّ</translation>
        </message>
        <message>
            <source>Two coders</source>
            <translation>مرمِّزان</translation>
        </message>
        <message>
            <source>Confusion matrix</source>
            <translation>مصفوفة الالتباس</translation>
        </message>
        <message>
            <source>Labels of spans</source>
            <translation>رموز المقاطع</translation>
        </message>
        <message>
            <source>Labels of %1</source>
            <translation>رموز %1</translation>
        </message>
        <message>
            <source>Rows are of %1, columns of %2. A click or Enter shows the cases of a cell.</source>
            <translation>الصفوف لـ%1 والأعمدة لـ%2. تظهر حالات الخانة بالنقر عليها أو بمفتاح الإدخال.</translation>
        </message>
    </context>
    <context>
        <name>Meaning</name>
        <message>
            <source>Definition</source>
            <translation>التعريف</translation>
        </message>
        <message>
            <source>Include</source>
            <translation>يشمل</translation>
        </message>
        <message>
            <source>Leave out</source>
            <translation>لا يشمل</translation>
        </message>
        <message>
            <source>From my coding</source>
            <translation>من ترميزي</translation>
        </message>
        <message>
            <source>Examples</source>
            <translation>أمثلة</translation>
        </message>
    </context>
    <context>
        <name>Mentions</name>
        <message>
            <source>quoted</source>
            <translation>نُقل قوله</translation>
        </message>
        <message>
            <source>only talked about</source>
            <translation>ذُكر فحسب</translation>
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message>
            <source>Articles</source>
            <translation>المقالات</translation>
        </message>
        <message>
            <source>Coded segments</source>
            <translation>المقاطع المرمَّزة</translation>
        </message>
        <message>
            <source>Values</source>
            <translation>قيم المتغيّرات</translation>
        </message>
        <message>
            <source>Relations</source>
            <translation>العلاقات</translation>
        </message>
        <message>
            <source>Statements</source>
            <translation>التصريحات</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>الملاحظات</translation>
        </message>
        <message>
            <source>Decisions of the review</source>
            <translation>قرارات المراجعة</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>الرموز</translation>
        </message>
        <message>
            <source>Variables</source>
            <translation>المتغيّرات</translation>
        </message>
        <message>
            <source>Actors</source>
            <translation>الفاعلون</translation>
        </message>
        <message>
            <source>Merge a copy</source>
            <translation>دمج نسخة</translation>
        </message>
        <message>
            <source>What was done in %1</source>
            <translation>ما جرى في %1</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>دمج</translation>
        </message>
        <message>
            <source>Merging</source>
            <translation>الدمج جار</translation>
        </message>
        <message numerus="yes">
            <source>Merged. What is to be settled: %Ln.</source>
            <translation>
                <numerusform>اكتمل الدمج، ولا تعارض.</numerusform>
                <numerusform>اكتمل الدمج، وبقي تعارض واحد مع ما جرى هنا ينتظر الحسم.</numerusform>
                <numerusform>اكتمل الدمج، وبقي تعارضان مع ما جرى هنا ينتظران الحسم.</numerusform>
                <numerusform>اكتمل الدمج، وبقيت %Ln تعارضات مع ما جرى هنا تنتظر الحسم.</numerusform>
                <numerusform>اكتمل الدمج، وبقي %Ln تعارضا مع ما جرى هنا تنتظر الحسم.</numerusform>
                <numerusform>اكتمل الدمج، وبقي %Ln تعارض مع ما جرى هنا تنتظر الحسم.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Merged. %Ln action(s) came in.</source>
            <translation>
                <numerusform>اكتمل الدمج، ولم يأت إجراء.</numerusform>
                <numerusform>اكتمل الدمج: إجراء واحد.</numerusform>
                <numerusform>اكتمل الدمج: إجراءان.</numerusform>
                <numerusform>اكتمل الدمج: %Ln إجراءات.</numerusform>
                <numerusform>اكتمل الدمج: %Ln إجراء.</numerusform>
                <numerusform>اكتمل الدمج: %Ln إجراء.</numerusform>
            </translation>
        </message>
        <message>
            <source>All of it is here already; there is nothing to merge.</source>
            <translation>كل ما فيها موجود هنا من قبل، فلا شيء يُدمج.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln action(s) are here already.</source>
            <translation>
                <numerusform>ولا إجراء منها هنا.</numerusform>
                <numerusform>وإجراء واحد موجود هنا من قبل.</numerusform>
                <numerusform>وإجراءان موجودان هنا من قبل.</numerusform>
                <numerusform>و%Ln إجراءات موجودة هنا من قبل.</numerusform>
                <numerusform>و%Ln إجراء موجودة هنا من قبل.</numerusform>
                <numerusform>و%Ln إجراء موجودة هنا من قبل.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new action(s).</source>
            <translation>
                <numerusform>لا إجراء جديدا.</numerusform>
                <numerusform>إجراء جديد واحد.</numerusform>
                <numerusform>إجراءان جديدان.</numerusform>
                <numerusform>%Ln إجراءات جديدة.</numerusform>
                <numerusform>%Ln إجراء جديدا.</numerusform>
                <numerusform>%Ln إجراء جديد.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln action(s)</source>
            <translation>
                <numerusform>لا إجراءات</numerusform>
                <numerusform>إجراء واحد</numerusform>
                <numerusform>إجراءان</numerusform>
                <numerusform>%Ln إجراءات</numerusform>
                <numerusform>%Ln إجراء</numerusform>
                <numerusform>%Ln إجراء</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new segment(s)</source>
            <translation>
                <numerusform>لا مقاطع جديدة</numerusform>
                <numerusform>مقطع جديد واحد</numerusform>
                <numerusform>مقطعان جديدان</numerusform>
                <numerusform>%Ln مقاطع جديدة</numerusform>
                <numerusform>%Ln مقطعا جديدا</numerusform>
                <numerusform>%Ln مقطع جديد</numerusform>
            </translation>
        </message>
        <message>
            <source>the program</source>
            <translation>البرنامج</translation>
        </message>
        <message>
            <source>What changes here</source>
            <translation>ما يتغيّر هنا</translation>
        </message>
        <message numerus="yes">
            <source>%Ln segment(s) come to another version of their text here.</source>
            <translation>
                <numerusform>لا مقاطع تنتقل إلى إصدار آخر من نصها.</numerusform>
                <numerusform>مقطع واحد ينتقل إلى إصدار آخر من نصه هنا.</numerusform>
                <numerusform>مقطعان ينتقلان إلى إصدار آخر من نصهما هنا.</numerusform>
                <numerusform>%Ln مقاطع تنتقل إلى إصدار آخر من نصها هنا.</numerusform>
                <numerusform>%Ln مقطعا تنتقل إلى إصدار آخر من نصها هنا.</numerusform>
                <numerusform>%Ln مقطع تنتقل إلى إصدار آخر من نصها هنا.</numerusform>
            </translation>
        </message>
        <message>
            <source>Of %1 the words are others there; they wait to be looked at.</source>
            <translation>تغيّرت كلمات %1 منها، وهي تنتظر النظر فيها.</translation>
        </message>
        <message>
            <source>A backup is kept first. Ctrl+Z takes the whole merge back, and it can be done again.</source>
            <translation>تُحفظ نسخة احتياطية أولا. ويتراجع Ctrl+Z عن الدمج كله، ويمكن أن يعاد.</translation>
        </message>
        <message>
            <source>%1 now, %2 after</source>
            <translation>الآن %1، وبعد الدمج %2</translation>
        </message>
        <message>
            <source>%1 changed</source>
            <translation>معدَّل %1</translation>
        </message>
        <message>
            <source>%1 removed</source>
            <translation>محذوف %1</translation>
        </message>
        <message>
            <source>A label of this name is here already and stays another one: %1</source>
            <translation>يوجد هنا رمز بهذا الاسم، ويبقيان رمزين: %1</translation>
        </message>
        <message>
            <source>Waits for you to settle</source>
            <translation>ينتظر حسمك</translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>ولا غيرها</numerusform>
                <numerusform>وواحد غيرها</numerusform>
                <numerusform>واثنان غيرها</numerusform>
                <numerusform>و%Ln غيرها</numerusform>
                <numerusform>و%Ln غيرها</numerusform>
                <numerusform>و%Ln غيرها</numerusform>
            </translation>
        </message>
        <message>
            <source>Until then what is here stands; nothing of theirs is lost.</source>
            <translation>وحتى ذلك الحين يبقى ما هنا كما هو، ولا يضيع مما لديهم شيء.</translation>
        </message>
    </context>
    <context>
        <name>MergePage</name>
        <message numerus="yes">
            <source>%Ln actor(s) chosen</source>
            <translation>
                <numerusform>لم يُختر أحد</numerusform>
                <numerusform>اختير فاعل واحد</numerusform>
                <numerusform>اختير فاعلان</numerusform>
                <numerusform>اختير %Ln فاعلين</numerusform>
                <numerusform>اختير %Ln فاعلا</numerusform>
                <numerusform>اختير %Ln فاعل</numerusform>
            </translation>
        </message>
        <message>
            <source>If they are the same, merge them: everything that points to any of them points to the one you keep, and the other names become its aliases. It can be undone as one action.</source>
            <translation>إن كانوا واحدا فادمجهم: يصير كل ما يرجع إلى أحدهم راجعا إلى من تُبقيه، وتصير أسماء الآخرين أسماء أخرى له. ويمكن التراجع عن الدمج بإجراء واحد.</translation>
        </message>
        <message>
            <source>Keep</source>
            <translation>مَن يبقى</translation>
        </message>
        <message>
            <source>Merge</source>
            <translation>دمج</translation>
        </message>
    </context>
    <context>
        <name>Merging</name>
        <message>
            <source>Choose another copy of this project</source>
            <translation>اختيار نسخة أخرى من هذا المشروع</translation>
        </message>
        <message>
            <source>Projects (*.annot)</source>
            <translation>المشاريع (*.annot)</translation>
        </message>
        <message>
            <source>Reading the other copy</source>
            <translation>قراءة النسخة الأخرى</translation>
        </message>
        <message>
            <source>Look at them…</source>
            <translation>النظر فيها…</translation>
        </message>
    </context>
    <context>
        <name>MethodsPage</name>
        <message>
            <source>Arabic</source>
            <translation>بالعربية</translation>
        </message>
        <message>
            <source>English</source>
            <translation>بالإنجليزية</translation>
        </message>
        <message>
            <source>Methods paragraph, %1</source>
            <translation>فقرة المنهج، %1</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>نسخ</translation>
        </message>
        <message>
            <source>Copy the paragraph, %1</source>
            <translation>نسخ الفقرة، %1</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>نُسخت</translation>
        </message>
    </context>
    <context>
        <name>Named</name>
        <message>
            <source>Yes</source>
            <translation>نعم</translation>
        </message>
        <message>
            <source>No</source>
            <translation>لا</translation>
        </message>
    </context>
    <context>
        <name>NewForm</name>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>النوع</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>إضافة</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>First choice</source>
            <translation>الخيار الأول</translation>
        </message>
        <message>
            <source>Id in exports: %1, which stays when the name changes</source>
            <translation>المعرّف في التصدير: %1، ويبقى وإن تغيّر الاسم</translation>
        </message>
        <message>
            <source>The id in exports is made from the English name, and stays.</source>
            <translation>يُشتق المعرّف في التصدير من الاسم الإنجليزي، ثم لا يتغيّر.</translation>
        </message>
        <message>
            <source>New label</source>
            <translation>رمز جديد</translation>
        </message>
        <message>
            <source>New attribute</source>
            <translation>متغيّر مقاطع جديد</translation>
        </message>
        <message>
            <source>New article variable</source>
            <translation>متغيّر مقال جديد</translation>
        </message>
        <message>
            <source>New relation</source>
            <translation>علاقة جديدة</translation>
        </message>
        <message>
            <source>New kind of statement</source>
            <translation>نوع جديد من التصريحات</translation>
        </message>
        <message>
            <source>New slot</source>
            <translation>خانة جديدة</translation>
        </message>
    </context>
    <context>
        <name>NewProjectDialog</name>
        <message>
            <source>New project</source>
            <translation>مشروع جديد</translation>
        </message>
        <message>
            <source>From a file…</source>
            <translation>من ملف…</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>العنوان</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>اسمك</translation>
        </message>
        <message>
            <source>Codebook</source>
            <translation>دليل الترميز</translation>
        </message>
        <message>
            <source>File</source>
            <translation>الملف</translation>
        </message>
        <message>
            <source>The file holds everything: articles, codebook, codings, history.</source>
            <translation>في الملف كل شيء: المقالات ودليل الترميز والترميز والسجل.</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Make the project</source>
            <translation>إنشاء المشروع</translation>
        </message>
        <message>
            <source>Project</source>
            <translation>مشروع</translation>
        </message>
        <message>
            <source>Folder of the project</source>
            <translation>مجلد المشروع</translation>
        </message>
    </context>
    <context>
        <name>NewRound</name>
        <message>
            <source>New round</source>
            <translation>جولة جديدة</translation>
        </message>
        <message>
            <source>Draw articles</source>
            <translation>سحب مقالات</translation>
        </message>
        <message>
            <source>Blind: nobody sees another’s work on an article before all are done</source>
            <translation>بلا اطلاع: لا يرى أحد عمل غيره في المقال قبل أن ينجزه الجميع</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Open the round</source>
            <translation>فتح الجولة</translation>
        </message>
        <message>
            <source>Draw the articles</source>
            <translation>سحب المقالات</translation>
        </message>
        <message>
            <source>No articles yet: they can be drawn or given later.</source>
            <translation>بلا مقالات الآن: يمكن سحبها أو إسنادها لاحقا.</translation>
        </message>
        <message>
            <source>Choose who is to code.</source>
            <translation>اختر من يرمّز.</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln article(s)</source>
            <translation>
                <numerusform>%1 من لا مقالات</numerusform>
                <numerusform>%1 من مقال واحد</numerusform>
                <numerusform>%1 من مقالين</numerusform>
                <numerusform>%1 من %Ln مقالات</numerusform>
                <numerusform>%1 من %Ln مقالا</numerusform>
                <numerusform>%1 من %Ln مقال</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>for each of %Ln coder(s)</source>
            <translation>
                <numerusform>بلا مرمِّزين</numerusform>
                <numerusform>لمرمِّز واحد</numerusform>
                <numerusform>لكل من مرمِّزَين</numerusform>
                <numerusform>لكل من %Ln مرمِّزين</numerusform>
                <numerusform>لكل من %Ln مرمِّزا</numerusform>
                <numerusform>لكل من %Ln مرمِّز</numerusform>
            </translation>
        </message>
        <message>
            <source>To be coded again: %1.</source>
            <translation>ما يُعاد ترميزه: %1.</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>إضافة</translation>
        </message>
        <message>
            <source>Somebody new: a name</source>
            <translation>شخص جديد: اسمه</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>النوع</translation>
        </message>
        <message>
            <source>Coders</source>
            <translation>المرمِّزون</translation>
        </message>
        <message>
            <source>Expert</source>
            <translation>الخبير</translation>
        </message>
        <message>
            <source>What would be drawn</source>
            <translation>ما سيُسحب</translation>
        </message>
    </context>
    <context>
        <name>NoteActs</name>
        <message>
            <source>A note was being written when the program ended: “%1”</source>
            <translation>كانت ملاحظة تُكتب حين توقف البرنامج: «%1»</translation>
        </message>
        <message>
            <source>Go there</source>
            <translation>الذهاب إليها</translation>
        </message>
    </context>
    <context>
        <name>NotesCard</name>
        <message>
            <source>Note</source>
            <translation>ملاحظة</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>جواب</translation>
        </message>
        <message>
            <source>Write an answer…</source>
            <translation>اكتب جوابا…</translation>
        </message>
        <message>
            <source>Open again</source>
            <translation>إعادة فتح</translation>
        </message>
        <message>
            <source>Resolve</source>
            <translation>إنهاء</translation>
        </message>
        <message numerus="yes">
            <source>Resolved notes (%Ln)</source>
            <translation>
                <numerusform>الملاحظات المنتهية (%Ln)</numerusform>
                <numerusform>الملاحظات المنتهية (%Ln)</numerusform>
                <numerusform>الملاحظات المنتهية (%Ln)</numerusform>
                <numerusform>الملاحظات المنتهية (%Ln)</numerusform>
                <numerusform>الملاحظات المنتهية (%Ln)</numerusform>
                <numerusform>الملاحظات المنتهية (%Ln)</numerusform>
            </translation>
        </message>
        <message>
            <source>New note</source>
            <translation>ملاحظة جديدة</translation>
        </message>
        <message>
            <source>Write a note…</source>
            <translation>اكتب ملاحظة…</translation>
        </message>
    </context>
    <context>
        <name>OpenNotesPanel</name>
        <message>
            <source>Open notes</source>
            <translation>الملاحظات المفتوحة</translation>
        </message>
        <message>
            <source>No note is open. Ctrl+M writes one.</source>
            <translation>لا ملاحظات مفتوحة. اضغط Ctrl+M لكتابة ملاحظة.</translation>
        </message>
    </context>
    <context>
        <name>Opening</name>
        <message>
            <source>N goes on to the next change, R begins an answer to it.</source>
            <translation>ينقلك N إلى التعديل التالي، ويبدأ R ردا عليه.</translation>
        </message>
        <message>
            <source>Press the letter of the side that you take, then the number of the reason.</source>
            <translation>اضغط حرف من تأخذ برأيه، ثم رقم السبب.</translation>
        </message>
        <message>
            <source>Select words and press 1 to 9: they are coded and saved at once. Ctrl+Z takes anything back.</source>
            <translation>حدِّد كلمات واضغط رقما من 1 إلى 9 فتُرمَّز وتُحفظ في الحال. و⁦Ctrl+Z⁩ يتراجع عن أي شيء.</translation>
        </message>
        <message>
            <source>Projects (*%1);;All files (*)</source>
            <translation>المشاريع (*%1);;كل الملفات (*)</translation>
        </message>
        <message>
            <source>Open a project</source>
            <translation>فتح مشروع</translation>
        </message>
        <message>
            <source>A backup was kept: %1</source>
            <translation>حُفظت نسخة احتياطية: %1</translation>
        </message>
    </context>
    <context>
        <name>Package</name>
        <message>
            <source>Package for %1 from %2</source>
            <translation>حزمة إلى %1 من %2</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>إظهار المجلد</translation>
        </message>
        <message>
            <source>Instructions</source>
            <translation>التعليمات</translation>
        </message>
        <message>
            <source>All is done: ready to send back. Close the program and send this file to %1.</source>
            <translation>أُنجز كل شيء والحزمة جاهزة للإعادة. أغلق البرنامج وأرسل هذا الملف إلى %1.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) to code</source>
            <translation>
                <numerusform>لا مقالات للترميز</numerusform>
                <numerusform>مقال واحد للترميز</numerusform>
                <numerusform>مقالان للترميز</numerusform>
                <numerusform>%Ln مقالات للترميز</numerusform>
                <numerusform>%Ln مقالا للترميز</numerusform>
                <numerusform>%Ln مقال للترميز</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Pages</name>
        <message>
            <source>Table</source>
            <translation>الجدول</translation>
        </message>
        <message>
            <source>Pairs</source>
            <translation>الأزواج</translation>
        </message>
        <message>
            <source>Variables</source>
            <translation>المتغيّرات</translation>
        </message>
        <message>
            <source>Confusion</source>
            <translation>الالتباس</translation>
        </message>
        <message>
            <source>Over time</source>
            <translation>عبر الزمن</translation>
        </message>
        <message>
            <source>Methods</source>
            <translation>المنهج</translation>
        </message>
        <message>
            <source>Whose coding this page shows</source>
            <translation>صاحب الترميز المعروض في هذه الصفحة</translation>
        </message>
    </context>
    <context>
        <name>PairsPage</name>
        <message>
            <source>Label</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Figures of every two coders</source>
            <translation>أرقام كل مرمِّزَين</translation>
        </message>
        <message>
            <source>Two coders are one pair: its figures are those of the table.</source>
            <translation>المرمِّزان زوج واحد: أرقامهما هي أرقام الجدول.</translation>
        </message>
        <message>
            <source>All coders</source>
            <translation>كل المرمِّزين</translation>
        </message>
        <message>
            <source>Coders</source>
            <translation>المرمِّزون</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>An action, a label or an article</source>
            <translation>أمر أو رمز أو مقال</translation>
        </message>
    </context>
    <context>
        <name>Paper</name>
        <message>
            <source>This computer knows no printer. The article can be saved as a PDF instead.</source>
            <translation>لا طابعة معروفة في هذا الحاسوب. يمكن حفظ المقال بصيغة PDF بدلا من ذلك.</translation>
        </message>
        <message>
            <source>Save as PDF…</source>
            <translation>حفظ بصيغة PDF…</translation>
        </message>
        <message>
            <source>The article was sent to the printer.</source>
            <translation>أُرسل المقال إلى الطابعة.</translation>
        </message>
        <message>
            <source>Save as PDF</source>
            <translation>حفظ بصيغة PDF</translation>
        </message>
        <message>
            <source>Saved as %1</source>
            <translation>حُفظ باسم %1</translation>
        </message>
        <message>
            <source>Preparing the pages</source>
            <translation>يجري إعداد الصفحات</translation>
        </message>
        <message>
            <source>Labels on these pages</source>
            <translation>الرموز في هذه الصفحات</translation>
        </message>
        <message>
            <source>Coded by %1</source>
            <translation>رمّزه: %1</translation>
        </message>
    </context>
    <context>
        <name>Picker</name>
        <message>
            <source>Actions</source>
            <translation>أوامر</translation>
        </message>
        <message>
            <source>New label: %1</source>
            <translation>رمز جديد: %1</translation>
        </message>
        <message>
            <source>A label’s name, or an action</source>
            <translation>اسم رمز أو أمر</translation>
        </message>
        <message>
            <source>The label to keep applying</source>
            <translation>الرمز الذي تواصل الترميز به</translation>
        </message>
        <message>
            <source>Nothing is called so, and the codebook is locked: no label can be added.</source>
            <translation>لا شيء بهذا الاسم، ودليل الترميز مقفل: لا يمكن إضافة رمز.</translation>
        </message>
        <message>
            <source>Enter: whatever you select gets this label, until Escape</source>
            <translation>اضغط Enter، فيأخذ كل ما تحدِّده هذا الرمز إلى أن تضغط Esc</translation>
        </message>
        <message>
            <source>Nothing is selected: select words first</source>
            <translation>لم تحدِّد شيئا: حدِّد كلمات أولا</translation>
        </message>
        <message>
            <source>Enter: relabel</source>
            <translation>‏Enter: تغيير الرمز</translation>
        </message>
        <message>
            <source>Enter: apply</source>
            <translation>‏Enter: ترميز</translation>
        </message>
        <message>
            <source>Shift+Enter: add, and choose another</source>
            <translation>‏Shift+Enter: إضافة رمز واختيار آخر</translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message numerus="yes">
            <source>The boundary policy would settle %Ln</source>
            <translation>
                <numerusform>قاعدة حدود المقاطع لا تحسم شيئا</numerusform>
                <numerusform>قاعدة حدود المقاطع تحسم واحدا</numerusform>
                <numerusform>قاعدة حدود المقاطع تحسم اثنين</numerusform>
                <numerusform>قاعدة حدود المقاطع تحسم %Ln</numerusform>
                <numerusform>قاعدة حدود المقاطع تحسم %Ln</numerusform>
                <numerusform>قاعدة حدود المقاطع تحسم %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of %Ln open ones here.</source>
            <translation>
                <numerusform>ولا مفتوح هنا.</numerusform>
                <numerusform>من واحد مفتوح هنا.</numerusform>
                <numerusform>من اثنين مفتوحين هنا.</numerusform>
                <numerusform>من %Ln مفتوحة هنا.</numerusform>
                <numerusform>من %Ln مفتوحا هنا.</numerusform>
                <numerusform>من %Ln مفتوح هنا.</numerusform>
            </translation>
        </message>
        <message>
            <source>Look at them, here or in the round…</source>
            <translation>عرضها هنا أو في الجولة كلها…</translation>
        </message>
    </context>
    <context>
        <name>Popup</name>
        <message>
            <source>What was found</source>
            <translation>النتائج</translation>
        </message>
        <message>
            <source>Nothing is called so.</source>
            <translation>لا شيء بهذا الاسم.</translation>
        </message>
    </context>
    <context>
        <name>Preferences</name>
        <message>
            <source>Your name</source>
            <translation>اسمك</translation>
        </message>
        <message>
            <source>Language of the window</source>
            <translation>لغة النافذة</translation>
        </message>
        <message>
            <source>Digits</source>
            <translation>الأرقام</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>المظهر</translation>
        </message>
        <message>
            <source>Size of the window’s words</source>
            <translation>حجم كلمات النافذة</translation>
        </message>
        <message>
            <source>Font of the text</source>
            <translation>خط النص</translation>
        </message>
        <message>
            <source>Size of the text</source>
            <translation>حجم النص</translation>
        </message>
        <message>
            <source>List recent projects in the menu</source>
            <translation>إظهار المشاريع الأخيرة في القائمة</translation>
        </message>
        <message>
            <source>As the machine</source>
            <translation>كما في الجهاز</translation>
        </message>
        <message>
            <source>Arabic</source>
            <translation>العربية</translation>
        </message>
        <message>
            <source>English</source>
            <translation>الإنجليزية</translation>
        </message>
        <message>
            <source>As the language writes them</source>
            <translation>كما تكتبها اللغة</translation>
        </message>
        <message>
            <source>Arabic-Indic</source>
            <translation>مشرقية (٠١٢٣)</translation>
        </message>
        <message>
            <source>European</source>
            <translation>مغربية (0123)</translation>
        </message>
        <message>
            <source>As the system</source>
            <translation>كما في النظام</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>فاتح</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>داكن</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>تباين عالٍ</translation>
        </message>
        <message>
            <source>Naskh (Noto)</source>
            <translation>نسخ (نوتو)</translation>
        </message>
        <message>
            <source>Naskh (Amiri)</source>
            <translation>نسخ (أميري)</translation>
        </message>
        <message>
            <source>Vazirmatn</source>
            <translation>وزير متن</translation>
        </message>
        <message>
            <source>Nastaliq (Noto)</source>
            <translation>نستعليق (نوتو)</translation>
        </message>
        <message>
            <source>Hebrew (Noto)</source>
            <translation>عبري (نوتو)</translation>
        </message>
    </context>
    <context>
        <name>PreferencesDialog</name>
        <message>
            <source>Preferences</source>
            <translation>التفضيلات</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Every choice holds at once. The digits of a text are never changed.</source>
            <translation>يسري كل اختيار في الحال. ولا تتغير أرقام النصوص أبدا.</translation>
        </message>
    </context>
    <context>
        <name>ProgressDialog</name>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
    </context>
    <context>
        <name>PublishDialog</name>
        <message>
            <source>Publish a version</source>
            <translation>نشر إصدار</translation>
        </message>
        <message>
            <source>Name of the version</source>
            <translation>اسم الإصدار</translation>
        </message>
        <message>
            <source>A version keeps the codebook as it is now. What is coded from now on names this version.</source>
            <translation>يحفظ الإصدار دليل الترميز كما هو الآن، وكل ما يُرمَّز بعده يُنسب إليه.</translation>
        </message>
        <message>
            <source>Publish</source>
            <translation>نشر</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
    </context>
    <context>
        <name>QueueModel</name>
        <message numerus="yes">
            <source>%Ln open</source>
            <translation>
                <numerusform>لا مفتوح</numerusform>
                <numerusform>واحد مفتوح</numerusform>
                <numerusform>اثنان مفتوحان</numerusform>
                <numerusform>%Ln مفتوحة</numerusform>
                <numerusform>%Ln مفتوحا</numerusform>
                <numerusform>%Ln مفتوح</numerusform>
            </translation>
        </message>
        <message>
            <source>settled</source>
            <translation>حُسم كله</translation>
        </message>
        <message numerus="yes">
            <source>%Ln agreed</source>
            <translation>
                <numerusform>لا اتفاق</numerusform>
                <numerusform>اتفاق واحد</numerusform>
                <numerusform>اتفاقان</numerusform>
                <numerusform>%Ln اتفاقات</numerusform>
                <numerusform>%Ln اتفاقا</numerusform>
                <numerusform>%Ln اتفاق</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <source>All kinds</source>
            <translation>كل الأنواع</translation>
        </message>
        <message>
            <source>All labels</source>
            <translation>كل الرموز</translation>
        </message>
        <message>
            <source>Settle many at once…</source>
            <translation>حسم عدة اختلافات معا…</translation>
        </message>
        <message>
            <source>Coders compared</source>
            <translation>المرمِّزون المقارَن بينهم</translation>
        </message>
        <message>
            <source>In one pass or in two</source>
            <translation>مراجعة واحدة أم مراجعتان</translation>
        </message>
        <message>
            <source>Kind of difference</source>
            <translation>نوع الاختلاف</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Open or settled</source>
            <translation>المفتوح أم المحسوم</translation>
        </message>
        <message>
            <source>Differences</source>
            <translation>الاختلافات</translation>
        </message>
        <message>
            <source>All coders of each article</source>
            <translation>كل من رمَّز المقال</translation>
        </message>
        <message numerus="yes">
            <source>%Ln settled</source>
            <translation>
                <numerusform>لا اختلاف محسوم</numerusform>
                <numerusform>اختلاف واحد محسوم</numerusform>
                <numerusform>اختلافان محسومان</numerusform>
                <numerusform>%Ln اختلافات محسومة</numerusform>
                <numerusform>%Ln اختلافا محسوما</numerusform>
                <numerusform>%Ln اختلاف محسوم</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln open</source>
            <translation>
                <numerusform>لا اختلاف مفتوح</numerusform>
                <numerusform>اختلاف واحد مفتوح</numerusform>
                <numerusform>اختلافان مفتوحان</numerusform>
                <numerusform>%Ln اختلافات مفتوحة</numerusform>
                <numerusform>%Ln اختلافا مفتوحا</numerusform>
                <numerusform>%Ln اختلاف مفتوح</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln agreed</source>
            <translation>
                <numerusform>لا اتفاق</numerusform>
                <numerusform>اتفاق واحد</numerusform>
                <numerusform>اتفاقان</numerusform>
                <numerusform>%Ln اتفاقات</numerusform>
                <numerusform>%Ln اتفاقا</numerusform>
                <numerusform>%Ln اتفاق</numerusform>
            </translation>
        </message>
        <message>
            <source>In the whole round</source>
            <translation>في الجولة كلها</translation>
        </message>
        <message>
            <source>First pass: which words are a unit, whatever their label.</source>
            <translation>المراجعة الأولى: أي الكلمات وحدة، أيا كان رمزها.</translation>
        </message>
        <message numerus="yes">
            <source>Labels and values that wait here: %Ln.</source>
            <translation>
                <numerusform>لا رموز ولا قيم تنتظر هنا.</numerusform>
                <numerusform>رموز وقيم تنتظر هنا: %Ln.</numerusform>
                <numerusform>رموز وقيم تنتظر هنا: %Ln.</numerusform>
                <numerusform>رموز وقيم تنتظر هنا: %Ln.</numerusform>
                <numerusform>رموز وقيم تنتظر هنا: %Ln.</numerusform>
                <numerusform>رموز وقيم تنتظر هنا: %Ln.</numerusform>
            </translation>
        </message>
        <message>
            <source>Second pass: labels and values of the units that stand.</source>
            <translation>المراجعة الثانية: رموز الوحدات المعتمدة وقيمها.</translation>
        </message>
        <message numerus="yes">
            <source>Waiting for their unit: %Ln.</source>
            <translation>
                <numerusform>لا شيء ينتظر وحدته.</numerusform>
                <numerusform>تنتظر حسم وحداتها: %Ln.</numerusform>
                <numerusform>تنتظر حسم وحداتها: %Ln.</numerusform>
                <numerusform>تنتظر حسم وحداتها: %Ln.</numerusform>
                <numerusform>تنتظر حسم وحداتها: %Ln.</numerusform>
                <numerusform>تنتظر حسم وحداتها: %Ln.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReaderDialog</name>
        <message>
            <source>Paragraph</source>
            <translation>الفقرة</translation>
        </message>
        <message>
            <source>Back to the text</source>
            <translation>العودة إلى النص</translation>
        </message>
    </context>
    <context>
        <name>Reading</name>
        <message>
            <source>Put a span in focus: its label alone will show.</source>
            <translation>ضع التركيز على مقطع مرمَّز ليظهر رمزه وحده.</translation>
        </message>
        <message>
            <source>Headline</source>
            <translation>العنوان</translation>
        </message>
        <message>
            <source>Lead</source>
            <translation>المقدمة</translation>
        </message>
        <message>
            <source>Caption</source>
            <translation>تعليق صورة</translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s) not shown here</source>
            <translation>
                <numerusform>لا مقاطع مخفية هنا</numerusform>
                <numerusform>مقطع واحد غير ظاهر هنا</numerusform>
                <numerusform>مقطعان غير ظاهرين هنا</numerusform>
                <numerusform>%Ln مقاطع غير ظاهرة هنا</numerusform>
                <numerusform>%Ln مقطعا غير ظاهر هنا</numerusform>
                <numerusform>%Ln مقطع غير ظاهر هنا</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RelationForm</name>
        <message>
            <source>Id in exports: %1 · links: %2</source>
            <translation>المعرّف في التصدير: %1 · مرات الاستعمال: %2</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>القواعد</translation>
        </message>
        <message>
            <source>From</source>
            <translation>من</translation>
        </message>
        <message>
            <source>To</source>
            <translation>إلى</translation>
        </message>
        <message>
            <source>all labels</source>
            <translation>كل الرموز</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
    </context>
    <context>
        <name>ReportDialog</name>
        <message>
            <source>Something went wrong</source>
            <translation>حدث خلل</translation>
        </message>
        <message>
            <source>This was the program’s mistake, not yours. Your work is safe: everything done before is saved. The report below holds no word of your texts; please send it to whoever looks after the program.</source>
            <translation>هذا خطأ من البرنامج لا منك. عملك سليم: كل ما فعلته قبل ذلك محفوظ. ليس في التقرير أدناه كلمة من نصوصك؛ نرجو إرساله إلى من يتولى البرنامج.</translation>
        </message>
        <message>
            <source>Report</source>
            <translation>التقرير</translation>
        </message>
        <message>
            <source>Copy the report</source>
            <translation>نسخ التقرير</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>متابعة العمل</translation>
        </message>
        <message>
            <source>Copied</source>
            <translation>نُسخ</translation>
        </message>
    </context>
    <context>
        <name>RestoreDialog</name>
        <message>
            <source>Restore a backup</source>
            <translation>استرجاع نسخة احتياطية</translation>
        </message>
        <message>
            <source>A restored backup becomes a new file; what is there now stays.</source>
            <translation>تصير النسخة المسترجعة ملفا جديدا، ويبقى ما هو موجود الآن كما هو.</translation>
        </message>
        <message>
            <source>Backups, newest first</source>
            <translation>النسخ الاحتياطية، الأحدث أولا</translation>
        </message>
        <message>
            <source>Choose a backup file…</source>
            <translation>اختيار ملف نسخة احتياطية…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Restore as a new file…</source>
            <translation>استرجاعها ملفا جديدا…</translation>
        </message>
        <message>
            <source>No backup of this project is kept on this machine.</source>
            <translation>لا توجد نسخة احتياطية لهذا المشروع على هذا الجهاز.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln action(s) since</source>
            <translation>
                <numerusform>لا إجراءات بعدها</numerusform>
                <numerusform>بعدها إجراء واحد</numerusform>
                <numerusform>بعدها إجراءان</numerusform>
                <numerusform>بعدها %Ln إجراءات</numerusform>
                <numerusform>بعدها %Ln إجراء</numerusform>
                <numerusform>بعدها %Ln إجراء</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln action(s) in the backup alone</source>
            <translation>
                <numerusform>لا شيء في النسخة وحدها</numerusform>
                <numerusform>إجراء واحد في النسخة وحدها</numerusform>
                <numerusform>إجراءان في النسخة وحدها</numerusform>
                <numerusform>%Ln إجراءات في النسخة وحدها</numerusform>
                <numerusform>%Ln إجراء في النسخة وحدها</numerusform>
                <numerusform>%Ln إجراء في النسخة وحدها</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The project has %Ln span(s) more</source>
            <translation>
                <numerusform>عدد المقاطع واحد</numerusform>
                <numerusform>في المشروع مقطع زائد</numerusform>
                <numerusform>في المشروع مقطعان زائدان</numerusform>
                <numerusform>في المشروع %Ln مقاطع زائدة</numerusform>
                <numerusform>في المشروع %Ln مقطعا زائدا</numerusform>
                <numerusform>في المشروع %Ln مقطع زائد</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The backup has %Ln span(s) more</source>
            <translation>
                <numerusform>عدد المقاطع واحد</numerusform>
                <numerusform>في النسخة مقطع زائد</numerusform>
                <numerusform>في النسخة مقطعان زائدان</numerusform>
                <numerusform>في النسخة %Ln مقاطع زائدة</numerusform>
                <numerusform>في النسخة %Ln مقطعا زائدا</numerusform>
                <numerusform>في النسخة %Ln مقطع زائد</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>لا مقالات</numerusform>
                <numerusform>مقال واحد</numerusform>
                <numerusform>مقالان</numerusform>
                <numerusform>%Ln مقالات</numerusform>
                <numerusform>%Ln مقالا</numerusform>
                <numerusform>%Ln مقال</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s)</source>
            <translation>
                <numerusform>لا مقاطع</numerusform>
                <numerusform>مقطع واحد</numerusform>
                <numerusform>مقطعان</numerusform>
                <numerusform>%Ln مقاطع</numerusform>
                <numerusform>%Ln مقطعا</numerusform>
                <numerusform>%Ln مقطع</numerusform>
            </translation>
        </message>
        <message>
            <source>Last action: %1</source>
            <translation>آخر إجراء: %1</translation>
        </message>
        <message>
            <source>Projects (*%1);;All files (*)</source>
            <translation>المشاريع (*%1);;كل الملفات (*)</translation>
        </message>
        <message>
            <source>Backup file</source>
            <translation>ملف النسخة الاحتياطية</translation>
        </message>
        <message>
            <source>Projects (*%1)</source>
            <translation>المشاريع (*%1)</translation>
        </message>
        <message>
            <source>Restore as</source>
            <translation>الاسترجاع باسم</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>Coder %1</source>
            <translation>المرمِّز %1</translation>
        </message>
        <message>
            <source>Missing</source>
            <translation>مقطع غائب</translation>
        </message>
        <message>
            <source>Boundary</source>
            <translation>الحدود</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Attribute</source>
            <translation>المتغيّر</translation>
        </message>
        <message>
            <source>Relation</source>
            <translation>العلاقة</translation>
        </message>
        <message>
            <source>Article variable</source>
            <translation>متغيّر المقال</translation>
        </message>
        <message>
            <source>Both</source>
            <translation>كلاهما</translation>
        </message>
        <message>
            <source>Neither</source>
            <translation>لا هذا ولا ذاك</translation>
        </message>
        <message>
            <source>Edited</source>
            <translation>معدَّل</translation>
        </message>
        <message>
            <source>All of them</source>
            <translation>كلهم</translation>
        </message>
        <message>
            <source>None of them</source>
            <translation>لا أحد منهم</translation>
        </message>
        <message>
            <source>ambiguous text</source>
            <translation>نص ملتبس</translation>
        </message>
        <message>
            <source>gap in the guideline</source>
            <translation>ثغرة في الدليل</translation>
        </message>
        <message>
            <source>slip</source>
            <translation>سهو</translation>
        </message>
        <message>
            <source>other</source>
            <translation>غير ذلك</translation>
        </message>
        <message>
            <source>most coders agree</source>
            <translation>اتفاق أكثر المرمِّزين</translation>
        </message>
        <message>
            <source>all as one coder has it</source>
            <translation>رأي مرمِّز واحد</translation>
        </message>
        <message>
            <source>the boundary policy</source>
            <translation>قاعدة حدود المقاطع</translation>
        </message>
        <message>
            <source>All at once</source>
            <translation>دفعة واحدة</translation>
        </message>
        <message>
            <source>First: units</source>
            <translation>أولا: الوحدات</translation>
        </message>
        <message>
            <source>Then: labels</source>
            <translation>ثانيا: الرموز</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>المفتوح</translation>
        </message>
        <message>
            <source>Settled</source>
            <translation>المحسوم</translation>
        </message>
        <message>
            <source>All states</source>
            <translation>كل الحالات</translation>
        </message>
        <message>
            <source>Alike</source>
            <translation>متفَق عليه</translation>
        </message>
    </context>
    <context>
        <name>ReviewPage</name>
        <message>
            <source>On to the next article</source>
            <translation>إلى المقال التالي</translation>
        </message>
        <message>
            <source>Nothing of what you look at is open in this round.</source>
            <translation>لم يبق مفتوحا في هذه الجولة شيء مما تراجعه.</translation>
        </message>
        <message>
            <source>Every difference in this round is settled.</source>
            <translation>حُسمت اختلافات هذه الجولة كلها.</translation>
        </message>
        <message>
            <source>Nothing of what you look at is open in this article.</source>
            <translation>لم يبق مفتوحا في هذا المقال شيء مما تراجعه.</translation>
        </message>
        <message>
            <source>Every difference in this article is settled.</source>
            <translation>حُسمت اختلافات هذا المقال كلها.</translation>
        </message>
        <message>
            <source>Open an article that two coders have coded, and what they differ in stands here.</source>
            <translation>افتح مقالا رمَّزه مرمِّزان، فيظهر هنا ما اختلفا فيه.</translation>
        </message>
        <message>
            <source>This article is still being coded, and nobody sees another’s work before it is done. Then the differences stand here.</source>
            <translation>ما زال ترميز هذا المقال جاريا، ولا يرى أحد عمل غيره قبل إنجازه. حينها تظهر الاختلافات هنا.</translation>
        </message>
        <message>
            <source>Only one coder has coded this article. With a second coding, the differences stand here.</source>
            <translation>رمَّز هذا المقال مرمِّز واحد. إذا أضيف إليه ترميز ثانٍ ظهرت الاختلافات هنا.</translation>
        </message>
        <message>
            <source>Nobody has coded this article in this round.</source>
            <translation>لم يرمِّز أحد هذا المقال في هذه الجولة.</translation>
        </message>
        <message>
            <source>Go to an article with open differences</source>
            <translation>إلى مقال فيه اختلافات مفتوحة</translation>
        </message>
    </context>
    <context>
        <name>RoundLine</name>
        <message>
            <source>%1 · %2 of %3 done</source>
            <translation>%1 · أُنجز %2 من %3</translation>
        </message>
        <message>
            <source>Round: %1</source>
            <translation>الجولة: %1</translation>
        </message>
        <message>
            <source>Only those given to me</source>
            <translation>المسند إليّ فقط</translation>
        </message>
        <message>
            <source>The round that you work in</source>
            <translation>الجولة التي تعمل فيها</translation>
        </message>
        <message>
            <source>frozen</source>
            <translation>مجمَّدة</translation>
        </message>
        <message>
            <source>All rounds…</source>
            <translation>كل الجولات…</translation>
        </message>
    </context>
    <context>
        <name>Rounds</name>
        <message>
            <source>You are done with all that was given to you in this round.</source>
            <translation>أنجزت كل ما أُسند إليك في هذه الجولة.</translation>
        </message>
        <message>
            <source>Training</source>
            <translation>تدريب</translation>
        </message>
        <message>
            <source>Pilot</source>
            <translation>تجريبية</translation>
        </message>
        <message>
            <source>Reliability sample</source>
            <translation>عينة الثبات</translation>
        </message>
        <message>
            <source>Main coding</source>
            <translation>الترميز الرئيس</translation>
        </message>
        <message>
            <source>Drift check</source>
            <translation>فحص الانحراف</translation>
        </message>
        <message>
            <source>outlet</source>
            <translation>الوسيلة</translation>
        </message>
        <message>
            <source>month</source>
            <translation>الشهر</translation>
        </message>
        <message>
            <source>section</source>
            <translation>القسم</translation>
        </message>
        <message>
            <source>place</source>
            <translation>المكان</translation>
        </message>
        <message>
            <source>author</source>
            <translation>الكاتب</translation>
        </message>
        <message>
            <source>language</source>
            <translation>اللغة</translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>لا مقالات</numerusform>
                <numerusform>مقال واحد</numerusform>
                <numerusform>مقالان</numerusform>
                <numerusform>%Ln مقالات</numerusform>
                <numerusform>%Ln مقالا</numerusform>
                <numerusform>%Ln مقال</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %Ln article(s)</source>
            <translation>
                <numerusform>لا مقالات</numerusform>
                <numerusform>المقال الوحيد</numerusform>
                <numerusform>المقالان كلاهما</numerusform>
                <numerusform>كل المقالات (%Ln)</numerusform>
                <numerusform>كل المقالات (%Ln)</numerusform>
                <numerusform>كل المقالات (%Ln)</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln article(s), drawn by the seed %2</source>
            <translation>
                <numerusform>%1 من لا مقالات، سُحبت بالبذرة %2</numerusform>
                <numerusform>%1 من مقال واحد، بالبذرة %2</numerusform>
                <numerusform>%1 من مقالين، سُحب بالبذرة %2</numerusform>
                <numerusform>%1 من %Ln مقالات، سُحبت بالبذرة %2</numerusform>
                <numerusform>%1 من %Ln مقالا، سُحبت بالبذرة %2</numerusform>
                <numerusform>%1 من %Ln مقال، سُحبت بالبذرة %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln article(s) done</source>
            <translation>
                <numerusform>لا مقالات</numerusform>
                <numerusform>أُنجز %1 من مقال واحد</numerusform>
                <numerusform>أُنجز %1 من مقالين</numerusform>
                <numerusform>أُنجز %1 من %Ln مقالات</numerusform>
                <numerusform>أُنجز %1 من %Ln مقالا</numerusform>
                <numerusform>أُنجز %1 من %Ln مقال</numerusform>
            </translation>
        </message>
        <message>
            <source>frozen</source>
            <translation>مجمَّدة</translation>
        </message>
        <message>
            <source>open</source>
            <translation>مفتوحة</translation>
        </message>
        <message>
            <source>not stated</source>
            <translation>غير مذكور</translation>
        </message>
        <message>
            <source>Its articles were not drawn: whoever codes there chooses.</source>
            <translation>لم تُسحب مقالاتها: يختار منها من يرمّز فيها.</translation>
        </message>
        <message>
            <source>From each stratum its share, by %1.</source>
            <translation>من كل طبقة حصتها، بحسب: %1.</translation>
        </message>
        <message>
            <source>Of what each coder had coded in other rounds, %1 came back to them, unannounced.</source>
            <translation>وعاد إلى كل مرمِّز %1 مما رمّزه في جولات أخرى دون إعلان.</translation>
        </message>
        <message>
            <source>from the round %1</source>
            <translation>من الجولة %1</translation>
        </message>
        <message>
            <source>It is frozen, so all may be seen.</source>
            <translation>جُمّدت، فيُرى كل ما فيها.</translation>
        </message>
        <message>
            <source>Blind: nobody sees another’s work on an article before all are done with it.</source>
            <translation>بلا اطلاع: لا يرى أحد عمل غيره في المقال قبل أن ينجزه الجميع.</translation>
        </message>
        <message>
            <source>A coder sees others’ work on an article once their own is done.</source>
            <translation>يرى المرمِّز عمل غيره في المقال متى أنجز عمله فيه.</translation>
        </message>
        <message>
            <source>%1 in work</source>
            <translation>قيد العمل: %1</translation>
        </message>
    </context>
    <context>
        <name>RoundsDialog</name>
        <message>
            <source>Rounds</source>
            <translation>الجولات</translation>
        </message>
        <message>
            <source>New round…</source>
            <translation>جولة جديدة…</translation>
        </message>
        <message>
            <source>Draw its articles…</source>
            <translation>سحب مقالاتها…</translation>
        </message>
        <message>
            <source>Freeze…</source>
            <translation>تجميد…</translation>
        </message>
        <message>
            <source>Work in this round</source>
            <translation>العمل في هذه الجولة</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>you work here</source>
            <translation>تعمل هنا</translation>
        </message>
    </context>
    <context>
        <name>Saving</name>
        <message>
            <source>Table of all figures (CSV)…</source>
            <translation>جدول كل الأرقام (CSV)…</translation>
        </message>
        <message>
            <source>Report to print or send (HTML)…</source>
            <translation>تقرير للطباعة أو الإرسال (HTML)…</translation>
        </message>
        <message>
            <source>Cases that coders differ on (CSV)…</source>
            <translation>مواضع الخلاف بين المرمِّزين (CSV)…</translation>
        </message>
        <message>
            <source>Figure: the measure in hand by label…</source>
            <translation>رسم: المقياس المحدَّد بحسب الرمز…</translation>
        </message>
        <message>
            <source>Figure: confusion matrix…</source>
            <translation>رسم: مصفوفة الالتباس…</translation>
        </message>
        <message>
            <source>Confusion matrix (CSV)…</source>
            <translation>مصفوفة الالتباس (CSV)…</translation>
        </message>
        <message>
            <source>Figure: how it went…</source>
            <translation>رسم: مسار الثبات…</translation>
        </message>
        <message>
            <source>How it went (CSV)…</source>
            <translation>مسار الثبات (CSV)…</translation>
        </message>
        <message>
            <source>Save as</source>
            <translation>حفظ باسم</translation>
        </message>
    </context>
    <context>
        <name>ScorePanel</name>
        <message>
            <source>Missed: %1 «%2»</source>
            <translation>فات: %1 «%2»</translation>
        </message>
        <message>
            <source>Extra: %1 «%2»</source>
            <translation>زائد: %1 «%2»</translation>
        </message>
        <message>
            <source>Other edges: %1 «%2», the expert «%3»</source>
            <translation>حدود أخرى: %1 «%2»، وعند الخبير «%3»</translation>
        </message>
        <message>
            <source>Another label: %1 «%2», the expert %4</source>
            <translation>رمز آخر: %1 «%2»، وعند الخبير %4</translation>
        </message>
        <message>
            <source>Another attribute: %1 «%2»</source>
            <translation>متغيّر آخر: %1 «%2»</translation>
        </message>
        <message>
            <source>Another link: %1</source>
            <translation>علاقة أخرى: %1</translation>
        </message>
        <message>
            <source>Another answer: %1</source>
            <translation>جواب آخر: %1</translation>
        </message>
        <message>
            <source>Compared with %1 · %2</source>
            <translation>مقارنة مع %1 · %2</translation>
        </message>
        <message>
            <source>On to the next</source>
            <translation>إلى التالي</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Neither of you has a span here.</source>
            <translation>ليس لأي منكما مقطع مرمَّز هنا.</translation>
        </message>
        <message>
            <source>%1 of the expert’s %2 spans are exactly the same; missed: %3, extra: %4. F1 %5, with overlaps %6.</source>
            <translation>تطابق %1 من مقاطع الخبير (%2) تماما؛ فات: %3، وزائد: %4. ‏F1 ‏%5، ومع التداخل %6.</translation>
        </message>
        <message numerus="yes">
            <source>In %Ln article(s) of this round so far: F1 %1, with overlaps %2.</source>
            <translation>
                <numerusform>في هذه الجولة حتى الآن: F1 ‏%1، ومع التداخل %2.</numerusform>
                <numerusform>في مقال واحد من هذه الجولة حتى الآن: F1 ‏%1، ومع التداخل %2.</numerusform>
                <numerusform>في مقالين من هذه الجولة حتى الآن: F1 ‏%1، ومع التداخل %2.</numerusform>
                <numerusform>في %Ln مقالات من هذه الجولة حتى الآن: F1 ‏%1، ومع التداخل %2.</numerusform>
                <numerusform>في %Ln مقالا من هذه الجولة حتى الآن: F1 ‏%1، ومع التداخل %2.</numerusform>
                <numerusform>في %Ln مقال من هذه الجولة حتى الآن: F1 ‏%1، ومع التداخل %2.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SentDialog</name>
        <message>
            <source>The feedback is written</source>
            <translation>كُتبت نتائج المراجعة</translation>
        </message>
        <message>
            <source>Send it to your colleague:</source>
            <translation>أرسلها إلى زميلك:</translation>
        </message>
        <message>
            <source>The answers come back by “Take back”, once the colleague has returned the package.</source>
            <translation>تعود الردود بأمر «استلام حزمة» بعد أن يعيد الزميل الحزمة.</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>إظهار المجلد</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>ShortcutsDialog</name>
        <message>
            <source>All keys</source>
            <translation>كل المفاتيح</translation>
        </message>
        <message>
            <source>Find an action</source>
            <translation>ابحث عن أمر</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Labels: with words selected, or on the span in focus</source>
            <translation>الرموز: على الكلمات المحددة، أو على المقطع الحالي</translation>
        </message>
        <message>
            <source>On the page</source>
            <translation>في صفحة النص</translation>
        </message>
    </context>
    <context>
        <name>ShownBar</name>
        <message>
            <source>You are looking at the coding of %1. Nothing can be changed here.</source>
            <translation>أنت تنظر في ترميز %1، ولا يُغيَّر هنا شيء.</translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s) of this article hidden by the filter.</source>
            <translation>
                <numerusform>لا يخفي المرشِّح شيئا من مقاطع هذا المقال.</numerusform>
                <numerusform>يخفي المرشِّح مقطعا واحدا من هذا المقال.</numerusform>
                <numerusform>يخفي المرشِّح مقطعين من هذا المقال.</numerusform>
                <numerusform>يخفي المرشِّح %Ln مقاطع من هذا المقال.</numerusform>
                <numerusform>يخفي المرشِّح %Ln مقطعا من هذا المقال.</numerusform>
                <numerusform>يخفي المرشِّح %Ln مقطع من هذا المقال.</numerusform>
            </translation>
        </message>
        <message>
            <source>Show all labels</source>
            <translation>إظهار كل الرموز</translation>
        </message>
        <message>
            <source>Back to mine</source>
            <translation>عودة إلى ترميزي</translation>
        </message>
    </context>
    <context>
        <name>ShownDialog</name>
        <message>
            <source>What the text shows</source>
            <translation>ما يظهر في النص</translation>
        </message>
        <message>
            <source>Labels</source>
            <translation>الرموز</translation>
        </message>
        <message>
            <source>Labels that show in the text</source>
            <translation>الرموز الظاهرة في النص</translation>
        </message>
        <message>
            <source>Whose coding</source>
            <translation>ترميز مَن</translation>
        </message>
        <message>
            <source>Show all labels</source>
            <translation>إظهار كل الرموز</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>ترميزي</translation>
        </message>
        <message>
            <source>A colleague’s coding of this article can be seen once yours is done.</source>
            <translation>يُعرض ترميز زميل لهذا المقال بعد أن تنجز ترميزك.</translation>
        </message>
    </context>
    <context>
        <name>Sides</name>
        <message>
            <source>%1 “%2”</source>
            <translation>%1 «%2»</translation>
        </message>
        <message>
            <source>Here</source>
            <translation>هنا</translation>
        </message>
        <message>
            <source>Keep ours</source>
            <translation>إبقاء ما لدينا</translation>
        </message>
        <message>
            <source>There</source>
            <translation>هناك</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>الأخذ بما لديهم</translation>
        </message>
        <message numerus="yes">
            <source>%Ln thing(s) depend on it and go the same way.</source>
            <translation>
                <numerusform>لا شيء يتبعه.</numerusform>
                <numerusform>أمر واحد يتبعه.</numerusform>
                <numerusform>أمران يتبعانه.</numerusform>
                <numerusform>%Ln أمور تتبعه.</numerusform>
                <numerusform>%Ln أمرا تتبعه.</numerusform>
                <numerusform>%Ln أمر تتبعه.</numerusform>
            </translation>
        </message>
        <message>
            <source>nobody’s name</source>
            <translation>بلا اسم</translation>
        </message>
        <message>
            <source>Done there by %1, %2</source>
            <translation>أجراه هناك %1، %2</translation>
        </message>
    </context>
    <context>
        <name>Signs</name>
        <message>
            <source>No-break space</source>
            <translation>مسافة غير فاصلة</translation>
        </message>
        <message>
            <source>Soft hyphen</source>
            <translation>واصلة مرنة</translation>
        </message>
        <message>
            <source>Combining grapheme joiner</source>
            <translation>واصل المحارف المركّبة</translation>
        </message>
        <message>
            <source>Arabic letter mark</source>
            <translation>علامة الحرف العربي</translation>
        </message>
        <message>
            <source>Tatweel (kashida): a stretched joint</source>
            <translation>تطويل (كشيدة): وصلة ممدودة</translation>
        </message>
        <message>
            <source>Zero-width space</source>
            <translation>مسافة بلا عرض</translation>
        </message>
        <message>
            <source>Zero-width non-joiner (half-space)</source>
            <translation>فاصل بلا عرض (نصف مسافة)</translation>
        </message>
        <message>
            <source>Zero-width joiner</source>
            <translation>واصل بلا عرض</translation>
        </message>
        <message>
            <source>Left-to-right mark</source>
            <translation>علامة من اليسار إلى اليمين</translation>
        </message>
        <message>
            <source>Right-to-left mark</source>
            <translation>علامة من اليمين إلى اليسار</translation>
        </message>
        <message>
            <source>Left-to-right embedding begins</source>
            <translation>بداية تضمين من اليسار إلى اليمين</translation>
        </message>
        <message>
            <source>Right-to-left embedding begins</source>
            <translation>بداية تضمين من اليمين إلى اليسار</translation>
        </message>
        <message>
            <source>Embedding or override ends</source>
            <translation>نهاية التضمين أو الفرض</translation>
        </message>
        <message>
            <source>Left-to-right override begins</source>
            <translation>بداية فرض الاتجاه من اليسار إلى اليمين</translation>
        </message>
        <message>
            <source>Right-to-left override begins</source>
            <translation>بداية فرض الاتجاه من اليمين إلى اليسار</translation>
        </message>
        <message>
            <source>Narrow no-break space</source>
            <translation>مسافة ضيقة غير فاصلة</translation>
        </message>
        <message>
            <source>Word joiner</source>
            <translation>واصل الكلمات</translation>
        </message>
        <message>
            <source>Left-to-right isolate begins</source>
            <translation>بداية عزل من اليسار إلى اليمين</translation>
        </message>
        <message>
            <source>Right-to-left isolate begins</source>
            <translation>بداية عزل من اليمين إلى اليسار</translation>
        </message>
        <message>
            <source>First-strong isolate begins</source>
            <translation>بداية عزل باتجاه أول حرف قوي</translation>
        </message>
        <message>
            <source>Isolate ends</source>
            <translation>نهاية العزل</translation>
        </message>
        <message>
            <source>Byte order mark inside the text</source>
            <translation>علامة ترتيب البايتات داخل النص</translation>
        </message>
    </context>
    <context>
        <name>SpanActs</name>
        <message>
            <source>Select what belongs to this span too, then press Ctrl+D again.</source>
            <translation>حدِّد ما ينتمي إلى هذا المقطع أيضا، ثم اضغط Ctrl+D مرة أخرى.</translation>
        </message>
        <message>
            <source>Piece kept. Select the next one (with the mouse: hold Ctrl), then press a label’s key.</source>
            <translation>أُبقي الجزء. حدِّد الجزء التالي (وبالفأرة مع الضغط على Ctrl)، ثم اضغط مفتاح رمز.</translation>
        </message>
        <message>
            <source>This span is one piece.</source>
            <translation>هذا المقطع جزء واحد.</translation>
        </message>
        <message>
            <source>Put the caret inside a span, or select words in it, and split it there.</source>
            <translation>ضع المؤشر داخل مقطع مرمَّز، أو حدِّد كلمات فيه، ليُقسَّم هناك.</translation>
        </message>
        <message>
            <source>No span of this label follows.</source>
            <translation>لا مقطع بعده بهذا الرمز.</translation>
        </message>
    </context>
    <context>
        <name>SpanCard</name>
        <message>
            <source>Place</source>
            <translation>الموضع</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الرمز</translation>
        </message>
        <message>
            <source>Remove the link</source>
            <translation>إزالة العلاقة</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>اختر…</translation>
        </message>
        <message>
            <source>Statement</source>
            <translation>تصريح</translation>
        </message>
    </context>
    <context>
        <name>SpanLines</name>
        <message>
            <source>Another coder</source>
            <translation>مرمِّز آخر</translation>
        </message>
    </context>
    <context>
        <name>StartPage</name>
        <message>
            <source>Open a project</source>
            <translation>فتح مشروع</translation>
        </message>
        <message>
            <source>Recent projects</source>
            <translation>المشاريع الأخيرة</translation>
        </message>
        <message>
            <source>New project…</source>
            <translation>مشروع جديد…</translation>
        </message>
        <message>
            <source>Choose a file…</source>
            <translation>اختيار ملف…</translation>
        </message>
        <message>
            <source>Open the sample</source>
            <translation>فتح المثال</translation>
        </message>
        <message>
            <source>The project was not opened</source>
            <translation>لم يُفتح المشروع</translation>
        </message>
        <message>
            <source>Restore a backup…</source>
            <translation>استرجاع نسخة احتياطية…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>المحاولة من جديد</translation>
        </message>
    </context>
    <context>
        <name>StateLine</name>
        <message>
            <source>Computing</source>
            <translation>جارٍ الحساب</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) in common</source>
            <translation>
                <numerusform>لا مقالات مشتركة</numerusform>
                <numerusform>مقال مشترك واحد</numerusform>
                <numerusform>مقالان مشتركان</numerusform>
                <numerusform>%Ln مقالات مشتركة</numerusform>
                <numerusform>%Ln مقالا مشتركا</numerusform>
                <numerusform>%Ln مقال مشترك</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) left out: others’ work there is not shown to you yet</source>
            <translation>
                <numerusform>لم يُستثن مقال</numerusform>
                <numerusform>استُثني مقال لا يُعرض عليك عمل غيرك فيه الآن</numerusform>
                <numerusform>استُثني مقالان لا يُعرض عليك عمل غيرك فيهما الآن</numerusform>
                <numerusform>استُثنيت %Ln مقالات لا يُعرض عليك عمل غيرك فيها الآن</numerusform>
                <numerusform>استُثني %Ln مقالا لا يُعرض عليك عمل غيرك فيها الآن</numerusform>
                <numerusform>استُثني %Ln مقال لا يُعرض عليك عمل غيرك فيها الآن</numerusform>
            </translation>
        </message>
        <message>
            <source>Provisional: the round %1 is open, so these figures can still change. Freeze it to publish.</source>
            <translation>أرقام مؤقتة: الجولة %1 مفتوحة، فقد تتغير هذه الأرقام. جمّدها قبل النشر.</translation>
        </message>
        <message>
            <source>%1 frozen %2</source>
            <translation>جُمّدت %1 في %2</translation>
        </message>
        <message>
            <source>seal %1</source>
            <translation>ختمها %1</translation>
        </message>
    </context>
    <context>
        <name>StatementForm</name>
        <message>
            <source>Statement</source>
            <translation>تصريح</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>تم</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>The codebook has no kind of statement yet.</source>
            <translation>لا نوع للتصريحات في دليل الترميز بعد.</translation>
        </message>
        <message>
            <source>Add one in the codebook</source>
            <translation>أضف نوعا في دليل الترميز</translation>
        </message>
        <message>
            <source>What kind of statement?</source>
            <translation>ما نوع التصريح؟</translation>
        </message>
    </context>
    <context>
        <name>StatementTypeForm</name>
        <message>
            <source>Id in exports: %1 · statements: %2</source>
            <translation>المعرّف في التصدير: %1 · التصريحات: %2</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Slots</source>
            <translation>الخانات</translation>
        </message>
        <message>
            <source>Read as</source>
            <translation>يُقرأ هكذا</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Add a slot</source>
            <translation>إضافة خانة</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>اختر…</translation>
        </message>
        <message>
            <source>One that is there</source>
            <translation>خانة موجودة</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>نقل إلى أعلى</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>نقل إلى أسفل</translation>
        </message>
        <message>
            <source>Take out</source>
            <translation>إخراج</translation>
        </message>
        <message>
            <source>The slots stand in braces; a click puts one in.</source>
            <translation>تُكتب الخانات بين قوسين معقوفين، والنقر على خانة يُدرجها.</translation>
        </message>
        <message>
            <source>Put in %1</source>
            <translation>إدراج %1</translation>
        </message>
    </context>
    <context>
        <name>StatementsPanel</name>
        <message>
            <source>Statements</source>
            <translation>التصريحات</translation>
        </message>
        <message>
            <source>incomplete</source>
            <translation>ناقص</translation>
        </message>
        <message>
            <source>New statement</source>
            <translation>تصريح جديد</translation>
        </message>
        <message>
            <source>Edit</source>
            <translation>تعديل</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>No statement yet. F5 makes one from the span in focus and what it is linked with.</source>
            <translation>لا تصريحات بعد. المفتاح F5 ينشئ تصريحا من المقطع الحالي وما يرتبط به.</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>Nobody codes yet</source>
            <translation>لا مرمِّز بعد</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln article(s) done</source>
            <translation>
                <numerusform>لا مقالات بعد</numerusform>
                <numerusform>المقالات المنجزة: %1 من %Ln</numerusform>
                <numerusform>المقالات المنجزة: %1 من %Ln</numerusform>
                <numerusform>المقالات المنجزة: %1 من %Ln</numerusform>
                <numerusform>المقالات المنجزة: %1 من %Ln</numerusform>
                <numerusform>المقالات المنجزة: %1 من %Ln</numerusform>
            </translation>
        </message>
        <message>
            <source>Round %1, frozen</source>
            <translation>الجولة %1، مجمَّدة</translation>
        </message>
        <message>
            <source>Round %1</source>
            <translation>الجولة %1</translation>
        </message>
        <message>
            <source>Paragraph %1</source>
            <translation>الفقرة %1</translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s)</source>
            <translation>
                <numerusform>لا مقاطع</numerusform>
                <numerusform>مقطع واحد</numerusform>
                <numerusform>مقطعان</numerusform>
                <numerusform>%Ln مقاطع</numerusform>
                <numerusform>%Ln مقطعا</numerusform>
                <numerusform>%Ln مقطع</numerusform>
            </translation>
        </message>
        <message>
            <source>right to left</source>
            <translation>من اليمين إلى اليسار</translation>
        </message>
        <message>
            <source>left to right</source>
            <translation>من اليسار إلى اليمين</translation>
        </message>
        <message>
            <source>automatic: %1</source>
            <translation>تلقائي: %1</translation>
        </message>
    </context>
    <context>
        <name>StrataTable</name>
        <message>
            <source>Strata</source>
            <translation>الطبقات</translation>
        </message>
        <message>
            <source>there are</source>
            <translation>الموجود</translation>
        </message>
        <message>
            <source>drawn</source>
            <translation>المسحوب</translation>
        </message>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>لا غيرها</numerusform>
                <numerusform>واحدة أخرى</numerusform>
                <numerusform>اثنتان أخريان</numerusform>
                <numerusform>%Ln أخرى</numerusform>
                <numerusform>%Ln أخرى</numerusform>
                <numerusform>%Ln أخرى</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Strip</name>
        <message>
            <source>Show or hide the spans of %1</source>
            <translation>إظهار مقاطع %1 أو إخفاؤها</translation>
        </message>
        <message>
            <source>Settled spans are ticked.</source>
            <translation>علامة ✓ تعني أن المقطع معتمد.</translation>
        </message>
        <message>
            <source>A’s lines are under the words, B’s over them.</source>
            <translation>خطوط A تحت الكلمات وخطوط B فوقها.</translation>
        </message>
        <message>
            <source>List</source>
            <translation>القائمة</translation>
        </message>
        <message>
            <source>Differences only</source>
            <translation>الاختلافات وحدها</translation>
        </message>
        <message>
            <source>Without names</source>
            <translation>بلا أسماء</translation>
        </message>
        <message>
            <source>Side by side</source>
            <translation>جنبا إلى جنب</translation>
        </message>
    </context>
    <context>
        <name>Surface</name>
        <message>
            <source>Article</source>
            <translation>مقال</translation>
        </message>
    </context>
    <context>
        <name>TablePage</name>
        <message>
            <source>Figures by label</source>
            <translation>الأرقام بحسب الرمز</translation>
        </message>
        <message>
            <source>Measures</source>
            <translation>المقاييس</translation>
        </message>
        <message>
            <source>Label</source>
            <translation>الرمز</translation>
        </message>
    </context>
    <context>
        <name>TakeBackDialog</name>
        <message>
            <source>Take back</source>
            <translation>استلام</translation>
        </message>
        <message>
            <source>Articles</source>
            <translation>المقالات</translation>
        </message>
        <message>
            <source>Article</source>
            <translation>المقال</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>الحالة</translation>
        </message>
        <message>
            <source>New</source>
            <translation>جديد</translation>
        </message>
        <message>
            <source>Changed</source>
            <translation>معدَّل</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>محذوف</translation>
        </message>
        <message>
            <source>Held back, and why</source>
            <translation>ما لم يؤخذ، ولماذا</translation>
        </message>
        <message>
            <source>Carry the work over to texts that were corrected here</source>
            <translation>نقل العمل إلى النصوص التي صُحِّحت هنا</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>From %1, round %2</source>
            <translation>من %1، الجولة %2</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln article(s) done</source>
            <translation>
                <numerusform>لا مقالات</numerusform>
                <numerusform>المنجز %1 من مقال واحد</numerusform>
                <numerusform>المنجز %1 من مقالين</numerusform>
                <numerusform>المنجز %1 من %Ln مقالات</numerusform>
                <numerusform>المنجز %1 من %Ln مقالا</numerusform>
                <numerusform>المنجز %1 من %Ln مقال</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new span(s)</source>
            <translation>
                <numerusform>لا مقاطع جديدة</numerusform>
                <numerusform>مقطع جديد واحد</numerusform>
                <numerusform>مقطعان جديدان</numerusform>
                <numerusform>%Ln مقاطع جديدة</numerusform>
                <numerusform>%Ln مقطعا جديدا</numerusform>
                <numerusform>%Ln مقطع جديد</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln changed</source>
            <translation>
                <numerusform>لا معدَّل</numerusform>
                <numerusform>معدَّل واحد</numerusform>
                <numerusform>معدَّلان</numerusform>
                <numerusform>%Ln معدَّلة</numerusform>
                <numerusform>%Ln معدَّلا</numerusform>
                <numerusform>%Ln معدَّل</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln removed</source>
            <translation>
                <numerusform>لا محذوف</numerusform>
                <numerusform>محذوف واحد</numerusform>
                <numerusform>محذوفان</numerusform>
                <numerusform>%Ln محذوفة</numerusform>
                <numerusform>%Ln محذوفا</numerusform>
                <numerusform>%Ln محذوف</numerusform>
            </translation>
        </message>
        <message>
            <source>no span is new or changed</source>
            <translation>لا مقطع جديدا ولا معدَّلا</translation>
        </message>
        <message numerus="yes">
            <source>%Ln note(s)</source>
            <translation>
                <numerusform>لا ملاحظات</numerusform>
                <numerusform>ملاحظة واحدة</numerusform>
                <numerusform>ملاحظتان</numerusform>
                <numerusform>%Ln ملاحظات</numerusform>
                <numerusform>%Ln ملاحظة</numerusform>
                <numerusform>%Ln ملاحظة</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new actor(s)</source>
            <translation>
                <numerusform>لا فاعلين جددا</numerusform>
                <numerusform>فاعل جديد واحد</numerusform>
                <numerusform>فاعلان جديدان</numerusform>
                <numerusform>%Ln فاعلين جدد</numerusform>
                <numerusform>%Ln فاعلا جديدا</numerusform>
                <numerusform>%Ln فاعل جديد</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln action(s) here already</source>
            <translation>
                <numerusform>لا إجراءات معروفة</numerusform>
                <numerusform>إجراء واحد موجود من قبل</numerusform>
                <numerusform>إجراءان موجودان من قبل</numerusform>
                <numerusform>%Ln إجراءات موجودة من قبل</numerusform>
                <numerusform>%Ln إجراء موجودا من قبل</numerusform>
                <numerusform>%Ln إجراء موجود من قبل</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s) carried over</source>
            <translation>
                <numerusform>لا مقاطع منقولة</numerusform>
                <numerusform>مقطع منقول واحد</numerusform>
                <numerusform>مقطعان منقولان</numerusform>
                <numerusform>%Ln مقاطع منقولة</numerusform>
                <numerusform>%Ln مقطعا منقولا</numerusform>
                <numerusform>%Ln مقطع منقول</numerusform>
            </translation>
        </message>
        <message>
            <source>All that is new in this file is held back; there is nothing to take in.</source>
            <translation>كل جديد في هذا الملف لم يؤخذ، فلا شيء يُستلم.</translation>
        </message>
        <message>
            <source>All that is in this file is here already.</source>
            <translation>كل ما في هذا الملف موجود هنا من قبل.</translation>
        </message>
        <message>
            <source>Nothing was done in this file yet.</source>
            <translation>لم يُنجَز شيء في هذا الملف بعد.</translation>
        </message>
        <message>
            <source>Taking it back</source>
            <translation>يجري الاستلام</translation>
        </message>
    </context>
    <context>
        <name>TakeInDialog</name>
        <message>
            <source>Import articles</source>
            <translation>استيراد مقالات</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>الملفات</translation>
        </message>
        <message>
            <source>No files chosen yet.</source>
            <translation>لم تُختر ملفات بعد.</translation>
        </message>
        <message>
            <source>Choose files…</source>
            <translation>اختيار ملفات…</translation>
        </message>
        <message>
            <source>A whole folder…</source>
            <translation>مجلد كامل…</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>إلغاء</translation>
        </message>
        <message>
            <source>Import</source>
            <translation>استيراد</translation>
        </message>
        <message>
            <source>As each file’s name says</source>
            <translation>بحسب اسم كل ملف</translation>
        </message>
        <message>
            <source>Found from the bytes</source>
            <translation>يُكتشف من محتوى الملف</translation>
        </message>
        <message>
            <source>Format</source>
            <translation>الصيغة</translation>
        </message>
        <message>
            <source>Encoding of plain text</source>
            <translation>ترميز المحارف في النص العادي</translation>
        </message>
        <message>
            <source>Articles (%1);;All files (*)</source>
            <translation>المقالات (%1);;كل الملفات (*)</translation>
        </message>
        <message>
            <source>Choose files</source>
            <translation>اختيار ملفات</translation>
        </message>
        <message>
            <source>A whole folder</source>
            <translation>مجلد كامل</translation>
        </message>
        <message>
            <source>Importing articles</source>
            <translation>استيراد المقالات</translation>
        </message>
    </context>
    <context>
        <name>TakenDialog</name>
        <message>
            <source>Imported</source>
            <translation>تم الاستيراد</translation>
        </message>
        <message>
            <source>To look at</source>
            <translation>ما يحتاج إلى نظر</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) came in</source>
            <translation>
                <numerusform>لم يُستورد أي مقال</numerusform>
                <numerusform>استُورد مقال واحد</numerusform>
                <numerusform>استُورد مقالان</numerusform>
                <numerusform>استُوردت %Ln مقالات</numerusform>
                <numerusform>استُورد %Ln مقالا</numerusform>
                <numerusform>استُورد %Ln مقال</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) here already</source>
            <translation>
                <numerusform>لا مقال موجودا من قبل</numerusform>
                <numerusform>مقال واحد موجود من قبل</numerusform>
                <numerusform>مقالان موجودان من قبل</numerusform>
                <numerusform>%Ln مقالات موجودة من قبل</numerusform>
                <numerusform>%Ln مقالا موجودا من قبل</numerusform>
                <numerusform>%Ln مقال موجود من قبل</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s) came with them</source>
            <translation>
                <numerusform>لا مقاطع معها</numerusform>
                <numerusform>معها مقطع واحد</numerusform>
                <numerusform>معها مقطعان</numerusform>
                <numerusform>معها %Ln مقاطع</numerusform>
                <numerusform>معها %Ln مقطعا</numerusform>
                <numerusform>معها %Ln مقطع</numerusform>
            </translation>
        </message>
        <message>
            <source>New labels: %1</source>
            <translation>رموز جديدة: %1</translation>
        </message>
    </context>
    <context>
        <name>TakingApart</name>
        <message>
            <source>Put the caret in a word, or select one.</source>
            <translation>ضع المؤشر في كلمة أو حدِّد كلمة.</translation>
        </message>
        <message>
            <source>Nothing is joined to this word.</source>
            <translation>لا شيء متصل بأول هذه الكلمة.</translation>
        </message>
        <message>
            <source>Enter: inner head · Delete: none</source>
            <translation>Enter: نواة المقطع · Delete: بلا نواة</translation>
        </message>
        <message>
            <source>Enter: only this · Shift+Enter: whole word, this its head</source>
            <translation>Enter: هذا وحده · Shift+Enter: الكلمة كلها، وهذا نواتها</translation>
        </message>
        <message>
            <source>Press a label’s key: it is put on the whole word, and this is its inner head.</source>
            <translation>اضغط مفتاح رمز: يوضع على الكلمة كلها، وهذا نواتها.</translation>
        </message>
    </context>
    <context>
        <name>TextDialog</name>
        <message>
            <source>Text of this project</source>
            <translation>مظهر النص في هذا المشروع</translation>
        </message>
        <message>
            <source>Comfortable</source>
            <translation>مريح</translation>
        </message>
        <message>
            <source>Loose</source>
            <translation>متباعد</translation>
        </message>
        <message>
            <source>Font</source>
            <translation>الخط</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>الحجم</translation>
        </message>
        <message>
            <source>Line height</source>
            <translation>تباعد الأسطر</translation>
        </message>
        <message>
            <source>It holds for this project, on this computer.</source>
            <translation>يسري على هذا المشروع في هذا الحاسوب.</translation>
        </message>
        <message>
            <source>As in the preferences</source>
            <translation>كما في التفضيلات</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>TouchedList</name>
        <message>
            <source>Coded under an older definition</source>
            <translation>رُمّز وفق تعريف أقدم</translation>
        </message>
        <message>
            <source>Tick all</source>
            <translation>تحديد الكل</translation>
        </message>
        <message>
            <source>Coded under an older definition: %1</source>
            <translation>رُمّز وفق تعريف أقدم: %1</translation>
        </message>
        <message>
            <source>settled</source>
            <translation>المعتمد</translation>
        </message>
        <message>
            <source>frozen, and stay as they are</source>
            <translation>المجمَّد الذي يبقى كما هو</translation>
        </message>
        <message>
            <source>the first %1 are listed</source>
            <translation>المعروض أولها وعدده %1</translation>
        </message>
        <message>
            <source>Its round is frozen: it stays as it was handed in</source>
            <translation>جولته مجمَّدة، فيبقى كما سُلِّم</translation>
        </message>
        <message>
            <source>They hold as they are (%1)</source>
            <translation>صحيحة كما هي (%1)</translation>
        </message>
        <message>
            <source>They hold as they are</source>
            <translation>صحيحة كما هي</translation>
        </message>
    </context>
    <context>
        <name>Travel</name>
        <message>
            <source>Looking at what came back</source>
            <translation>فحص الحزمة العائدة</translation>
        </message>
        <message>
            <source>Packages (*%1);;All files (*)</source>
            <translation>الحزم (*%1);;كل الملفات (*)</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>استلام حزمة</translation>
        </message>
    </context>
    <context>
        <name>TwoArticles</name>
        <message>
            <source>Two articles side by side</source>
            <translation>مقالان جنبا إلى جنب</translation>
        </message>
        <message>
            <source>Scroll both together</source>
            <translation>تمريرهما معا</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>VariableForm</name>
        <message>
            <source>Id in exports: %1 · values: %2</source>
            <translation>المعرّف في التصدير: %1 · القيم: %2</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>القواعد</translation>
        </message>
        <message>
            <source>Choices</source>
            <translation>الخيارات</translation>
        </message>
        <message>
            <source>Add a choice</source>
            <translation>إضافة خيار</translation>
        </message>
        <message>
            <source>Move up</source>
            <translation>نقل إلى أعلى</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>نقل إلى أسفل</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>حذف</translation>
        </message>
        <message>
            <source>Choice %1</source>
            <translation>الخيار %1</translation>
        </message>
        <message>
            <source>Type</source>
            <translation>النوع</translation>
        </message>
        <message>
            <source>The type stays while there are values</source>
            <translation>يبقى النوع ما دامت هناك قيم</translation>
        </message>
        <message>
            <source>First choice</source>
            <translation>الخيار الأول</translation>
        </message>
        <message>
            <source>Required</source>
            <translation>مطلوب</translation>
        </message>
        <message>
            <source>From</source>
            <translation>من</translation>
        </message>
        <message>
            <source>To</source>
            <translation>إلى</translation>
        </message>
        <message>
            <source>always</source>
            <translation>بلا شرط</translation>
        </message>
        <message>
            <source>Asked only if</source>
            <translation>شرط السؤال عنه</translation>
        </message>
        <message>
            <source>One of several</source>
            <translation>خيار واحد</translation>
        </message>
        <message>
            <source>Several choices</source>
            <translation>عدة خيارات</translation>
        </message>
        <message>
            <source>Yes or no</source>
            <translation>نعم أو لا</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>عدد</translation>
        </message>
        <message>
            <source>Scale (whole numbers)</source>
            <translation>مقياس (أعداد صحيحة)</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>نص</translation>
        </message>
        <message>
            <source>Actor</source>
            <translation>فاعل</translation>
        </message>
        <message>
            <source>Coded segment</source>
            <translation>مقطع مرمَّز</translation>
        </message>
        <message>
            <source>all labels</source>
            <translation>كل الرموز</translation>
        </message>
        <message>
            <source>Carried by</source>
            <translation>تحمله</translation>
        </message>
        <message>
            <source>any segment</source>
            <translation>أي مقطع</translation>
        </message>
        <message>
            <source>no segment</source>
            <translation>لا مقاطع</translation>
        </message>
        <message>
            <source>Takes segments of</source>
            <translation>يقبل مقاطع من</translation>
        </message>
        <message>
            <source>is</source>
            <translation>حين تكون قيمته</translation>
        </message>
    </context>
    <context>
        <name>VariablesPage</name>
        <message>
            <source>Figures of variables and attributes</source>
            <translation>أرقام المتغيّرات</translation>
        </message>
        <message>
            <source>No two coders answered the same variable, in an article or of a span in common.</source>
            <translation>لم يجب مرمِّزان عن متغيّر واحد، لا في مقال ولا في مقطع مشترك بينهما.</translation>
        </message>
        <message>
            <source>article variable</source>
            <translation>متغيّر المقال</translation>
        </message>
        <message>
            <source>attribute</source>
            <translation>متغيّر المقطع</translation>
        </message>
        <message>
            <source>Variable</source>
            <translation>المتغيّر</translation>
        </message>
    </context>
    <context>
        <name>WelcomeDialog</name>
        <message>
            <source>Welcome</source>
            <translation>أهلا بك</translation>
        </message>
        <message>
            <source>Here you read news texts and mark who acts, who speaks and how things are framed.</source>
            <translation>هنا تقرأ نصوص الأخبار وتحدِّد فيها من يفعل ومن يقول وكيف تُؤطَّر الأحداث.</translation>
        </message>
        <message>
            <source>Under which name do you code?</source>
            <translation>بأي اسم تُرمِّز؟</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>اسمك</translation>
        </message>
        <message>
            <source>Your name, as colleagues know it</source>
            <translation>اسمك كما يعرفه زملاؤك</translation>
        </message>
        <message>
            <source>Every action is signed with it. It stays in your project files; nothing leaves this machine.</source>
            <translation>يُوقَّع به كل إجراء. يبقى في ملفات مشاريعك، ولا يغادر هذا الجهاز شيء.</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>ليس الآن</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>ابدأ</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message>
            <source>Annotator</source>
            <translation>ترميز النصوص</translation>
        </message>
    </context>
    <context>
        <name>WordListForm</name>
        <message>
            <source>Also with joined particles and endings</source>
            <translation>مع السوابق واللواحق المتصلة أيضا</translation>
        </message>
        <message numerus="yes">
            <source>%Ln word(s), one a line</source>
            <translation>
                <numerusform>لا كلمات بعد: كلمة في كل سطر</numerusform>
                <numerusform>كلمة واحدة</numerusform>
                <numerusform>كلمتان، كلمة في كل سطر</numerusform>
                <numerusform>%Ln كلمات، كلمة في كل سطر</numerusform>
                <numerusform>%Ln كلمة، كلمة في كل سطر</numerusform>
                <numerusform>%Ln كلمة، كلمة في كل سطر</numerusform>
            </translation>
        </message>
        <message>
            <source>Name</source>
            <translation>الاسم</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>اللغة</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>اللون</translation>
        </message>
        <message>
            <source>Words</source>
            <translation>الكلمات</translation>
        </message>
    </context>
    <context>
        <name>WordLists</name>
        <message>
            <source>Arabic</source>
            <translation>العربية</translation>
        </message>
        <message>
            <source>Persian</source>
            <translation>الفارسية</translation>
        </message>
        <message>
            <source>Urdu</source>
            <translation>الأردية</translation>
        </message>
        <message>
            <source>Hebrew</source>
            <translation>العبرية</translation>
        </message>
        <message>
            <source>English</source>
            <translation>الإنجليزية</translation>
        </message>
    </context>
    <context>
        <name>WordListsDialog</name>
        <message>
            <source>Word lists</source>
            <translation>قوائم الكلمات</translation>
        </message>
        <message>
            <source>No word list is in this project yet. Add one that comes with the program, or your own.</source>
            <translation>لا قائمة كلمات في هذا المشروع بعد. أضف قائمة مما يأتي مع البرنامج، أو قائمة من عندك.</translation>
        </message>
        <message>
            <source>Add a list</source>
            <translation>إضافة قائمة</translation>
        </message>
        <message>
            <source>Delete the list</source>
            <translation>حذف القائمة</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
        <message numerus="yes">
            <source>%Ln word(s)</source>
            <translation>
                <numerusform>لا كلمات</numerusform>
                <numerusform>كلمة واحدة</numerusform>
                <numerusform>كلمتان</numerusform>
                <numerusform>%Ln كلمات</numerusform>
                <numerusform>%Ln كلمة</numerusform>
                <numerusform>%Ln كلمة</numerusform>
            </translation>
        </message>
        <message>
            <source>A list of my own</source>
            <translation>قائمة من عندي</translation>
        </message>
        <message>
            <source>New list</source>
            <translation>قائمة جديدة</translation>
        </message>
    </context>
    <context>
        <name>WrittenDialog</name>
        <message>
            <source>Exported</source>
            <translation>تم التصدير</translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>لا مقالات</numerusform>
                <numerusform>مقال واحد</numerusform>
                <numerusform>مقالان</numerusform>
                <numerusform>%Ln مقالات</numerusform>
                <numerusform>%Ln مقالا</numerusform>
                <numerusform>%Ln مقال</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s)</source>
            <translation>
                <numerusform>لا مقاطع</numerusform>
                <numerusform>مقطع واحد</numerusform>
                <numerusform>مقطعان</numerusform>
                <numerusform>%Ln مقاطع</numerusform>
                <numerusform>%Ln مقطعا</numerusform>
                <numerusform>%Ln مقطع</numerusform>
            </translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>إظهار المجلد</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>إغلاق</translation>
        </message>
    </context>
    <context>
        <name>_Labels</name>
        <message>
            <source>Show or hide its spans (Ctrl+Space). With Alt: this label alone.</source>
            <translation>إظهار مقاطعه أو إخفاؤها (Ctrl+Space)، ومع Alt: هذا الرمز وحده.</translation>
        </message>
    </context>
    <context>
        <name>_Nothing</name>
        <message>
            <source>Choose a part of the codebook at the side, or add one.</source>
            <translation>اختر جزءا من الدليل من الجانب، أو أضف جديدا.</translation>
        </message>
    </context>
    <context>
        <name>_Pane</name>
        <message>
            <source>Article</source>
            <translation>المقال</translation>
        </message>
        <message>
            <source>Whose coding is shown</source>
            <translation>صاحب الترميز المعروض</translation>
        </message>
        <message>
            <source>Find an article</source>
            <translation>البحث عن مقال</translation>
        </message>
        <message>
            <source>Settled coding</source>
            <translation>الترميز المعتمد</translation>
        </message>
        <message>
            <source>Not coded</source>
            <translation>غير مرمَّز</translation>
        </message>
    </context>
</TS>

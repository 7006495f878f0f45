<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>ActorPopup</name>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>%Ln article</numerusform>
                <numerusform>%Ln articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ActorRegister</name>
        <message numerus="yes">
            <source>Split off the ticked (%Ln)</source>
            <translation>
                <numerusform>Split off the ticked (%Ln)</numerusform>
                <numerusform>Split off the ticked (%Ln)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BoundaryDialog</name>
        <message numerus="yes">
            <source>Mend the ticked ones (%Ln)</source>
            <translation>
                <numerusform>Mend the ticked ones (%Ln)</numerusform>
                <numerusform>Mend the ticked ones (%Ln)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>BulkDialog</name>
        <message numerus="yes">
            <source>Settle %Ln</source>
            <translation>
                <numerusform>Settle %Ln</numerusform>
                <numerusform>Settle %Ln</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Cases</name>
        <message numerus="yes">
            <source>Show more (%Ln)</source>
            <translation>
                <numerusform>Show more (%Ln)</numerusform>
                <numerusform>Show more (%Ln)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CasesPage</name>
        <message numerus="yes">
            <source>%Ln case(s)</source>
            <translation>
                <numerusform>%Ln case</numerusform>
                <numerusform>%Ln cases</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>the first %Ln case(s)</source>
            <translation>
                <numerusform>the first %Ln case</numerusform>
                <numerusform>the first %Ln cases</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClashesDialog</name>
        <message numerus="yes">
            <source>and %Ln with it</source>
            <translation>
                <numerusform>and %Ln with it</numerusform>
                <numerusform>and %Ln with it</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ClinicWindow</name>
        <message numerus="yes">
            <source>%Ln case(s)</source>
            <translation>
                <numerusform>%Ln case</numerusform>
                <numerusform>%Ln cases</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Coding</name>
        <message numerus="yes">
            <source>%Ln word(s)</source>
            <translation>
                <numerusform>%Ln word</numerusform>
                <numerusform>%Ln words</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CorrectionDialog</name>
        <message numerus="yes">
            <source>%Ln span(s) keep their words</source>
            <translation>
                <numerusform>%Ln span keep their words</numerusform>
                <numerusform>%Ln spans keep their words</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln to look at</source>
            <translation>
                <numerusform>%Ln to look at</numerusform>
                <numerusform>%Ln to look at</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln would lose all their words</source>
            <translation>
                <numerusform>%Ln would lose all their words</numerusform>
                <numerusform>%Ln would lose all their words</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Correct, and delete %Ln span(s)</source>
            <translation>
                <numerusform>Correct, and delete %Ln span</numerusform>
                <numerusform>Correct, and delete %Ln spans</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Correct, then look at %Ln span(s)</source>
            <translation>
                <numerusform>Correct, then look at %Ln span</numerusform>
                <numerusform>Correct, then look at %Ln spans</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EveryDialog</name>
        <message numerus="yes">
            <source>%Ln place(s)</source>
            <translation>
                <numerusform>%Ln place</numerusform>
                <numerusform>%Ln places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln coded already</source>
            <translation>
                <numerusform>%Ln coded already</numerusform>
                <numerusform>%Ln coded already</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>EveryModel</name>
        <message numerus="yes">
            <source>%Ln place(s)</source>
            <translation>
                <numerusform>%Ln place</numerusform>
                <numerusform>%Ln places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln coded already</source>
            <translation>
                <numerusform>%Ln coded already</numerusform>
                <numerusform>%Ln coded already</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message numerus="yes">
            <source>%Ln article(s) in the project</source>
            <translation>
                <numerusform>%Ln article in the project</numerusform>
                <numerusform>%Ln articles in the project</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FeedbackDialog</name>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>%Ln article</numerusform>
                <numerusform>%Ln articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Foreseen</name>
        <message numerus="yes">
            <source>%Ln would be settled</source>
            <translation>
                <numerusform>%Ln would be settled</numerusform>
                <numerusform>%Ln would be settled</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln article(s)</source>
            <translation>
                <numerusform>in %Ln article</numerusform>
                <numerusform>in %Ln articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FoundModel</name>
        <message numerus="yes">
            <source>%Ln place(s)</source>
            <translation>
                <numerusform>%Ln place</numerusform>
                <numerusform>%Ln places</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FoundPanel</name>
        <message numerus="yes">
            <source>%Ln place(s)</source>
            <translation>
                <numerusform>%Ln place</numerusform>
                <numerusform>%Ln places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %Ln article(s)</source>
            <translation>
                <numerusform>in %Ln article</numerusform>
                <numerusform>in %Ln articles</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FreezeDialog</name>
        <message numerus="yes">
            <source>%Ln coding(s) begun under another version of the codebook.</source>
            <translation>
                <numerusform>%Ln coding begun under another version of the codebook.</numerusform>
                <numerusform>%Ln codings begun under another version of the codebook.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>HandOverDialog</name>
        <message numerus="yes">
            <source>%Ln article(s) will be handed over</source>
            <translation>
                <numerusform>%Ln article will be handed over</numerusform>
                <numerusform>%Ln articles will be handed over</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MergeDialog</name>
        <message numerus="yes">
            <source>Merged. What is to be settled: %Ln.</source>
            <translation>
                <numerusform>Merged. What is to be settled: %Ln.</numerusform>
                <numerusform>Merged. What is to be settled: %Ln.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Merged. %Ln action(s) came in.</source>
            <translation>
                <numerusform>Merged. %Ln action came in.</numerusform>
                <numerusform>Merged. %Ln actions came in.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln action(s) are here already.</source>
            <translation>
                <numerusform>%Ln action are here already.</numerusform>
                <numerusform>%Ln actions are here already.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new action(s).</source>
            <translation>
                <numerusform>%Ln new action.</numerusform>
                <numerusform>%Ln new actions.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln action(s)</source>
            <translation>
                <numerusform>%Ln action</numerusform>
                <numerusform>%Ln actions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new segment(s)</source>
            <translation>
                <numerusform>%Ln new segment</numerusform>
                <numerusform>%Ln new segments</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln segment(s) come to another version of their text here.</source>
            <translation>
                <numerusform>%Ln segment come to another version of their text here.</numerusform>
                <numerusform>%Ln segments come to another version of their text here.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>and %Ln more</source>
            <translation>
                <numerusform>and %Ln more</numerusform>
                <numerusform>and %Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>MergePage</name>
        <message numerus="yes">
            <source>%Ln actor(s) chosen</source>
            <translation>
                <numerusform>%Ln actor chosen</numerusform>
                <numerusform>%Ln actors chosen</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NewRound</name>
        <message numerus="yes">
            <source>%1 of %Ln article(s)</source>
            <translation>
                <numerusform>%1 of %Ln article</numerusform>
                <numerusform>%1 of %Ln articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>for each of %Ln coder(s)</source>
            <translation>
                <numerusform>for each of %Ln coder</numerusform>
                <numerusform>for each of %Ln coders</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>NotesCard</name>
        <message numerus="yes">
            <source>Resolved notes (%Ln)</source>
            <translation>
                <numerusform>Resolved notes (%Ln)</numerusform>
                <numerusform>Resolved notes (%Ln)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Package</name>
        <message numerus="yes">
            <source>%Ln article(s) to code</source>
            <translation>
                <numerusform>%Ln article to code</numerusform>
                <numerusform>%Ln articles to code</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Policy</name>
        <message numerus="yes">
            <source>The boundary policy would settle %Ln</source>
            <translation>
                <numerusform>The boundary policy would settle %Ln</numerusform>
                <numerusform>The boundary policy would settle %Ln</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>of %Ln open ones here.</source>
            <translation>
                <numerusform>of %Ln open ones here.</numerusform>
                <numerusform>of %Ln open ones here.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueueModel</name>
        <message numerus="yes">
            <source>%Ln open</source>
            <translation>
                <numerusform>%Ln open</numerusform>
                <numerusform>%Ln open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln agreed</source>
            <translation>
                <numerusform>%Ln agreed</numerusform>
                <numerusform>%Ln agreed</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message numerus="yes">
            <source>%Ln settled</source>
            <translation>
                <numerusform>%Ln settled</numerusform>
                <numerusform>%Ln settled</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln open</source>
            <translation>
                <numerusform>%Ln open</numerusform>
                <numerusform>%Ln open</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln agreed</source>
            <translation>
                <numerusform>%Ln agreed</numerusform>
                <numerusform>%Ln agreed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Labels and values that wait here: %Ln.</source>
            <translation>
                <numerusform>Labels and values that wait here: %Ln.</numerusform>
                <numerusform>Labels and values that wait here: %Ln.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Waiting for their unit: %Ln.</source>
            <translation>
                <numerusform>Waiting for their unit: %Ln.</numerusform>
                <numerusform>Waiting for their unit: %Ln.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Reading</name>
        <message numerus="yes">
            <source>%Ln span(s) not shown here</source>
            <translation>
                <numerusform>%Ln span not shown here</numerusform>
                <numerusform>%Ln spans not shown here</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RestoreDialog</name>
        <message numerus="yes">
            <source>%Ln action(s) since</source>
            <translation>
                <numerusform>%Ln action since</numerusform>
                <numerusform>%Ln actions since</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln action(s) in the backup alone</source>
            <translation>
                <numerusform>%Ln action in the backup alone</numerusform>
                <numerusform>%Ln actions in the backup alone</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The project has %Ln span(s) more</source>
            <translation>
                <numerusform>The project has %Ln span more</numerusform>
                <numerusform>The project has %Ln spans more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The backup has %Ln span(s) more</source>
            <translation>
                <numerusform>The backup has %Ln span more</numerusform>
                <numerusform>The backup has %Ln spans more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>%Ln article</numerusform>
                <numerusform>%Ln articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s)</source>
            <translation>
                <numerusform>%Ln span</numerusform>
                <numerusform>%Ln spans</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Rounds</name>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>%Ln article</numerusform>
                <numerusform>%Ln articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>All %Ln article(s)</source>
            <translation>
                <numerusform>All %Ln article</numerusform>
                <numerusform>All %Ln articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln article(s), drawn by the seed %2</source>
            <translation>
                <numerusform>%1 of %Ln article, drawn by the seed %2</numerusform>
                <numerusform>%1 of %Ln articles, drawn by the seed %2</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 of %Ln article(s) done</source>
            <translation>
                <numerusform>%1 of %Ln article done</numerusform>
                <numerusform>%1 of %Ln articles done</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScorePanel</name>
        <message numerus="yes">
            <source>In %Ln article(s) of this round so far: F1 %1, with overlaps %2.</source>
            <translation>
                <numerusform>In %Ln article of this round so far: F1 %1, with overlaps %2.</numerusform>
                <numerusform>In %Ln articles of this round so far: F1 %1, with overlaps %2.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ShownBar</name>
        <message numerus="yes">
            <source>%Ln span(s) of this article hidden by the filter.</source>
            <translation>
                <numerusform>%Ln span of this article hidden by the filter.</numerusform>
                <numerusform>%Ln spans of this article hidden by the filter.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Sides</name>
        <message numerus="yes">
            <source>%Ln thing(s) depend on it and go the same way.</source>
            <translation>
                <numerusform>%Ln thing depend on it and go the same way.</numerusform>
                <numerusform>%Ln things depend on it and go the same way.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StateLine</name>
        <message numerus="yes">
            <source>%Ln article(s) in common</source>
            <translation>
                <numerusform>%Ln article in common</numerusform>
                <numerusform>%Ln articles in common</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) left out: others’ work there is not shown to you yet</source>
            <translation>
                <numerusform>%Ln article left out: others’ work there is not shown to you yet</numerusform>
                <numerusform>%Ln articles left out: others’ work there is not shown to you yet</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message numerus="yes">
            <source>%1 of %Ln article(s) done</source>
            <translation>
                <numerusform>%1 of %Ln article done</numerusform>
                <numerusform>%1 of %Ln articles done</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s)</source>
            <translation>
                <numerusform>%Ln span</numerusform>
                <numerusform>%Ln spans</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>StrataTable</name>
        <message numerus="yes">
            <source>%Ln more</source>
            <translation>
                <numerusform>%Ln more</numerusform>
                <numerusform>%Ln more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TakeBackDialog</name>
        <message numerus="yes">
            <source>%1 of %Ln article(s) done</source>
            <translation>
                <numerusform>%1 of %Ln article done</numerusform>
                <numerusform>%1 of %Ln articles done</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new span(s)</source>
            <translation>
                <numerusform>%Ln new span</numerusform>
                <numerusform>%Ln new spans</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln changed</source>
            <translation>
                <numerusform>%Ln changed</numerusform>
                <numerusform>%Ln changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln removed</source>
            <translation>
                <numerusform>%Ln removed</numerusform>
                <numerusform>%Ln removed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln note(s)</source>
            <translation>
                <numerusform>%Ln note</numerusform>
                <numerusform>%Ln notes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln new actor(s)</source>
            <translation>
                <numerusform>%Ln new actor</numerusform>
                <numerusform>%Ln new actors</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln action(s) here already</source>
            <translation>
                <numerusform>%Ln action here already</numerusform>
                <numerusform>%Ln actions here already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s) carried over</source>
            <translation>
                <numerusform>%Ln span carried over</numerusform>
                <numerusform>%Ln spans carried over</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TakenDialog</name>
        <message numerus="yes">
            <source>%Ln article(s) came in</source>
            <translation>
                <numerusform>%Ln article came in</numerusform>
                <numerusform>%Ln articles came in</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln article(s) here already</source>
            <translation>
                <numerusform>%Ln article here already</numerusform>
                <numerusform>%Ln articles here already</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s) came with them</source>
            <translation>
                <numerusform>%Ln span came with them</numerusform>
                <numerusform>%Ln spans came with them</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WordListForm</name>
        <message numerus="yes">
            <source>%Ln word(s), one a line</source>
            <translation>
                <numerusform>%Ln word, one a line</numerusform>
                <numerusform>%Ln words, one a line</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WordListsDialog</name>
        <message numerus="yes">
            <source>%Ln word(s)</source>
            <translation>
                <numerusform>%Ln word</numerusform>
                <numerusform>%Ln words</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WrittenDialog</name>
        <message numerus="yes">
            <source>%Ln article(s)</source>
            <translation>
                <numerusform>%Ln article</numerusform>
                <numerusform>%Ln articles</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%Ln span(s)</source>
            <translation>
                <numerusform>%Ln span</numerusform>
                <numerusform>%Ln spans</numerusform>
            </translation>
        </message>
    </context>
</TS>

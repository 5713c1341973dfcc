// Two people in one section.
#include "models/review/sectionmerge.h"

#include <QTest>

using namespace qd;
using namespace qd::review;

namespace {

const QString base = QStringLiteral("The pool was small. Nobody knew. We found it late.\n\n- alert on the pool\n- raise it");

MergedText merge(const QString &mine, const QString &theirs)
{
    return mergeTexts(base, mine, theirs, QStringLiteral("Ana"), QStringLiteral("Lee"));
}

QString changed(const char *from, const char *to)
{
    return QString(base).replace(QLatin1String(from), QLatin1String(to));
}

EventId id(int number)
{
    return EventId::make(fromMsecs(1'800'000'000'000 + number));
}

} // namespace

class TestSectionMerge : public QObject
{
    Q_OBJECT

private slots:
    void twoParagraphsAreBothKept()
    {
        const MergedText merged = merge(changed("- raise it", "- raise it to 50"), QStringLiteral("In short:\n\n") + base);
        QVERIFY(merged.conflicts.empty());
        QVERIFY(merged.text.startsWith(QLatin1String("In short:")));
        QVERIFY(merged.text.endsWith(QLatin1String("to 50")));
    }

    void twoSentencesOfOneParagraphAreBothKept()
    {
        const MergedText merged =
            merge(changed("The pool was small.", "The pool held ten."), changed("We found it late.", "We found it at 14:20."));
        QVERIFY(merged.conflicts.empty());
        QVERIFY(merged.text.startsWith(QLatin1String("The pool held ten. Nobody knew. We found it at 14:20.\n")));
    }

    void aTrueConflictKeepsBothWithTheirNames()
    {
        const MergedText merged = merge(changed("- raise it", "- raise it to 50"), changed("- raise it", "- raise it to 80"));
        QCOMPARE(merged.conflicts.size(), 1u);
        QCOMPARE(merged.conflicts[0].mine, QStringLiteral("- raise it to 50"));
        QCOMPARE(merged.conflicts[0].theirs, QStringLiteral("- raise it to 80"));
        QVERIFY(merged.text.contains(QLatin1String("<<<<<<< Ana")));
        QVERIFY(merged.text.contains(QLatin1String(">>>>>>> Lee")));
    }

    void oneKeySettlesAConflict()
    {
        const MergedText merged = merge(changed("- raise it", "- raise it to 50"), changed("- raise it", "- raise it to 80"));
        QCOMPARE(choose(merged, 0, Choice::Mine).text, changed("- raise it", "- raise it to 50"));
        QCOMPARE(choose(merged, 0, Choice::Theirs).text, changed("- raise it", "- raise it to 80"));
        const MergedText both = choose(merged, 0, Choice::Both);
        QVERIFY(both.conflicts.empty());
        QVERIFY(both.text.endsWith(QLatin1String("- raise it to 50\n- raise it to 80")));
        QCOMPARE(choose(merged, 7, Choice::Mine), merged);
    }

    void whatOnlyOneChangedIsTaken()
    {
        QCOMPARE(merge(base, changed("late", "early")).text, changed("late", "early"));
        QCOMPARE(merge(changed("late", "early"), base).text, changed("late", "early"));
        QCOMPARE(merge(changed("late", "early"), changed("late", "early")).text, changed("late", "early"));
    }

    void whatOneTookAwayIsGoneAndWhatWasTypedStays()
    {
        const MergedText merged = merge(changed(" Nobody knew.", ""), changed("- alert", "- an alert"));
        QVERIFY(merged.conflicts.empty());
        QVERIFY(!merged.text.contains(QLatin1String("Nobody knew")));
        QVERIFY(merged.text.contains(QLatin1String("- an alert")));
    }

    void threePeopleAtOnce()
    {
        WrittenSection written;
        written.section = QStringLiteral("root-cause");
        const QString texts[] = {base, changed("small", "tiny"), changed("late", "at 14:20"), changed("- raise it", "- raise it to 50")};
        for (int i = 0; i < 4; ++i)
            written.versions << SectionVersion{
                id(i), texts[i], QStringLiteral("Person %1").arg(i), {}, i == 0 ? QList<EventId>() : QList<EventId>{id(0)}};
        written.heads = {written.versions[1].event, written.versions[2].event, written.versions[3].event};
        for (SectionVersion &version : written.versions)
            version.bases = version.event == written.versions[0].event ? QList<EventId>() : QList<EventId>{written.versions[0].event};
        const MergedSection merged = mergeHeads(written);
        QVERIFY(merged.merged.conflicts.empty());
        for (const char *words : {"tiny", "at 14:20", "to 50"})
            QVERIFY(merged.merged.text.contains(QLatin1String(words)));
        QCOMPARE(merged.by.size(), 3);
    }

    void threePeopleWhoSayThreeThingsAreOneConflictThatCanBeSettled()
    {
        WrittenSection written;
        written.section = QStringLiteral("root-cause");
        for (int i = 0; i < 3; ++i) {
            written.versions << SectionVersion{id(i), QStringLiteral("Text %1").arg(i), QStringLiteral("Person %1").arg(i), {}, {}};
            written.heads << written.versions.last().event;
        }
        const MergedText merged = mergeHeads(written).merged;
        QCOMPARE(merged.conflicts.size(), size_t(1));
        for (const char *words : {"Text 0", "Text 1", "Text 2"})
            QCOMPARE(merged.text.count(QString::fromLatin1(words)), 1);
        const MergedText settled = choose(merged, 0, Choice::Theirs);
        QCOMPARE(settled.text.trimmed(), QStringLiteral("Text 2"));
        QVERIFY(!choose(merged, 0, Choice::Both).text.contains(QLatin1String("<<<")));
    }

    void aLongTextIsMergedAndTextsOfAnyKindComeThrough()
    {
        const QString filler = QStringLiteral("A line that says something. And another. \n").repeated(20'000);
        const MergedText merged =
            mergeTexts(filler + base, filler + changed("small", "tiny"), QStringLiteral("שלום \u202e مرحبا\n") + filler + base, {}, {});
        QVERIFY(merged.conflicts.empty());
        QVERIFY(merged.text.contains(QLatin1String("tiny")) && merged.text.startsWith(QStringLiteral("שלום")));
    }
};

QTEST_GUILESS_MAIN(TestSectionMerge)
#include "tst_sectionmerge.moc"

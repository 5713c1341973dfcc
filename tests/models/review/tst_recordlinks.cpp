// A post-mortem written from the record follows it.
#include "models/review/recordlinks.h"
#include "models/review/finaldocument.h"
#include "tests/models/review/reviewstory.h"

#include <QTest>

using namespace qd;
using namespace qd::review;
using namespace qd::test;

namespace {

const QString section = QStringLiteral("root-cause");

Story poolOutage()
{
    Story story = toldOutage();
    story.tell(QStringLiteral("14:50 Lee note pool [of 10] was *empty*, <b>all</b> of it"));
    return story;
}

QString pulled(const Story &story, const QString &words)
{
    const Incident incident = story.incident();
    return pulledLine(*incident.entry(story.entryOf(words)), QTimeZone::utc());
}

QString drafted(const Story &story)
{
    for (const DraftSection &item : postmortem(reviewPlan(), story.incident(), at("23:00"))) {
        if (item.id == section)
            return item.markdown;
    }
    return {};
}

} // namespace

class TestRecordLinks : public QObject
{
    Q_OBJECT

private slots:
    void aCorrectedTimeAndTextAreFollowed()
    {
        Story story = poolOutage();
        QVERIFY(story.submit(QStringLiteral("Mo"), at("20:00"), command::WriteSection{section, pulled(story, QStringLiteral("pool")), {}}));
        QVERIFY(drafted(story).contains(QLatin1String("14:50")) || drafted(story).contains(QLatin1String("15:50")));
        const QString before = drafted(story);
        command::AmendEntry correction{story.entryOf(QStringLiteral("pool")), QStringLiteral("the pool of 12 was empty"), at("14:41"), {}};
        QVERIFY(story.submit(QStringLiteral("Mo"), at("20:01"), correction));
        QVERIFY(drafted(story) != before);
        QVERIFY(drafted(story).contains(QLatin1String(":41")));
        QVERIFY(drafted(story).contains(QLatin1String("the pool of 12 was empty")));
    }

    void whatWasRedactedIsShownByNoLink()
    {
        Story story = poolOutage();
        const EventId entry = story.entryOf(QStringLiteral("pool"));
        const QString text = pulled(story, QStringLiteral("pool")) + QStringLiteral(" and [the pool word](entry:%1)").arg(entry.toString());
        QVERIFY(story.submit(QStringLiteral("Mo"), at("20:00"), command::WriteSection{section, text, {}}));
        QVERIFY(story.submit(QStringLiteral("Mo"), at("20:01"), command::RedactEntry{entry, QStringLiteral("a secret")}));
        QVERIFY(!drafted(story).contains(QLatin1String("pool")));
        QCOMPARE(drafted(story).count(QLatin1String("[redacted](entry:")), 2);
    }

    void onesOwnWordsStay()
    {
        Story story = poolOutage();
        const QString own = QStringLiteral("As [we found](entry:%1), it was small.").arg(story.entryOf(QStringLiteral("pool")).toString());
        QCOMPARE(followRecord(own, reviewPlan(), story.incident(), at("23:00")), own);
        QCOMPARE(withoutRecordLinks(own), QStringLiteral("As we found, it was small."));
    }

    void aFactIsFollowed()
    {
        Story story = poolOutage();
        const std::vector<Fact> all = facts(reviewPlan(), story.incident(), at("23:00"));
        const auto fact =
            std::find_if(all.begin(), all.end(), [](const Fact &item) { return item.id == QLatin1String("time-to-resolve"); });
        QVERIFY(fact != all.end());
        const QString text = pulledFact(*fact);
        QVERIFY(text.contains(fact->value));
        QVERIFY(story.submit(QStringLiteral("Mo"), at("23:00"), command::Amend{QStringLiteral("detected_at"), toIso(at("13:00"))}));
        const QString followed = followRecord(text, reviewPlan(), story.incident(), at("23:00"));
        QVERIFY(followed != text);
        QVERIFY(!followed.contains(QLatin1Char('[') + fact->value + QLatin1Char(']')));
    }

    void everyFactHasAPlaceToLook()
    {
        QSet<QString> ids;
        const Incident incident = poolOutage().incident();
        for (const Fact &fact : facts(reviewPlan(), incident, at("23:00"))) {
            QVERIFY2(!fact.rests.empty(), qPrintable(fact.label));
            for (const EventId &id : fact.rests)
                QVERIFY2(incident.entry(id), qPrintable(fact.label));
            QVERIFY2(!fact.id.isEmpty() && !ids.contains(fact.id), qPrintable(fact.id));
            ids.insert(fact.id);
        }
    }

    void whatWasTypedBecomesNoMarkupInALink()
    {
        const Story story = poolOutage();
        const QString line = pulled(story, QStringLiteral("pool"));
        const std::vector<RecordLink> links = recordLinks(line);
        QCOMPARE(links.size(), 1u);
        QCOMPARE(links.front().entry, story.entryOf(QStringLiteral("pool")));
        QVERIFY(line.endsWith(QLatin1String("#line)")));
        QVERIFY(!line.contains(QLatin1String("<b>")));
        QCOMPARE(followRecord(line, reviewPlan(), story.incident(), at("23:00")),
                 QString(line).replace(links.front().label,
                                       recordLinks(followRecord(line, reviewPlan(), story.incident(), at("23:00"))).front().label));
    }

    void aLinkToNothingKeepsItsWords()
    {
        const QString text = QStringLiteral(
            "[14:00 gone](entry:0192f1c4-0000-7000-8000-000000000000#line) [x](fact:no-such) [y](https://example.org) [z](entry:)");
        QCOMPARE(followRecord(text, reviewPlan(), poolOutage().incident(), at("23:00")), text);
        QCOMPARE(recordLinks(text).size(), 2u);
    }

    void aVeryLongTextIsGoneThroughOnce()
    {
        const QString text = QString(5 << 20, QLatin1Char('[')) + QStringLiteral("](entry:") + QString(1 << 20, QLatin1Char('a'));
        QVERIFY(recordLinks(text).empty());
    }

    void theFinalDocumentIsOfWhatWasKnownThen()
    {
        Story story = poolOutage();
        for (const plan::Section &required : reviewPlan().postmortem.sections) {
            if (required.required || required.id == section)
                QVERIFY(story.submit(QStringLiteral("Mo"), at("20:00"),
                                     command::WriteSection{required.id, pulled(story, QStringLiteral("pool")), {}}));
        }
        QVERIFY(story.submit(QStringLiteral("Mo"), at("20:10"), command::MovePostmortem{QStringLiteral("final")}));
        command::AmendEntry correction{story.entryOf(QStringLiteral("pool")), {}, at("14:41"), {}};
        QVERIFY(story.submit(QStringLiteral("Mo"), at("21:00"), correction));
        const Documented document = documented(story.events(), story.incident(), at("23:00"));
        QVERIFY(document.final);
        QCOMPARE(document.at, at("20:10"));
        QCOMPARE(document.incident.entry(correction.entry)->at, at("14:50"));
        QCOMPARE(story.incident().entry(correction.entry)->at, at("14:41"));
    }
};

QTEST_GUILESS_MAIN(TestRecordLinks)
#include "tst_recordlinks.moc"

// What the scribe's word could become, and the lines that can be gone back to.
#include "models/core/scribeline.h"
#include "models/items/completion.h"
#include "models/items/recall.h"
#include "tests/support/story.h"

#include <QTest>

using namespace qd;
using namespace qd::test;

class TestCompletion : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n"
                                    "14:03 Dana set services checkout-api, payments\n"
                                    "14:04 Dana role ic Dana\n"
                                    "14:05 Sam note told @amara about #rollback and #db"));
        m_incident = m_story.incident();
        m_known.readUpTo(m_incident);
    }

    void whatCanBeTyped_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("offered"); // the first, or nothing
        QTest::newRow("a person") << "told @am"
                                  << "@amara";
        QTest::newRow("a person by the role") << "told @incid"
                                              << "@Dana";
        QTest::newRow("a tag") << "see #r"
                               << "#rollback";
        QTest::newRow("a service as a tag") << "see #pay"
                                            << "#payments";
        QTest::newRow("a service") << "restart che"
                                   << "checkout-api";
        QTest::newRow("too short for a service") << "restart ch"
                                                 << "";
        QTest::newRow("a command") << "/sta"
                                   << "/status";
        QTest::newRow("after a time") << "-5m /sta"
                                      << "/status";
        QTest::newRow("a role") << "/com"
                                << "/comms";
        QTest::newRow("a role by its name") << "/incident"
                                            << "/ic";
        QTest::newRow("a status") << "/status mon"
                                  << "monitoring";
        QTest::newRow("every status") << "/status "
                                      << "investigating";
        QTest::newRow("a severity") << "/sev "
                                    << "P0";
        QTest::newRow("an audience") << "/update ex"
                                     << "executives";
        QTest::newRow("a checklist") << "/check tri"
                                     << "triage";
        QTest::newRow("its items") << "/check triage "
                                   << "1";
        QTest::newRow("for whom") << "/ask @da"
                                  << "@Dana";
        QTest::newRow("without the sign") << "/ic da"
                                          << "@Dana";
        QTest::newRow("how long") << "/ask @dana 1"
                                  << "10m";
        QTest::newRow("whole already") << "/status monitoring"
                                       << "";
        QTest::newRow("a plain word") << "the database is slow"
                                      << "";
        QTest::newRow("nothing") << ""
                                 << "";
        QTest::newRow("a path") << "look at /sta"
                                << "";
    }

    void whatCanBeTyped()
    {
        QFETCH(QString, line);
        QFETCH(QString, offered);
        const items::Completions found = at(line);
        QCOMPARE(found.rows.empty() ? QString() : found.rows.front().text, offered);
        QCOMPARE(line.mid(found.start, found.length), line.mid(line.lastIndexOf(QLatin1Char(' ')) + 1));
    }

    void commandsComeWithTheirUsage()
    {
        const items::Completions found = at(QStringLiteral("/as"));
        QCOMPARE(found.rows.front().usage, QStringLiteral("@lee 10m check replica lag"));
        QVERIFY(!found.rows.front().detail.isEmpty());
        QVERIFY(at(QStringLiteral("/")).rows.size() > 10);
    }

    void rolesSayWhoHoldsThem()
    {
        QVERIFY(at(QStringLiteral("/ic")).rows.empty() && at(QStringLiteral("/i")).rows.front().detail.contains(QLatin1String("Dana")));
    }

    void upBeginsAtTheLastEntryAndGoesThroughEarlierLines()
    {
        Story story;
        story.tell(QStringLiteral("14:02 Dana declare P0 Checkout returns 503\n"
                                  "14:03 Dana note one\n"
                                  "14:04 Sam note of another\n"
                                  "14:05 Dana note two"));
        const Incident incident = story.incident();
        const items::RecalledLines lines =
            items::linesToRecall(incident, QStringLiteral("Dana"), {{QStringLiteral("/ack"), 2}, {QStringLiteral("/ic @dana"), 4}});
        QStringList texts;
        for (const items::RecalledLine &line : lines.lines)
            texts << line.text;
        QCOMPARE(texts, (QStringList{QStringLiteral("/ic @dana"), QStringLiteral("two"), QStringLiteral("/ack"), QStringLiteral("one")}));
        QCOMPARE(lines.lines[lines.first].text, QStringLiteral("two"));
        QVERIFY(lines.lines[0].entry.isNull() && !lines.lines[1].entry.isNull());
        QVERIFY(items::linesToRecall(incident, QStringLiteral("Lee"), {}).lines.empty());
    }

private:
    [[nodiscard]] items::Completions at(const QString &line) const
    {
        const ScribeLine read =
            readScribeLine(line, ScribeContext{test::at("14:25"), QTimeZone::utc(), m_incident.rules, m_known.people()});
        return items::completionsAt(line, static_cast<int>(line.size()), read.wordsStart, m_incident, m_known);
    }

    Story m_story;
    Incident m_incident;
    items::Vocabulary m_known;
};

QTEST_GUILESS_MAIN(TestCompletion)
#include "tst_completion.moc"

// `log --line`: the scribe's grammar in a terminal.
#include "tests/app/terminal.h"

using namespace qd::test;

class TestTypedLine : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_room = std::make_unique<Terminal>();
        m_room->setNow(QStringLiteral("2026-11-21T14:02:00Z"));
        QCOMPARE(m_room->run(QStringLiteral("incident declare --severity P0 --title Checkout --plan default")).code, int(Done));
        m_room->setNow(QStringLiteral("2026-11-21T14:25:00Z"));
    }

    void aLineBecomesAnEntry()
    {
        const QJsonObject logged = type(QStringLiteral("-2m ! roll back shard 3 #rollback @lee"));
        QCOMPARE(logged.keys(), (QStringList{QStringLiteral("entry"), QStringLiteral("event")}));
        const QJsonObject entry = last();
        QCOMPARE(entry[QLatin1String("kind")].toString(), QStringLiteral("decision"));
        QCOMPARE(entry[QLatin1String("at")].toString(), QStringLiteral("2026-11-21T14:23:00Z"));
        QCOMPARE(entry[QLatin1String("text")].toString(), QStringLiteral("roll back shard 3 #rollback @lee"));
        QCOMPARE(entry[QLatin1String("tags")].toArray(), QJsonArray{QStringLiteral("rollback")});
    }

    void aCommandIsCarriedOut()
    {
        QVERIFY(!type(QStringLiteral("/status identified the pool is exhausted")).isEmpty());
        QCOMPARE(m_room->object(QStringLiteral("incident show last"))[QLatin1String("status")].toString(), QStringLiteral("identified"));
        QVERIFY(!type(QStringLiteral("/undo")).isEmpty());
        QCOMPARE(m_room->object(QStringLiteral("incident show last"))[QLatin1String("status")].toString(), QStringLiteral("investigating"));
    }

    void whatIsNotUnderstoodIsANoteAndSaysSo()
    {
        for (const char *line : {"/sev P1", "/redo", "/update executives", "/status", "23:50 deployed", "/stauts resolved"}) {
            const QJsonObject logged = type(QLatin1String(line));
            QCOMPARE(logged[QLatin1String("problems")].toArray().size(), 1);
            QCOMPARE(last()[QLatin1String("text")].toString(), QLatin1String(line));
            QCOMPARE(last()[QLatin1String("kind")].toString(), QStringLiteral("note"));
        }
        const Outcome said =
            m_room->runWords({QStringLiteral("log"), QStringLiteral("last"), QStringLiteral("--line"), QStringLiteral("/sev P1")});
        QVERIFY(said.out.contains(QLatin1String("logged as a note: say why the severity changes")));
    }

    void aPictureGoesWithTheLine()
    {
        m_room->write(QStringLiteral("graph.csv"), "1,2\n");
        type(QStringLiteral("= errors rise"), {QStringLiteral("--attach"), m_room->path(QStringLiteral("graph.csv"))});
        QCOMPARE(last()[QLatin1String("attachments")].toArray().size(), 1);
        QCOMPARE(last()[QLatin1String("text")].toString(), QStringLiteral("errors rise")); // and no line of its own for the file
    }

    void oneOfTextAndLine()
    {
        QCOMPARE(m_room->run(QStringLiteral("log last")).code, int(Usage));
        QCOMPARE(m_room->run(QStringLiteral("log last words --line words")).code, int(Usage));
        QCOMPARE(m_room->run(QStringLiteral("log last --line words --at -5m")).code, int(Usage));
        QCOMPARE(m_room->run(QStringLiteral("log last --line \"/ack\" --tag t")).code, int(Usage));
        QCOMPARE(m_room->run(QStringLiteral("log last --line ''")).code, int(Refused));
        QCOMPARE(m_room->eventCount(), 1);
    }

    void helpShowsIt() { QVERIFY(m_room->run(QStringLiteral("--help")).out.contains(QLatin1String("--line LINE"))); }

private:
    QJsonObject type(const QString &line, const QStringList &more = {})
    {
        const QStringList words{QStringLiteral("log"), QStringLiteral("last"), QStringLiteral("--line"), line, QStringLiteral("--json")};
        const Outcome outcome = m_room->runWords(words + more);
        if (outcome.code != Done)
            qWarning("%s: exit %d: %s", qPrintable(line), outcome.code, qPrintable(outcome.err));
        m_last = outcome.json()[QLatin1String("entry")].toString();
        return outcome.json().object();
    }
    [[nodiscard]] QJsonObject last() const // what was typed
    {
        for (const QJsonValue &entry : m_room->array(QStringLiteral("timeline last"))) {
            if (entry[QLatin1String("id")].toString() == m_last)
                return entry.toObject();
        }
        return {};
    }

    std::unique_ptr<Terminal> m_room;
    QString m_last; // the entry
};

QTEST_GUILESS_MAIN(TestTypedLine)
#include "tst_typedline.moc"

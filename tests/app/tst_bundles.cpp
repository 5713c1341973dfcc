// An incident carried across a gap that no network crosses, and back: two databases, and a file in somebody's pocket.
#include "tests/app/terminal.h"

#include <QDir>

using namespace qd::test;

namespace {

QString idOf(const Terminal &room)
{
    return room.object(QStringLiteral("incident show last"))[QLatin1String("id")].toString();
}

// All that the incident is, but for what tells of the moment at which it is looked at.
QJsonObject stateOf(const Terminal &room, const QString &incident)
{
    return room.object(QStringLiteral("incident show %1").arg(incident));
}

} // namespace

class TestBundles : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Terminal> m_closed;  // the customer's network
    std::unique_ptr<Terminal> m_outside; // ours
    QString m_incident;

    static void does(const Terminal &room, const QString &words)
    {
        const Outcome outcome = room.run(words);
        QVERIFY2(outcome.code == Done, qPrintable(words + QStringLiteral(": ") + outcome.err));
    }
    static QJsonObject carry(const Terminal &from, const Terminal &to, const QString &incident,
                             const QString &file = QStringLiteral("pocket.qdz"))
    {
        does(from, QStringLiteral("bundle out %1 %2").arg(incident, file));
        QFile::remove(to.path(file));
        if (!QFile::copy(from.path(file), to.path(file)))
            qFatal("the file cannot be carried");
        return to.object(QStringLiteral("bundle in %1").arg(file));
    }
    static bool isSound(const Terminal &room) { return room.run(QStringLiteral("verify")).code == Done; }

private slots:
    void init()
    {
        m_closed = std::make_unique<Terminal>();
        m_outside = std::make_unique<Terminal>();
        m_closed->setNow(QStringLiteral("2026-11-21T14:32:00Z"));
        m_outside->setNow(QStringLiteral("2026-11-21T16:00:00Z"));
        does(*m_closed, QStringLiteral("incident declare --severity P1 --title \"Payments hang\""));
        m_incident = idOf(*m_closed);
        m_closed->write(QStringLiteral("app.log"), "12:01 timeout\n");
        does(*m_closed, QStringLiteral("log last \"The queue is full\" --kind observation --attach app.log"));
        does(*m_closed, QStringLiteral("role last ic Dana"));
        does(*m_closed, QStringLiteral("log last \"Roll back 4.12\" --kind decision --as Lee"));
    }

    void itIsThereAsItWas()
    {
        const QJsonObject brought = carry(*m_closed, *m_outside, m_incident);
        QCOMPARE(brought[QLatin1String("id")].toString(), m_incident);
        QCOMPARE(brought[QLatin1String("new")].toInt(), brought[QLatin1String("events")].toInt());
        QCOMPARE(brought[QLatin1String("attachments")].toInt(), 1);
        const QJsonArray timeline = m_outside->array(QStringLiteral("timeline last"));
        const QString last = timeline.last()[QLatin1String("text")].toString();
        QVERIFY2(last.startsWith(QStringLiteral("Brought in from a bundle: %1 events of 1 console, made 2026-11-21T14:32:00Z by Dana")
                                     .arg(brought[QLatin1String("new")].toInt())),
                 qPrintable(last));
        QVERIFY(isSound(*m_outside));
        QCOMPARE(m_outside->object(QStringLiteral("bundle out last again.qdz"))[QLatin1String("attachments")].toInt(), 1);
    }

    void onceMoreChangesNothing()
    {
        carry(*m_closed, *m_outside, m_incident);
        const qint64 events = m_outside->eventCount();
        const Outcome again = m_outside->run(QStringLiteral("bundle in pocket.qdz"));
        QVERIFY2(again.code == Done && again.out.contains(QStringLiteral("were here already; nothing was changed")),
                 qPrintable(again.out + again.err));
        QCOMPARE(m_outside->eventCount(), events);
    }

    void thereAndBackTheyHoldTheSame()
    {
        carry(*m_closed, *m_outside, m_incident);
        does(*m_outside, QStringLiteral("log last \"Vendor says: known bug\" --as Ana"));
        does(*m_closed, QStringLiteral("log last \"Meanwhile in the closed network\" --as Lee"));
        does(*m_closed, QStringLiteral("severity last P0 --reason \"It spreads\""));
        for (int round = 0; round < 2; ++round) { // notes of bundles do not breed notes
            carry(*m_outside, *m_closed, m_incident);
            carry(*m_closed, *m_outside, m_incident);
        }
        const qint64 events = m_closed->eventCount();
        QCOMPARE(m_outside->eventCount(), events);
        m_closed->setNow(QStringLiteral("2026-11-21T18:00:00Z"));
        m_outside->setNow(QStringLiteral("2026-11-21T18:00:00Z"));
        const QJsonObject here = stateOf(*m_closed, m_incident);
        QVERIFY(!here.isEmpty());
        QCOMPARE(stateOf(*m_outside, m_incident), here);
        QVERIFY(isSound(*m_closed) && isSound(*m_outside));
        QCOMPARE(carry(*m_closed, *m_outside, m_incident)[QLatin1String("new")].toInt(-1), 0);
    }

    void whatWasRedactedOnOneSideGoesOnBoth()
    {
        m_closed->write(QStringLiteral("key.pem"), "-----BEGIN KEY-----");
        does(*m_closed, QStringLiteral("log last \"The password is hunter2\" --attach key.pem"));
        does(*m_closed, QStringLiteral("amend last last --text \"The password is hunter3\""));
        carry(*m_closed, *m_outside, m_incident);
        QVERIFY(QFile::copy(m_closed->path(QStringLiteral("pocket.qdz")), m_outside->path(QStringLiteral("before.qdz"))));
        const QString entry =
            m_outside->array(QStringLiteral("timeline last --search hunter3"))[0].toObject()[QLatin1String("id")].toString();
        does(*m_outside, QStringLiteral("redact last %1 --reason \"a secret\"").arg(entry));
        carry(*m_outside, *m_closed, m_incident);
        does(*m_outside, QStringLiteral("bundle in before.qdz")); // what is old does not bring it back
        Terminal third;
        QVERIFY(QFile::copy(m_outside->path(QStringLiteral("pocket.qdz")), third.path(QStringLiteral("pocket.qdz"))));
        does(third, QStringLiteral("bundle in pocket.qdz")); // a console that never had it
        for (const Terminal *room : {m_closed.get(), m_outside.get(), &third}) {
            const Outcome sound = room->run(QStringLiteral("verify"));
            QVERIFY2(sound.code == Done, qPrintable(sound.err));
            for (const QString &file : {QStringLiteral("room.db"), QStringLiteral("room.db-wal")})
                QVERIFY2(!room->read(file).contains("hunter") && !room->read(file).contains("BEGIN KEY"), qPrintable(room->path(file)));
        }
    }

    void aRestrictedOneSaysWhatIsInTheFile()
    {
        does(*m_closed, QStringLiteral("incident set last restricted true"));
        does(*m_closed, QStringLiteral("incident set last codename NIGHTJAR"));
        const Outcome sent = m_closed->run(QStringLiteral("bundle out last ."));
        QVERIFY2(sent.code == Done, qPrintable(sent.err));
        QVERIFY2(sent.out.contains(QStringLiteral("NIGHTJAR is restricted, and the file holds all of it, unencrypted")),
                 qPrintable(sent.out));
        QVERIFY(!sent.out.contains(QStringLiteral("Payments")));
        QVERIFY(QFile::exists(m_closed->path(QStringLiteral("NIGHTJAR.qdz"))));
        QVERIFY(QFile::copy(m_closed->path(QStringLiteral("NIGHTJAR.qdz")), m_outside->path(QStringLiteral("NIGHTJAR.qdz"))));
        const Outcome brought = m_outside->run(QStringLiteral("bundle in NIGHTJAR.qdz"));
        QVERIFY2(brought.code == Done && !brought.out.contains(QStringLiteral("Payments")), qPrintable(brought.out + brought.err));
        QVERIFY(stateOf(*m_outside, m_incident)[QLatin1String("restricted")].toBool());
    }

    void aBadFileIsRefusedAndNothingIsMade()
    {
        m_outside->write(QStringLiteral("bad.qdz"), "no bundle");
        for (const char *words : {"bundle in bad.qdz", "bundle show bad.qdz", "bundle in missing.qdz"}) {
            const Outcome outcome = m_outside->run(QLatin1String(words));
            QCOMPARE(outcome.code, int(BadInput));
            QVERIFY2(outcome.complainsOnly() && outcome.err.contains(QStringLiteral(".qdz: ")), qPrintable(outcome.err));
        }
        QVERIFY(!QFile::exists(m_outside->database()));
        QCOMPARE(m_closed->run(QStringLiteral("bundle out last picture.png")).code, int(Usage));
        QCOMPARE(m_closed->run(QStringLiteral("bundle out nobody x.qdz")).code, int(Refused));
        QCOMPARE(m_closed->run(QStringLiteral("bundle out last no/such/place/x.qdz")).code, int(Storage));
    }

    void lookingIsNotTouching()
    {
        does(*m_closed, QStringLiteral("bundle out last pocket.qdz"));
        QVERIFY(QFile::copy(m_closed->path(QStringLiteral("pocket.qdz")), m_outside->path(QStringLiteral("pocket.qdz"))));
        const QJsonObject held = m_outside->object(QStringLiteral("bundle show pocket.qdz"));
        QCOMPARE(held[QLatin1String("new")].toInt(), held[QLatin1String("events")].toInt());
        QCOMPARE(held[QLatin1String("seal")].toString().size(), 64);
        QVERIFY(!QFile::exists(m_outside->database()));
        QCOMPARE(m_closed->object(QStringLiteral("bundle show pocket.qdz"))[QLatin1String("new")].toInt(-1), 0);
    }

    // Somebody copied the database, and both went on.
    void twoCopiesThatWentOnAreNotMixed()
    {
        QVERIFY(QFile::copy(m_closed->database(), m_outside->database()));
        does(*m_outside, QStringLiteral("log last \"In the copy\""));
        does(*m_closed, QStringLiteral("log last \"In the first\""));
        does(*m_closed, QStringLiteral("bundle out last pocket.qdz"));
        QVERIFY(QFile::copy(m_closed->path(QStringLiteral("pocket.qdz")), m_outside->path(QStringLiteral("pocket.qdz"))));
        const qint64 events = m_outside->eventCount();
        const Outcome refused = m_outside->run(QStringLiteral("bundle in pocket.qdz"));
        QCOMPARE(refused.code, int(Refused));
        QVERIFY2(refused.complainsOnly() && refused.err.contains(QStringLiteral("went on apart from one another")),
                 qPrintable(refused.err));
        QVERIFY2(refused.err.contains(QStringLiteral("entry.logged by Dana")), qPrintable(refused.err));
        QCOMPARE(m_outside->eventCount(), events);
    }

    // The disk died; the newest copy is a backup, and the bundle that went out after it.
    void aBundleBringsBackWhatABackupHasNot()
    {
        does(*m_closed, QStringLiteral("backup older.db"));
        does(*m_closed, QStringLiteral("log last \"After the backup\""));
        does(*m_closed, QStringLiteral("bundle out last pocket.qdz"));
        const Outcome back = m_closed->runBare({QStringLiteral("--db"), m_closed->path(QStringLiteral("older.db")), QStringLiteral("--as"),
                                                QStringLiteral("Dana"), QStringLiteral("bundle"), QStringLiteral("in"),
                                                m_closed->path(QStringLiteral("pocket.qdz"))});
        QVERIFY2(back.code == Done && back.out.contains(QStringLiteral("1 event of 1 console brought in")),
                 qPrintable(back.out + back.err));
        QCOMPARE(m_closed->runBare({QStringLiteral("--db"), m_closed->path(QStringLiteral("older.db")), QStringLiteral("verify")}).code,
                 int(Done));
    }
};

QTEST_GUILESS_MAIN(TestBundles)
#include "tst_bundles.moc"

// Why a server lets nobody in, whatever language it speaks.
#include "models/hub/refusalstate.h"
#include "tests/models/hub/hubroom.h"

#include <QTest>

using namespace qd;
using namespace qd::test;

class RefusalStateTest : public QObject
{
    Q_OBJECT

    static QString state(const HubRoom &room, const char *login, const char *password, const QString &database = {})
    {
        const QString options = QStringLiteral("host='127.0.0.1';port='%1';connect_timeout='3'").arg(cluster().port());
        const hub::CallGuard guard;
        return hub::refusalState(options, database.isEmpty() ? room.name() : database, QLatin1String(login), QLatin1String(password),
                                 guard);
    }

private slots:
    void theStateIsSaid()
    {
        HubRoom room;
        room.must("postgres", "ALTER ROLE dana PASSWORD 'it''s; right'");
        QCOMPARE(state(room, "dana", "wrong"), QStringLiteral("28P01"));
        QCOMPARE(state(room, "dana", "it's; right"), QString());
        QCOMPARE(state(room, "dana", "it's; right", QStringLiteral("nowhere")), QStringLiteral("3D000"));
        QCOMPARE(state(room, "dana", ""), QString());
    }

    void whatWasEndedIsNotWaitedFor()
    {
        hub::CallGuard guard;
        guard.end();
        QCOMPARE(hub::refusalState(QStringLiteral("host='127.0.0.1';port='1'"), {}, {}, {}, guard), QString());
    }
};

QTEST_GUILESS_MAIN(RefusalStateTest)
#include "tst_refusalstate.moc"

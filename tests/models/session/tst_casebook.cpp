// All incidents at once: what the list of action items, the metrics and the related ones are made of.
#include "models/session/casebook.h"
#include "tests/support/room.h"

#include <QSignalSpy>

using namespace qd;
using namespace qd::test;

namespace {

QStringList titles(const Casebook &book)
{
    QStringList all;
    for (const review::Case &item : book.cases())
        all << item.incident.title;
    return all;
}

} // namespace

class TestCasebook : public QObject
{
    Q_OBJECT

private slots:
    void itReadsAllThereIsInTheOrderOfTheirDeclaration()
    {
        Room room;
        for (const char *title : {"First", "Second", "Third"}) {
            room.declare(QStringLiteral("P0"), QLatin1String(title));
            QVERIFY(room.log(QStringLiteral("a note that is not needed")));
            room.clock.advance(std::chrono::minutes(5));
        }
        QVERIFY(room.settled());
        room.enter(QStringLiteral("Lee"));
        Casebook &book = room.session->casebook();
        QVERIFY(book.cases().empty());
        book.watch();
        QTRY_VERIFY(book.isComplete());
        QCOMPARE(titles(book), (QStringList{QStringLiteral("First"), QStringLiteral("Second"), QStringLiteral("Third")}));
        QVERIFY(book.cases().front().incident.entries.isEmpty());
        QCOMPARE(book.cases().front().plan, book.cases().back().plan); // read once
    }

    void theOpenIncidentIsThereAsItIs()
    {
        Room room;
        Casebook &book = room.session->casebook();
        book.watch();
        const IncidentId id = room.declare();
        QSignalSpy changed(&book, &Casebook::changed);
        QVERIFY(room.session->submit(command::AddAction{QStringLiteral("alert on the pool"), {}, {}, {}, {}, {}}));
        QVERIFY(book.find(id));
        QCOMPARE(book.find(id)->incident.actions.size(), 1u);
        QVERIFY(changed.wait(1000));
        QVERIFY(room.session->undo());
        QVERIFY(book.find(id)->incident.actions.empty());
    }

    void whatAnotherProgramChangesArrives()
    {
        Room room;
        room.declare();
        QVERIFY(room.settled());
        Casebook book(*room.journal);
        book.watch();
        QTRY_VERIFY(book.isComplete());
        const IncidentId id = room.session->incident().id;
        QVERIFY(room.session->submit(command::ChangeStatus{QStringLiteral("resolved"), {}, {}}));
        QVERIFY(room.settled());
        book.refresh(id);
        QTRY_COMPARE(book.find(id)->incident.status, QStringLiteral("resolved"));
    }

    void nothingIsReadForNobody()
    {
        Room room;
        const IncidentId id = room.declare();
        QVERIFY(!room.session->casebook().find(id));
        QVERIFY(!room.session->casebook().isComplete());
    }
};

QTEST_GUILESS_MAIN(TestCasebook)
#include "tst_casebook.moc"

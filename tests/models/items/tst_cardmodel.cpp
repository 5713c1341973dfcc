#include "models/items/cardmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace qd::items;

namespace {

Cards cardsOf(const QString &ids)
{
    Cards cards;
    for (const QChar id : ids) {
        Card card;
        card.id = id;
        card.title = id.toUpper();
        cards.push_back(card);
    }
    return cards;
}

QString idsIn(const CardModel &model)
{
    QString ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.index(row).data(CardModel::IdRole).toString();
    return ids;
}

} // namespace

class TestCardModel : public QObject
{
    Q_OBJECT

private slots:
    void becomesWhatItIsFed_data();
    void becomesWhatItIsFed();
    void tellsOnlyOfWhatDiffers();
    void aSelectionStaysWithItsCard();
    void saysWhatAScreenReaderReads();
    void anIdThatComesTwiceIsShownTwice();
};

void TestCardModel::becomesWhatItIsFed_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("from nothing") << ""
                                  << "abc";
    QTest::newRow("to nothing") << "abc"
                                << "";
    QTest::newRow("one more in the middle") << "ac"
                                            << "abc";
    QTest::newRow("one less") << "abcd"
                              << "abd";
    QTest::newRow("turned round") << "abcd"
                                  << "dcba";
    QTest::newRow("everything at once") << "abcdef"
                                        << "xfbya";
}

void TestCardModel::becomesWhatItIsFed()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    CardModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setCards(cardsOf(before));
    model.setCards(cardsOf(after));
    QCOMPARE(idsIn(model), after);
}

void TestCardModel::tellsOnlyOfWhatDiffers()
{
    CardModel model;
    Cards cards = cardsOf(QStringLiteral("abc"));
    model.setCards(cards);
    QSignalSpy changes(&model, &CardModel::dataChanged);
    model.setCards(cards);
    QCOMPARE(changes.count(), 0);
    cards[1].value = QStringLiteral("02:18");
    model.setCards(cards);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().first().toModelIndex().row(), 1);
}

void TestCardModel::aSelectionStaysWithItsCard()
{
    CardModel model;
    model.setCards(cardsOf(QStringLiteral("abc")));
    const QPersistentModelIndex b = model.index(1);
    model.setCards(cardsOf(QStringLiteral("xcb")));
    QCOMPARE(b.row(), 2);
    QCOMPARE(b.data(CardModel::IdRole).toString(), QStringLiteral("b"));
}

void TestCardModel::saysWhatAScreenReaderReads()
{
    CardModel model;
    Cards cards = cardsOf(QStringLiteral("ab"));
    cards[0].spoken = QStringLiteral("Resolve, 36:19");
    cards[1].tick = Tick::On;
    model.setCards(cards);
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Resolve, 36:19"));
    QCOMPARE(model.index(1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("B"));
    QVERIFY(!model.index(0).data(Qt::CheckStateRole).isValid());
    QCOMPARE(model.index(1).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
}

void TestCardModel::anIdThatComesTwiceIsShownTwice()
{
    CardModel model;
    Card card;
    card.id = QStringLiteral("role/ic");
    for (const QString &title : {QStringLiteral("one"), QStringLiteral("another")}) {
        card.title = title;
        model.setCards({card, card});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.cards()[1].title, title);
    }
    model.setCards({card});
    QCOMPARE(model.rowCount(), 1);
}

QTEST_GUILESS_MAIN(TestCardModel)
#include "tst_cardmodel.moc"

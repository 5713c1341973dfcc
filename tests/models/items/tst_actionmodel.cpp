// Action items as rows: what is said of each, and that a view is not thrown about when one changes.
#include "models/items/actionmodel.h"
#include "models/items/actionwords.h"
#include "models/review/actionlist.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace qd;
using namespace qd::items;

namespace {

const Instant added = fromMsecs(1'795'000'000'000); // 18 November 2026

ActionItem item(const char *text, const char *due = "", const char *state = "open")
{
    ActionItem action;
    action.id = EventId::make(added);
    action.text = QString::fromUtf8(text);
    action.due = QLatin1String(due);
    action.state = QLatin1String(state);
    action.category = QStringLiteral("detect");
    action.at = added;
    if (action.state != QLatin1String("open"))
        action.closedAt = added + std::chrono::days(3); // the 21st
    return action;
}

review::ActionList listed(const std::vector<ActionItem> &items, int daysLater = 3)
{
    Incident incident;
    incident.ref = QStringLiteral("INC-4F7K");
    incident.title = QStringLiteral("Checkout returns 503");
    incident.severity = QStringLiteral("P0");
    incident.actions = items;
    plan::Plan plan;
    plan.postmortem.horizons = {{QStringLiteral("immediate"), Duration(std::chrono::days(1)), {}}};
    return review::actionsOf(plan, incident, added + std::chrono::days(daysLater));
}

QString shown(const ActionModel &model, int row, int column, int role = Qt::DisplayRole)
{
    return model.index(row, column).data(role).toString();
}

} // namespace

class TestActionModel : public QObject
{
    Q_OBJECT

private slots:
    void growsAndChangesInPlace();
    void howItStandsIsSaidInWords_data();
    void howItStandsIsSaidInWords();
    void acrossIncidentsTheWordsSayOfWhichItIs();
    void aTicketIsALinkWhereItCanBeOpened();
    void theIncidentIsNotEdited();
};

void TestActionModel::growsAndChangesInPlace()
{
    ActionModel model(false);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    std::vector<ActionItem> actions{item("Alert on queue depth")};
    model.setActions(listed(actions));
    QSignalSpy resets(&model, &ActionModel::modelReset);
    actions.push_back(item("Cap the pool"));
    actions[0].owner = QStringLiteral("Lee");
    model.setActions(listed(actions));
    model.setDetailed(true);
    QCOMPARE(resets.count(), 0);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(shown(model, 0, ActionModel::Owner), QStringLiteral("Lee"));
    QCOMPARE(shown(model, 1, ActionModel::Category), QStringLiteral("Detect"));
    QCOMPARE(model.rowOf(actions[1].id), 1);
    std::swap(actions[0], actions[1]); // another order
    model.setActions(listed(actions));
    QCOMPARE(resets.count(), 1);
    QCOMPARE(model.rowOf(actions[0].id), 0);
    model.setActions({});
    QCOMPARE(model.rowCount(), 0);
}

void TestActionModel::howItStandsIsSaidInWords_data()
{
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("state");
    QTest::addColumn<QStringList>("words"); // due, below it, state, below it
    const auto row = [](const char *name, const char *due, const char *state, const QStringList &words) {
        QTest::newRow(name) << QString::fromLatin1(due) << QString::fromLatin1(state) << words;
    };
    row("overdue", "2026-11-20", "open", {QStringLiteral("✕ 1 day overdue"), QStringLiteral("2026-11-20"), QStringLiteral("Open"), {}});
    row("today", "2026-11-21", "open", {QStringLiteral("▲ today"), QStringLiteral("2026-11-21"), QStringLiteral("Open"), {}});
    row("ahead", "2026-11-23", "open", {QStringLiteral("in 2 days"), QStringLiteral("2026-11-23"), QStringLiteral("Open"), {}});
    row("none", "", "open", {QStringLiteral("no date"), {}, QStringLiteral("Open"), {}});
    row("in time", "2026-11-21", "done", {QStringLiteral("2026-11-21"), {}, QStringLiteral("Done"), QStringLiteral("in time")});
    row("late", "2026-11-19", "done", {QStringLiteral("2026-11-19"), {}, QStringLiteral("Done"), QStringLiteral("2 days late")});
    row("dropped", "2026-11-19", "dropped", {QStringLiteral("2026-11-19"), {}, QStringLiteral("Dropped"), {}});
}

void TestActionModel::howItStandsIsSaidInWords()
{
    QFETCH(QString, due);
    QFETCH(QString, state);
    ActionModel model(false);
    model.setActions(listed({item("Cap the pool", qPrintable(due), qPrintable(state))}));
    const QStringList said{shown(model, 0, ActionModel::Due), shown(model, 0, ActionModel::Due, ActionModel::DetailRole),
                           shown(model, 0, ActionModel::State), shown(model, 0, ActionModel::State, ActionModel::DetailRole)};
    QTEST(said, "words");
    const bool closed = state != QLatin1String("open");
    QCOMPARE(model.index(0, ActionModel::What).data(ActionModel::ToneRole).toInt(), static_cast<int>(closed ? Tone::Quiet : Tone::Plain));
}

void TestActionModel::acrossIncidentsTheWordsSayOfWhichItIs()
{
    ActionModel model(true);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setActions(listed({item("Cap the pool", "2026-11-20")}));
    QCOMPARE(shown(model, 0, ActionModel::What, Qt::AccessibleTextRole), QStringLiteral("Cap the pool, P0 INC-4F7K Checkout returns 503"));
    QCOMPARE(shown(model, 0, ActionModel::Incident), QStringLiteral("P0 INC-4F7K"));
    QCOMPARE(shown(model, 0, ActionModel::Owner), QStringLiteral("nobody"));
    QCOMPARE(shown(model, 0, ActionModel::Owner, Qt::EditRole), QString());
    QCOMPARE(shown(model, 0, ActionModel::What, ActionModel::DetailRole), QString());
    model.setDetailed(true); // no room for a column
    QCOMPARE(shown(model, 0, ActionModel::What, ActionModel::DetailRole), QStringLiteral("P0 INC-4F7K Checkout returns 503"));
    QCOMPARE(shown(model, 0, ActionModel::Due, Qt::AccessibleTextRole), QStringLiteral("Due ✕ 1 day overdue 2026-11-20"));
}

void TestActionModel::aTicketIsALinkWhereItCanBeOpened()
{
    ActionItem plain = item("Cap the pool");
    plain.ticket = QStringLiteral("OPS-7");
    ActionItem web = item("Alert");
    web.ticket = QStringLiteral("https://tracker.example.org/browse/OPS-7");
    ActionModel model(false);
    model.setActions(listed({plain, web}));
    QCOMPARE(shown(model, 0, ActionModel::Ticket), QStringLiteral("OPS-7"));
    QVERIFY(!model.index(0, ActionModel::Ticket).data(ActionModel::LinkRole).toUrl().isValid());
    QCOMPARE(shown(model, 1, ActionModel::Ticket), QStringLiteral("browse/OPS-7"));
    QCOMPARE(shown(model, 1, ActionModel::Ticket, Qt::ToolTipRole), web.ticket);
    QCOMPARE(model.index(1, ActionModel::Ticket).data(ActionModel::LinkRole).toUrl(), QUrl(web.ticket));
}

void TestActionModel::theIncidentIsNotEdited()
{
    ActionModel model(true);
    model.setActions(listed({item("Cap the pool")}));
    QVERIFY(!(model.index(0, ActionModel::Incident).flags() & Qt::ItemIsEditable));
    QVERIFY(model.index(0, ActionModel::Ticket).flags() & Qt::ItemIsEditable);
}

QTEST_GUILESS_MAIN(TestActionModel)
#include "tst_actionmodel.moc"

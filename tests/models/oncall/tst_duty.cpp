// Names and levels, as calendars write them.
#include "models/oncall/people.h"

#include <QTest>

using namespace qd;
using namespace qd::oncall;

class DutyTest : public QObject
{
    Q_OBJECT

private slots:
    void theSummarySaysWho_data()
    {
        QTest::addColumn<QString>("summary");
        QTest::addColumn<QString>("people");
        QTest::addColumn<QString>("level");
        const auto row = [](const char *summary, const char *people, const char *level = "") {
            QTest::newRow(summary) << QString::fromUtf8(summary) << QString::fromUtf8(people) << QString::fromUtf8(level);
        };
        row("Ada Lovelace", "Ada Lovelace");
        row("On Call - Ada Lovelace - Primary, Database and more", "Ada Lovelace", "primary");
        row("On Call - Jean-Luc Picard - Bridge", "Jean-Luc Picard");
        row("[L1] ada", "ada", "primary");
        row("[L2] ada, grace", "ada|grace", "secondary");
        row("Ada Lovelace (Backup)", "Ada Lovelace", "secondary");
        row("Secondary: Grace Hopper", "Grace Hopper", "secondary");
        row("Secondary on-call - Grace Hopper", "Grace Hopper", "secondary");
        row("Ada is on call", "Ada");
        row("Ada Lovelace on-call for Payments", "Ada Lovelace Payments");
        row("Primary On-Call Engineer: Ada", "Ada", "primary");
        row("On-call: Ada / Grace", "Ada|Grace");
        row("Ada Lovelace & Grace Hopper", "Ada Lovelace|Grace Hopper");
        row("Bereitschaft – Jörg Müller", "Jörg Müller");
        row("Jörg und Ute", "Jörg|Ute");
        row("ada.lovelace@example.invalid", "Ada Lovelace");
        row("Linus covers for Ada", "Linus");
        row("Override: Grace", "Grace");
        row("On call", "");
        row("Primary shift", "", "primary");
        row("", "");
    }

    void theSummarySaysWho()
    {
        QFETCH(QString, summary);
        QFETCH(QString, people);
        QFETCH(QString, level);
        Event event;
        event.summary = summary;
        const Duty duty = dutyOf(event, {});
        QStringList names;
        for (const Named &one : duty.people)
            names << one.name;
        QCOMPARE(names.join(QLatin1Char('|')), people);
        QCOMPARE(duty.level ? levelId(*duty.level) : QString(), level);
    }

    void anAttendeeSaysWhoWhereTheSummaryDoesNot()
    {
        Event event;
        event.summary = QStringLiteral("Database on-call");
        event.attendees = {{QStringLiteral("Ada Lovelace"), QStringLiteral("ada@example.invalid")}};
        QCOMPARE(dutyOf(event, {}).people, (std::vector<Named>{{QStringLiteral("Ada Lovelace"), QStringLiteral("ada@example.invalid")}}));
        event.summary = QStringLiteral("On call");
        event.attendees = {{{}, QStringLiteral("grace.hopper@example.invalid")}};
        QCOMPARE(dutyOf(event, {}).people.front().name, QStringLiteral("Grace Hopper"));
        event.summary = QStringLiteral("Payments rota");
        QCOMPARE(dutyOf(event, QStringLiteral("Payments rota")).people.front().name, QStringLiteral("Grace Hopper"));
        event.attendees.clear();
        event.organizer = Attendee{QStringLiteral("Linus"), {}};
        event.summary = QStringLiteral("On call");
        QCOMPARE(dutyOf(event, {}).people.front().name, QStringLiteral("Linus"));
    }

    void categoriesSayTheLevel()
    {
        Event event;
        event.summary = QStringLiteral("Ada");
        event.categories = {QStringLiteral("Secondary")};
        QCOMPARE(dutyOf(event, {}).level, std::optional(Level::Secondary));
    }

    void aCoverSaysForWhom()
    {
        Event event;
        event.summary = QStringLiteral("Linus is covering for Ada Lovelace");
        const Duty duty = dutyOf(event, {});
        QVERIFY(duty.covers);
        QCOMPARE(duty.people.front().name, QStringLiteral("Linus"));
        QCOMPARE(duty.insteadOf, QStringLiteral("Ada Lovelace"));
    }
};

QTEST_GUILESS_MAIN(DutyTest)
#include "tst_duty.moc"

// The shared database in the window: joined, looked at and left, with what is wrong said in its place and nothing typed lost.
#include "tests/ui/sharedroom.h"
#include "ui/hub/hubdialog.h"

#include <QLabel>
#include <QPlainTextEdit>

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

class TestHubDialog : public QObject
{
    Q_OBJECT

private slots:
    void init() { desk = std::make_unique<SharedRoom>(); }
    void cleanup() { desk.reset(); }

    void theStatusLineSaysHowItStands_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("waits");
        QTest::addColumn<QString>("spoken");
        QTest::addColumn<QString>("shown");
        using enum hub::HubState;
        const auto row = [](const char *name, hub::HubState state, bool waits, const char *spoken, const char *shown) {
            QTest::newRow(name) << static_cast<int>(state) << waits << QString::fromUtf8(spoken) << QString::fromUtf8(shown);
        };
        row("in step", InStep, false, "Hub status in step", "● Hub: in step");
        row("waiting", InStep, true, "Hub status 2 waiting", "◐ Hub: 2 waiting");
        row("offline", Offline, false, "Hub status offline since 14:01", "▲ Hub: offline since 14:01");
        row("offline and waiting", Offline, true, "Hub status offline since 14:01, 2 waiting", "▲ Hub: offline since 14:01, 2 waiting");
        row("refused", Refused, false, "Hub status refused: the password is wrong", "▲ Hub: refused: the password is wrong");
        row("connecting", Connecting, false, "Hub status connecting", "◌ Hub: connecting");
    }
    void theStatusLineSaysHowItStands()
    {
        QFETCH(int, state);
        QFETCH(bool, waits);
        QFETCH(QString, spoken);
        QFETCH(QString, shown);
        QCOMPARE(desk->spoken(QStringLiteral("Hub status")), QStringLiteral("Hub status local only"));
        desk->join();
        if (waits) {
            desk->room.declare();
            command::LogEntry entry;
            entry.text = QStringLiteral("rolled back");
            desk->room.submit(entry);
            QTRY_COMPARE(desk->shared.status().waiting, 2);
        }
        const bool refused = state == static_cast<int>(hub::HubState::Refused);
        desk->link.sayState(static_cast<hub::HubState>(state), at("14:01"),
                            refused ? QStringLiteral("the password is wrong") : QStringLiteral("db.example.org does not answer"));
        QCOMPARE(desk->spoken(QStringLiteral("Hub status")), spoken);
        QCOMPARE(desk->named<QLabel>(QStringLiteral("Hub status"))->text(), shown);
    }

    void aPressOnTheStatusLineOpensTheDialogAndTheWindowGoesOn()
    {
        QTest::mouseClick(desk->named<QLabel>(QStringLiteral("Hub status")), Qt::LeftButton);
        ui::HubDialog *dialog = desk->window->findChild<ui::HubDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(!dialog->isModal());
        QTRY_VERIFY(field("Address")->hasFocus());
        desk->room.declare();
        QVERIFY(desk->named<QPlainTextEdit>(QStringLiteral("Scribe entry"))->isEnabled());
    }

    void whereItIsAndWhomOneTrustsIsSaidAsItIsTyped()
    {
        open();
        field("Address")->setText(QStringLiteral("db.example.org"));
        QVERIFY(says(QStringLiteral("Over TLS; the server has to prove with its certificate that it is db.example.org.")));
        QVERIFY(field("Database")->isEnabled());
        field("Address")->setText(QStringLiteral("postgresql://dana@db.example.org/q?sslmode=require"));
        QVERIFY(says(QStringLiteral("nobody checks that it is db.example.org")));
        QVERIFY(!field("Database")->isEnabled());
        field("Address")->setText(QStringLiteral("localhost"));
        QVERIFY(says(QStringLiteral("On this machine")));
    }

    void whatIsWrongStandsInItsPlaceAndNothingTypedIsLost()
    {
        open();
        field("Address")->setText(QStringLiteral("db.example.org"));
        field("Login")->setText(QStringLiteral("dana"));
        field("Password")->setText(QStringLiteral("wrong"));
        button("Join")->click();
        QVERIFY(!button("Join")->isEnabled());
        QVERIFY(says(QStringLiteral("Asking the hub")));
        QCOMPARE(desk->link.calls.last(), QStringLiteral("greet postgresql://dana@db.example.org/quarterdeck wrong"));
        desk->link.greeted(
            tl::unexpected(Error{ErrorCode::Refused, QStringLiteral("db.example.org does not take this password; type it again"), {}}));
        QVERIFY(says(QStringLiteral("does not take this password; type it again")));
        QVERIFY(button("Join")->isEnabled());
        QCOMPARE(field("Password")->text(), QStringLiteral("wrong"));
        field("Address")->setText(QStringLiteral("db.example.org/"));
        button("Join")->click();
        QVERIFY(says(QStringLiteral("say which database is the hub")));
    }

    void enterJoinsAndTheDialogShowsTheHub()
    {
        open();
        field("Address")->setText(QStringLiteral("postgresql://dana@db.example.org/quarterdeck"));
        QTest::keyClick(field("Address"), Qt::Key_Return);
        desk->link.greeted(FakeLink::greeting());
        desk->sayInStep();
        QVERIFY(says(QStringLiteral("✓ Joined")));
        QVERIFY(says(QStringLiteral("● In step")));
        QVERIFY(says(QStringLiteral("Dana, responder")));
        QVERIFY(says(QStringLiteral("postgresql://dana@db.example.org/quarterdeck")));
        QVERIFY(says(QStringLiteral("Nobody else is in the room")));
        QVERIFY(field("Password")->text().isEmpty());
        QVERIFY(!button("Give somebody access")->isVisible());
    }

    void theLinesStandTogetherWhereNobodyElseIs()
    {
        desk->join();
        desk->link.sayState(hub::HubState::Offline, at("14:01"), QStringLiteral("db.example.org does not answer"));
        open();
        const auto line = [this](const char *words) { return label(words)->geometry(); };
        QTRY_VERIFY(line("Nobody else").top() > line("Hub").top());
        QCOMPARE(line("Hub").top(), line("postgresql://").top());
        QVERIFY2(line("Nobody else").bottom() - line("▲ Offline since").top() < 200, "they are spread over the dialog");
    }

    void aHubIsMadeHere()
    {
        open();
        field("Address")->setText(QStringLiteral("localhost"));
        button("Make a hub here")->click();
        desk->link.made(
            tl::unexpected(Error{ErrorCode::Refused, QStringLiteral("the login may not create roles; ask for one that may"), {}}));
        QVERIFY(says(QStringLiteral("may not create roles")));
        button("Make a hub here")->click();
        desk->link.made(QStringLiteral("The hub is made."));
        desk->link.greeted(FakeLink::greeting(hub::Standing::Administrator));
        QVERIFY(says(QStringLiteral("✓ The hub is made.")));
    }

    void aFirstJoinShowsHowMuchHasCome()
    {
        desk->join();
        open();
        hub::HubStatus status;
        status.state = hub::HubState::CatchingUp;
        status.received = 120000;
        status.person = QStringLiteral("Dana");
        desk->link.say(status);
        QVERIFY(says(QStringLiteral("Catching up, 120,000 received")));
    }

    void anotherPasswordIsAskedForWhereItHelps()
    {
        desk->join();
        open();
        QVERIFY(!field("New password")->isVisible());
        hub::HubStatus status;
        status.state = hub::HubState::Refused;
        status.sentence = QStringLiteral("db.example.org does not take the password any more; type the new one");
        status.wantsPassword = true;
        desk->link.say(status);
        QVERIFY(field("New password")->isVisible());
        QVERIFY(says(QStringLiteral("type the new one")));
        field("New password")->setText(QStringLiteral("s3cret"));
        QTest::keyClick(field("New password"), Qt::Key_Return);
        QCOMPARE(desk->link.kept.size(), 1);
        QCOMPARE(desk->link.calls.last(), QStringLiteral("start postgresql://dana@db.example.org/quarterdeck"));
        QVERIFY(field("New password")->text().isEmpty());
    }

    void theClockIsCompared()
    {
        desk->join();
        open();
        emit desk->link.clockOffsetChanged(192s);
        QVERIFY(says(QStringLiteral("this machine's is 3 min 12 s behind the hub's")));
    }

    void tryingAndLeavingAreButtons()
    {
        desk->join();
        open();
        button("Try now")->click();
        QCOMPARE(desk->link.calls.last(), QStringLiteral("try"));
        button("Leave the hub")->click();
        QVERIFY(!desk->shared.isJoined());
        QVERIFY(field("Address")->isVisible());
        QCOMPARE(desk->spoken(QStringLiteral("Hub status")), QStringLiteral("Hub status local only"));
    }

    void anAdministratorGivesAccess()
    {
        desk->join(hub::Standing::Administrator);
        desk->link.known = {{QStringLiteral("dana"), QStringLiteral("Dana"), hub::Standing::Administrator}};
        desk->sayInStep(hub::Standing::Administrator);
        open();
        auto *people = desk->named<QListView>(QStringLiteral("People of the hub"));
        QVERIFY(PaneRoom::rowWith(people, QStringLiteral("Dana, administrator · login dana, you")).isValid());
        button("Give somebody access")->click();
        QTRY_VERIFY(field("Login") && field("Person, as it stands beside what they write"));
        auto *login = popoverField("Login");
        login->setText(QStringLiteral("lee"));
        field("Person, as it stands beside what they write")->setText(QStringLiteral("Lee"));
        QTest::keyClick(field("Standing"), Qt::Key_Return);
        QVERIFY(says(QStringLiteral("Say what they may do")));
        field("Standing")->setText(QStringLiteral("resp"));
        QTest::keyClick(field("Standing"), Qt::Key_Return);
        QTRY_VERIFY(PaneRoom::rowWith(people, QStringLiteral("Lee, responder · login lee")).isValid());
    }

private:
    void open()
    {
        desk->window->run(QStringLiteral("hub.open"));
        QTRY_VERIFY(desk->window->findChild<ui::HubDialog *>()->isVisible());
    }
    [[nodiscard]] QLineEdit *field(const char *name) const { return desk->named<QLineEdit>(QLatin1String(name)); }
    [[nodiscard]] QLineEdit *popoverField(const char *name) const
    {
        QLineEdit *found = nullptr;
        for (QLineEdit *line : desk->window->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == QLatin1String(name) && line->isVisible())
                found = line;
        }
        return found;
    }
    [[nodiscard]] QPushButton *button(const char *name) const { return desk->named<QPushButton>(QLatin1String(name)); }
    [[nodiscard]] QLabel *label(const char *beginning) const
    {
        for (QLabel *one : desk->window->findChild<ui::HubDialog *>()->findChildren<QLabel *>()) {
            if (one->isVisible() && one->text().startsWith(QString::fromUtf8(beginning)))
                return one;
        }
        qFatal("no line begins with '%s'", beginning);
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        const auto labels = desk->window->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    }

    std::unique_ptr<SharedRoom> desk;
};

QTEST_MAIN(TestHubDialog)
#include "tst_hubdialog.moc"

// sharedpictures FOLDER THEME WxH: the window over a shared database, in every state that a hub can bring it into.
#include "models/hub/journallog.h"
#include "models/journal/sharedlog.h"
#include "tests/ui/sharedroom.h"
#include "ui/hub/hubdialog.h"
#include "ui/mainwindow/memberspopover.h"

#include <QDir>
#include <QScreen>

using namespace qd;
using namespace qd::test;
using namespace std::chrono_literals;

namespace {

struct Studio
{
    QString folder, suffix;
    QSize size;
    ui::Theme::Mode mode = ui::Theme::Mode::Dark;
};
Studio studio;

class Desk : public SharedRoom
{
public:
    Desk()
    {
        room.theme.apply(*qApp, studio.mode);
        window->resize(studio.size);
    }

    void tell(const char *text)
    {
        room.clock.advance(40s);
        command::LogEntry entry;
        entry.text = QString::fromUtf8(text);
        room.submit(entry);
    }
    void begin(hub::Standing standing = hub::Standing::Responder) // an incident under way, in step, with two others in the room
    {
        join(standing);
        const IncidentId incident = room.declare();
        room.submit(command::AssignRole{QStringLiteral("ic"), QStringLiteral("Dana"), {}, {}});
        tell("Health check 503 on checkout, all shards");
        tell("Payment client 4.12 went out at 13:40");
        reachTheHub({});
        sayInStep(standing);
        emit link.presenceChanged({person("Lee", incident), person("Ana", incident), person("Noor", {})});
    }
    void reachTheHub(const QString &refusal) // what waits is on the hub now, or is held here for that reason
    {
        if (!QTest::qWaitFor([this] { return room.session->saveStatus().state == SaveState::Saved; }))
            qFatal("it is not saved");
        const Result<std::unique_ptr<SharedLog>> record = SharedLog::open(room.journal->path());
        if (!record)
            qFatal("%s", qPrintable(record.error().sentence));
        hub::JournalLog log(**record);
        std::vector<qint64> positions;
        const std::vector<CarriedEvent> waiting = log.waiting({}).value_or(std::vector<CarriedEvent>());
        for (const CarriedEvent &event : waiting)
            positions.push_back(event.position);
        const bool done = refusal.isEmpty() ? log.acknowledge(positions, log.membership().value()).value_or(false)
                                            : log.hold(room.journal->console(), refusal).has_value();
        if (!done)
            qFatal("the record does not take what the hub says");
    }
    Colleague colleague(const char *name)
    {
        if (!QTest::qWaitFor([this] { return room.session->saveStatus().state == SaveState::Saved; }))
            qFatal("it is not saved");
        Colleague one(QLatin1String(name), room.clock.now());
        one.see(room.session->events());
        return one;
    }
    void meet(Colleague &other, const Command &here, const Command &there) // neither has seen the other's
    {
        room.clock.advance(1min);
        room.submit(here);
        const auto conflicts = room.session->incident().conflicts.size();
        comesIn(other.write(room.clock.now() + 30s, there));
        if (!QTest::qWaitFor([&] { return room.session->incident().conflicts.size() > conflicts; }))
            qFatal("nothing is in conflict");
        reachTheHub({});
        sayInStep();
    }
    ui::HubDialog *dialog()
    {
        window->run(QStringLiteral("hub.open"));
        return window->findChild<ui::HubDialog *>();
    }
    void write(const char *field, const char *text) { named<QLineEdit>(QLatin1String(field))->setText(QString::fromUtf8(text)); }
    void press(const char *button) { named<QPushButton>(QLatin1String(button))->click(); }

    static void take(const char *name, QWidget *what)
    {
        QTest::qWait(600); // the record is looked at, and everything is painted
        if (!what->grab().save(QStringLiteral("%1/shared-%2-%3.png").arg(studio.folder, QLatin1String(name), studio.suffix)))
            qFatal("cannot write into %s", qPrintable(studio.folder));
    }
};

void joining()
{
    Desk desk;
    ui::HubDialog *dialog = desk.dialog();
    Desk::take("not-joined", dialog);
    desk.write("Address", "db.example.org");
    desk.write("Login", "dana");
    desk.write("Password", "wrong");
    desk.press("Join");
    Desk::take("asking", dialog);
    desk.link.greeted(
        tl::unexpected(Error{ErrorCode::Refused, QStringLiteral("db.example.org does not take this password; type it again"), {}}));
    Desk::take("wrong-password", dialog);
    desk.write("Address", "postgresql://dana@db1.example.org,db2.example.org/warroom?sslmode=require");
    desk.press("Join");
    desk.link.greeted(FakeLink::greeting());
    hub::HubStatus status;
    status.state = hub::HubState::CatchingUp;
    status.received = 120000;
    status.person = QStringLiteral("Dana");
    status.standing = hub::Standing::Responder;
    desk.link.say(status);
    Desk::take("joining", dialog);
}

void statesOfOne()
{
    Desk desk;
    desk.begin();
    ui::HubDialog *dialog = desk.dialog();
    emit desk.link.clockOffsetChanged(192s);
    Desk::take("in-step", dialog);
    dialog->hide();
    Desk::take("window-in-step", desk.window.get());
    const Instant lost = desk.room.clock.now();
    emit desk.link.presenceChanged({});
    desk.link.sayState(hub::HubState::Offline, lost, QStringLiteral("db.example.org does not answer; it is tried again by itself"));
    desk.tell("Rolled back 4.12 on shard 3");
    desk.tell("Error rate falls on shard 3");
    if (!QTest::qWaitFor([&desk] { return desk.shared.status().waiting == 2; }))
        qFatal("two should wait");
    Desk::take("window-offline", desk.window.get());
    desk.dialog();
    Desk::take("offline", dialog);
    hub::HubStatus status;
    status.state = hub::HubState::Refused;
    status.since = lost;
    status.person = QStringLiteral("Dana");
    status.standing = hub::Standing::Responder;
    status.sentence = QStringLiteral("db.example.org does not take the password any more; type the new one");
    status.wantsPassword = true;
    desk.link.say(status);
    Desk::take("refused", dialog);
    dialog->hide();
    Desk::take("window-refused", desk.window.get());
}

void heldAndObserving()
{
    Desk desk;
    desk.begin();
    ui::HubDialog *dialog = desk.dialog();
    desk.tell("This one is not taken");
    hub::HubStatus status;
    status.state = hub::HubState::InStep;
    status.person = QStringLiteral("Dana");
    status.standing = hub::Standing::Responder;
    desk.reachTheHub(QStringLiteral("you are no member of this incident any more; ask one of its members to add you"));
    desk.link.say(status);
    Desk::take("held", dialog);
    dialog->hide();
    desk.sayInStep(hub::Standing::Observer);
    desk.dialog();
    Desk::take("observer", dialog);
}

void administrator()
{
    Desk desk;
    desk.link.known = {{QStringLiteral("dana"), QStringLiteral("Dana"), hub::Standing::Administrator},
                       {QStringLiteral("lee"), QStringLiteral("Lee"), hub::Standing::Responder},
                       {QStringLiteral("ana"), QStringLiteral("Ana"), hub::Standing::Responder},
                       {QStringLiteral("sam.okonkwo"), QStringLiteral("Sam Okonkwo"), hub::Standing::Observer}};
    desk.begin(hub::Standing::Administrator);
    ui::HubDialog *dialog = desk.dialog();
    Desk::take("administrator", dialog);
    desk.press("Give somebody access");
    Desk::take("giving-access", dialog);
    dialog->hide();
    desk.shared.loadMembers([](const Result<std::vector<hub::HubMember>> &) {});
    desk.window->run(QStringLiteral("incident.members"));
    Desk::take("window-everybody", desk.window.get());
    desk.window->run(QStringLiteral("incident.members")); // closes it
    desk.room.submit(command::Amend{QStringLiteral("codename"), QStringLiteral("Blue Heron")});
    desk.room.submit(command::Amend{QStringLiteral("restricted"), QStringLiteral("true")});
    desk.window->run(QStringLiteral("incident.members"));
    Desk::take("window-members", desk.window.get());
}

void conflicts()
{
    Desk desk;
    desk.begin();
    Colleague lee = desk.colleague("Lee");
    desk.meet(lee, command::AssignRole{QStringLiteral("ic"), QStringLiteral("Ana"), {}, {}},
              command::AssignRole{QStringLiteral("ic"), QStringLiteral("Lee"), {}, {}});
    Desk::take("window-conflict", desk.window.get());
    desk.meet(lee, command::ChangeSeverity{QStringLiteral("P1"), QStringLiteral("one shard alone"), {}},
              command::ChangeSeverity{QStringLiteral("P2"), QStringLiteral("no users"), {}});
    desk.meet(lee, command::Amend{QStringLiteral("title"), QStringLiteral("Checkout is down for every customer in Europe")},
              command::Amend{QStringLiteral("title"), QStringLiteral("No orders complete since release 4.12")});
    desk.window->run(QStringLiteral("conflict.next"));
    Desk::take("window-conflicts", desk.window.get());
    desk.window->run(QStringLiteral("conflict.next"));
    Desk::take("window-conflicts-long", desk.window.get());
}

void bundles()
{
    Desk desk;
    desk.begin();
    const QString file = desk.room.folder.filePath(QStringLiteral("INC-4F7K.qdz"));
    desk.window->run(QStringLiteral("bundle.out"), file);
    Desk::take("window-bundle-begun", desk.window.get());
    if (!QTest::qWaitFor([&file] { return QFile::exists(file); }))
        qFatal("no bundle is written");
    Desk::take("window-bundle", desk.window.get());
    QFile(file).resize(QFile(file).size() / 2);
    desk.window->run(QStringLiteral("bundle.in"), file);
    Desk::take("window-bundle-bad", desk.window.get());
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QStringList size = arguments.value(3).split(QLatin1Char('x'));
    studio = {arguments.value(1), arguments.value(2) + QLatin1Char('-') + arguments.value(3),
              QSize(size.value(0).toInt(), size.value(1).toInt())};
    if (arguments.size() < 4 || studio.size.isEmpty() || !QDir().mkpath(studio.folder))
        qFatal("sharedpictures FOLDER dark|light|contrast WxH");
    studio.mode = arguments.value(2) == QLatin1String("light") ? ui::Theme::Mode::Light
        : arguments.value(2) == QLatin1String("contrast")      ? ui::Theme::Mode::Contrast
                                                               : ui::Theme::Mode::Dark;
    if (qEnvironmentVariableIsSet("QT_SCALE_FACTOR"))
        studio.suffix += QLatin1Char('@') + qEnvironmentVariable("QT_SCALE_FACTOR");
    for (void (*scene)() : {joining, statesOfOne, heldAndObserving, administrator, conflicts, bundles})
        scene();
    return 0;
}

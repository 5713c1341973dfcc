#pragma once
// The whole window over a record that is shared: a hub that the story moves by hand, and a colleague at another desk.

#include "models/session/shareddatabase.h"
#include "tests/support/colleague.h"
#include "tests/support/elsewhere.h"
#include "tests/support/fakelink.h"
#include "tests/ui/paneroom.h"
#include "tests/ui/spoken.h"
#include "ui/mainwindow/mainwindow.h"

namespace qd::test {

class SharedRoom
{
public:
    SharedRoom()
        : settings(room.folder.filePath(QStringLiteral("window.ini"))),
          shared({*room.journal, *room.session, link, [](const std::optional<Duration> &) {}})
    {
        window = std::make_unique<ui::MainWindow>(
            ui::WindowServices{.session = *room.session,
                               .settings = settings,
                               .importPlan = [](const QString &) { return Result<QString>(QString()); },
                               .reviewPlan = {},
                               .startDrill = []() -> Result<QString> { return refused(QStringLiteral("not in a test")); },
                               .loadDraft = [this](const QString &key) { return room.drafts.value(key); },
                               .keepDraft = [this](const QString &key, const QString &text) { room.drafts[key] = text; },
                               .shared = &shared},
            room.theme);
        window->resize(1400, 900);
        window->show();
        window->begin();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window does not show");
    }
    ~SharedRoom() { window.reset(); }

    void join(hub::Standing standing = hub::Standing::Responder)
    {
        shared.join({QStringLiteral("postgresql://dana@db.example.org/quarterdeck"), {}, {}, {}}, [](const Result<void> &) {});
        link.greeted(FakeLink::greeting(standing));
    }
    void sayInStep(hub::Standing standing = hub::Standing::Responder)
    {
        hub::HubStatus status;
        status.state = hub::HubState::InStep;
        status.person = QStringLiteral("Dana");
        status.standing = standing;
        link.say(status);
    }
    // All that was written here has arrived there.
    void acknowledge()
    {
        if (!QTest::qWaitFor([this] { return room.session->saveStatus().state == SaveState::Saved; }))
            qFatal("it is not saved");
        room.session->setWaiting(QSet<EventId>());
    }
    void comesIn(const Event &event)
    {
        comeIn(*room.journal, {event});
        emit link.arrived();
    }
    static hub::Present person(const char *name, const IncidentId &where)
    {
        return {QLatin1String(name), ConsoleId::fromBytes(QByteArray(name).leftJustified(16, 'x')), where, {}};
    }

    template<class T = QWidget>
    [[nodiscard]] T *named(const QString &beginning) const // nullptr: none that a screen reader calls so; of several, one that is seen
    {
        T *found = nullptr;
        for (T *widget : window->findChildren<T *>()) {
            if (spokenName(widget).startsWith(beginning) && (!found || widget->isVisible()))
                found = widget;
        }
        return found;
    }
    [[nodiscard]] QString spoken(const QString &beginning) const
    {
        const QWidget *widget = named<QWidget>(beginning);
        return widget ? spokenName(const_cast<QWidget *>(widget)) : QStringLiteral("nothing is called so");
    }

    PaneRoom room;
    Settings settings;
    FakeLink link;
    SharedDatabase shared;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace qd::test

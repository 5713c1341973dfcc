#pragma once
// A war room with a pane in it: a real session over a journal in a temporary folder, a clock that stands still, the default plan.

#include "models/journal/journal.h"
#include "models/plan/shipped.h"
#include "tests/support/manualclock.h"
#include "tests/support/story.h"
#include "ui/panes/pane.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

namespace qd::test {

class PaneRoom
{
public:
    explicit PaneRoom(Instant start = at("14:02")) : clock(start)
    {
        OpenOptions options;
        options.now = start;
        Result<std::unique_ptr<Journal>> opened = Journal::open(folder.filePath(QStringLiteral("room.db")), options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        journal = std::move(*opened);
        const auto choices = [] {
            return std::vector<PlanChoice>{{QStringLiteral("castiel"), QStringLiteral("Castiel")},
                                           {QStringLiteral("default"), QStringLiteral("Default")}};
        };
        session = std::make_unique<IncidentSession>(IncidentSession::Services{*journal, clock, choices, plan::loadShipped},
                                                    QStringLiteral("Dana"));
        theme.apply(*qApp, ui::Theme::Mode::Dark);
        const auto invoke = [this](const QString &action, const QVariant &about) { invoked << action + QLatin1Char(' ') + about.toString(); };
        context = std::make_unique<ui::PaneContext>(ui::PaneContext{*session, theme, times, invoke});
        context->loadDraft = [this](const QString &key) { return drafts.value(key); };
        context->keepDraft = [this](const QString &key, const QString &text) { drafts[key] = text; };
    }
    ~PaneRoom() { pane.reset(); }

    IncidentId declare(const QString &severity = QStringLiteral("P0"), const QString &title = QStringLiteral("Checkout returns 503"))
    {
        command::Declare declare;
        declare.severity = severity;
        declare.title = title;
        declare.type = QStringLiteral("outage");
        declare.detected = clock.now();
        const Result<IncidentId> id = session->declare(declare, QStringLiteral("default"));
        if (!id)
            qFatal("%s", qPrintable(id.error().sentence));
        return *id;
    }

    EventId submit(const Command &command)
    {
        const Result<EventId> done = session->submit(command);
        if (!done)
            qFatal("%s", qPrintable(done.error().sentence));
        return *done;
    }

    void advance(Duration by) // with what a second's tick brings
    {
        clock.advance(by);
        emit session->ticked(clock.now());
    }

    QWidget *show(QWidget *(*create)(const ui::PaneContext &, QWidget *), QSize size = QSize(340, 760))
    {
        pane.reset(create(*context, nullptr));
        pane->resize(size);
        pane->show();
        if (!QTest::qWaitForWindowExposed(pane.get()))
            qFatal("the pane does not show");
        return pane.get();
    }

    void perform(const QString &verb, const QVariant &about = {}) { dynamic_cast<ui::PaneActions &>(*pane).perform(verb, about); }

    // By what a screen reader calls it; fails the test where there is none.
    template<class T>
    [[nodiscard]] T *find(const QString &name) const
    {
        T *found = nullptr;
        for (T *widget : pane->findChildren<T *>()) {
            if (widget->accessibleName() == name)
                found = widget;
        }
        if (!found)
            qFatal("nothing is called '%s'", qPrintable(name));
        return found;
    }

    [[nodiscard]] static QModelIndex rowWith(const QListView *list, const QString &words)
    {
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            const QModelIndex index = list->model()->index(row, 0);
            if (index.data(Qt::AccessibleTextRole).toString().contains(words))
                return index;
        }
        return {};
    }

    static void trigger(QWidget *widget, const QString &text) // an action by its words; fails where it is not there, or is disabled
    {
        for (QAction *action : widget->actions()) {
            if (action->text() != text)
                continue;
            QVERIFY(action->isEnabled());
            action->trigger();
            return;
        }
        QFAIL(qPrintable(QStringLiteral("no action is called ") + text));
    }

    void answer(const QString &field, const QString &text) // into a question in a row, and Enter
    {
        auto *line = find<QLineEdit>(field);
        line->setText(text);
        QTest::keyClick(line, Qt::Key_Return);
    }

    [[nodiscard]] QString lastKind() const { return session->events().back().kind; }
    [[nodiscard]] QJsonObject lastBody() const { return session->events().back().body; }

    QTemporaryDir folder;
    ManualClock clock;
    std::unique_ptr<Journal> journal;
    std::unique_ptr<IncidentSession> session;
    ui::Theme theme;
    ui::TimeDisplay times;
    QStringList invoked;
    QHash<QString, QString> drafts; // what survives a crash
    std::unique_ptr<ui::PaneContext> context;
    std::unique_ptr<QWidget> pane;
};

} // namespace qd::test

// What can be done with a plan.
#include "models/plan/duplicate.h"
#include "models/plan/json.h"
#include "ui/widgets/background.h"
#include "ui/plans/planswindow.h"
#include "ui/plans/versionstab.h"
#include "ui/widgets/cardlist.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSaveFile>

namespace qd::ui {

plan::Installing PlansWindow::installing(const QString &how) const
{
    return {m_context.session.present(), m_context.session.author(), how};
}

void PlansWindow::save()
{
    if (m_draft->id().isEmpty() || !m_draft->isChanged()) {
        say(tr("Everything is saved"), Colour::Good);
        return;
    }
    if (!m_draft->isChecked()) {
        m_saveWhenChecked = true;
        return;
    }
    if (!m_draft->canSave()) {
        perform(QStringLiteral("open"), QStringLiteral("source"));
        say(tr("It has problems: put them right first. What is written is kept meanwhile."), Colour::Critical);
        return;
    }
    const QString text = m_draft->text();
    inBackground(
        this, [store = m_store, yaml = text.toUtf8(), how = installing(tr("edited here"))] { return store.addText(yaml, how); },
        [this, text](const Result<plan::PlanSummary> &done) {
            if (done)
                saved(*done, text);
            else
                say(done.error().sentence, Colour::Critical);
        });
}

void PlansWindow::saved(const plan::PlanSummary &summary, const QString &text)
{
    if (summary.id != m_draft->id()) { // its id was changed: it is another plan, and the one before stays as it was
        m_draft->discard();
        m_wanted = summary.id;
        say(tr("Saved as the plan %1; the one before stays as it was").arg(summary.name), Colour::Good);
        reload();
        return;
    }
    m_draft->markSaved(text);
    const ShelfPlan *plan = m_shelf->find(summary.id);
    const QString saved = tr("Saved: the next incident can be declared under it.");
    say(plan && plan->open > 0
            ? saved + QLatin1Char(' ') + tr("%n open incidents keep the version that they run under.", nullptr, plan->open)
            : saved,
        Colour::Good, adoption(summary.id));
    m_versions->showPlan(summary.id);
    reload();
}

void PlansWindow::discard()
{
    if (!m_draft->isChanged())
        return;
    const QString written = m_draft->text();
    const QString id = m_draft->id();
    m_draft->discard();
    say(tr("As it was saved"), Colour::Text, {tr("Take back"), [this, written, id] {
                                                  if (m_draft->id() == id)
                                                      m_draft->setText(written);
                                              }});
}

void PlansWindow::duplicate()
{
    const ShelfPlan *plan = m_shelf->find(m_current);
    if (!plan || plan->removed)
        return;
    const QString name = plan->summary.name;
    const QString from = m_current;
    const auto answer = [this, from](const QStringList &answers) -> Result<void> {
        const QString called = answers.value(0).trimmed();
        if (called.isEmpty())
            return refused(tr("Give the new plan a name"));
        QStringList taken;
        for (const ShelfPlan &other : m_shelf->plans())
            taken << other.summary.id;
        const QString id = plan::freeId(called, taken);
        install(
            [store = m_store, from, id, called, how = installing(tr("a copy of %1").arg(from))]() -> Result<plan::PlanSummary> {
                return store.text(from)
                    .and_then([&](const QByteArray &yaml) { return plan::duplicatePlan(yaml, id, called); })
                    .and_then([&](const QByteArray &yaml) { return store.addText(yaml, how); });
            },
            tr("%1 is a plan of your own now: change what does not fit").arg(called));
        return {};
    };
    m_list->ask(
        from,
        {tr("A copy to start from"), tr("Duplicate"), {{.name = tr("Name of the new plan"), .value = tr("Our %1").arg(name)}}, answer});
}

// A plan that was not there comes to sight, and can be taken back.
void PlansWindow::install(const std::function<Result<plan::PlanSummary>()> &work, const QString &sentence)
{
    inBackground(this, work, [this, sentence](const Result<plan::PlanSummary> &done) {
        if (!done) {
            say(done.error().sentence, Colour::Critical);
            return;
        }
        m_wanted = done->id;
        m_current.clear(); // also where it stood before
        m_list->setFocus();
        reload();
        say(sentence, Colour::Good, {tr("Take back"), [this, id = done->id] {
                                         const Result<void> gone = m_store.remove(id);
                                         if (!gone)
                                             say(gone.error().sentence, Colour::Critical);
                                         reload();
                                     }});
    });
}

void PlansWindow::importFile()
{
    auto *dialog = new QFileDialog(this, tr("Import a plan file"), {}, tr("Response plans (*.yaml *.yml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString name = QFileInfo(path).fileName();
        install([store = m_store, path, how = installing(tr("from %1").arg(name))] { return store.add(path, how); },
                tr("%1 is imported").arg(name));
    });
    dialog->show();
}

void PlansWindow::exportFile()
{
    if (m_draft->id().isEmpty())
        return;
    auto *dialog = new QFileDialog(this, tr("Export the plan"), m_draft->id() + QStringLiteral(".yaml"), tr("Response plans (*.yaml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("yaml"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, yaml = m_draft->saved().toUtf8()](const QString &path) {
        const auto write = [path, yaml]() -> Result<void> {
            QSaveFile file(path);
            if (!file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size() || !file.commit())
                return failure(ErrorCode::Storage, tr("%1 cannot be written: %2").arg(path, file.errorString()));
            return {};
        };
        inBackground(this, write, [this, path](const Result<void> &done) {
            done ? say(tr("The plan, as it is saved, stands in %1").arg(path), Colour::Good) : say(done.error().sentence, Colour::Critical);
        });
    });
    dialog->show();
}

void PlansWindow::remove()
{
    const ShelfPlan *plan = m_shelf->find(m_current);
    if (!plan || plan->removed)
        return;
    if (plan->summary.shipped) {
        say(tr("%1 ships with the program and stays; a plan of your own can be removed").arg(plan->summary.name));
        return;
    }
    struct Removed
    {
        Result<void> done;
        int newest = 0;
    };
    const QString id = m_current;
    const auto work = [store = m_store, id] {
        Removed removed{store.remove(id), 0};
        if (const auto versions = store.versions(id); versions && !versions->empty())
            removed.newest = versions->front().number;
        return removed;
    };
    inBackground(this, work, [this, id, name = plan->summary.name](const Removed &removed) {
        if (!removed.done) {
            say(removed.done.error().sentence, Colour::Critical);
            return;
        }
        m_current.clear();
        m_wanted = id;
        reload();
        say(tr("%1 is removed from the list. Its versions are kept, and incidents keep theirs.").arg(name.isEmpty() ? id : name),
            Colour::Text, {tr("Take back"), [this, id, number = removed.newest] { bringBack(id, number); }});
    });
}

void PlansWindow::bringBack(const QString &id, int number)
{
    const QString how = number == 0 ? tr("as it ships, brought back") : tr("version %1, brought back").arg(number);
    inBackground(
        this, [store = m_store, id, number, with = installing(how)] { return store.bringBack(id, number, with); },
        [this, id, number](const Result<plan::PlanSummary> &done) {
            if (!done) {
                say(done.error().sentence, Colour::Critical);
                return;
            }
            m_current.clear();
            m_wanted = id;
            reload();
            say(number == 0 ? tr("What ships is in use again") : tr("Version %1 is in use again").arg(number), Colour::Good, adoption(id));
        });
}

// The open incident, where it runs under an earlier version of that plan.
PlansWindow::Offer PlansWindow::adoption(const QString &id)
{
    const IncidentSession &session = m_context.session;
    if (!session.hasIncident() || session.asOf() || !session.incident().isOpen() || session.incident().rules.planId != id)
        return {};
    return {tr("Adopt it for %1").arg(session.incident().ref), [this] { adopt(); }};
}

void PlansWindow::adopt()
{
    inBackground(
        this, [store = m_store, id = m_current] { return store.load(id); },
        [this](const Result<plan::Plan> &plan) {
            IncidentSession &session = m_context.session;
            const Result<EventId> done =
                plan ? session.submit(command::AdoptPlan{plan::toJson(*plan)}) : Result<EventId>(tl::unexpected(plan.error()));
            if (!done) {
                say(done.error().sentence, Colour::Critical);
                return;
            }
            reload();
            say(tr("%1 runs under it now").arg(session.incident().ref), Colour::Good, {tr("Take back"), [this] {
                                                                                           const Result<EventId> back =
                                                                                               m_context.session.undo();
                                                                                           if (!back)
                                                                                               say(back.error().sentence, Colour::Critical);
                                                                                           reload();
                                                                                       }});
        });
}

void PlansWindow::openIncident(const IncidentId &incident)
{
    if (incident.isNull())
        return;
    m_context.session.open(incident);
    if (QWidget *room = parentWidget()) { // the person asked for it
        room->window()->raise();
        room->window()->activateWindow();
    }
}

} // namespace qd::ui

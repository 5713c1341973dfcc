#include "models/session/planreview.h"

#include "models/plan/provenance.h"
#include "models/plan/written/encoding.h"
#include "models/plan/values.h"
#include "models/plan/writer.h"
#include "models/plan/writtenplan.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QSaveFile>
#include <QThreadPool>

#include <algorithm>

namespace qd {

struct PlanReview::Reading
{
    QString document;
    QString text;
    Result<plan::Plan> plan;
};

namespace {

constexpr int progressSteps = 1000;
constexpr size_t mostToldProblems = 3;

QString quoted(const QString &words)
{
    return words.isEmpty() ? PlanReview::tr("not said") : words.simplified();
}

QString fingerprintOf(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Result<plan::Plan> readDocument(const QString &path, QString &text, const plan::Progress &progress)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (QFileInfo(path).isDir())
        return refused(PlanReview::tr("%1 is a folder; choose a Markdown file in it").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return refused(PlanReview::tr("%1 cannot be read: %2").arg(name, file.errorString()));
    const QByteArray bytes = file.readAll();
    Result<plan::Plan> plan = plan::readWrittenPlan(bytes, QFileInfo(path).completeBaseName(), progress);
    if (!plan)
        return refused(PlanReview::tr("%1 was not read: %2").arg(name, plan.error().sentence));
    text = plan::written::readCharacters(bytes).text;
    const Result<plan::Plan> ready = plan::readyForUse(*plan);
    return ready ? ready : plan; // a person can still make a plan of it
}

} // namespace

PlanReview::PlanReview(Services services, QObject *parent) : QObject(parent), m_services(std::move(services))
{
    connect(&m_editing, &PlanEditing::changed, this, &PlanReview::followChange);
    connect(&m_reading, &QFutureWatcherBase::progressValueChanged, this,
            [this](int value) { emit progressed(static_cast<double>(value) / progressSteps); });
    connect(&m_reading, &QFutureWatcherBase::finished, this, &PlanReview::take);
}

PlanReview::~PlanReview()
{
    stop();
}

void PlanReview::open(const QString &path)
{
    stop();
    using Outcome = std::shared_ptr<Reading>;
    const auto promise = std::make_shared<QPromise<Outcome>>();
    m_reading.setFuture(promise->future());
    promise->setProgressRange(0, progressSteps);
    promise->start();
    QThreadPool::globalInstance()->start([promise, path] {
        const auto reading = std::make_shared<Reading>();
        reading->document = QFileInfo(path).fileName();
        reading->plan = readDocument(path, reading->text, [&promise](double share) {
            promise->setProgressValue(static_cast<int>(share * progressSteps));
            return !promise->isCanceled();
        });
        promise->addResult(reading);
        promise->finish();
    });
}

void PlanReview::stop()
{
    m_reading.cancel();
}

void PlanReview::take()
{
    if (m_reading.isCanceled() || m_reading.future().resultCount() == 0)
        return;
    const std::shared_ptr<Reading> reading = m_reading.result();
    if (!reading->plan) {
        emit failed(reading->plan.error().sentence);
        return;
    }
    m_document.clear(); // so that what follows is not kept as a change
    m_text = reading->text;
    m_read = *reading->plan;
    m_settled.clear();
    m_before = m_services.imports.used(m_read.id);
    m_revision = {m_read, {}, {}, {}};
    if (m_before) {
        const Result<plan::Plan> inUse = m_services.load(m_before->corrected.id);
        m_revision = plan::revise(m_before->read, inUse ? *inUse : m_before->corrected, m_read);
    }
    m_editing.start(m_revision.plan);
    const std::optional<plan::ImportRecord> draft = m_services.imports.draft(m_read.id);
    m_goesOn = draft && draft->fingerprint == fingerprintOf(m_text);
    if (m_goesOn)
        m_editing.goOn(plan::revise(draft->read, draft->corrected, m_revision.plan).plan);
    m_document = reading->document;
    collectDecisions();
    emit opened();
}

void PlanReview::followChange()
{
    if (m_document.isEmpty())
        return;
    if (m_editing.isChanged()) {
        if (const Result<void> kept = m_services.imports.keepDraft({m_document, fingerprintOf(m_text), m_read, m_editing.plan()}); !kept)
            emit failed(kept.error().sentence);
    } else {
        m_services.imports.forgetDraft(m_read.id);
    }
    collectDecisions();
    emit changed();
}

QString PlanReview::titleOf(const QString &name) const
{
    const std::vector<plan::Meaning> all = plan::meanings(m_editing.plan());
    const auto found = std::find_if(all.begin(), all.end(), [&name](const plan::Meaning &meaning) { return meaning.name == name; });
    return found == all.end() ? name : found->words;
}

void PlanReview::collectDecisions()
{
    m_decisions.clear();
    const plan::Plan &plan = m_editing.plan();
    for (const plan::FactProblem &problem : m_editing.problems()) {
        const QString name = plan::nameOf(plan, problem.path);
        m_decisions.push_back({Decision::Kind::Problem,
                               QStringLiteral("problem/%1/%2").arg(problem.path, problem.what),
                               name,
                               titleOf(name),
                               problem.what,
                               {},
                               -1,
                               {plan::lineOf(plan, name)}});
    }
    for (const plan::Clash &clash : m_revision.clashes) {
        if (!m_settled.contains(clash.name))
            m_decisions.push_back({Decision::Kind::Clash,
                                   QStringLiteral("clash/") + clash.name,
                                   clash.name,
                                   clash.title,
                                   tr("Before: %1. You corrected it, and the document has changed since.").arg(quoted(clash.before)),
                                   {tr("Keep %1").arg(quoted(clash.corrected)), tr("Take %1").arg(quoted(clash.document))},
                                   0,
                                   {plan::lineOf(m_read, clash.name)}});
    }
    for (const plan::Conflict &conflict : plan.conflicts)
        addConflict(conflict);
    for (const plan::Unread &unread : plan.unread)
        m_decisions.push_back({Decision::Kind::Unread,
                               QStringLiteral("unread/%1/%2").arg(unread.line).arg(unread.text),
                               {},
                               unread.text,
                               {},
                               {},
                               -1,
                               {unread.line}});
}

void PlanReview::addConflict(const plan::Conflict &conflict)
{
    const plan::Fact *fact = plan::findFact(m_editing.facts(), conflict.path);
    Decision decision{
        Decision::Kind::Conflict, QStringLiteral("conflict/") + conflict.what, conflict.path, conflict.what, {}, {}, -1, conflict.lines};
    if (fact) {
        decision.title = titleOf(conflict.path);
        decision.taken = static_cast<int>(conflict.values.indexOf(fact->words));
        for (const QString &value : conflict.values) {
            const Result<plan::Target> target = plan::parseTarget(value);
            decision.choices << (fact->kind == plan::FactKind::Time && target ? plan::spokenTarget(*target) : value);
        }
    }
    m_decisions.push_back(decision);
}

const Decision *PlanReview::find(const QString &id) const
{
    const auto found = std::find_if(m_decisions.begin(), m_decisions.end(), [&id](const Decision &one) { return one.id == id; });
    return found == m_decisions.end() ? nullptr : &*found;
}

Result<void> PlanReview::choose(const QString &id, int choice)
{
    const Decision *decision = find(id);
    if (!decision || choice < 0 || choice >= decision->choices.size())
        return refused(tr("There is nothing to choose here."));
    if (decision->kind == Decision::Kind::Conflict) {
        return m_editing.change([&](plan::Plan &plan) -> Result<void> {
            const auto conflict = std::find_if(plan.conflicts.begin(), plan.conflicts.end(), [decision](const plan::Conflict &one) {
                return QStringLiteral("conflict/") + one.what == decision->id;
            });
            return plan::choose(plan, static_cast<size_t>(conflict - plan.conflicts.begin()), static_cast<size_t>(choice));
        });
    }
    const QString name = decision->name;
    m_settled << name;
    const Result<void> done = choice == 0 ? Result<void>() : m_editing.change([&](plan::Plan &plan) -> Result<void> {
        return plan::pathOf(m_read, name).isEmpty() ? plan::removeElement(plan, plan::pathOf(plan, name))
                                                    : plan::copyFact(plan, name, m_read);
    });
    followChange();
    return done;
}

Result<void> PlanReview::setAside(const QString &id)
{
    return m_editing.change([&](plan::Plan &plan) -> Result<void> {
        const size_t gone =
            std::erase_if(plan.conflicts, [&](const plan::Conflict &one) { return QStringLiteral("conflict/") + one.what == id; })
            + std::erase_if(plan.unread,
                            [&](const plan::Unread &one) { return QStringLiteral("unread/%1/%2").arg(one.line).arg(one.text) == id; });
        return gone > 0 ? Result<void>() : refused(tr("This must be put right; it cannot be set aside."));
    });
}

Result<QString> PlanReview::giveMeaning(const QString &meaning, const QString &words, int line)
{
    QString name;
    const Result<void> done = m_editing.change([&](plan::Plan &plan) -> Result<void> {
        const Result<QString> given = plan::giveMeaning(plan, meaning, words, line);
        if (!given)
            return tl::unexpected(given.error());
        name = *given;
        return {};
    });
    return done ? Result<QString>(name) : tl::unexpected(done.error());
}

Result<plan::Plan> PlanReview::whole() const
{
    const std::vector<plan::FactProblem> &problems = m_editing.problems();
    if (problems.empty())
        return m_editing.plan();
    QStringList told;
    for (size_t i = 0; i < std::min(problems.size(), mostToldProblems); ++i)
        told << problems[i].what;
    return refused(tr("The plan cannot be used yet: %1").arg(told.join(QStringLiteral("; "))));
}

Result<QString> PlanReview::use()
{
    const Result<plan::Plan> plan = whole();
    if (!plan)
        return tl::unexpected(plan.error());
    const Result<QString> installed = m_services.install(*plan);
    if (!installed)
        return installed;
    if (const Result<void> kept = m_services.imports.keepUsed({m_document, fingerprintOf(m_text), m_read, *plan}); !kept)
        return tl::unexpected(kept.error());
    m_editing.markSaved();
    return installed;
}

Result<void> PlanReview::saveAs(const QString &path) const
{
    const Result<plan::Plan> plan = whole();
    if (!plan)
        return tl::unexpected(plan.error());
    const QByteArray yaml = plan::writePlan(*plan);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(yaml) != yaml.size() || !file.commit())
        return failure(ErrorCode::Storage, tr("%1 cannot be written: %2").arg(path, file.errorString()));
    return {};
}

} // namespace qd

// What a person does in the review of a written plan.
#include "models/items/decisioncards.h"
#include "ui/plans/importwindow.h"
#include "ui/plans/planview.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/popover.h"
#include "ui/widgets/tonelabel.h"

#include <QFileDialog>
#include <QTextBlock>
#include <QTimer>

namespace qd::ui {

using Kind = Decision::Kind;

void ImportWindow::decide(const QString &card)
{
    const items::ChoicePlace place = items::choicePlace(card);
    const std::vector<Decision> &all = m_review->decisions();
    const auto found = std::find_if(all.begin(), all.end(), [&place](const Decision &one) { return one.id == place.decision; });
    if (found == all.end())
        return;
    if (place.choice >= 0) {
        if (const Result<void> chosen = m_review->choose(place.decision, place.choice); !chosen)
            say(chosen.error().sentence, Colour::Critical);
    } else if (found->kind == Kind::Unread) {
        askMeaning(found->lines.front(), card);
    } else if (found->kind == Kind::Problem) {
        m_plan->showFact(found->name);
        m_plan->setFocus();
    } else {
        m_decisions->setCurrentIndex(m_decisions->currentIndex().siblingAtRow(m_decisions->currentIndex().row() + 1)); // the first choice
    }
}

void ImportWindow::askMeaning(int line, const QString &row)
{
    QStringList words;
    const std::vector<plan::Meaning> meanings = plan::meanings(m_review->editing().plan());
    for (const plan::Meaning &meaning : meanings)
        words << meaning.words;
    const auto answer = [this, meanings, line](const QStringList &answers) -> Result<void> {
        const QString said = answers.value(0);
        const auto meant = std::find_if(meanings.begin(), meanings.end(), [&said](const plan::Meaning &meaning) {
            return meaning.words.compare(said, Qt::CaseInsensitive) == 0;
        });
        if (meant == meanings.end())
            return refused(tr("Choose one of the list: type a few letters, such as the severity's id."));
        QTimer::singleShot(0, this, [this, name = meant->name, line] { askWords(name, line); }); // when this question has gone
        return {};
    };
    Prompt prompt{tr("What does line %1 say?").arg(line),
                  tr("Next"),
                  {{.name = tr("Severity and fact, role, phase, step …"), .completions = words, .anywhere = true}},
                  answer};
    if (!row.isEmpty())
        m_decisions->ask(row, std::move(prompt));
    else
        askInPopover(std::move(prompt), m_theme, *this, m_document->mapTo(this, m_document->cursorRect().bottomLeft()),
                     [this] { m_document->setFocus(); });
}

void ImportWindow::askWords(const QString &meaning, int line)
{
    const QString said = m_document->document()->findBlockByNumber(line - 1).text();
    const auto answer = [this, meaning, line](const QStringList &answers) -> Result<void> {
        const Result<QString> given = m_review->giveMeaning(meaning, answers.value(0), line);
        if (!given)
            return tl::unexpected(given.error());
        m_plan->showFact(*given);
        return {};
    };
    const QString words = plan::wordsOfLine(m_review->editing().plan(), meaning, said);
    m_document->showLines({line});
    askInPopover({said.simplified().left(80), tr("Put it into the plan"), {{.name = tr("In words"), .value = words}}, answer}, m_theme,
                 *this, m_document->mapTo(this, m_document->cursorRect().bottomLeft()), [this] { m_plan->setFocus(); });
}

void ImportWindow::setAside(const QString &card)
{
    const int row = m_decisions->currentIndex().row();
    if (const Result<void> done = m_review->setAside(items::choicePlace(card).decision); !done)
        say(done.error().sentence, Colour::Critical);
    m_decisions->setCurrentIndex(m_decisions->model()->index(std::min(row, m_decisions->model()->rowCount() - 1), 0));
}

void ImportWindow::nextDecision(int by)
{
    const std::vector<Decision> &all = m_review->decisions();
    if (all.empty())
        return;
    const QString current = items::choicePlace(m_decisions->currentId()).decision;
    const auto at = std::find_if(all.begin(), all.end(), [&current](const Decision &one) { return one.id == current; });
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const std::ptrdiff_t next = at == all.end() ? 0 : (at - all.begin() + by + count) % count;
    m_decisions->setFocus();
    m_decisions->setCurrentId(all[static_cast<size_t>(next)].id);
}

void ImportWindow::usePlan()
{
    const Result<QString> installed = m_review->use();
    if (!installed) {
        say(installed.error().sentence, Colour::Critical);
        nextDecision(0);
        return;
    }
    emit used(*installed);
    close();
}

void ImportWindow::saveAs()
{
    auto *dialog =
        new QFileDialog(this, tr("Save the plan"), m_review->editing().plan().id + QStringLiteral(".yaml"), tr("Response plans (*.yaml)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("yaml"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const Result<void> saved = m_review->saveAs(path);
        say(saved ? tr("Saved as %1").arg(path) : saved.error().sentence, saved ? Colour::Text : Colour::Critical);
    });
    dialog->show();
}

} // namespace qd::ui

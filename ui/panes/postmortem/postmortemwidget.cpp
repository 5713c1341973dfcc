#include "ui/panes/postmortem/postmortemwidget.h"

#include "models/items/reviewcards.h"
#include "models/items/words.h"
#include "ui/panes/postmortem/evidence.h"
#include "ui/panes/postmortem/postmortempane.h"
#include "ui/panes/postmortem/sectioneditor.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/tonelabel.h"

#include <QFileDialog>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>
#include <QStandardPaths>

namespace qd::ui {

QWidget *createPostmortemPane(const PaneContext &context, QWidget *parent)
{
    return new PostmortemWidget(context, parent);
}

PostmortemWidget::PostmortemWidget(const PaneContext &context, QWidget *parent)
    : PaneBase(context, parent),
      m_state(new ToneLabel(theme(), Colour::Text, Type::Strong, this)),
      m_back(new QPushButton(this)),
      m_onward(new QPushButton(this)),
      m_export(new QPushButton(this)),
      m_formats(new QMenu(m_export)),
      m_outline(new CardList(tr("Post-mortem outline"), theme(), {.value = Type::Label}, this)),
      m_editor(new SectionEditor(context, this)),
      m_evidence(new Evidence(context, this)),
      m_split(new QSplitter(this))
{
    makeHead();
    m_split->addWidget(m_outline);
    m_split->addWidget(m_editor);
    m_split->addWidget(m_evidence);
    m_split->setStretchFactor(1, 1);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    page()->addWidget(m_split, 1);
    connect(m_outline, &CardList::currentChangedTo, this, &PostmortemWidget::choose);
    connect(m_outline, &CardList::chosen, m_editor, &SectionEditor::takeFocus);
    connect(m_editor, &SectionEditor::refused, this,
            [this](const QString &sentence) { say(QStringLiteral("✕ ") + sentence, Colour::Critical); });
    connect(m_evidence, &Evidence::picked, m_editor, &SectionEditor::insertLine);
    connect(m_evidence, &Evidence::sought, m_outline, &CardList::setCurrentId);
}

// What was typed is kept while everything that it goes through still stands.
PostmortemWidget::~PostmortemWidget()
{
    m_editor->write();
    m_editor->forget();
}

void PostmortemWidget::makeHead()
{
    m_state->setWordWrap(false);
    for (const auto &[title, ending] : {std::pair(tr("Markdown…"), QStringLiteral("md")), std::pair(tr("HTML…"), QStringLiteral("html")),
                                        std::pair(tr("PDF…"), QStringLiteral("pdf")), std::pair(tr("JSON…"), QStringLiteral("json"))}) {
        connect(m_formats->addAction(title), &QAction::triggered, this, [this, form = ending] { askWhere(form); });
    }
    m_export->setText(tr("Export ▾"));
    m_export->setAccessibleName(tr("Export"));
    connect(m_export, &QPushButton::clicked, this, &PostmortemWidget::offerFormats);
    connect(m_back, &QPushButton::clicked, this, [this] {
        move(session().incident().postmortemState == QLatin1String("final") ? QStringLiteral("review") : QStringLiteral("draft"));
    });
    connect(m_onward, &QPushButton::clicked, this, [this] {
        move(session().incident().postmortemState == QLatin1String("draft") ? QStringLiteral("review") : QStringLiteral("final"));
    });
    QHBoxLayout *bar = makeBar(page());
    bar->addWidget(m_state, 1);
    bar->addWidget(m_back);
    bar->addWidget(m_onward);
    bar->addWidget(m_export);
}

void PostmortemWidget::incidentOpened()
{
    m_begun = false;
    m_editor->forget();
}

void PostmortemWidget::refresh()
{
    const Incident &incident = session().incident();
    m_sections = review::postmortem(session().plan(), incident, session().now());
    m_outline->setCards(items::outlineCards(m_sections));
    if (!std::exchange(m_begun, true) || !m_outline->currentIndex().isValid())
        m_outline->setCurrentIndex(m_outline->cardModel().index(0));
    choose(m_outline->currentId());
    m_evidence->refresh();
    showState();
}

void PostmortemWidget::showState()
{
    const QString state = session().incident().postmortemState;
    const auto written = std::count_if(m_sections.begin(), m_sections.end(),
                                       [](const review::DraftSection &section) { return section.written || section.filled; });
    const QString progress = tr("%1 of %2 sections").arg(written).arg(m_sections.size());
    m_state->setText(width() < 110 * Theme::grid ? items::postmortemWord(state)
                                                 : tr("%1 · %2").arg(items::postmortemWord(state), progress));
    m_back->setVisible(state != QLatin1String("draft"));
    m_back->setText(state == QLatin1String("final") ? tr("Back to review") : tr("Back to draft"));
    m_back->setAccessibleName(m_back->text());
    m_onward->setVisible(state != QLatin1String("final"));
    m_onward->setText(state == QLatin1String("draft") ? tr("Send to review") : tr("Make final"));
    m_onward->setAccessibleName(m_onward->text());
    m_editor->setReadOnly(state == QLatin1String("final"));
}

void PostmortemWidget::choose(const QString &section)
{
    const auto found =
        std::find_if(m_sections.begin(), m_sections.end(), [&section](const review::DraftSection &item) { return item.id == section; });
    if (found != m_sections.end())
        m_editor->edit(*found);
}

void PostmortemWidget::move(const QString &state)
{
    m_editor->write();
    submit(command::MovePostmortem{state});
}

// Without the event loop of its own that a button's menu would have.
void PostmortemWidget::offerFormats()
{
    m_formats->popup(m_export->mapToGlobal(QPoint(0, m_export->height())));
    m_formats->setActiveAction(m_formats->actions().constFirst()); // and a screen reader says it
}

void PostmortemWidget::askWhere(const QString &ending)
{
    const Incident &incident = session().incident();
    const QString name = incident.restricted && !incident.codename.isEmpty() ? incident.codename : incident.ref;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Export the post-mortem"), folder, tr("%1 files (*.%2)").arg(ending.toUpper(), ending));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(tr("%1-post-mortem.%2").arg(name, ending));
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, &PostmortemWidget::exportTo);
    dialog->show();
}

void PostmortemWidget::exportTo(const QString &path)
{
    m_editor->write();
    say(tr("Writing %1…").arg(path));
    const QPointer<PostmortemWidget> self(this);
    session().exportPostmortem(path, [self, path](const Result<void> &done) {
        if (!self)
            return;
        if (done)
            self->say(tr("✓ Written to %1").arg(path), Colour::Good);
        else
            self->say(QStringLiteral("✕ ") + done.error().sentence, Colour::Critical);
    });
}

// Side by side where there is room, else one above the other.
void PostmortemWidget::resizeEvent(QResizeEvent *event)
{
    PaneBase::resizeEvent(event);
    const bool wide = width() >= 180 * Theme::grid;
    if (const Qt::Orientation wanted = wide ? Qt::Horizontal : Qt::Vertical;
        m_split->orientation() != wanted || event->oldSize().isEmpty()) {
        m_split->setOrientation(wanted);
        m_split->setSizes(wide ? QList<int>{55 * Theme::grid, width() - 130 * Theme::grid, 75 * Theme::grid}
                               : QList<int>{45 * Theme::grid, 90 * Theme::grid, 45 * Theme::grid});
    }
    if (session().hasIncident())
        showState();
}

void PostmortemWidget::perform(const QString &verb, const QVariant &about)
{
    refreshNow();
    const QString what = about.toString();
    if (verb == QLatin1String("export")) {
        if (what.isEmpty())
            offerFormats();
        else
            exportTo(what);
        return;
    }
    m_outline->setCurrentId(what);
    m_editor->takeFocus();
}

} // namespace qd::ui

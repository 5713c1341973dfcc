#include "ui/panes/postmortem/postmortemwidget.h"

#include "models/items/outlinecards.h"
#include "ui/panes/postmortem/evidence.h"
#include "ui/panes/postmortem/commenttab.h"
#include "ui/panes/postmortem/exportcontrol.h"
#include "ui/panes/postmortem/postmortemhead.h"
#include "ui/panes/postmortem/postmortempane.h"
#include "ui/panes/postmortem/sectioneditor.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/keys.h"

#include <QPushButton>
#include <QResizeEvent>
#include <QSplitter>

namespace qd::ui {
namespace {

constexpr int threeColumns = 210 * Theme::grid; // from here on the evidence stands beside the section
constexpr int twoColumns = 130 * Theme::grid;

} // namespace

QWidget *createPostmortemPane(const PaneContext &context, QWidget *parent)
{
    return new PostmortemWidget(context, parent);
}

PostmortemWidget::PostmortemWidget(const PaneContext &context, QWidget *parent)
    : PaneBase(context, parent),
      m_head(new PostmortemHead(context, this)),
      m_outline(new CardList(tr("Post-mortem outline"), theme(), {.wraps = true, .value = Type::Label}, this)),
      m_editor(new SectionEditor(context, this)),
      m_evidence(new Evidence(context, this)),
      m_split(new QSplitter(this)),
      m_right(new QSplitter(this))
{
    auto *button = new QPushButton(this);
    m_export = new ExportControl(
        context, button, [this] { m_editor->write(); }, this);
    m_head->addTool(button);
    m_outline->setAccessibleDescription(tr("Enter writes the section, I keeps it internal"));
    m_right->addWidget(m_editor);
    m_right->addWidget(m_evidence);
    m_split->addWidget(m_outline);
    m_split->addWidget(m_right);
    for (QSplitter *split : {m_split, m_right}) {
        split->setChildrenCollapsible(false);
        split->setHandleWidth(1);
    }
    m_split->setStretchFactor(1, 1);
    m_right->setStretchFactor(0, 1);
    page()->addWidget(m_head);
    page()->addWidget(m_export->strip());
    page()->addWidget(m_split, 1);
    addKey(m_outline, tr("Keep it internal, or not"), Qt::Key_I, [this] { toggleInternal(); });
    connect(m_outline, &CardList::currentChangedTo, this, &PostmortemWidget::choose);
    connect(m_outline, &CardList::chosen, m_editor, &SectionEditor::takeFocus);
    connect(m_editor, &SectionEditor::refused, this, &PostmortemWidget::refuse);
    connect(m_editor, &SectionEditor::followed, this, &PostmortemWidget::follow);
    connect(m_editor, &SectionEditor::internalChosen, this, &PostmortemWidget::markInternal);
    connectHead();
    connectEvidence();
}

// What was typed is kept while everything that it goes through still stands.
PostmortemWidget::~PostmortemWidget()
{
    m_editor->write();
    m_editor->forget();
}

void PostmortemWidget::connectHead()
{
    connect(m_head, &PostmortemHead::moveWanted, this, &PostmortemWidget::move);
    connect(m_head, &PostmortemHead::snapshotChosen, this, &PostmortemWidget::showSnapshot);
    connect(m_head, &PostmortemHead::refused, this, &PostmortemWidget::refuse);
    connect(m_head, &PostmortemHead::sectionSought, this, [this](const QString &section) {
        m_outline->setCurrentId(section);
        m_editor->takeFocus();
    });
    connect(m_export, &ExportControl::said, this, &PostmortemWidget::say);
}

void PostmortemWidget::connectEvidence()
{
    connect(m_evidence, &Evidence::pulled, this, &PostmortemWidget::pull);
    connect(m_evidence, &Evidence::dropped, this, &PostmortemWidget::drop);
    connect(m_evidence, &Evidence::findingSought, this, &PostmortemWidget::seekFinding);
    connect(m_evidence, &Evidence::commentSought, this, &PostmortemWidget::seekWords);
    connect(m_evidence, &Evidence::refused, this, &PostmortemWidget::refuse);
    connect(m_editor, &SectionEditor::wordsChosen, &m_evidence->comments(), &CommentTab::setWords);
}

void PostmortemWidget::incidentOpened()
{
    m_begun = false;
    m_snapshot = true;
    m_finalCount = -1;
    m_editor->forget();
}

bool PostmortemWidget::isReadOnly() const
{
    return session().incident().postmortemState == QLatin1String("final") || session().asOf().has_value();
}

// Working the snapshot out takes the whole log: once, and again when something was recorded since.
void PostmortemWidget::readFinal()
{
    const std::vector<FinalVersion> &finals = session().incident().finals;
    const bool isFinal = session().incident().postmortemState == QLatin1String("final") && !finals.empty() && !session().asOf();
    if (!isFinal) {
        m_final.final.reset();
        m_finalCount = -1;
        return;
    }
    const auto count = static_cast<qsizetype>(session().events().size());
    if (count == m_finalCount && m_finalOf == finals.back().event)
        return;
    if (m_finalOf != finals.back().event)
        m_snapshot = true;
    m_finalCount = count;
    m_finalOf = finals.back().event;
    m_final = review::documented(session().events(), session().incident(), session().now());
    const std::vector<Event> known = knownAt(session().events(), finals.back());
    const bool itself = std::any_of(known.begin(), known.end(), [this](const Event &event) { return event.id == m_finalOf; });
    m_since = std::max<qsizetype>(0, count - std::ssize(known) - (itself ? 0 : 1));
}

void PostmortemWidget::readRecord()
{
    readFinal();
    const bool snapshot = m_final.final && m_snapshot;
    const Incident &incident = snapshot ? m_final.incident : session().incident();
    const Instant at = snapshot ? m_final.at : session().now();
    m_sections = review::postmortem(session().plan(), incident, at);
    m_findings = review::everyFinding(session().plan(), incident, at);
}

void PostmortemWidget::refresh()
{
    readRecord();
    showOutline();
    m_editor->setReadOnly(isReadOnly());
    if (!std::exchange(m_begun, true) || !m_outline->currentIndex().isValid())
        m_outline->setCurrentIndex(m_outline->cardModel().index(0));
    choose(m_outline->currentId());
    showAll();
}

void PostmortemWidget::showOutline()
{
    m_outline->setCards(items::outlineCards(m_sections, items::countsOf(session().incident().comments, m_findings)));
}

void PostmortemWidget::showAll()
{
    const bool snapshot = m_final.final && m_snapshot;
    const Incident &incident = snapshot ? m_final.incident : session().incident();
    m_evidence->refresh({incident, snapshot ? m_final.at : session().now(), m_sections, m_findings, m_editor->section()});
    m_head->refresh({m_sections, m_final.final, m_since, snapshot, session().asOf().has_value()});
    const auto missing = static_cast<int>(std::count_if(m_sections.begin(), m_sections.end(), items::isMissing));
    setSummary(missing == 0 ? QString() : missing == 1 ? tr("1 section to write") : tr("%1 sections to write").arg(missing));
}

void PostmortemWidget::choose(const QString &section)
{
    const auto found =
        std::find_if(m_sections.begin(), m_sections.end(), [&section](const review::DraftSection &item) { return item.id == section; });
    if (found == m_sections.end())
        return;
    const bool another = m_editor->section() != section;
    m_editor->edit(*found);
    if (another && m_begun)
        m_evidence->comments().refresh(m_sections, section);
}

void PostmortemWidget::stepSection(int by)
{
    const int rows = m_outline->cardModel().rowCount();
    const int row = m_outline->currentIndex().row() + by;
    if (row >= 0 && row < rows)
        m_outline->setCurrentIndex(m_outline->cardModel().index(row));
}

void PostmortemWidget::resizeEvent(QResizeEvent *event)
{
    PaneBase::resizeEvent(event);
    place();
}

// Three columns where there is room; else the evidence stands below the section; in a narrow dock the outline above both.
void PostmortemWidget::place()
{
    const int columns = width() >= threeColumns ? 3 : width() >= twoColumns ? 2 : 1;
    m_head->setNarrow(width() < threeColumns);
    if (std::exchange(m_columns, columns) == columns)
        return;
    m_split->setOrientation(columns > 1 ? Qt::Horizontal : Qt::Vertical);
    m_right->setOrientation(columns > 2 ? Qt::Horizontal : Qt::Vertical);
    const bool tight = width() < 2 * twoColumns;
    const int outline = (tight ? 43 : 52) * Theme::grid;
    const int evidence = (tight ? 80 : 92) * Theme::grid;
    m_split->setSizes(columns > 1 ? QList<int>{outline, width() - outline} : QList<int>{height() / 5, height() * 4 / 5});
    m_right->setSizes(columns > 2 ? QList<int>{width() - outline - evidence, evidence} : QList<int>{height() * 3 / 5, height() * 2 / 5});
}

} // namespace qd::ui

#include "ui/plans/importwindow.h"

#include "models/items/decisioncards.h"
#include "models/plan/provenance.h"
#include "ui/plans/planview.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/panetitle.h"
#include "ui/widgets/tonelabel.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBlock>

namespace qd::ui {
namespace {

using Kind = Decision::Kind;

constexpr int mostDecisionsShown = 80 * Theme::grid;

enum Page { EmptyPage, ReadingPage, ReviewPage };

struct KindRow
{
    Kind kind;
    const char *word;
    const char *action;
    items::Tone tone;
    LineSign sign;
};

const KindRow &rowOf(Kind kind)
{
    static const KindRow rows[] = {
        {Kind::Problem, QT_TRANSLATE_NOOP("ImportWindow", "Must be put right"), "", items::Tone::Missed, LineSign::Wrong},
        {Kind::Clash, QT_TRANSLATE_NOOP("ImportWindow", "Your correction and the document differ"), "", items::Tone::Near,
         LineSign::Differs},
        {Kind::Conflict, QT_TRANSLATE_NOOP("ImportWindow", "The document says two things"), "", items::Tone::Near, LineSign::Differs},
        {Kind::Unread, QT_TRANSLATE_NOOP("ImportWindow", "Not understood"), QT_TRANSLATE_NOOP("ImportWindow", "say what it is"),
         items::Tone::Plain, LineSign::Unread},
    };
    return rows[static_cast<size_t>(kind)];
}

QPushButton *button(const QString &text, QWidget *parent, const std::function<void()> &press)
{
    auto *made = new QPushButton(text, parent);
    made->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    made->setAutoDefault(false);
    QObject::connect(made, &QPushButton::clicked, parent, press);
    return made;
}

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls[0].isLocalFile() ? urls[0].toLocalFile() : QString();
}

} // namespace

ImportWindow::ImportWindow(std::unique_ptr<PlanReview> review, const Theme &theme, QWidget *parent)
    : QDialog(parent),
      m_theme(theme),
      m_review(std::move(review)),
      m_pages(new QStackedWidget(this))
{
    setWindowFlags(Qt::Window);
    setWindowTitle(tr("Import a written plan"));
    setAccessibleName(tr("Import a written plan"));
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    resize(350 * Theme::grid, 225 * Theme::grid);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    m_message = new ToneLabel(theme, Colour::Text, Type::Body, this);
    m_message->setContentsMargins(4 * Theme::grid, 2 * Theme::grid, 4 * Theme::grid, 2 * Theme::grid);
    m_message->setProperty("band", true);
    m_message->setWordWrap(true);
    m_message->hide();
    layout->addWidget(m_message);
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(makeEmpty());
    m_pages->addWidget(makeReading());
    m_pages->addWidget(makeReview());
    connectReview();
    connectLists();
    refresh();
}

ImportWindow::~ImportWindow() = default;

QWidget *ImportWindow::makeTop()
{
    auto *top = new QWidget(this);
    auto *line = new QHBoxLayout(top);
    line->setContentsMargins(4 * Theme::grid, 3 * Theme::grid, 4 * Theme::grid, 3 * Theme::grid);
    line->setSpacing(2 * Theme::grid);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    m_name = new ToneLabel(m_theme, Colour::Text, Type::Title, top);
    m_summary = new ToneLabel(m_theme, Colour::Dim, Type::Label, top);
    words->addWidget(m_name);
    words->addWidget(m_summary);
    line->addLayout(words, 1);
    m_save = button(tr("&Save as YAML…"), top, [this] { saveAs(); });
    m_use = button(tr("&Use this plan"), top, [this] { usePlan(); });
    m_use->setProperty("primary", true);
    line->addWidget(button(tr("&Open another…"), top, [this] { chooseDocument(); }));
    line->addWidget(m_save);
    line->addWidget(m_use);
    return top;
}

QWidget *ImportWindow::makeEmpty()
{
    auto *page = new EmptyState(
        m_theme, tr("Drop your incident-response document here"),
        tr("A Markdown page, as your team wrote it: severities, targets, roles, escalation, checklists and templates are read "
           "from it, each with the line that says so. Nothing is used before you have looked at it."),
        this);
    page->addWay(tr("Choose a document…"), [this] { chooseDocument(); });
    return page;
}

QWidget *ImportWindow::makeReading()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setSpacing(3 * Theme::grid);
    auto *words = new ToneLabel(m_theme, Colour::Text, Type::Strong, page);
    words->setText(tr("Reading the document"));
    m_progress = new QProgressBar(page);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedSize(90 * Theme::grid, Theme::grid);
    column->addStretch(2);
    column->addWidget(words, 0, Qt::AlignHCenter);
    column->addWidget(m_progress, 0, Qt::AlignHCenter);
    column->addWidget(button(tr("&Cancel"), page,
                             [this] {
                                 m_review->stop();
                                 m_pages->setCurrentIndex(m_review->isOpen() ? ReviewPage : EmptyPage);
                             }),
                      0, Qt::AlignHCenter);
    column->addStretch(3);
    return page;
}

QWidget *ImportWindow::makeReview()
{
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setHandleWidth(1);
    m_document = new NumberedText(tr("Document"), m_theme, split);
    m_document->setReadOnly(true);
    m_document->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_document->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    m_document->setAccessibleDescription(tr("Enter says what the line means"));
    split->addWidget(m_document);
    auto *right = new QWidget(split);
    auto *column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_decisionsTitle = new PaneTitle(m_theme, tr("To decide"), right);
    m_decisions = new CardList(tr("To decide"), m_theme, CardStyle{.wraps = true, .value = Type::Small}, right);
    m_decisions->growWithContent(mostDecisionsShown);
    m_decisions->setAccessibleDescription(tr("Enter chooses, or says what a line means; Delete sets aside; F8 goes to the next"));
    column->addWidget(m_decisionsTitle);
    column->addWidget(m_decisions);
    column->addWidget(new PaneTitle(m_theme, tr("The plan"), right));
    m_plan = new PlanView(m_review->editing(), m_theme, right);
    column->addWidget(m_plan, 1);
    split->addWidget(right);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setSizes({1000, 1000});
    split->setChildrenCollapsible(false);
    return split;
}

void ImportWindow::connectReview()
{
    connect(m_review.get(), &PlanReview::progressed, this, [this](double share) { m_progress->setValue(qRound(share * 1000)); });
    connect(m_review.get(), &PlanReview::opened, this, &ImportWindow::showReview);
    connect(m_review.get(), &PlanReview::changed, this, &ImportWindow::refresh);
    connect(m_review.get(), &PlanReview::failed, this, [this](const QString &sentence) {
        if (m_pages->currentIndex() == ReadingPage)
            m_pages->setCurrentIndex(m_review->isOpen() ? ReviewPage : EmptyPage);
        say(sentence, Colour::Critical);
    });
}

void ImportWindow::connectLists()
{
    connect(m_decisions, &CardList::currentChangedTo, this, &ImportWindow::showDecision);
    connect(m_decisions, &CardList::chosen, this, &ImportWindow::decide);
    connect(m_decisions, &CardList::tickPressed, this, &ImportWindow::decide);
    connect(m_decisions, &CardList::actionPressed, this, &ImportWindow::decide);
    connect(m_plan, &PlanView::factChosen, this, [this](const QString &name) {
        const int line = plan::lineOf(m_review->editing().plan(), name);
        m_document->showLines(line > 0 ? std::vector<int>{line} : std::vector<int>{});
    });
    connect(m_document, &NumberedText::lineChosen, this, &ImportWindow::showLine);
    addKey(m_decisions, tr("Choose, or say what it is"), {}, [this] { decide(m_decisions->currentId()); });
    addKey(m_decisions, tr("Set aside"), Qt::Key_Delete, [this] { setAside(m_decisions->currentId()); });
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        addKey(m_document, tr("Say what this line means…"), enter, [this] { askMeaning(m_document->currentLine(), {}); });
    const auto everywhere = [this](const QString &text, const QKeySequence &key, const std::function<void()> &act) {
        auto *action = new QAction(text, this);
        action->setShortcut(key);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
    };
    everywhere(tr("Next thing to decide"), Qt::Key_F8, [this] { nextDecision(1); });
    everywhere(tr("Previous thing to decide"), Qt::SHIFT | Qt::Key_F8, [this] { nextDecision(-1); });
}

void ImportWindow::open(const QString &path)
{
    m_message->hide();
    m_progress->setValue(0);
    m_pages->setCurrentIndex(ReadingPage);
    m_review->open(path);
}

void ImportWindow::chooseDocument()
{
    auto *dialog = new QFileDialog(this, tr("Choose your incident-response document"), {},
                                   tr("Documents (*.md *.markdown *.mdx *.txt);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportWindow::open);
    dialog->show();
}

void ImportWindow::showReview()
{
    m_pages->setCurrentIndex(ReviewPage);
    m_document->setPlainText(m_review->text());
    QStringList unfolded{QStringLiteral("severities")};
    for (const plan::Severity &severity : m_review->editing().plan().severities)
        unfolded << QStringLiteral("severities/") + severity.id;
    m_plan->unfold(unfolded);
    refresh();
    const plan::Revision &revision = m_review->revision();
    if (m_review->goesOn())
        say(tr("Your review of this document goes on where you left it."), Colour::Text);
    else if (m_review->isRepeated())
        say(tr("You imported this document before. Corrections of yours that were kept: %1. Facts that changed in the document: %2.")
                .arg(revision.kept.size())
                .arg(revision.fromDocument.size()),
            Colour::Text);
    if (m_review->decisions().empty()) {
        m_plan->setFocus();
        return;
    }
    m_decisions->setFocus();
    m_decisions->setCurrentId(m_review->decisions().front().id);
}

QString ImportWindow::summary() const
{
    const plan::Plan &plan = m_review->editing().plan();
    QStringList said;
    const auto count = [&said](size_t number, const QString &one, const QString &several) {
        if (number > 0)
            said << QStringLiteral("%1 %2").arg(number).arg(number == 1 ? one : several);
    };
    count(plan.severities.size(), tr("severity"), tr("severities"));
    count(plan.roles.size(), tr("role"), tr("roles"));
    count(plan.phases.size(), tr("phase"), tr("phases"));
    count(plan.escalation.size(), tr("step of escalation"), tr("steps of escalation"));
    count(plan.templates.size(), tr("template"), tr("templates"));
    count(plan.scenarios.size(), tr("scenario"), tr("scenarios"));
    return said.join(QStringLiteral("  ·  "));
}

void ImportWindow::refresh()
{
    const bool isOpen = m_review->isOpen();
    m_use->setEnabled(isOpen);
    m_save->setEnabled(isOpen);
    m_name->setText(isOpen ? m_review->editing().plan().name : tr("Import a written plan"));
    m_summary->setText(isOpen ? QStringLiteral("%1  ·  %2").arg(m_review->document(), summary())
                              : tr("Your document becomes the plan you run incidents by"));
    if (!isOpen)
        return;
    setWindowTitle(tr("Import a written plan: %1").arg(m_review->document()));
    std::vector<items::DecisionRow> rows;
    QHash<int, LineSign> signs;
    QHash<QString, QStringList> marks;
    m_names = plan::namesByLine(m_review->editing().plan());
    for (const int line : m_names.uniqueKeys())
        signs.insert(line, LineSign::Read);
    for (const Decision &decision : m_review->decisions()) {
        const KindRow &kind = rowOf(decision.kind);
        rows.push_back({decision.id, tr(kind.word), decision.title, decision.detail, decision.choices, decision.taken,
                        decision.kind == Kind::Conflict ? textOf(decision.lines) : QStringList(), decision.lines,
                        *kind.action ? tr(kind.action) : QString(), kind.tone});
        for (const int line : decision.lines)
            signs.insert(line, kind.sign);
        if (!decision.name.isEmpty() && decision.kind != Kind::Problem)
            marks[decision.name] << tr("to decide");
    }
    for (const QString &name : m_review->revision().fromDocument)
        marks[name] << tr("new in the document");
    for (const QString &name : m_review->revision().kept)
        marks[name] << tr("yours");
    m_decisions->setCards(items::decisionCards(rows));
    if (rows.empty() && m_decisions->hasFocus()) // all is decided
        m_plan->setFocus();
    m_decisions->setVisible(!rows.empty());
    m_decisionsTitle->setSummary(rows.empty() ? tr("nothing is open") : QString::number(rows.size()));
    m_document->setSigns(signs);
    m_plan->setMarks(marks);
}

QStringList ImportWindow::textOf(const std::vector<int> &lines) const
{
    QStringList texts;
    for (const int line : lines)
        texts << m_document->document()->findBlockByNumber(line - 1).text().trimmed();
    return texts;
}

void ImportWindow::say(const QString &sentence, Colour colour)
{
    m_message->setColour(colour);
    m_message->setText(sentence);
    m_message->show();
}

void ImportWindow::showDecision(const QString &card)
{
    const items::ChoicePlace place = items::choicePlace(card);
    for (const Decision &decision : m_review->decisions()) {
        if (decision.id != place.decision)
            continue;
        std::vector<int> lines = decision.lines;
        if (place.choice >= 0 && lines.size() == static_cast<size_t>(decision.choices.size()))
            lines = {lines[static_cast<size_t>(place.choice)]};
        m_document->showLines(lines);
        if (!decision.name.isEmpty())
            m_plan->showFact(decision.name);
    }
}

void ImportWindow::showLine(int line)
{
    m_document->showLines({});
    if (const QStringList names = m_names.values(line); !names.isEmpty())
        m_plan->showFact(names.last()); // the first that was read from it
}

// What was done is kept as a draft, but Escape leaves a question, not the window.
void ImportWindow::keyPressEvent(QKeyEvent *event)
{
    QWidget::keyPressEvent(event);
}

void ImportWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportWindow::dropEvent(QDropEvent *event)
{
    open(droppedFile(event->mimeData()));
}

} // namespace qd::ui

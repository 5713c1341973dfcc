#include "ui/mainwindow/bundleband.h"

#include "models/session/bundletransfer.h"
#include "ui/widgets/tonelabel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

namespace qd::ui {
namespace {

constexpr int steps = 1000;
constexpr int rowsShown = 8; // of the list, before it scrolls

QPushButton *makeButton(const QString &text, const QString &spoken, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAccessibleName(spoken);
    button->setAutoDefault(true); // Enter presses it
    return button;
}

} // namespace

BundleBand::BundleBand(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_words(new ToneLabel(context.theme, Colour::Text, Type::Strong, this)),
      m_progress(new QProgressBar(this)),
      m_cancel(makeButton(tr("Cancel"), tr("Cancel the bundle"), this)),
      m_open(makeButton(tr("Open"), tr("Open the incident that was brought in"), this)),
      m_close(makeButton(tr("Close"), tr("Close what is said of the bundle"), this)),
      m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("band", true);
    makeLine();
    makeList();
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_context.session.bundles().cancel(); });
    connect(m_open, &QPushButton::clicked, this, [this] {
        m_context.session.open(m_brought);
        leave();
    });
    connect(m_close, &QPushButton::clicked, this, &BundleBand::leave);
    auto *escape = new QAction(this);
    escape->setShortcut(Qt::Key_Escape);
    escape->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QAction::triggered, this, [this] {
        if (!m_context.session.bundles().isRunning())
            leave();
    });
    addAction(escape);
    hide();
}

void BundleBand::makeLine()
{
    m_progress->setRange(0, steps);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(Theme::grid);
    m_progress->setMaximumWidth(60 * Theme::grid);
    m_progress->setAccessibleName(tr("Bundle progress"));
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse); // the file's name, the seal
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * Theme::grid, Theme::grid, 4 * Theme::grid, Theme::grid);
    column->setSpacing(Theme::grid);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::grid);
    row->addWidget(m_words, 1);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addWidget(m_open);
    row->addWidget(m_close);
    column->addLayout(row);
    column->addWidget(m_list);
}

void BundleBand::makeList()
{
    m_list->setAccessibleName(tr("About the bundle"));
    m_list->setAccessibleDescription(tr("A line for each thing to know, or that is wrong; Ctrl+C copies all of them"));
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setStyleSheet(QStringLiteral("QListWidget { background: transparent; border: none; padding: 0; }"));
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *copy = new QAction(this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    connect(copy, &QAction::triggered, this, [this] {
        QStringList lines;
        for (int row = 0; row < m_list->count(); ++row)
            lines << m_list->item(row)->text();
        QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    });
    m_list->addAction(copy);
}

void BundleBand::send(const QString &file)
{
    const Incident &incident = m_context.session.incident();
    if (file.isEmpty()) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        auto *dialog = new QFileDialog(window(), tr("Bundle of this incident"), folder, tr("Bundles (*.qdz)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix(QStringLiteral("qdz"));
        dialog->selectFile(BundleTransfer::fileNameFor(incident));
        connect(dialog, &QFileDialog::fileSelected, this, &BundleBand::send);
        dialog->show();
        return;
    }
    begin(tr("Writing %1…").arg(QFileInfo(file).fileName()));
    const QPointer<BundleBand> self(this);
    m_context.session.bundles().send(
        incident.id, file,
        [self](double share) {
            if (self)
                self->m_progress->setValue(static_cast<int>(share * steps));
        },
        [self](const Result<BundleSent> &sent) {
            if (self)
                self->tellSent(sent);
        });
}

void BundleBand::bringIn(const QString &file)
{
    if (file.isEmpty()) {
        auto *dialog = new QFileDialog(window(), tr("Bring in a bundle"), {}, tr("Bundles (*.qdz);;All files (*)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &BundleBand::bringIn);
        dialog->show();
        return;
    }
    begin(tr("Reading %1…").arg(QFileInfo(file).fileName()));
    const QPointer<BundleBand> self(this);
    m_context.session.bundles().bringIn(
        file,
        [self](double share) {
            if (self)
                self->m_progress->setValue(static_cast<int>(share * steps));
        },
        [self](const Result<BundleBrought> &brought) {
            if (self)
                self->tellBrought(brought);
        });
}

void BundleBand::begin(const QString &words)
{
    if (m_context.session.bundles().isRunning())
        return; // its refusal follows, and the words of what runs stay
    m_words->setColour(Colour::Text);
    m_words->setText(words);
    m_words->setAccessibleName(words);
    m_progress->setValue(0);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_progress, m_cancel})
        widget->show();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_open, m_close, m_list})
        widget->hide();
    show();
}

void BundleBand::tellSent(const Result<BundleSent> &sent)
{
    if (!sent) {
        fail(tr("The bundle was not written"), sent.error());
        return;
    }
    m_brought = {};
    tell(QStringLiteral("✓ ") + sent->sentence(), Colour::Good, QStringList{tr("Seal %1").arg(sent->seal)} + sent->notes);
}

void BundleBand::tellBrought(const Result<BundleBrought> &brought)
{
    if (!brought) {
        fail(tr("Nothing was brought in"), brought.error());
        return;
    }
    m_brought = brought->incident;
    tell(QStringLiteral("✓ ") + brought->sentence(), Colour::Good, QStringList{tr("Seal %1").arg(brought->seal)} + brought->notes);
}

void BundleBand::tell(const QString &sentence, Colour colour, const QStringList &more)
{
    m_words->setColour(colour);
    m_words->setText(sentence);
    m_words->setAccessibleName(sentence);
    m_list->clear();
    m_list->addItems(more);
    const int rows = std::min<int>(rowsShown, static_cast<int>(more.size()));
    m_list->setFixedHeight(rows * std::max(m_list->sizeHintForRow(0), m_list->fontMetrics().lineSpacing()) + 2 * Theme::grid);
    m_list->setVisible(!more.isEmpty());
    m_progress->hide();
    m_cancel->hide();
    m_open->setVisible(!m_brought.isNull() && m_brought != m_context.session.incident().id);
    m_close->show();
    show();
    emit said(sentence, colour);
}

void BundleBand::fail(const QString &sentence, const Error &error)
{
    if (m_context.session.bundles().isRunning()) { // the one that was asked for before goes on
        emit said(QStringLiteral("✕ ") + error.sentence, Colour::Critical);
        return;
    }
    m_brought = {};
    const QStringList lines = error.sentence.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    tell(lines.size() == 1 ? QStringLiteral("✕ %1: %2").arg(sentence, lines.constFirst())
                           : QStringLiteral("✕ %1: %2").arg(sentence, tr("%n thing(s) to know", nullptr, static_cast<int>(lines.size()))),
         Colour::Critical, lines.size() == 1 ? QStringList() : lines);
}

void BundleBand::leave()
{
    hide();
    emit left();
}

} // namespace qd::ui

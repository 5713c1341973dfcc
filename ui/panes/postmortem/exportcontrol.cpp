#include "ui/panes/postmortem/exportcontrol.h"

#include "ui/widgets/tonelabel.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

namespace qd::ui {

using review::DocumentKind;
using review::Edition;

namespace {

QString fileWord(DocumentKind kind, Edition edition)
{
    const QString word = kind == DocumentKind::Agenda ? QStringLiteral("agenda")
        : kind == DocumentKind::Briefing              ? QStringLiteral("briefing")
                                                      : QStringLiteral("post-mortem");
    return edition == Edition::External ? word + QStringLiteral("-external") : word;
}

} // namespace

ExportControl::ExportControl(const PaneContext &context, QPushButton *button, std::function<void()> beforehand, QWidget *pane)
    : QObject(pane),
      m_context(context),
      m_button(button),
      m_beforehand(std::move(beforehand)),
      m_pane(pane),
      m_menu(new QMenu(button)),
      m_strip(new QWidget(pane))
{
    m_button->setText(tr("Export ▾"));
    m_button->setAccessibleName(tr("Export"));
    connect(m_button, &QPushButton::clicked, this, &ExportControl::offer);
    makeStrip();
    fillMenu();
}

void ExportControl::makeStrip()
{
    auto *line = new QHBoxLayout(m_strip);
    line->setContentsMargins(3 * Theme::grid, 0, 3 * Theme::grid, 2 * Theme::grid);
    line->setSpacing(2 * Theme::grid);
    m_words = new ToneLabel(m_context.theme, Colour::Dim, Type::Label, m_strip);
    m_words->setWordWrap(false);
    m_progress = new QProgressBar(m_strip);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(Theme::grid);
    m_progress->setAccessibleName(tr("Export progress"));
    m_cancel = new QPushButton(tr("Cancel"), m_strip);
    m_cancel->setProperty("chip", true);
    m_cancel->setAccessibleName(tr("Cancel the export"));
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_context.session.cancelExport(); });
    line->addWidget(m_words);
    line->addWidget(m_progress, 1);
    line->addWidget(m_cancel);
    m_strip->hide();
}

void ExportControl::fillMenu()
{
    addFormats(m_menu, DocumentKind::Postmortem, Edition::Internal);
    m_menu->addSeparator();
    addFormats(m_menu->addMenu(tr("For the outside: internal parts left out, names as roles")), DocumentKind::Postmortem,
               Edition::External);
    addFormats(m_menu->addMenu(tr("Agenda of the meeting")), DocumentKind::Agenda, Edition::Internal);
    addFormats(m_menu->addMenu(tr("Briefing for those who take over")), DocumentKind::Briefing, Edition::Internal);
}

void ExportControl::addFormats(QMenu *menu, DocumentKind kind, Edition edition)
{
    for (const ExportChoice &choice : IncidentSession::exportChoices()) {
        const ExportWish wish{kind, choice.format, edition, {}};
        const QString words =
            choice.problem.isEmpty() ? tr("%1…").arg(choice.title) : QStringLiteral("%1: %2").arg(choice.title, choice.problem);
        QAction *action = menu->addAction(words, this, [this, wish, title = choice.title] { askWhere(wish, title); });
        action->setEnabled(choice.problem.isEmpty());
        action->setObjectName(choice.format);
    }
}

// Without the event loop of its own that a button's menu would have.
void ExportControl::offer()
{
    m_menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height())));
    m_menu->setActiveAction(m_menu->actions().constFirst()); // and a screen reader says it
}

void ExportControl::askWhere(ExportWish wish, const QString &title)
{
    const Incident &incident = m_context.session.incident();
    const QString name = incident.restricted && !incident.codename.isEmpty() ? incident.codename : incident.ref;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(m_pane, tr("Export the post-mortem"), folder, QStringLiteral("%1 (*.%2)").arg(title, wish.format));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(wish.format);
    dialog->selectFile(QStringLiteral("%1-%2.%3").arg(name, fileWord(wish.kind, wish.edition), wish.format));
    dialog->setModal(false);
    connect(dialog, &QFileDialog::fileSelected, this, [this, wish](const QString &path) mutable {
        wish.path = path;
        exportTo(wish);
    });
    dialog->show();
}

void ExportControl::exportTo(const ExportWish &wish)
{
    m_beforehand();
    m_path = wish.path;
    emit said({}, Colour::Dim);
    m_words->setText(tr("Writing %1…").arg(QFileInfo(m_path).fileName()));
    m_progress->setValue(0);
    m_strip->show();
    const QPointer<ExportControl> self(this);
    m_context.session.exportDocument(
        wish,
        [self](double part) {
            if (self)
                self->progressed(part);
        },
        [self, path = wish.path](const Result<void> &done) {
            if (self)
                self->finished(path, done);
        });
}

void ExportControl::progressed(double part)
{
    m_progress->setValue(static_cast<int>(part * 1000));
}

void ExportControl::finished(const QString &path, const Result<void> &done)
{
    if (path == m_path)
        m_strip->hide();
    if (done)
        emit said(tr("✓ Written to %1").arg(path), Colour::Good);
    else
        emit said(QStringLiteral("✕ ") + done.error().sentence, Colour::Critical);
}

} // namespace qd::ui

#include "ui/panes/metrics/metricswidget.h"

#include "models/session/tableexport.h"
#include "ui/panes/metrics/metricsbook.h"
#include "ui/panes/metrics/metricscharts.h"
#include "ui/panes/metrics/metricsfilter.h"
#include "ui/panes/metrics/metricsincidents.h"
#include "ui/panes/metrics/metricspane.h"
#include "ui/panes/metrics/metricspicture.h"
#include "ui/panes/metrics/metricssheet.h"
#include "ui/widgets/background.h"
#include "ui/widgets/cardlist.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/tonelabel.h"

#include <QFileDialog>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace qd::ui {

QWidget *createMetricsPane(const PaneContext &context, QWidget *parent)
{
    return new MetricsWidget(context, parent);
}

MetricsWidget::MetricsWidget(const PaneContext &context, QWidget *parent)
    : QStackedWidget(parent),
      m_context(context),
      m_book(new MetricsBook(context.session, this)),
      m_waiting(new QWidget(this)),
      m_progress(new ToneLabel(context.theme, Colour::Dim, Type::Body, m_waiting))
{
    setAccessibleName(tr("Metrics"));
    m_waiting->setProperty("unready", true);
    m_progress->setContentsMargins(4 * Theme::grid, 4 * Theme::grid, 4 * Theme::grid, 4 * Theme::grid);
    (new QVBoxLayout(m_waiting))->addWidget(m_progress, 0, Qt::AlignTop);
    m_page = makePage();
    m_empty = makeEmpty();
    for (QWidget *page : {m_waiting, m_page, m_empty})
        addWidget(page);
    setFocusProxy(m_filter);
    connect(m_book, &MetricsBook::counted, this, &MetricsWidget::showPage);
    connect(m_book, &MetricsBook::progress, this,
            [this] { m_progress->setText(tr("Reading the record: %1 so far").arg(incidentCount(m_book->read()))); });
    connect(m_book, &MetricsBook::failed, this, [this](const QString &sentence) {
        m_progress->setText(QStringLiteral("✕ ") + sentence);
        say(QStringLiteral("✕ ") + sentence, Colour::Critical);
    });
    m_progress->setText(tr("Reading the record"));
}

QWidget *MetricsWidget::makePage()
{
    const Theme &theme = m_context.theme;
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_filter = new MetricsFilter(page);
    auto *save = new QPushButton(tr("Export…"), page);
    save->setAccessibleName(tr("Export the metrics"));
    save->setAccessibleDescription(tr("As a picture (PNG, SVG) or a table (CSV)"));
    m_filter->addWidget(save);
    m_scroll = new QScrollArea(page);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_sheet = new MetricsSheet(theme, m_scroll);
    m_scroll->setWidget(m_sheet);
    auto *noMatch =
        new EmptyState(theme, tr("No incident matches"), tr("Nothing of these days was recorded under what is chosen above."), page);
    noMatch->addWay(tr("Count all incidents"), [this] { m_filter->showAll(); });
    m_noMatch = noMatch;
    m_incidents = new MetricsIncidents(theme, page);
    m_incidents->hide();
    m_notice = new ToneLabel(theme, Colour::Dim, Type::Small, page);
    m_notice->setContentsMargins(3 * Theme::grid, Theme::grid, 3 * Theme::grid, Theme::grid);
    m_notice->hide();
    column->addWidget(m_filter);
    for (QWidget *part : {static_cast<QWidget *>(m_scroll), m_noMatch})
        column->addWidget(part, 1);
    column->addWidget(m_incidents);
    column->addWidget(m_notice);
    connect(m_filter, &MetricsFilter::changed, this, &MetricsWidget::ask);
    connect(save, &QPushButton::clicked, this, &MetricsWidget::offerFile);
    connect(m_sheet, &MetricsSheet::chosen, this, &MetricsWidget::listIncidents);
    connect(m_incidents, &MetricsIncidents::closed, this, &MetricsWidget::endList);
    connect(m_incidents, &MetricsIncidents::opened, this,
            [this](const QString &incident) { m_context.session.open(IncidentId::fromString(incident)); });
    return page;
}

QWidget *MetricsWidget::makeEmpty()
{
    auto *empty = new EmptyState(
        m_context.theme, tr("Nothing to count yet"),
        tr("How long incidents took, what came again and which promises were kept stands here, as soon as there is one."), this);
    empty->addWay(tr("Declare an incident"), [this] { m_context.invoke(QStringLiteral("incident.declare"), {}); });
    empty->addWay(tr("Try a drill on the sample"), [this] { m_context.invoke(QStringLiteral("incident.drill"), {}); });
    return empty;
}

QDate MetricsWidget::today() const
{
    return toDateTime(m_context.session.present(), QTimeZone::utc()).date();
}

void MetricsWidget::showEvent(QShowEvent *event)
{
    QStackedWidget::showEvent(event);
    m_book->ask(m_filter->query(today()));
    m_book->start();
}

void MetricsWidget::hideEvent(QHideEvent *event)
{
    m_book->stop();
    QStackedWidget::hideEvent(event);
}

void MetricsWidget::ask()
{
    endList();
    m_book->ask(m_filter->query(today()));
}

void MetricsWidget::showPage()
{
    const std::shared_ptr<const MetricsPage> page = m_book->page();
    const int counted = page->all().incidents.number;
    setCurrentWidget(page->recorded == 0 ? m_empty : m_page);
    setWindowTitle(page->recorded == 0 ? QString() : incidentCount(counted));
    m_filter->setChoices(page->choices);
    m_scroll->setVisible(counted > 0);
    m_noMatch->setVisible(counted == 0);
    m_sheet->setPage(page);
}

void MetricsWidget::listIncidents(const QString &what, const std::vector<int> &places)
{
    m_asked = focusWidget();
    m_incidents->show(*m_book->page(), what, places);
    m_incidents->setFixedHeight(std::clamp(height() * 2 / 5, 40 * Theme::grid, 75 * Theme::grid));
    m_incidents->list()->setFocus();
}

void MetricsWidget::endList()
{
    m_incidents->hide();
    if (m_asked)
        m_asked->setFocus();
}

void MetricsWidget::resizeEvent(QResizeEvent *event)
{
    QStackedWidget::resizeEvent(event);
    m_incidents->setFixedHeight(std::clamp(height() * 2 / 5, 40 * Theme::grid, 75 * Theme::grid));
}

void MetricsWidget::perform(const QString &verb, const QVariant &about)
{
    if (verb != QLatin1String("export"))
        m_filter->setFocus();
    else if (about.toString().isEmpty())
        offerFile();
    else
        exportTo(about.toString());
}

void MetricsWidget::offerFile()
{
    auto *dialog = new QFileDialog(this, tr("Export the metrics"), tr("metrics") + QStringLiteral(".png"),
                                   tr("Picture (*.png);;Drawing (*.svg);;Table (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &filter) { dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), 1).chopped(1)); });
    dialog->setDefaultSuffix(QStringLiteral("png"));
    connect(dialog, &QFileDialog::fileSelected, this, &MetricsWidget::exportTo);
    dialog->show();
}

void MetricsWidget::exportTo(const QString &path)
{
    const auto done = [this, path](const Result<void> &written) {
        written ? say(tr("✓ The metrics stand in %1").arg(path), Colour::Good)
                : say(QStringLiteral("✕ ") + written.error().sentence, Colour::Critical);
    };
    const std::shared_ptr<const MetricsPage> page = m_book->page();
    const MetricsHeading heading{tr("Metrics"), m_filter->words(today())};
    if (!page)
        say(tr("There is nothing to export yet"), Colour::Dim);
    else if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        saveTable(path, review::toTable(page->months), this, done);
    else if (path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
        inBackground(
            this, [path, svg = metricsSvg(m_context.theme, *m_sheet, heading)] { return writePicture(path, svg); }, done);
    else if (path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive))
        inBackground(
            this, [path, image = metricsImage(m_context.theme, *m_sheet, heading)] { return writePicture(path, image); }, done);
    else
        say(tr("✕ Metrics are exported as .png, .svg or .csv; give the file one of these endings"), Colour::Critical);
}

void MetricsWidget::say(const QString &sentence, Colour colour)
{
    m_notice->setColour(colour);
    m_notice->setText(sentence);
    m_notice->show();
}

} // namespace qd::ui

#include "ui/panes/postmortem/entrytab.h"

#include "models/clocks/calendar.h"
#include "models/items/reviewcards.h"
#include "models/review/recordlinks.h"
#include "ui/panes/postmortem/entrylist.h"
#include "ui/widgets/keys.h"
#include "ui/widgets/tonelabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace qd::ui {
namespace {

constexpr int mostRows = 1500; // of a list that is laid out whole; the field finds the rest

bool fits(const TimelineEntry &entry, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&entry](const QString &word) {
        return entry.text.contains(word, Qt::CaseInsensitive) || entry.author.contains(word, Qt::CaseInsensitive)
            || entry.kind.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

EntryTab::EntryTab(const PaneContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context),
      m_filter(new QLineEdit(this)),
      m_about(new ToneLabel(context.theme, Colour::Dim, Type::Label, this)),
      m_all(new QPushButton(tr("Show all"), this)),
      m_list(new EntryList(tr("Timeline to pick from"), context.theme, {.wraps = true, .value = Type::Label}, this)),
      m_hint(new ToneLabel(context.theme, Colour::Dim, Type::Small, this))
{
    m_filter->setAccessibleName(tr("Find in the timeline"));
    m_filter->setPlaceholderText(tr("Find in the timeline"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    m_all->setProperty("flat", true);
    m_all->setAccessibleName(tr("Show all entries"));
    m_list->setAccessibleDescription(
        tr("Enter puts the selected entries into the section, Space selects one more, O shows it in the timeline"));
    m_hint->setText(tr("Enter or drag into the text · Shift or Ctrl for several"));
    m_hint->setContentsMargins(3 * Theme::grid, Theme::grid, 3 * Theme::grid, Theme::grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *bar = new QVBoxLayout;
    bar->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    bar->addWidget(m_filter);
    auto *about = new QHBoxLayout;
    about->addWidget(m_about, 1);
    about->addWidget(m_all);
    bar->addLayout(about);
    column->addLayout(bar);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint);
    connect(m_filter, &QLineEdit::textChanged, this, &EntryTab::showCards);
    connect(m_all, &QPushButton::clicked, this, &EntryTab::showAll);
    connect(m_list, &CardList::chosen, this, [this] { emit pulled(lines()); });
    connect(m_list, &EntryList::carried, this, [this](const QPoint &place) { emit dropped(lines(), place); });
    addKey(m_list, tr("Put into the section"), Qt::Key_P, [this] { emit pulled(lines()); });
    addKey(m_list, tr("Show it in the timeline"), Qt::Key_O,
           [this] { m_context.invoke(QStringLiteral("timeline.focus"), m_list->currentId()); });
    showAll();
}

void EntryTab::refresh(const Incident &incident)
{
    m_entries = incident.entries;
    m_order = timelineOrder(incident);
    showCards();
}

void EntryTab::showCards()
{
    const QStringList words = m_filter->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    Incident shown;
    int more = 0;
    for (const int at : m_order) {
        const TimelineEntry &entry = m_entries[at];
        if ((!m_only.isEmpty() && !m_only.contains(entry.id.toString())) || !fits(entry, words))
            continue;
        if (shown.entries.size() < mostRows)
            shown.entries << entry;
        else
            ++more;
    }
    items::Cards cards = items::entryCards(shown, [this](Instant at) { return m_context.times.clock(at); });
    if (more > 0) {
        items::Card rest;
        rest.title = tr("%n more entries: type above what you are looking for", nullptr, more);
        rest.tone = items::Tone::Quiet;
        rest.spoken = rest.title;
        cards.push_back(rest);
    }
    m_list->setCards(cards);
}

void EntryTab::showOnly(const std::vector<EventId> &entries, const QString &of)
{
    m_only.clear();
    for (const EventId &entry : entries)
        m_only.insert(entry.toString());
    m_about->setText(tr("What “%1” rests on").arg(of));
    m_about->show();
    m_all->show();
    {
        const QSignalBlocker quiet(m_filter);
        m_filter->clear();
    }
    showCards();
    if (m_list->cardModel().cards().empty()) // what it rests on has no row of its own
        m_about->setText(tr("“%1” rests on no entry of the timeline").arg(of));
}

void EntryTab::showAll()
{
    m_only.clear();
    m_about->hide();
    m_all->hide();
    showCards();
}

bool EntryTab::goTo(const EventId &entry)
{
    const QString id = entry.toString();
    if (m_list->cardModel().rowOf(id) < 0) {
        m_filter->clear();
        showAll();
    }
    m_list->setCurrentId(id);
    return m_list->currentId() == id;
}

void EntryTab::takeFocus()
{
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_list->cardModel().index(0));
    m_list->setFocus();
}

QString EntryTab::lines() const
{
    const QTimeZone zone = clocks::zoneOf(m_context.session.plan());
    QStringList all;
    for (const QString &id : m_list->selectedIds()) {
        const EventId wanted = EventId::fromString(id);
        const auto entry =
            std::find_if(m_entries.begin(), m_entries.end(), [&wanted](const TimelineEntry &one) { return one.id == wanted; });
        if (entry != m_entries.end() && !entry->redacted)
            all << review::pulledLine(*entry, zone);
    }
    return all.join(QLatin1Char('\n'));
}

bool EntryTab::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    if (key != Qt::Key_Down && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    takeFocus();
    return true;
}

} // namespace qd::ui

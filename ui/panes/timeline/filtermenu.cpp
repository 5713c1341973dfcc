#include "ui/panes/timeline/filtermenu.h"

#include "models/items/timelinemodel.h"

#include <QCoreApplication>
#include <QMenu>

namespace qd::ui {
namespace {

using items::TimelineFacet;

constexpr qsizetype mostInMenu = 20;

struct FacetRow
{
    TimelineFacet facet;
    const char *title;
};
constexpr FacetRow facets[] = {
    {TimelineFacet::Kind, QT_TRANSLATE_NOOP("TimelineTools", "&Kind")},
    {TimelineFacet::Author, QT_TRANSLATE_NOOP("TimelineTools", "&Author")},
    {TimelineFacet::Tag, QT_TRANSLATE_NOOP("TimelineTools", "&Tag")},
    {TimelineFacet::Person, QT_TRANSLATE_NOOP("TimelineTools", "&Person")},
};

QStringList mostFrequent(const items::TimelineModel::FacetCounts &counts)
{
    QStringList names = counts.keys();
    std::sort(names.begin(), names.end(), [&counts](const QString &a, const QString &b) {
        return std::pair(-counts.value(a), a.toLower()) < std::pair(-counts.value(b), b.toLower());
    });
    return names.mid(0, mostInMenu);
}

} // namespace

void fillFilterMenu(QMenu &menu, const items::TimelineModel &model, const std::function<void(const items::FilterTerm &, bool)> &choose)
{
    menu.clear();
    items::TimelineFilter filter = model.filter();
    for (const FacetRow &row : facets) {
        const items::TimelineModel::FacetCounts counts = model.facet(row.facet);
        QMenu *part = menu.addMenu(QCoreApplication::translate("TimelineTools", row.title));
        part->setEnabled(!counts.isEmpty());
        for (const QString &name : mostFrequent(counts)) {
            const items::FilterTerm term{row.facet, name};
            QAction *action = part->addAction(QStringLiteral("%1\t%2")
                                                  .arg(items::writeFilterTerm(term).replace(QLatin1Char('&'), QStringLiteral("&&")))
                                                  .arg(counts.value(name)));
            action->setCheckable(true);
            action->setChecked(filter.of(row.facet).contains(name, Qt::CaseInsensitive));
            QObject::connect(action, &QAction::toggled, &menu, [choose, term](bool on) { choose(term, on); });
        }
    }
}

} // namespace qd::ui

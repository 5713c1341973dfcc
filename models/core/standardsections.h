#pragma once
// What every post-mortem has to say, whatever the plan's own sections are: each of these that no section of the plan covers is added to them.

#include <QString>
#include <QStringList>

#include <vector>

namespace qd {

struct StandardSection
{
    QString id; // the title in lower case with hyphens
    QString title;
    QString fill; // what drafts it from the record; empty: a person writes it
    QStringList prompts;
    QStringList words; // a section whose title has one of them says it
};

[[nodiscard]] const std::vector<StandardSection> &standardSections(); // in the order of the document
[[nodiscard]] bool covers(const QString &title, const QString &fill, const StandardSection &standard);

} // namespace qd

#pragma once
// What can be done with an entry: edit, redact, pin, settle, copy, open what it links to, save what is attached to it.

#include "ui/panes/pane.h"

#include <QTemporaryDir>

namespace qd::items {
class TimelineModel;
}

namespace qd::ui {

class EntryDetails;
class TimelineList;

class EntryActs : public QObject
{
    Q_OBJECT

public:
    EntryActs(const PaneContext &context, items::TimelineModel &model, TimelineList &list, EntryDetails &details);
    [[nodiscard]] bool perform(const QString &verb); // false: it is none of these
    [[nodiscard]] const TimelineEntry *current() const;
    void openLink(const QString &link);
    void openAttachment(const QString &sha256);

private:
    [[nodiscard]] Result<void> tell(const Command &command);
    void tellOrSay(const Command &command);
    void edit();
    void redact();
    void pin();
    void settle(const QString &state);
    void copy(bool markdown);
    void open();
    void save();
    [[nodiscard]] std::vector<Attachment> attachmentsOf(const TimelineEntry &entry) const;
    using Choices = std::vector<std::pair<QString, std::function<void()>>>;
    void choose(const Choices &choices, const QString &none); // the only one at once, of several by a menu
    void saveAttachment(const Attachment &attachment);

    const PaneContext &m_context;
    items::TimelineModel &m_model;
    TimelineList &m_list;
    EntryDetails &m_details;
    std::unique_ptr<QTemporaryDir> m_opened; // what was given to another program; goes with the window
};

} // namespace qd::ui

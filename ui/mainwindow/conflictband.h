#pragma once
// Where two people changed one thing without having seen each other's change: both values, whose, when, and a key for each. What is kept is an
// ordinary change, so that it ends on every desk. One conflict at a time; the others are a key away, and in a menu.

#include "ui/panes/pane.h"

#include "models/items/conflictwords.h"

class QHBoxLayout;
class QToolButton;

namespace qd::ui {

class ToneLabel;

class ConflictBand : public QWidget
{
    Q_OBJECT

public:
    using KeyText = std::function<QString(const char *action)>;

    ConflictBand(const PaneContext &context, KeyText keys, QWidget *parent); // hidden while there is none
    [[nodiscard]] Result<EventId> keepFirst();
    [[nodiscard]] Result<EventId> keepLast();
    void next();

signals:
    void settled(const qd::Result<qd::EventId> &done);

private:
    void read();
    void showConflict(size_t which);
    void makeButtons(const items::ConflictView &view);
    void fillMenu();
    [[nodiscard]] Result<EventId> keep(const EventId &change);
    [[nodiscard]] Result<EventId> keepSide(bool first);

    const PaneContext &m_context;
    KeyText m_keys;
    std::vector<items::ConflictView> m_conflicts;
    QString m_field; // of the one that is shown
    ToneLabel *m_sentence;
    ToneLabel *m_detail;
    QHBoxLayout *m_buttons;
    QToolButton *m_others;
};

} // namespace qd::ui

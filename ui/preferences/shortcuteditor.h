#pragma once
// Every action with its key; the key of the one that is chosen can be changed, and is refused where it means something else.

#include "models/core/result.h"
#include "ui/preferences/preferences.h"

class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace qd::ui {

class KeyField;
class ToneLabel;
struct ActionRow;

class ShortcutEditor : public QWidget
{
    Q_OBJECT

public:
    ShortcutEditor(const PreferenceContext &context, QWidget *parent);

private:
    void makeList();
    [[nodiscard]] QWidget *makeFoot();
    [[nodiscard]] const ActionRow *current() const;
    void showKeys();
    void showCurrent();
    void filter(const QString &words);
    void tell(const Result<void> &done);

    const PreferenceContext &m_context;
    QTreeWidget *m_list;
    KeyField *m_key = nullptr;
    QPushButton *m_reset = nullptr;
    QPushButton *m_resetAll = nullptr;
    ToneLabel *m_words = nullptr;
};

} // namespace qd::ui

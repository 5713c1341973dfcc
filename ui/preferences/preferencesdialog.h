#pragma once
// The preferences: the sections on the left, the page of one on the right. It does not block the window; what is chosen counts at once.

#include "ui/preferences/preferences.h"

#include <QDialog>

class QListWidget;
class QStackedWidget;

namespace qd::ui {

class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    PreferencesDialog(const PreferenceContext &context, QWidget *parent);
    void showSection(const QString &id);

private:
    PreferenceContext m_context;
    QListWidget *m_list;
    QStackedWidget *m_pages;
};

} // namespace qd::ui

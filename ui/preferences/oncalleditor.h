#pragma once
// The schedules of who is on call: each with what it says now, or what is wrong with it; one more is added by its file or address.

#include "models/oncall/roster.h"
#include "ui/preferences/preferences.h"

class QLineEdit;
class QVBoxLayout;

namespace qd::ui {

class ChoiceBox;
class ToneLabel;

class OnCallEditor : public QWidget
{
    Q_OBJECT

public:
    OnCallEditor(const PreferenceContext &context, QWidget *parent);

private:
    void showSources();
    QWidget *makeRow(const oncall::SourceState &state);
    QWidget *makeForm();
    void add();
    void remove(const oncall::Source &source);
    void browse();
    void keep(const std::vector<oncall::Source> &sources);
    [[nodiscard]] std::vector<oncall::Source> kept() const;

    const PreferenceContext &m_context;
    QVBoxLayout *m_rows;
    QList<QWidget *> m_form; // in the order of Tab
    QLineEdit *m_place = nullptr;
    ChoiceBox *m_level = nullptr;
    ToneLabel *m_problem = nullptr;
};

} // namespace qd::ui

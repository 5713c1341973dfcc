#pragma once
// A combo box that a screen reader hears whole: what it chooses, and what is chosen. (Qt 6.4 gives the chosen text alone as its name.)

#include <QComboBox>

namespace qd::ui {

class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    ChoiceBox(const QString &name, QWidget *parent);
    [[nodiscard]] QString spokenName() const; // "Response plan Default"
};

} // namespace qd::ui

#pragma once
// What could be answered, below the field of a question: a row each, the likeliest first. A press answers; Down from the field leads to them.

#include "ui/theme/theme.h"

#include <QAbstractButton>

#include <functional>

class QLineEdit;
class QVBoxLayout;

namespace qd::ui {

struct PromptOffer
{
    QString text;   // the answer
    QString detail; // beside it: "on call · primary until 09:00 CET"
};

class PromptOffers : public QWidget
{
    Q_OBJECT

public:
    PromptOffers(const std::vector<PromptOffer> &offers, QLineEdit *field, const Theme &theme, QWidget *parent);

signals:
    void chosen(const QString &text);
    void resized();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &typed); // those that go with what is typed, and not too many
    void step(int by);
    [[nodiscard]] QList<QAbstractButton *> shown() const;

    QLineEdit *m_field;
    QList<QAbstractButton *> m_rows;
};

} // namespace qd::ui

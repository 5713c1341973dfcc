#pragma once
// The dialog of the shared database while the record is shared with nobody: where a hub is, and the two ways to one.

#include "models/session/shareddatabase.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace qd::ui {

class ToneLabel;

class HubJoinPage : public QWidget
{
    Q_OBJECT

public:
    HubJoinPage(SharedDatabase &shared, const Theme &theme, QWidget *parent);
    void begin(); // takes the focus

signals:
    void joined(const QString &said);

private:
    QLineEdit *addField(QVBoxLayout &column, const QString &name, const QString &placeholder, const QString &explanation);
    QWidget *makeHost();
    void addWays(QVBoxLayout &column);
    [[nodiscard]] QPushButton *addWay(QVBoxLayout &column, const QString &name, const QString &words);
    [[nodiscard]] TypedHub typed() const;
    void describe();
    void join();
    void makeHub();
    void setBusy(const QString &words);
    void finish(const Result<QString> &done);

    SharedDatabase &m_shared;
    const Theme &m_theme;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_database = nullptr;
    QLineEdit *m_login = nullptr;
    QLineEdit *m_password = nullptr;
    ToneLabel *m_reading = nullptr; // how the address is understood, and who is trusted
    ToneLabel *m_said = nullptr;    // what goes on, or what is wrong
    QPushButton *m_join = nullptr;
    QPushButton *m_make = nullptr;
};

} // namespace qd::ui

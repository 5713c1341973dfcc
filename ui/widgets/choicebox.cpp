#include "ui/widgets/choicebox.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>

namespace qd::ui {
namespace {

class AccessibleChoice : public QAccessibleWidget
{
public:
    explicit AccessibleChoice(ChoiceBox *box) : QAccessibleWidget(box, QAccessible::ComboBox) { }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Name)
            return box()->spokenName();
        return kind == QAccessible::Value ? box()->currentText() : QAccessibleWidget::text(kind);
    }
    [[nodiscard]] int childCount() const override { return 1; }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        return index == 0 ? QAccessible::queryAccessibleInterface(box()->view()) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        return child && child->object() == box()->view() ? 0 : -1;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return QStringList{showMenuAction(), pressAction()} + QAccessibleWidget::actionNames(); // setting the focus among them
    }
    void doAction(const QString &action) override
    {
        if (action == showMenuAction() || action == pressAction())
            box()->showPopup();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    [[nodiscard]] ChoiceBox *box() const { return static_cast<ChoiceBox *>(object()); }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *box = qobject_cast<ChoiceBox *>(object);
    return box ? new AccessibleChoice(box) : nullptr;
}

} // namespace

ChoiceBox::ChoiceBox(const QString &name, QWidget *parent) : QComboBox(parent)
{
    static const bool known = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(known)
    setAccessibleName(name);
    connect(this, &QComboBox::currentIndexChanged, this, [this] {
        QAccessibleEvent event(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    });
}

QString ChoiceBox::spokenName() const
{
    const QString chosen = currentText();
    return chosen.isEmpty() ? accessibleName() : accessibleName() + QLatin1Char(' ') + chosen;
}

} // namespace qd::ui

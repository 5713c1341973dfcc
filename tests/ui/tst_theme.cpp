// What is written can be read: WCAG 2.1 AA, and AAA in high contrast, for every pair of text and surface.
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTest>

#include <cmath>

using namespace qd::ui;

namespace {

double luminance(const QColor &colour)
{
    const auto channel = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

QStringList unreadable(const Theme &theme, std::initializer_list<Colour> inks, std::initializer_list<Colour> surfaces, double least = 4.5)
{
    QStringList pairs;
    for (const Colour ink : inks) {
        for (const Colour surface : surfaces) {
            const double ratio = contrast(theme.colour(ink), theme.colour(surface));
            if (ratio < least)
                pairs << QStringLiteral("colour %1 on %2: %3").arg(static_cast<int>(ink)).arg(static_cast<int>(surface)).arg(ratio);
        }
    }
    return pairs;
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void wordsCanBeReadOnEverySurface_data()
    {
        QTest::addColumn<Theme::Mode>("mode");
        QTest::addColumn<double>("least");
        QTest::newRow("dark") << Theme::Mode::Dark << 4.5;
        QTest::newRow("light") << Theme::Mode::Light << 4.5;
        QTest::newRow("high contrast") << Theme::Mode::Contrast << 7.0;
    }

    void wordsCanBeReadOnEverySurface()
    {
        QFETCH(Theme::Mode, mode);
        QFETCH(double, least);
        Theme theme;
        theme.apply(*qApp, mode);
        using enum Colour;
        const QStringList none;
        QCOMPARE(unreadable(theme, {Text, Dim, Faint, Accent, Critical, High, Medium, Low, Good},
                            {Background, Panel, Raised, Selection, AccentWash, CriticalWash}, least),
                 none);
        QCOMPARE(unreadable(theme, {OnAccent}, {Accent}, least), none);
        QCOMPARE(unreadable(theme, {OnCritical}, {Critical, High, Medium, Low, Dim}, least), none);
        if (mode == Theme::Mode::Contrast) // where a field ends is seen too
            QCOMPARE(unreadable(theme, {Line}, {Background, Panel, Raised}, 3), none);
    }

    void theHintInAFieldCanBeReadToo()
    {
        Theme theme;
        for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Contrast, Theme::Mode::Dark}) {
            theme.apply(*qApp, mode);
            QLineEdit field;
            field.ensurePolished();
            QCOMPARE(field.palette().color(QPalette::PlaceholderText), theme.colour(Colour::Faint));
            QCOMPARE(field.palette().color(QPalette::Text), theme.colour(Colour::Text));
        }
    }

    void aThemeIsFoundByItsName()
    {
        const Theme theme;
        for (const Theme::Mode mode : {Theme::Mode::Dark, Theme::Mode::Light, Theme::Mode::Contrast})
            QCOMPARE(theme.modeFor(Theme::nameOf(mode)), mode);
        QCOMPARE(theme.modeFor(QStringLiteral("system")), theme.modeFor(QStringLiteral("mauve")));
    }

    void styleSheetNamesNoUnknownColour()
    {
        Theme theme;
        theme.apply(*qApp, Theme::Mode::Light);
        QVERIFY(qApp->styleSheet().size() > 1000);
        QVERIFY(!qApp->styleSheet().contains(QLatin1Char('@')) || qApp->styleSheet().count(QLatin1Char('@')) == 1); // the comment's
    }

    void everyIconDraws()
    {
        const Theme theme;
        const QStringList icons = QDir(QStringLiteral(":/quarterdeck/icons")).entryList({QStringLiteral("*.svg")});
        QVERIFY(icons.size() > 25);
        for (const QString &file : icons) {
            const QImage image = theme.pixmap(file.chopped(4), Colour::Text, 16, 2).toImage();
            bool inked = false;
            for (int i = 0; i < image.width() * image.height() && !inked; ++i)
                inked = image.pixelColor(i % image.width(), i / image.width()).alpha() > 128;
            QVERIFY2(inked, qPrintable(file));
        }
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

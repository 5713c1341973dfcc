// kill -9 in the middle of a thought: the line, the correction and the pasted picture are there again.
#include "models/settings/draftstore.h"
#include "tests/models/journal/childprocess.h"
#include "tests/ui/paneroom.h"
#include "ui/panes/scribe/scribepane.h"

#include <QClipboard>
#include <QPlainTextEdit>

#include <cstdio>

using namespace qd;
using namespace qd::test;

namespace {

// The scribe's pane over a folder that outlives the process.
class Desk
{
public:
    explicit Desk(const QString &folder) : m_clock(at("14:02")), m_drafts(folder + QStringLiteral("/drafts"))
    {
        OpenOptions options;
        options.now = m_clock.now();
        Result<std::unique_ptr<Journal>> opened = Journal::open(folder + QStringLiteral("/room.db"), options);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().sentence));
        m_journal = std::move(*opened);
        session = std::make_unique<IncidentSession>(
            IncidentSession::Services{*m_journal, m_clock, [] { return std::vector<PlanChoice>(); }, plan::loadShipped},
            QStringLiteral("Dana"));
        m_theme.apply(*qApp, ui::Theme::Mode::Dark);
        m_context =
            std::make_unique<ui::PaneContext>(ui::PaneContext{*session, m_theme, m_times, [](const QString &, const QVariant &) {}});
        m_context->loadDraft = [this](const QString &key) { return m_drafts.load(key); };
        m_context->keepDraft = [this](const QString &key, const QString &text) { m_drafts.keep(key, text); };
    }
    ~Desk() { m_pane.reset(); }

    void declare()
    {
        command::Declare declare;
        declare.severity = QStringLiteral("P0");
        declare.title = QStringLiteral("Checkout returns 503");
        if (!session->declare(declare, QStringLiteral("default")))
            qFatal("the incident is not declared");
    }
    [[nodiscard]] bool openLast() const
    {
        session->openReference(QStringLiteral("last"));
        return QTest::qWaitFor([this] { return session->hasIncident(); });
    }
    QPlainTextEdit *sit()
    {
        m_pane.reset(ui::createScribePane(*m_context, nullptr));
        m_pane->resize(1000, 140);
        m_pane->show();
        auto *line = m_pane->findChild<QPlainTextEdit *>();
        line->setFocus();
        return line;
    }
    [[nodiscard]] QString draft(const char *part) const
    {
        return m_drafts.load(QStringLiteral("scribe-") + session->incident().id.toString() + QLatin1String(part));
    }
    [[nodiscard]] bool hasChip() const
    {
        for (const QAbstractButton *button : m_pane->findChildren<QAbstractButton *>()) {
            if (!button->isHidden() && button->accessibleName().startsWith(QLatin1String("Attachment picture-")))
                return true;
        }
        return false;
    }

private:
    ManualClock m_clock;
    DraftStore m_drafts;
    std::unique_ptr<Journal> m_journal;

public:
    std::unique_ptr<IncidentSession> session;

private:
    ui::Theme m_theme;
    ui::TimeDisplay m_times;
    std::unique_ptr<ui::PaneContext> m_context;
    std::unique_ptr<QWidget> m_pane;
};

int stayUntilKilled(bool ready)
{
    std::puts(ready ? "written" : "not written");
    std::fflush(stdout);
    return ready ? QCoreApplication::exec() : 1;
}

int writeHalfALine(const QString &folder)
{
    Desk desk(folder);
    desk.declare();
    QPlainTextEdit *line = desk.sit();
    QTest::keyClicks(line, QStringLiteral("the first line"));
    QTest::keyClick(line, Qt::Key_Return);
    QImage picture(64, 48, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    QApplication::clipboard()->setImage(picture);
    line->paste();
    QTest::keyClicks(line, QStringLiteral("! half a thou"));
    return stayUntilKilled(QTest::qWaitFor([&desk] {
        return desk.session->saveStatus().state == SaveState::Saved && desk.draft("") == QStringLiteral("! half a thou")
            && !desk.draft("-files").isEmpty();
    }));
}

int correctAnEntry(const QString &folder)
{
    Desk desk(folder);
    if (!desk.openLast())
        return 1;
    QPlainTextEdit *line = desk.sit();
    QTest::keyClick(line, Qt::Key_Up);
    QTest::keyClicks(line, QStringLiteral(" is corr"));
    return stayUntilKilled(
        QTest::qWaitFor([&desk] { return desk.draft("-correction").endsWith(QStringLiteral("the first line is corr")); }));
}

bool playAndKill(const QString &role, const QString &folder)
{
    QProcess scribe;
    startRole(scribe, role, {folder});
    const bool written = scribe.waitForReadyRead(30000) && scribe.readAllStandardOutput().startsWith("written");
    scribe.kill(); // SIGKILL
    scribe.waitForFinished(5000);
    return written && scribe.exitStatus() == QProcess::CrashExit;
}

} // namespace

class TestScribeKilled : public QObject
{
    Q_OBJECT

private slots:
    void theDraftIsThereAgain()
    {
        const QTemporaryDir folder;
        QVERIFY(playAndKill(QStringLiteral("half"), folder.path()));
        {
            Desk desk(folder.path());
            QVERIFY(desk.openLast());
            QCOMPARE(desk.session->incident().entries.back().text, QStringLiteral("the first line"));
            const QPlainTextEdit *line = desk.sit();
            QCOMPARE(line->toPlainText(), QStringLiteral("! half a thou"));
            QVERIFY(desk.hasChip());
        }
        QVERIFY(playAndKill(QStringLiteral("correct"), folder.path()));
        Desk desk(folder.path());
        QVERIFY(desk.openLast());
        QPlainTextEdit *line = desk.sit();
        QCOMPARE(line->toPlainText(), QStringLiteral("the first line is corr"));
        QTest::keyClicks(line, QStringLiteral("ected"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(desk.session->incident().entries.back().text, QStringLiteral("the first line is corrected"));
        QVERIFY(desk.session->incident().entries.back().edited);
        QCOMPARE(line->toPlainText(), QStringLiteral("! half a thou")); // what was being written before
    }
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QLatin1String("--role"))
        return arguments.value(2) == QLatin1String("half") ? writeHalfALine(arguments.value(3)) : correctAnEntry(arguments.value(3));
    TestScribeKilled tests;
    return QTest::qExec(&tests, argc, argv);
}
#include "tst_scribekilled.moc"

#pragma once
// A test's second program: the test binary itself, started again with a role to play.

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <functional>

namespace qd::test {

inline void startRole(QProcess &process, const QString &role, const QStringList &arguments)
{
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), QStringList{QStringLiteral("--role"), role} + arguments);
    if (!process.waitForStarted())
        qFatal("the test could not start itself");
}

// In main(): plays the role that this process was started for, or runs the tests.
template<class TestObject>
int runTestsOrRole(int argc, char **argv, const std::function<int(const QString &role, const QStringList &arguments)> &play)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    if (arguments.value(1) == QLatin1String("--role"))
        return play(arguments.value(2), arguments.mid(3));
    TestObject tests;
    return QTest::qExec(&tests, argc, argv);
}

} // namespace qd::test

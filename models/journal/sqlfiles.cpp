#include "models/journal/sqlfiles.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

// A static library's resources are linked in only where they are asked for; the macro must stand outside a namespace.
static void makeResourcesKnown()
{
    Q_INIT_RESOURCE(journal);
}

namespace qd::journal {
namespace {

QDir folder(const char *name)
{
    static const bool known = (makeResourcesKnown(), true);
    Q_UNUSED(known)
    return QDir(QStringLiteral(":/journal/sql/") + QLatin1String(name));
}

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not built in", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

// Each ends with a semicolon at the end of a line; Qt runs one at a time. Without comments and in single blanks: SQLite keeps a CREATE as it was
// given, and the shorter the schema, the surer it stays on the first page, where a file that was cut short still has it.
QStringList splitStatements(const QString &text)
{
    static const QRegularExpression comment(QStringLiteral("--[^\\n]*"));
    static const QRegularExpression end(QStringLiteral(";[ \\t]*(\\n|$)"));
    QStringList statements;
    for (const QString &statement : QString(text).remove(comment).split(end)) {
        if (!statement.trimmed().isEmpty())
            statements << statement.simplified();
    }
    return statements;
}

} // namespace

QString statementText(const char *name)
{
    return textOf(folder("statements").filePath(QLatin1String(name) + QStringLiteral(".sql")));
}

QStringList statementNames()
{
    QStringList names = folder("statements").entryList(QDir::Files, QDir::Name);
    names.replaceInStrings(QStringLiteral(".sql"), QString());
    return names;
}

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> all = [] {
        std::vector<Migration> found;
        const QDir here = folder("migrations");
        for (const QString &name : here.entryList(QDir::Files, QDir::Name))
            found.push_back({name.section(QLatin1Char('_'), 0, 0).toInt(), splitStatements(textOf(here.filePath(name)))});
        return found;
    }();
    return all;
}

int newestVersion()
{
    return migrations().back().version;
}

} // namespace qd::journal

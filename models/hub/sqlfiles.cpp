#include "models/hub/sqlfiles.h"

#include <QDir>
#include <QFile>

// A static library's resources are linked in only where they are asked for; the macro must stand outside a namespace.
static void makeResourcesKnown()
{
    Q_INIT_RESOURCE(hub);
}

namespace qd::hub {
namespace {

QDir folder(const char *name)
{
    static const bool known = (makeResourcesKnown(), true);
    Q_UNUSED(known)
    return QDir(QStringLiteral(":/hub/sql/") + QLatin1String(name));
}

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is not built in", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

} // namespace

QString statementText(const char *name)
{
    return textOf(folder("statements").filePath(QLatin1String(name) + QStringLiteral(".sql")));
}

const std::vector<Migration> &migrations()
{
    static const std::vector<Migration> all = [] {
        std::vector<Migration> found;
        const QDir here = folder("migrations");
        for (const QString &name : here.entryList(QDir::Files, QDir::Name))
            found.push_back({name.section(QLatin1Char('_'), 0, 0).toInt(), textOf(here.filePath(name))});
        return found;
    }();
    return all;
}

int newestVersion()
{
    return migrations().back().version;
}

} // namespace qd::hub

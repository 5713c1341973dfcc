#include "app/common/places.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <pwd.h>
#include <unistd.h>

namespace qd::places {
namespace {

QString inDataFolder(const char *name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/quarterdeck/") + QLatin1String(name);
}

} // namespace

QString databasePath(const QString &given)
{
    const QString set = given.isEmpty() ? qEnvironmentVariable("QUARTERDECK_DB") : given;
    return QDir().absoluteFilePath(set.isEmpty() ? inDataFolder("quarterdeck.db") : set);
}

void makeDataFolder()
{
    QDir().mkpath(inDataFolder(""));
}

QString planFolder()
{
    const QString set = qEnvironmentVariable("QUARTERDECK_PLANS");
    return QDir().absoluteFilePath(set.isEmpty() ? inDataFolder("plans") : set);
}

QString feedFolder()
{
    return inDataFolder("oncall");
}

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/quarterdeck/window.ini");
}

QString loginName()
{
    const passwd *user = getpwuid(geteuid());
    const QString name = user ? QFile::decodeName(user->pw_name) : qEnvironmentVariable("USER");
    return name.isEmpty() ? QString::number(geteuid()) : name;
}

} // namespace qd::places

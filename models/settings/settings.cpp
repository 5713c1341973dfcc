#include "models/settings/settings.h"

#include <QFile>

namespace qd {
namespace {

struct Migration
{
    int to;
    void (*run)(QSettings &file);
};

// From the version before `to`. A file of a newer version is read as far as it is understood and not marked down.
const std::vector<Migration> migrations = {
    {1, [](QSettings &) {}}, // the first
};

const SettingRow &row(Key key)
{
    const auto &table = settingTable();
    return *std::find_if(table.begin(), table.end(), [key](const SettingRow &item) { return item.key == key; });
}

const QString versionName = QStringLiteral("version");

} // namespace

const std::vector<SettingRow> &settingTable()
{
    static const std::vector<SettingRow> table = {
        {Key::Theme, "look/theme", Scope::Person, QStringLiteral("system")}, // system, dark, light or contrast
        {Key::Scale, "look/scale", Scope::Person, 100},                      // percent, on top of the system's; read before the window is
        {Key::Shortcuts, "keys/changed", Scope::Person, QStringList()},      // "incident.declare=Ctrl+N", portable text
        {Key::TimeMode, "look/times", Scope::Person, QStringLiteral("utc")}, // utc, local, incident or since-detection
        {Key::AuthorName, "person/name", Scope::Person, QString()},          // empty: the login name
        {Key::LastPlan, "declare/plan", Scope::Person, QStringLiteral("default")},
        {Key::Notices, "notices/changed", Scope::Person, QStringList()}, // "near=off", "ask=mine": what differs (NoticeChoices)
        {Key::ToldActions, "notices/told", Scope::Person, QStringList()}, // reminders of action items (NoticeWatch::told)
        {Key::OnCall, "oncall/sources", Scope::Person, QStringList()},   // "primary https://…", "any /home/…" (oncall::toText)
        {Key::Perspective, "window/perspective", Scope::Window, QStringLiteral("command")},
        {Key::Layout, "window/layout", Scope::Window, QByteArray()},
        {Key::Geometry, "window/geometry", Scope::Window, QByteArray()},
        {Key::LastIncident, "window/incident", Scope::Window, QString()},
        {Key::ScribeDraft, "window/scribe-draft", Scope::Window, QString()},
    };
    return table;
}

Settings::Settings(const QString &path) : m_file(path, QSettings::IniFormat)
{
    migrate();
}

int Settings::version()
{
    return migrations.back().to;
}

void Settings::migrate()
{
    const int found = m_file.value(versionName, 0).toInt();
    if (m_file.allKeys().isEmpty() || found >= version())
        return;
    for (const Migration &migration : migrations) {
        if (migration.to > found)
            migration.run(m_file);
    }
    m_file.setValue(versionName, version());
}

QVariant Settings::value(Key key) const
{
    const SettingRow &its = row(key);
    return m_file.value(QLatin1String(its.name), its.fallback);
}

void Settings::set(Key key, const QVariant &value)
{
    const SettingRow &its = row(key);
    if (value == its.fallback)
        m_file.remove(QLatin1String(its.name));
    else
        m_file.setValue(QLatin1String(its.name), value);
    if (m_file.value(versionName, 0).toInt() < version())
        m_file.setValue(versionName, version());
}

void Settings::flush()
{
    m_file.sync();
    QFile::setPermissions(m_file.fileName(), QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace qd

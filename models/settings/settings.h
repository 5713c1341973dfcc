#pragma once
// What a person has chosen: one table of keys with their defaults, one table of migrations. Only what differs from a default is stored.
// No password is ever kept here. The address of a calendar may hold a key: the file is its owner's alone.

#include <QByteArray>
#include <QSettings>
#include <QVariant>

#include <vector>

namespace qd {

enum class Key {
    Theme,
    Scale,
    TimeMode,
    Shortcuts,
    Layout,
    Geometry,
    Perspective,
    LastIncident,
    AuthorName,
    LastPlan,
    Notices,
    ToldActions,
    OnCall,
    ScribeDraft
};

enum class Scope {
    Person, // how this person likes it
    Window, // where things stand on this machine's screens
};

struct SettingRow
{
    Key key;
    const char *name; // in the file; stays for good
    Scope scope;
    QVariant fallback;
};

[[nodiscard]] const std::vector<SettingRow> &settingTable();

class Settings
{
public:
    explicit Settings(const QString &path); // an INI file; made when something is first stored

    [[nodiscard]] QVariant value(Key key) const;
    [[nodiscard]] QString text(Key key) const { return value(key).toString(); }
    [[nodiscard]] QByteArray bytes(Key key) const { return value(key).toByteArray(); }
    void set(Key key, const QVariant &value); // a default takes the row away
    void flush();                             // to disk, now
    [[nodiscard]] static int version();       // of the table

private:
    void migrate();

    QSettings m_file;
};

} // namespace qd

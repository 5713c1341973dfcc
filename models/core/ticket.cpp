#include "models/core/ticket.h"

#include <QRegularExpression>

namespace qd {
namespace {

bool hasBlankOrControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control; });
}

// "https:", "javascript:", "file:"; not "OPS: 12", which is words.
bool beginsWithScheme(const QString &text)
{
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:\\S"));
    static const QRegularExpression hostAndPort(QStringLiteral("^[A-Za-z][A-Za-z0-9.-]*:\\d+$"));
    return scheme.match(text).hasMatch() && !hostAndPort.match(text).hasMatch();
}

} // namespace

QUrl ticketLink(const QString &ticket)
{
    const QString text = ticket.trimmed();
    if (hasBlankOrControl(text))
        return {};
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    return url.isValid() && web && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

std::optional<Error> ticketProblem(const QString &ticket)
{
    const QString text = ticket.trimmed();
    const auto problem = [](const QString &sentence) { return Error{ErrorCode::Refused, sentence, {}}; };
    if (text.size() > longestTicket)
        return problem(QStringLiteral("a ticket of %1 characters is too long; give its address or its number").arg(text.size()));
    if (std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; }))
        return problem(QStringLiteral("a ticket stands on one line; give its address or its number"));
    if (beginsWithScheme(text) && !ticketLink(text).isValid())
        return problem(
            QStringLiteral("'%1' is no address that can be opened; write one that begins with https:// or http:// and names a host, "
                           "without a password, or a ticket's number such as OPS-123")
                .arg(text));
    return std::nullopt;
}

} // namespace qd

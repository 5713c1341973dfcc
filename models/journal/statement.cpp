#include "models/journal/statement.h"

namespace qd::journal {

Result<void> Statement::execute()
{
    for (int attempt = 0; !query().exec(); ++attempt) {
        const bool again =
            causeOf(query().lastError()) == Cause::Busy && !m_connection.inTransaction() && attempt < 5; // each waits for the busy timeout
        if (!again)
            return tl::unexpected(m_connection.error(query().lastError()));
    }
    return {};
}

Result<void> Statement::end() const
{
    if (query().lastError().isValid())
        return tl::unexpected(m_connection.error(query().lastError()));
    return {};
}

} // namespace qd::journal

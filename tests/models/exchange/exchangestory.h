#pragma once
// A long incident with everything in it that a document must not trip over.

#include "tests/models/review/reviewstory.h"

namespace qd::test {

inline const QStringList &attacks()
{
    static const QStringList texts{QStringLiteral("<script>alert(1)</script> | <b>bold</b>"),
                                   QStringLiteral("| a | b |\n|---|---|\n# heading\n```\nfence"),
                                   QStringLiteral("`tick ![x](http://evil.example/p.png) [y](javascript:alert(1))"),
                                   QStringLiteral("=HYPERLINK(\"http://evil.example\",\"x\")"),
                                   QStringLiteral("\"quoted\", with a comma\nand a line"),
                                   QStringLiteral("back\\|slash \\ and &lt;entity&gt; *star* _under_ ~~gone~~"),
                                   QStringLiteral("%1 %2 %n and {{title}} and \u202Eright to left"),
                                   QStringLiteral("'=apostrophe"),
                                   QStringLiteral("@person +1 -2")};
    return texts;
}

// `entries` observations, each with its own words, the attacks among them; a secret that was redacted and an entry that was taken back.
inline Story longStory(int entries)
{
    Story story(plan::toJson(reviewPlan()));
    story.tell(QStringLiteral(
        "14:02>14:04 Dana declare P0 Checkout <i>returns</i> 503 | everywhere\n14:05 Dana ack\n14:06 Dana role ic Dana | IC"));
    for (int i = 0; i < entries; ++i) {
        command::LogEntry entry;
        entry.kind = QStringLiteral("observation");
        entry.text = QStringLiteral("Reading %1 of the gauge is %2 per cent").arg(i).arg((i * 37) % 101);
        entry.at = at("14:10") + std::chrono::seconds(10 * i);
        if (!story.submit(QStringLiteral("Lee"), at("16:00"), entry))
            qFatal("the scribe can always write");
    }
    for (const QString &text : attacks()) {
        if (!story.submit(QStringLiteral("Lee"), at("16:00"),
                          command::LogEntry{text, QStringLiteral("note"), {}, {}, {}, {}, false, at("15:40")}))
            qFatal("the scribe can always write");
    }
    story.tell(QStringLiteral("16:01 Lee note The password is hunter2 #secret"));
    if (!story.submit(QStringLiteral("Lee"), at("16:02"), command::RedactEntry{story.last(), QStringLiteral("a secret was pasted")}))
        qFatal("a secret can always go");
    story.tell(QStringLiteral("16:03 Lee note Wrong room\n16:03 Lee undo\n16:04 Dana status resolved All is well\n16:05 Dana action-item "
                              "Lee Watch the <gauge> | daily"));
    return story;
}

} // namespace qd::test

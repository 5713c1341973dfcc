#pragma once
// A written plan, as Markdown, read as a response plan.
//
// 1. Nothing is invented: what the document does not state stays unset. Contents of templates are no facts.
// 2. Nothing is dropped in silence: what looks like a rule and was not understood is in Plan::unread, two statements that differ in
//    Plan::conflicts, each with its lines. `lines` of a severity say where each of its facts was read.
// 3. Any bytes give a plan or a sentence; the time it takes grows with the size.
// 4. It touches nothing but what it is given, so that it may run in any thread, and in several at once.

#include "models/core/result.h"
#include "models/plan/plan.h"

#include <functional>

namespace qd::plan {

// How much of the reading is done: a share above 0 and up to 1, that only grows; told in the thread that reads, some hundred times in all.
// Answer false to stop: the reading ends within a second, and its result is the refusal "the import was stopped".
using Progress = std::function<bool(double share)>;

// `name` is for a document without a title, such as its file's name.
[[nodiscard]] Result<Plan> readWrittenPlan(const QByteArray &markdown, const QString &name, const Progress &progress = {});

// What a document may leave open and a live plan may not: a severity without a name is called by its id, two measures of one abbreviation
// get an id each, an escalation to nobody in particular goes to whoever is next. A document that defines no severities is refused.
[[nodiscard]] Result<Plan> readyForUse(Plan plan);

} // namespace qd::plan

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <chancery/agreement.h>
#include <chancery/api.h>
#include <chancery/as-of.h>
#include <chancery/check.h>
#include <chancery/date.h>
#include <chancery/duration.h>
#include <chancery/error.h>
#include <chancery/event.h>
#include <chancery/field.h>
#include <chancery/format.h>
#include <chancery/judge.h>
#include <chancery/limits.h>
#include <chancery/query.h>
#include <chancery/registry.h>
#include <chancery/report.h>
#include <chancery/rows.h>
#include <chancery/sink.h>
#include <chancery/snapshot.h>
#include <chancery/source.h>
#include <chancery/symbol.h>
#include <chancery/text.h>
#include <chancery/timeline.h>
#include <chancery/trail.h>
#include <chancery/vocabulary.h>
#include <chancery/vote.h>

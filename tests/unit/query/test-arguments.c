/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Command-line words become one query that means what was typed. */
#include <chancery/query.h>

#include "suite.h"

typedef struct {
  const char *arguments[6];
  const char *query;
} Line;

static const Line lines[] = {
  { { NULL }, "" },
  { { "" }, "" },
  { { " ", "kind:report" }, "kind:report" },
  { { "forum:un.sc", "kind:meeting", "vote:procedural" }, "forum:un.sc kind:meeting vote:procedural" },
  { { "actor:North Korea", "kind:report" }, "actor:\"North Korea\" kind:report" },
  { { "actor=North Korea" }, "actor=\"North Korea\"" },
  { { "-actor:North Korea" }, "-actor:\"North Korea\"" },
  { { "(actor:North Korea", "OR", "actor:Viet Nam)" }, "(actor:\"North Korea\" OR actor:\"Viet Nam\")" },
  { { "date:2014-11..2014-12 forum:un.ga" }, "date:2014-11..2014-12 forum:un.ga" },
  { { "actor:North Korea kind:report" }, "actor:North Korea kind:report" },
  { { "kind:report commission" }, "kind:report commission" },
  { { "title:commission of inquiry" }, "title:\"commission of inquiry\"" },
  { { "title:sticks or stones" }, "title:sticks or stones" },
  { { "title:a -b" }, "title:a -b" },
  { { "title:back\\slash here" }, "title:\"back\\\\slash here\"" },
  { { "symbol:S/RES/2270 (2016)" }, "symbol:\"S/RES/2270 (2016)\"" },
  { { "actor:(North Korea, Japan)" }, "actor:(North Korea, Japan)" },
  { { "actor:\"North Korea\" kind:report" }, "actor:\"North Korea\" kind:report" },
  { { "no:North Korea" }, "no:\"North Korea\"" },
  { { "no:10..20 report" }, "no:10..20 report" },
  { { "forum:un.sc", "OR", "forum:un.ga" }, "forum:un.sc OR forum:un.ga" },
  { { "a OR b", "c" }, "(a OR b) c" },
  { { "a OR b" }, "a OR b" },
  { { "(a OR b)", "c" }, "(a OR b) c" },
  { { "NOT", "a or b" }, "NOT (a or b)" },
  { { "a OR (b", "c)" }, "a OR (b c)" },
  { { "North Korea" }, "North Korea" },
  { { "unknown:two words" }, "unknown:two words" },
  { { "maybe:(no:North Korea)" }, "maybe:(no:\"North Korea\")" },
  { { "-maybe:(no:North Korea", "kind:vote)" }, "-maybe:(no:\"North Korea\" kind:vote)" },
  { { "maybe:(no:a OR no:b)", "c" }, "maybe:(no:a OR no:b) c" },
  { { "actor: Japan" }, "actor: Japan" },
  { { "actor:J\xff x" }, "actor:J\xff x" },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_autofree char *query = chn_query_join_arguments (lines[i].arguments);
    CHN_ASSERT_STRING (query, lines[i].query);
  }
}

static const ChnTest tests[] = { { "arguments are joined and quoted again", test_lines } };

CHN_SUITE ("query/arguments", tests)

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The members of an object that is being written. */
#include "format/json/emit.h"

#include "base/json-write.h"

void
chn_json_put_key (const ChnJsonEmit *emit, const char *key)
{
  if (*emit->n_members > 0)
    chn_writer_putc (emit->out, ',');
  ++*emit->n_members;
  chn_writer_puts (emit->out, key);
}

void
chn_json_put_member (const ChnJsonEmit *emit, const char *key, const char *text)
{
  chn_json_put_key (emit, key);
  chn_json_put_text (emit->out, text);
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From the texts of a stage to those of a timeline. */
#include "timeline/seal/texts.h"

#include "base/number-map.h"

/* Those that hardly two events share. */
static const guint32 own_fields = (guint32) 1 << CHN_FIELD_ID | (guint32) 1 << CHN_FIELD_DATE |
                                  (guint32) 1 << CHN_FIELD_TITLE | (guint32) 1 << CHN_FIELD_SUMMARY;

ChnPool *
chn_texts_init (ChnTexts *texts, const ChnStage *stage)
{
  texts->from = stage->texts;
  texts->to = stage->is_compact ? chn_pool_new_wide () : stage->texts;
  texts->own = stage->is_compact ? own_fields : 0;
  texts->number_of = chn_number_map_new ();
  return texts->to;
}

void
chn_texts_clear (ChnTexts *texts)
{
  g_array_unref (texts->number_of);
}

guint32
chn_texts_take (ChnTexts *texts, guint32 number)
{
  if (number == 0 || texts->to == texts->from)
    return number;
  guint32 *taken = chn_number_map_at (texts->number_of, number);
  if (*taken == 0) {
    gsize length;
    const char *text = chn_pool_get_span (texts->from, number, &length);
    *taken = chn_pool_append (texts->to, text, (gssize) length);
  }
  return *taken;
}

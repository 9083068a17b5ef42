/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From the texts of a builder to those of a timeline. */
#include "timeline/texts.h"

void
chn_texts_init (ChnTexts *texts, const ChnTimelineBuilder *builder, ChnTimeline *timeline)
{
  *texts = (ChnTexts){ builder->texts, timeline->texts, g_array_new (FALSE, TRUE, sizeof (guint32)) };
}

void
chn_texts_clear (ChnTexts *texts)
{
  g_array_unref (texts->number_of);
}

guint32
chn_texts_take (ChnTexts *texts, guint32 number)
{
  if (number == 0)
    return 0;
  guint32 *taken = chn_number_map_at (texts->number_of, number);
  if (*taken == 0) {
    gsize length;
    const char *text = chn_pool_get_span (texts->from, number, &length);
    *taken = chn_pool_append (texts->to, text, (gssize) length);
  }
  return *taken;
}

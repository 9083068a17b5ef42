/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tests of the relay: what is appended arrives, once and in its order. */
#include "base/relay.h"

#include <string.h>

#include "suite.h"

enum { NUMBERS = 20000 };

typedef struct {
  GString *arrived;
  guint n_ends, n_batches;
} Receiver;

static void
receive (const char *bytes, gsize length, gpointer data)
{
  Receiver *receiver = data;
  g_string_append_len (receiver->arrived, bytes, (gssize) length);
  receiver->n_ends += length == 0;
  receiver->n_batches += length > 0;
}

static void
receiver_clear (Receiver *receiver)
{
  g_string_free (receiver->arrived, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Receiver, receiver_clear)

static void
test_order (void)
{
  static const gsize sizes[] = { 1, 10, 1000, 1 << 20 };
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_auto (Receiver) receiver = { .arrived = g_string_new (NULL) };
    g_autoptr (GString) sent = g_string_new (NULL);
    ChnRelay *relay = chn_relay_new ("test", 3, sizes[i], receive, &receiver);
    for (guint k = 0; k < NUMBERS; k++) {
      g_string_append_printf (chn_relay_get_batch (relay), "%u ", k);
      g_string_append_printf (sent, "%u ", k);
      chn_relay_pass (relay);
    }
    chn_relay_free (relay);
    CU_ASSERT (g_string_equal (receiver.arrived, sent));
    CHN_ASSERT_INT (receiver.n_ends, 1);
    CHN_ASSERT_INT (sizes[i] == 1 ? receiver.n_batches == NUMBERS : receiver.n_batches < NUMBERS, TRUE);
  }
}

static void
test_wait (void)
{
  g_auto (Receiver) receiver = { .arrived = g_string_new (NULL) };
  ChnRelay *relay = chn_relay_new ("test", 4, 1 << 20, receive, &receiver);
  chn_relay_wait (relay);
  CHN_ASSERT_STRING (receiver.arrived->str, "");
  g_string_append (chn_relay_get_batch (relay), "one ");
  chn_relay_pass (relay);
  chn_relay_wait (relay);
  CHN_ASSERT_STRING (receiver.arrived->str, "one ");
  g_string_append (chn_relay_get_batch (relay), "two");
  chn_relay_end (relay);
  chn_relay_free (relay);
  CHN_ASSERT_STRING (receiver.arrived->str, "one two");
  CHN_ASSERT_INT (receiver.n_ends, 1);
}

static const ChnTest tests[] = {
  { "all arrives in its order", test_order },
  { "what was waited for has arrived", test_wait },
};

CHN_SUITE ("base/relay", tests)

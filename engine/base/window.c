/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Inputs of which only what is needed now is in memory: addresses for all of it, and pages for a window that moves.
 */
#include "base/window.h"

#include <errno.h>
#include <sys/mman.h>
#include <unistd.h>

/*
 * What is given back at once: a huge page, where the system has some, for to fill as many ordinary ones costs as much
 * again as to read the file. And what is loaded at once, which stays near the processor until it is looked at.
 */
enum { PIECE = 2 << 20, STEP = 256 << 10 };

void
chn_window_init (ChnWindow *window, const char *bytes, gsize length)
{
  *window = (ChnWindow){ .start = bytes, .left = bytes, .loaded = bytes + length, .end = bytes + length };
}

gboolean
chn_window_open (ChnWindow *window, ChnWindowSource *source)
{
  const gsize reserved = source->length + PIECE;
  char *region = mmap (NULL, reserved, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  *window = (ChnWindow){ 0 };
  if (region == MAP_FAILED)
    return FALSE;
  char *start = region + (PIECE - (guintptr) region % PIECE) % PIECE;
  if (source->length >= PIECE)
    madvise (start, source->length, MADV_HUGEPAGE);
  *window = (ChnWindow){ start, start, start, start + source->length, source, region, reserved };
  return TRUE;
}

gboolean
chn_window_open_again (ChnWindow *window, const ChnWindow *other)
{
  if (other->source)
    return chn_window_open (window, other->source);
  *window = *other;
  return TRUE;
}

void
chn_window_clear (ChnWindow *window)
{
  if (window->region)
    munmap (window->region, window->reserved);
  *window = (ChnWindow){ 0 };
}

/* How many bytes have come; fewer than a step only at the end of what there is. */
static gsize
load_step (ChnWindow *window)
{
  char *into = (char *) window->region + (window->loaded - (const char *) window->region);
  const gsize offset = (gsize) (window->loaded - window->start);
  const gsize length = MIN (window->source->length - offset, (gsize) STEP);
  gsize n = 0;
  while (n < length) {
    ssize_t piece = pread (window->source->fd, into + n, length - n, (off_t) (offset + n));
    if (piece < 0 && errno == EINTR)
      continue;
    if (piece <= 0) {
      window->source->error = piece < 0 ? errno : ESTALE;
      window->end = window->loaded + n;
      break;
    }
    n += (gsize) piece;
  }
  return n;
}

gboolean
chn_window_load (ChnWindow *window, const char *upto)
{
  while (window->loaded < upto && window->loaded < window->end)
    window->loaded += load_step (window);
  return window->loaded >= upto;
}

void
chn_window_leave (ChnWindow *window, const char *before)
{
  const char *left = window->start + (before - window->start) / PIECE * PIECE;
  if (!window->source || left <= window->left)
    return;
  madvise ((gpointer) window->left, (gsize) (left - window->left), MADV_DONTNEED);
  window->left = left;
}

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include <glib.h>

/* An address by which two of one page are equal: without scheme, "www.", default port, fragment and slash at the end,
 * the host in small letters, without percent-encoding. "" for none. */
char *chn_link_dup_key (const char *address);

/* The page that an archived copy is of, and in *taken the day on which it was, in EDTF; each is NULL where the
 * address of the copy does not tell. */
char *chn_link_dup_archived (const char *archive, char **taken);

/* The DOI (ISO 26324) that an address is of, in small letters; NULL where it is of none. */
char *chn_link_dup_doi (const char *address);

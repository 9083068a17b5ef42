/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "format/json/reader.h"

/* The compound values of an event: each a ChnJsonReadFunc. */
void chn_json_read_actors (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data);
void chn_json_read_vote (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data);
void chn_json_read_relations (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data);
void chn_json_read_sources (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data);
void chn_json_read_names (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data);
void chn_json_read_ignore (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data);
void chn_json_read_extra (ChnJsonReader *reader, const ChnJsonToken *token, const ChnJsonKey *key, gpointer data);

/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

#include "zone/zones.h"

/*
 * What zones are called by programs that follow nobody's list. What is found is likely, no more: a definition of the
 * zone, where there is one, goes before it.
 *
 *   US-Eastern, europe/london, America/New York            the database's names in other letters
 *   Eastern, W. Europe Daylight Time, PST, CEST            short forms of Windows's names, and of clocks
 *   GMT+0200, UTC-5, +01:00                                offsets, which count eastwards
 *   (UTC+01:00) Berlin, Bern, Rom, Wien                    towns after which the database calls a zone
 *   Europe/Berlin 1                                        with a number behind it
 */
typedef struct _ChnZoneGuesses ChnZoneGuesses;

ChnZoneGuesses *chn_zone_guesses_new (ChnZones *zones);
void chn_zone_guesses_free (ChnZoneGuesses *guesses);

/* Borrowed; NULL where nothing is likely. */
const ChnZone *chn_zone_guesses_find (ChnZoneGuesses *guesses, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChnZoneGuesses, chn_zone_guesses_free)

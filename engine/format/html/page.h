/* SPDX-License-Identifier: LGPL-2.1-or-later */
#pragma once

/* The stylesheet and the script of pages: page.css and page.js, compiled in. */
extern const char chn_html_style[];
extern const char chn_html_script[];

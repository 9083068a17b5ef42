// SPDX-License-Identifier: LGPL-2.1-or-later
// pages.mjs PROGRAM FOLDER [PATTERN]: what pages do in a browser, held against what the program answers; FOLDER has what npm fetched.
import { runTests } from "./tap.mjs";
import { Site } from "./site.mjs";
import "./test-filter.mjs";
import "./test-keys.mjs";
import "./test-reading.mjs";
import "./test-print.mjs";
import "./test-hostile.mjs";
import "./test-picture.mjs";
import "./test-diagram.mjs";
import "./test-server.mjs";

const [program, modules, pattern] = process.argv.slice(2);

await runTests(async () => {
  const site = await new Site(program, modules).start();
  // All events, and so all statuses, which a page has where its query names them.
  site.bundled = site.page("bundled.html", "list", "--format", "html", "status:(occurred,planned,cancelled,not-held)");
  return site;
}, site => site.stop(), pattern);

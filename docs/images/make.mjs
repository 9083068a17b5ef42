// SPDX-License-Identifier: LGPL-2.1-or-later
// make.mjs PROGRAM FOLDER IMAGES: what the README shows, as the browser of tests/browser/ shows it.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Site, settle } from "../../tests/browser/site.mjs";

const [program, modules, images] = process.argv.slice(2);
const site = await new Site(program, modules).start();
const page = await site.open(`${site.page("page.html", "list", "--format", "html")}#?importance=4`, { width: 1000, height: 1120 });
await settle(page);
await page.screenshot({ path: join(images, "page.png") });
writeFileSync(join(images, "timeline.svg"), site.run("picture", "--format", "svg", "--axis", "even", "--size", "1600x900"));
writeFileSync(join(images, "trail.svg"), site.run("trail", "sc-meeting-1", "--format", "svg"));
await site.stop();

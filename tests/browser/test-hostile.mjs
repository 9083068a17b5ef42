// SPDX-License-Identifier: LGPL-2.1-or-later
// Text that means something to a browser comes out as text.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { root, settle } from "./site.mjs";
import { equal, holds, test } from "./tap.mjs";

const FILE = join(root, "tests/golden/html/hostile.yaml");
const hazard = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
const visible = text => text.replace(hazard, c => `<U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}>`);

test("hostile text is inert", async site => {
  const events = JSON.parse(`[${site.run("-f", FILE, "list", "--format", "json").toString().trim().split("\n").join(",")}]`);
  for (const style of ["brief", "press", "scr", "table"])
    for (const words of ["", "#?words=%3Cscript%3Ealert(1)%3C%2Fscript%3E&forum=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E"]) {
      const page = await site.open(site.page(`hostile-${style}.html`, "-f", FILE, "list", "--format", "html", "--style", style) + words);
      await settle(page);
      equal([page.heard.messages, page.heard.dialogs, page.heard.requests.length], [[], [], 1], "what the page did");
      const found = await page.evaluate(() => ({ alien: document.querySelectorAll("main :is(script, img, svg, i, iframe):not(figure > svg), svg :not(g, title, rect, path, circle, text, linearGradient, stop), script[src], [style], [onload], [onerror]").length,
        scripts: document.scripts.length, addresses: [...document.querySelectorAll("a[href]")].map(link => link.protocol),
        titles: Object.fromEntries([...document.querySelectorAll(".e")].map(entry => [entry.id, entry.querySelector("bdi").textContent])) }));
      equal([found.alien, found.scripts], [0, 3], "elements");
      holds(found.addresses.every(protocol => ["file:", "https:"].includes(protocol)), "addresses");
      for (const event of events) equal(found.titles[event.id], visible(event.title), event.id);
    }
});

test("a title as long as there may be stays within the window", async site => {
  const title = "A very long title without an end ".repeat(25000) + "x".repeat(150000);
  const file = site.write("long.yaml", `timeline: long\nevents:\n  - {id: long, date: 2014-01-01, kind: meeting, title: "${title}"}\n`);
  const page = await site.open(site.page("long.html", "-f", file, "list", "--format", "html"), { width: 375 });
  equal(await page.textContent(".e bdi"), title, "the title");
  equal(await page.evaluate(() => document.documentElement.scrollWidth), 375, "width");
});

test("figures and symbols keep their order beside words that run leftward", async site => {
  const page = await site.open(site.page("arabic.html", "-f", FILE, "list", "--format", "html", "--style", "table"));
  const places = await page.evaluate(() => [...document.querySelectorAll("#arabic .s")].map(run => {
    const node = run.firstChild, range = document.createRange();
    const at = i => { range.setStart(node, i); range.setEnd(node, i + 1); return range.getBoundingClientRect().left; };
    return { text: run.textContent, places: [...run.textContent].map((_, i) => at(i)) };
  }));
  equal(places.map(run => run.text), ["A/RES/69/188", "116-20-53"], "runs");
  for (const run of places) equal(run.places, [...run.places].sort((a, b) => a - b), run.text);
});

test("the policy allows the script and the stylesheet of the tree and nothing else", async site => {
  const page = site.run("list", "--format", "html").toString();
  const style = site.read("engine/format/html/page.css"), script = site.read("engine/format/html/page.js");
  holds(page.includes(`<style>${style}</style>`) && page.includes(`<script>${script}</script>`), "both are in the page as they are in the tree");
  const hash = text => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  equal(/Content-Security-Policy" content="([^"]*)"/.exec(page)[1],
    `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`, "policy");
  holds(!/<[^>]* style=/.test(page.replace(script, "")) && !/<[^>]* on\w+=/.test(page.replace(script, "")), "no attribute that a policy forbids");
});

test("a fragment has neither script nor stylesheet nor form", async site => {
  const page = await site.open(site.page("fragment.html", "list", "--format", "html", "--fragment", "year:2014"));
  equal(await page.evaluate(() => document.querySelectorAll("script, style, link, form, [style], h1").length), 0, "elements");
  equal(await page.evaluate(() => document.querySelectorAll(".chancery .e").length), site.events("year:2014", "-status:(cancelled,not-held)").length, "entries");
});

test("a page of more than 20000 events is warned of", async site => {
  const rows = ["id,date,title,kind"];
  for (let i = 0; i < 20001; i++) rows.push(`e-${i},2014,Event ${i},meeting`);
  const file = site.write("large.csv", rows.join("\n") + "\n");
  holds(site.complaints("-f", file, "list", "--format", "html").includes("a page of 20001 events"), "the warning");
  equal(site.complaints("-f", file, "list", "--format", "html", "--limit", "20000"), "", "no warning");
});

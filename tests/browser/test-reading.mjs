// SPDX-License-Identifier: LGPL-2.1-or-later
// The page is whole for whoever reads it: by eye, by ear, on a telephone, without the script.
import { readFileSync } from "node:fs";
import { shown } from "./site.mjs";
import { equal, holds, test } from "./tap.mjs";

test("one request, no message, nothing jumps", async site => {
  for (const options of [{}, { width: 375, height: 700 }, { colorScheme: "dark" }]) {
    const page = await site.open(site.bundled, options);
    await page.waitForTimeout(500);
    equal(page.heard, { requests: [site.bundled], messages: [], dialogs: [] }, "what the page did");
    await page.focus("[name=words]");
    await page.keyboard.type("vote");
    await page.waitForTimeout(300);
    equal(await page.evaluate(() => window.jumps), 0, "layout shift");
  }
});

test("axe finds nothing", async site => {
  const axe = readFileSync(site.require.resolve("axe-core/axe.min.js"), "utf8");
  const tried = [{}, { colorScheme: "dark" }, { width: 375 }].map(options => [site.bundled, options]);
  for (const style of ["press", "scr", "table"])
    tried.push([site.page(`${style}.html`, "list", "--format", "html", "--style", style, "year:2014", "importance:4.."), {}]);
  for (const [address, options] of tried) {
    const page = await site.open(address, { ...options, bypassCSP: true });
    await page.evaluate(() => document.querySelectorAll("details").forEach(box => { box.open = true; }));
    await page.evaluate(axe);
    const examine = () => page.evaluate(async () => (await axe.run()).violations.map(violation => [violation.id, violation.nodes[0].html]));
    equal(await examine(), [], `${address} ${JSON.stringify(options)}`);
    if (options.width) continue;
    await page.keyboard.press("?");
    equal(await examine(), [], `the keys of ${address}`);
  }
});

test("the tree for assistive technology has the document, in its order", async site => {
  const page = await site.open(site.bundled);
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const order = [];
  const walk = node => {
    if (!node.ignored) order.push(node);
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id));
  };
  walk(nodes[0]);
  const role = node => node.role?.value, name = node => node.name?.value ?? "";
  const text = node => (role(node) === "StaticText" ? name(node) : (node.childIds ?? []).map(id => (byId.has(id) ? text(byId.get(id)) : "")).join(""));
  equal(order.filter(node => ["banner", "search", "navigation", "main"].includes(role(node))).map(role), ["banner", "search", "navigation", "main"], "landmarks");
  const headings = order.filter(node => role(node) === "heading").map(name);
  const written = await page.evaluate(() => [...document.querySelectorAll("h1, .g h2, .notes h2")].map(heading => heading.textContent));
  equal(headings, written, "headings");
  const events = site.events(), articles = order.filter(node => role(node) === "article").map(text);
  equal(articles.length, events.length, "articles");
  events.forEach((event, i) => holds(articles[i].includes(event.title.replace(/\.$/, "")), `"${event.title}" is article ${i + 1}: ${articles[i]}`));
  const labels = order.filter(node => ["searchbox", "combobox", "textbox", "checkbox"].includes(role(node))).map(name);
  equal(labels, ["Words", "Forum", "Actor", "Kind", "Importance", "From year", "To year", "Status", "Disputed"], "fields");
});

test("without the script everything is shown and no control that would do nothing", async site => {
  const page = await site.open(site.bundled, { javaScriptEnabled: false });
  const visible = await page.locator(".e").evaluateAll(entries => entries.filter(entry => entry.checkVisibility()).length);
  equal(visible, site.events().length, "entries");
  equal(await page.locator("form, .f, dialog").evaluateAll(controls => controls.filter(control => control.checkVisibility()).length), 0, "controls");
  const details = page.locator("details").first();
  await details.locator("summary").click();
  holds(await details.locator("li").first().isVisible(), "what sources say unfolds");
});

test("in a narrow window nothing is wider than it, and the filter is one touch away", async site => {
  for (const style of ["brief", "table"]) {
    const page = await site.open(site.page("narrow.html", "list", "--format", "html", "--style", style, "importance:4.."), { width: 375, height: 667, hasTouch: true });
    equal(await page.evaluate(() => document.documentElement.scrollWidth), 375, "width of the page");
    const wide = await page.evaluate(() => [...document.querySelectorAll("form *, .e, .e *, nav")].filter(element => element.checkVisibility() && element.getBoundingClientRect().right > 376).length);
    equal(wide, 0, "what sticks out");
    for (const name of ["words", "forum", "actor", "kind", "importance", "from", "to", "status", "disputed"])
      holds(await page.locator(`[name=${name}]`).isVisible(), `${name} is in reach`);
    holds(!(await page.locator(".f").isVisible()), "no way back where the form is");
    await page.evaluate(() => scrollTo(0, 5000));
    await page.locator(".f").click();
    equal(await page.evaluate(() => document.activeElement.name), "words", "the way back");
  }
});

test("what is linked data and what are dates of machines is what the program has", async site => {
  const page = await site.open(site.bundled);
  const data = JSON.parse(await page.locator("script[type='application/ld+json']").textContent());
  const events = new Map(site.events().map(event => [`#${event.id}`, event]));
  const items = data.mainEntity.itemListElement;
  equal(items.length, events.size, "events");
  for (const item of items) {
    const event = events.get(item["@id"]);
    equal(item.name, event.title, item["@id"]);
    const status = { occurred: undefined, planned: "https://schema.org/EventScheduled" };
    equal(item.eventStatus, event.status in status ? status[event.status] : "https://schema.org/EventCancelled", `status of ${item["@id"]}`);
    equal(item.startDate ? [item.startDate, item.endDate].filter(Boolean).join("/") : event.date, event.date, `date of ${item["@id"]}`);
  }
  equal((await shown(page)).length, items.length, "entries");
});

test("the same bytes in any zone and language, however often", async site => {
  const page = site.run("list", "--format", "html");
  for (const environment of [{ TZ: "Asia/Pyongyang" }, { TZ: "America/New_York", LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8" }, { LC_ALL: "tr_TR.UTF-8" }, { LC_ALL: "C" }, {}])
    holds(site.runIn(environment, "list", "--format", "html").equals(page), `another page under ${JSON.stringify(environment)}`);
});

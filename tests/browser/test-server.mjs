// SPDX-License-Identifier: LGPL-2.1-or-later
// The page of a server that others subscribe to, as it is served.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { counted, settle } from "./site.mjs";
import { equal, holds, test } from "./tap.mjs";

const NASTY = `<img src=x onerror=alert(1)> & "quotes" \u202e`;

const timeline = front => JSON.stringify({
  timeline: "desk", title: "What the desk keeps",
  feeds: {
    council: { title: NASTY, query: "forum:un.sc", access: "public", ...(front && { front: "yes" }) },
    events: { access: "public", formats: ["json", "ics"] },
    "hidden-desk": { visibility: "private" },
  },
  events: [
    { id: "vote", date: "2014-12-22", title: `The Council meets ${NASTY}`, forum: "un.sc", kind: "meeting" },
    { id: "report", date: "2014-02-07", title: "A report", forum: "un.hrc", kind: "report" },
    { id: "brief", date: "2015-01-07", title: "A briefing", forum: "un.sc", kind: "meeting" },
    { id: "plan", date: "2014-05-01", title: "A plan nobody knows", visibility: "private", forum: "un.sc" },
  ],
});

// Serves a timeline while `use` runs with its address.
async function served(site, name, text, use, ...options) {
  const file = site.write(name, text);
  const server = spawn(site.program, ["-f", file, "serve", "--listen", "127.0.0.1:0", ...options], { env: site.environment, stdio: ["ignore", "ignore", "pipe"] });
  try {
    const address = await new Promise((found, fail) => {
      let said = "";
      server.stderr.on("data", piece => {
        said += piece;
        const at = /feeds at (http:\S+)/.exec(said);
        if (at) found(at[1]);
      });
      server.on("exit", status => fail(new Error(`ended with ${status}: ${said}`)));
    });
    await use(address);
  } finally {
    server.kill();
  }
}

const read = page => page.evaluate(() => [...document.querySelectorAll("nav[aria-label='Feeds to subscribe to'] a")].map(a => [a.textContent, a.getAttribute("href")]));

async function sound(site, page, address, what) {
  await page.evaluate(readFileSync(site.require.resolve("axe-core/axe.min.js"), "utf8"));
  equal(await page.evaluate(async () => (await axe.run()).violations.map(violation => [violation.id, violation.nodes[0].html])), [], `axe, ${what}`);
  equal(page.heard.requests.filter(url => url !== address && !url.startsWith("data:")), [], `fetched, ${what}`);
  equal(page.heard.messages.concat(page.heard.dialogs), [], `said, ${what}`);
  holds(!(await page.content()).includes("nobody knows") && !(await page.content()).includes("hidden-desk"), `nothing hidden, ${what}`);
  equal(await page.evaluate(() => document.querySelectorAll("img").length), 0, `markup of data, ${what}`);
  holds(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `nothing beside the window, ${what}`);
}

test("the page of a server shows the feed in front and lists what is public", site =>
  served(site, "front.yaml", timeline(true), async address => {
    for (const width of [1100, 390]) {
      const page = await site.open(address, { width, bypassCSP: false });
      equal(await counted(page), "2 events", "events in front");
      const links = await read(page);
      equal(links[0], ["Subscribe", "webcal://example.org/c/feeds/council.ics"], "webcal");
      holds(links.some(([label, href]) => label === "JSON" && href === "https://example.org/c/events.json"), "https");
      holds(links.every(([, href]) => /^(https|webcal):\/\/example\.org\/c\//.test(href)), "all by the address that was given");
      await page.fill("[name=words]", "briefing");
      await settle(page);
      holds((await counted(page)).startsWith("1 of 2"), `the script runs: ${await counted(page)}`);
      await page.context().close();
      const plain = await site.open(address, { width, bypassCSP: true });
      await sound(site, plain, address, `${width} wide`);
      await plain.context().close();
    }
  }, "--base-url", "https://example.org/c"));

test("the page of a server without a front, or an address, is a list", site =>
  served(site, "list.yaml", timeline(false), async address => {
    const page = await site.open(address, { bypassCSP: true });
    const links = await read(page);
    equal(links[0], ["ICS", "feeds/council.ics"], "addresses lead on from the page's own");
    holds(!(await page.content()).includes("webcal:"), "no webcal without an address");
    await sound(site, page, address, "a list");
    for (const [, href] of links)
      equal((await page.request.get(new URL(href, address).href)).status(), 200, href);
    await page.context().close();
  }));

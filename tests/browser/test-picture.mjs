// SPDX-License-Identifier: LGPL-2.1-or-later
// Pictures as a browser draws them: where the ink of text lies, and how a page's picture and entries lead to each other.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { root, settle } from "./site.mjs";
import { equal, holds, test } from "./tap.mjs";

const iran = join(root, "timelines/examples/iran-nuclear-un.yaml");
const hostile = join(root, "tests/golden/html/hostile.yaml");

// Texts that lie over another, over what is not of their own event, or outside: by what the browser drew.
const findOverlaps = page => page.evaluate(() => {
  const svg = document.documentElement, [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const groupOf = element => element.closest("a, svg > g");
  const isBand = element => element.localName === "rect" && !groupOf(element) && Number(element.getAttribute("height")) > 30;
  const things = [...svg.querySelectorAll("text, rect, path, circle")].filter(element => !isBand(element) && element.getAttribute("height") !== "100%")
    .map(element => ({ element, group: groupOf(element), isText: element.localName === "text", box: element.getBBox() }));
  // The height of a line of text holds more than its letters do.
  for (const { isText, box } of things) if (isText) { box.y += box.height * .14; box.height *= .72; }
  const meet = (a, b) => a.x < b.x + b.width - .2 && b.x < a.x + a.width - .2 && a.y < b.y + b.height - .2 && b.y < a.y + a.height - .2;
  // A path outside of events is a set of straight lines: each by itself.
  const linesOf = element => [...element.getAttribute("d").matchAll(/M([\d.-]+) ([\d.-]+)([vh])([\d.-]+)/g)].map(([, x, y, way, by]) => {
    const length = Number(by), [dx, dy] = way === "h" ? [length, 0] : [0, length];
    return { x: Math.min(Number(x), Number(x) + dx), y: Math.min(Number(y), Number(y) + dy), width: Math.abs(dx), height: Math.abs(dy) };
  });
  const boxesOf = thing => (thing.element.localName === "path" && !thing.group && thing.element.hasAttribute("stroke") ? linesOf(thing.element) : [thing.box]);
  const bad = [];
  for (const text of things.filter(thing => thing.isText)) {
    const { x, y, width: w, height: h } = text.box;
    if (x < -.5 || y < -.5 || x + w > width + .5 || y + h > height + .5) bad.push(`outside: ${text.element.textContent}`);
    for (const other of things)
      if (other !== text && (other.isText || other.group !== text.group || !text.group) && boxesOf(other).some(box => meet(text.box, box)))
        bad.push(`${text.element.textContent} over ${other.element.textContent || other.element.outerHTML}`);
  }
  return bad.slice(0, 5);
});

// The same page in a font that nobody measured.
const inForeignFont = page => page.evaluate(() => document.documentElement.setAttribute("font-family", "DejaVu Serif, serif"));

async function checkInk(site, name, ...args) {
  const page = await site.open(site.page(`${name}.svg`, ...args, "--format", "svg", "--font", "DejaVu Sans"), { width: 1600, height: 900 });
  equal([page.heard.messages, page.heard.dialogs, page.heard.requests.length], [[], [], 1], `${name}: what the picture did`);
  equal(await findOverlaps(page), [], name);
  await inForeignFont(page);
  equal(await findOverlaps(page), [], `${name} in another font`);
  await page.context().close();
}

const words = ["The Council", "adopted", "a resolution", "on human rights", "Совет принял", "اعتمد مجلس الأمن القرار", "安理会通过决议", "คณะมนตรีมีมติ", "report of the commission", "without a vote"];

// Events by a small generator of numbers, the same for the same seed.
function writeRandom(site, seed) {
  let state = seed * 7919 + 1;
  const next = bound => (state = (state * 48271) % 2147483647) % bound;
  const n = [1, 5, 40, 150, 600][seed % 5], years = [1, 3, 30, 900][seed % 4];
  const events = Array.from({ length: n }, (_, i) => {
    const year = 1100 + next(years), day = `${year}-${String(1 + next(12)).padStart(2, "0")}-${String(1 + next(28)).padStart(2, "0")}`;
    const date = [day, day, day, day, `${day}~`, `${year}`, `${day}/${year}-12-28`, `${day}/..`][next(8)];
    const title = Array.from({ length: 1 + next(5) }, () => words[next(words.length)]).join(" ");
    return `  - {id: e-${i}, date: ${date}, kind: ${["vote", "report", "meeting", "letter", "other", "test"][next(6)]}, importance: ${1 + next(5)}, ` +
      `forums: [${["un.sc", "un.ga", "un.hrc", "press", "national"][next(5)]}], title: "${title}"}`;
  });
  return site.write(`random-${seed}.yaml`, `timeline: random-${seed}\nevents:\n${events.join("\n")}\n`);
}

test("ink over text is found where there is some", async site => {
  const page = await site.open(site.page("wide.svg", "list", "--format", "svg", "--size", "1600x900", "--font", "DejaVu Sans"));
  await page.evaluate(() => {
    for (const text of document.querySelectorAll("text")) text.removeAttribute("textLength");
    document.documentElement.setAttribute("font-family", "DejaVu Sans Mono, monospace");
  });
  equal((await findOverlaps(page)).length, 5, "overlaps, of which five are told");
});

test("no ink lies over text: the bundled chronology, and each of its years", async site => {
  await checkInk(site, "whole", "list", "--size", "1600x900");
  await checkInk(site, "linear", "list", "--size", "1600x900", "--axis", "linear", "--theme", "dark");
  await checkInk(site, "paper", "list", "--size", "a4", "--theme", "print");
  for (let year = 1997; year <= 2019; year++) await checkInk(site, `year-${year}`, "list", `year:${year}`);
});

test("no ink lies over text: the other chronology, and each of its years", async site => {
  await checkInk(site, "iran", "-f", iran, "list", "--size", "1600x900");
  for (let year = 2002; year <= 2016; year++) await checkInk(site, `iran-${year}`, "-f", iran, "list", `year:${year}`);
});

test("no ink lies over text: twenty random timelines", async site => {
  for (let seed = 1; seed <= 20; seed++) await checkInk(site, `random-${seed}`, "-f", writeRandom(site, seed), "list");
});

const write = (site, name, events) => site.write(`${name}.yaml`, `timeline: ${name}\nevents:\n${events.map((event, i) => `  - {id: e-${i}, kind: meeting, ${event}}\n`).join("")}`);

test("no ink lies over text: one event, none, a day, hours, ten thousand years, thousands of events", async site => {
  const one = write(site, "one", ['title: The Conference opened, date: 1945-04-25']);
  await checkInk(site, "one", "-f", one, "list");
  await checkInk(site, "none", "-f", one, "list", "title:nothing");
  await checkInk(site, "day", "-f", write(site, "day", Array.from({ length: 30 }, (_, i) => `title: Delegation ${i} spoke of the situation, date: 2014-12-22, importance: ${1 + i % 5}`)), "list");
  await checkInk(site, "hours", "-f", write(site, "hours", Array.from({ length: 30 }, (_, i) => `title: Speaker ${i} took the floor, date: "2014-12-22T${9 + i % 9}:${10 + i}"`.replace("T9:", "T09:"))), "list", "--size", "1000x500");
  await checkInk(site, "ages", "-f", write(site, "ages", Array.from({ length: 40 }, (_, i) => `title: Age ${i} of the world began, date: "${i < 32 ? "-" : ""}${String(Math.abs(-8000 + i * 250)).padStart(4, "0")}"`)), "list");
  for (const n of [2000, 10000])
    await checkInk(site, `many-${n}`, "-f", write(site, `many-${n}`, Array.from({ length: n }, (_, i) =>
      `title: "${words[i % 4]} ${words[(i * 7) % words.length]} ${i} ${words[(i * 3) % words.length]}", importance: ${1 + i % 5}, date: ${1990 + (i * 13) % 36}-${String(1 + i % 12).padStart(2, "0")}-${String(1 + (i * 5) % 28).padStart(2, "0")}, forums: [${["un.sc", "un.ga", "press"][i % 3]}]`)), "list");
});

// By what another program finds in print: the boxes of words.
test("no word lies over another in print", async site => {
  const page = await site.open(site.page("print.svg", "list", "--format", "svg", "--size", "1600x900", "--font", "DejaVu Sans"), { width: 1600, height: 900 });
  const pdf = site.write("print.pdf", await page.pdf({ width: "1600px", height: "900px", printBackground: true }));
  const found = [...execFileSync("pdftotext", ["-bbox", pdf, "-"], { encoding: "utf8" }).matchAll(/<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)</g)]
    .map(([, left, top, right, bottom, text]) => ({ left: +left, top: +top + (bottom - top) * .2, right: +right, bottom: +bottom - (bottom - top) * .2, text }));
  holds(found.length > 700, `${found.length} words`);
  const over = found.flatMap((a, i) => found.slice(i + 1).filter(b => a.left < b.right - .3 && b.left < a.right - .3 && a.top < b.bottom - .3 && b.top < a.bottom - .3).map(b => `${a.text} over ${b.text}`));
  equal(over.slice(0, 5), [], "words");
});

test("a picture of hostile titles runs nothing and asks for nothing", async site => {
  const page = await site.open(site.page("hostile.svg", "-f", hostile, "list", "--format", "svg"));
  await settle(page).catch(() => {});
  equal([page.heard.messages, page.heard.dialogs, page.heard.requests.length], [[], [], 1], "what the picture did");
  equal(await page.evaluate(() => document.querySelectorAll("svg :not(a, g, title, desc, rect, path, circle, text, linearGradient, stop), [style], [onload], [onclick], [onerror]").length), 0, "elements");
  const addresses = await page.evaluate(() => [...document.querySelectorAll("a")].map(link => link.getAttribute("href")));
  holds(addresses.every(address => /^https?:/.test(address)), `addresses: ${addresses}`);
});

test("a mark leads to its entry, and the entry back", async site => {
  const page = await site.open(site.bundled);
  await settle(page);
  await page.click('[data-id="ga-69-188"] text');
  await page.waitForFunction(() => document.querySelector(":target")?.id === "ga-69-188");
  holds(await page.evaluate(() => { const box = document.querySelector(":target").getBoundingClientRect(); return box.top >= 0 && box.top < innerHeight; }), "the entry is in the window");
  await page.hover("#ga-69-188");
  await page.click("#ga-69-188 .v");
  equal(await page.evaluate(() => [...document.querySelectorAll(".at")].map(mark => mark.dataset.id)), ["ga-69-188"], "the mark that is shown");
  await page.waitForFunction(() => { const box = document.querySelector(".at").getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; });
});

test("the picture shows what the entries do, and the rest faintly", async site => {
  const page = await site.open(`${site.bundled}#?forum=un.sc&from=2014&to=2014`);
  await settle(page);
  const expected = site.events("forum:un.sc", "year:2014", "status:(occurred,planned,cancelled,not-held)").map(event => event.id).sort();
  const shown = () => page.evaluate(() => [...document.querySelectorAll("[data-id]")].filter(mark => getComputedStyle(mark).opacity === "1").map(mark => mark.dataset.id).sort());
  equal(await shown(), expected, "marks");
  await page.click("button[type=reset]");
  await settle(page);
  equal((await shown()).length, site.events("status:(occurred,planned,cancelled,not-held)").length, "marks when all is shown");
});

test("without a script the picture stands as it is", async site => {
  const page = await site.open(site.bundled, { javaScriptEnabled: false });
  const box = await page.locator("#chn\\:picture svg").boundingBox();
  holds(box.width > 600 && box.height > 300, "the picture is there");
  holds((await page.locator("#chn\\:picture svg").getAttribute("aria-label")).includes("Timeline of"), "it says what it shows");
});

test("dark pages have a dark picture", async site => {
  const colour = async scheme => {
    const page = await site.open(site.bundled, { colorScheme: scheme });
    return page.evaluate(() => getComputedStyle(document.querySelector("#chn\\:picture text")).fill);
  };
  holds(await colour("dark") !== await colour("light"), "the ink differs");
});

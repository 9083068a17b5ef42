// SPDX-License-Identifier: LGPL-2.1-or-later
// Trails and counts as a browser draws them: where the ink of text lies, in the font that was measured and in another.
import { join } from "node:path";
import { root } from "./site.mjs";
import { equal, holds, test } from "./tap.mjs";

const iran = join(root, "timelines/examples/iran-nuclear-un.yaml");
const hostile = join(root, "tests/golden/html/hostile.yaml");

// Texts that lie over another, over lines, marks or what is not of their own group, or outside, by what the browser drew.
const findOverlaps = page => page.evaluate(() => {
  const svg = document.documentElement, [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
  const paper = svg.querySelector("rect").getAttribute("fill"), order = [...svg.querySelectorAll("text, rect, path, circle")];
  const groupOf = element => element.closest("a, svg > g");
  // A line of text holds more than its letters are high.
  const boxOf = element => {
    const { x, y, width, height } = element.getBBox(), isText = element.localName === "text";
    return { x, y: isText ? y + height * .16 : y, width, height: isText ? height * .68 : height };
  };
  const meet = (a, b) => a.x < b.x + b.width - .2 && b.x < a.x + a.width - .2 && a.y < b.y + b.height - .2 && b.y < a.y + a.height - .2;
  const holds = (a, b) => a.x <= b.x + .3 && a.y <= b.y + .3 && a.x + a.width >= b.x + b.width - .3 && a.y + a.height >= b.y + b.height - .3;
  // A path of straight lines: each by itself. What is curved goes round texts.
  const linesOf = element => [...element.getAttribute("d").matchAll(/M([\d.-]+) ([\d.-]+)([vh])([\d.-]+)/g)].map(([, x, y, way, by]) => {
    const [dx, dy] = way === "h" ? [+by, 0] : [0, +by];
    return { x: Math.min(+x, +x + dx), y: Math.min(+y, +y + dy), width: Math.abs(dx), height: Math.abs(dy) };
  });
  const isLines = element => element.localName === "path" && /^(M[\d.-]+ [\d.-]+[vh][\d.-]+)+$/.test(element.getAttribute("d"));
  const isBackground = element => element.localName === "rect" && (element.getAttribute("height") === "100%" || (!groupOf(element) && element.getAttribute("fill") !== paper));
  const things = order.filter(element => !isBackground(element)).map(element => ({
    element, group: groupOf(element), isText: element.localName === "text", box: boxOf(element),
    boxes: isLines(element) ? linesOf(element) : [boxOf(element)], isBlank: element.localName === "rect" && element.getAttribute("fill") === paper,
  }));
  const bad = [];
  for (const [i, text] of things.entries()) {
    if (!text.isText) continue;
    const { x, y, width: w, height: h } = text.box, own = other => other.element.localName === "rect" && other.group === text.group && text.group && holds(other.box, text.box);
    const above = things.slice(0, i).findLastIndex(own); // what lies below a bar or a cell is hidden by it
    if (x < -.5 || y < -.5 || x + w > width + .5 || y + h > height + .5) bad.push(`outside: ${text.element.textContent}`);
    for (const [k, other] of things.entries())
      if (k !== i && !other.isBlank && !own(other) && (other.isText || k > above) && other.boxes.some(box => meet(text.box, box)))
        bad.push(`${text.element.textContent} over ${other.element.textContent || other.element.outerHTML}`);
  }
  return bad.slice(0, 5);
});

async function checkInk(site, name, ...args) {
  const page = await site.open(site.page(`${name}.svg`, ...args, "--format", "svg", "--font", "DejaVu Sans"), { width: 1600, height: 900 });
  equal([page.heard.messages, page.heard.dialogs, page.heard.requests.length], [[], [], 1], `${name}: what the picture did`);
  holds(await page.evaluate(() => document.querySelector("desc").textContent.length > 20), `${name}: a description`);
  equal(await findOverlaps(page), [], name);
  await page.evaluate(() => document.documentElement.setAttribute("font-family", "DejaVu Serif, serif"));
  equal(await findOverlaps(page), [], `${name} in another font`);
  await page.context().close();
}

test("ink over the text of a count is found where there is some", async site => {
  const page = await site.open(site.page("wide-count.svg", "count", "--by", "forum,kind", "--format", "svg", "--font", "DejaVu Sans"));
  await page.evaluate(() => {
    for (const text of document.querySelectorAll("text")) text.removeAttribute("textLength"), text.setAttribute("font-size", "19");
  });
  equal((await findOverlaps(page)).length, 5, "overlaps, of which five are told");
});

test("no ink lies over the text of trails", async site => {
  for (const size of ["auto", "a4", "a4-landscape", "1600x900"]) {
    await checkInk(site, `trail-${size}`, "trail", "sc-meeting-1", "--size", size);
    await checkInk(site, `iran-trail-${size}`, "-f", iran, "trail", "s-res-2231", "--size", size, "--theme", "dark");
  }
  await checkInk(site, "whole-trail", "-f", iran, "trail", "s-res-2231", "--full");
});

test("no ink lies over the text of counts", async site => {
  const counts = [["year"], ["kind"], ["month"], ["source", "--top", "30"], ["year,forum"], ["year,vote"], ["forum,kind"], ["actor,forum", "--top", "20"]];
  for (const size of ["auto", "a4", "1600x900"]) {
    for (const [by, ...more] of counts) await checkInk(site, `count-${by}-${size}`, "count", "--by", by, ...more, "--size", size);
    await checkInk(site, `band-${size}`, "count", "--sum", "yes,no,abstain", "--average", "yes,no,abstain", "--size", size, "--theme", "dark");
  }
});

test("a trail and a count of hostile titles run nothing and ask for nothing", async site => {
  const id = site.run("-f", hostile, "list", "--format", "json").toString().split("\n").filter(Boolean).map(JSON.parse)[0].id;
  for (const args of [["trail", id], ["count", "--by", "kind,source"]]) {
    const page = await site.open(site.page("hostile.svg", "-f", hostile, ...args, "--format", "svg"));
    equal([page.heard.messages, page.heard.dialogs, page.heard.requests.length], [[], [], 1], "what the picture did");
    equal(await page.evaluate(() => document.querySelectorAll("svg :not(a, g, title, desc, rect, path, circle, text), [style], [onload], [onclick], [onerror]").length), 0, "elements");
    holds(await page.evaluate(() => [...document.querySelectorAll("a")].every(link => /^https?:/.test(link.getAttribute("href")))), "addresses");
    await page.context().close();
  }
});

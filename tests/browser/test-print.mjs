// SPDX-License-Identifier: LGPL-2.1-or-later
// What is printed is what is shown, with the filter told and without controls.
import { settle, shown } from "./site.mjs";
import { equal, holds, test } from "./tap.mjs";

const flat = text => text.replace(/\s+/g, " ");

test("the whole page is printed, on A4 and on Letter", async site => {
  const page = await site.open(site.bundled);
  for (const [format, size] of [["A4", [595, 842]], ["Letter", [612, 792]]]) {
    const print = await site.print(page, format);
    holds(print.size.every((points, i) => Math.abs(points - size[i]) <= 1), `${print.size} on ${format}`);
    for (const control of ["Words", "Clear", "What sources say", "To the chronology", "Shown:"]) holds(!print.text.includes(control), `${control} is printed`);
    const text = flat(print.text);
    holds(text.includes("Notes") && /\b1 \/ \d+/.test(text), "notes and numbers of pages");
    const lost = site.events().filter(event => !text.includes(flat(event.title).split(" ").slice(0, 3).join(" ")));
    equal(lost.map(event => event.id), [], `what is lost on ${format}`);
  }
});

test("a filter is told, and only its entries and their notes are printed", async site => {
  const page = await site.open(`${site.bundled}#?forum=un.sc&from=2014&to=2014`);
  const whole = await site.print(await site.open(site.bundled), "A4");
  // At once: what is put off is done before printing.
  const print = await site.print(page, "A4"), text = flat(print.text);
  await settle(page);
  const ids = new Set(await shown(page)), n = ids.size, all = site.events().length;
  holds(text.includes(`Shown: ${n} of ${all} events; forum Security Council; from year 2014; to year 2014.`), "the filter");
  holds(print.pages * 2 < whole.pages, `${print.pages} of ${whole.pages} pages`);
  for (const event of site.events("kind:resolution")) {
    const isPrinted = text.includes(flat(event.title).slice(0, 50));
    if (!ids.has(event.id)) holds(!isPrinted || [...ids].some(id => id !== event.id), `${event.id} is printed`);
  }
  const notes = await page.evaluate(() => [...document.querySelectorAll(".notes li")].filter(note => note.checkVisibility()).map(note => note.id.slice(2)));
  const printed = print.text.slice(print.text.indexOf("\nNotes")).match(/^[ \f]*\d+\. /gm).map(number => number.trim().slice(0, -1));
  equal(printed, notes, "numbers of notes");
});

test("what was unfolded is printed", async site => {
  const page = await site.open(site.bundled);
  await page.locator("details summary").first().click();
  const said = flat(await page.locator("details ul").first().innerText()).slice(0, 40);
  holds(flat((await site.print(page, "A4")).text).includes(said), said);
});

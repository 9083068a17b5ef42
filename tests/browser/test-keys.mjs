// SPDX-License-Identifier: LGPL-2.1-or-later
// Everything that the page can do is done by keys.
import { counted, settle, until } from "./site.mjs";
import { equal, holds, test } from "./tap.mjs";

const focused = page => page.evaluate(() => document.activeElement?.id || document.activeElement?.name || document.activeElement?.tagName);

test("keys walk from event to event and past those that are hidden", async site => {
  const page = await site.open(site.bundled);
  const ids = await page.evaluate(() => [...document.querySelectorAll(".e")].map(entry => entry.id));
  await page.keyboard.press("j");
  equal(await focused(page), ids[0], "j at first");
  await page.keyboard.press("j");
  equal(await focused(page), ids[1], "j again");
  await page.keyboard.press("k");
  equal(await focused(page), ids[0], "k");
  await page.keyboard.press("k");
  equal(await focused(page), ids[0], "k before the first");
  await page.keyboard.press("/");
  equal(await focused(page), "words", "/");
  await page.keyboard.type("jk/?x");
  equal(await page.inputValue("[name=words]"), "jk/?x", "keys are letters in a field");
  await page.fill("[name=words]", "general assembly");
  await page.keyboard.press("Escape");
  await settle(page);
  const shown = await page.evaluate(() => [...document.querySelectorAll(".e")].filter(entry => entry.checkVisibility()).map(entry => entry.id));
  for (const id of shown.slice(0, 5)) {
    await page.keyboard.press("j");
    equal(await focused(page), id, "j among what is shown");
    holds(await page.evaluate(() => { const box = document.activeElement.getBoundingClientRect(); return box.bottom > 0 && box.top < innerHeight; }), `${id} is in the window`);
  }
  await page.keyboard.press("x");
  await settle(page);
  equal(await counted(page), `${ids.length} events`, "x");
});

test("o opens what sources say, c copies the link", async site => {
  const page = await site.open(site.bundled, { permissions: ["clipboard-read", "clipboard-write"] });
  await page.keyboard.press("j");
  const id = await focused(page);
  await page.keyboard.press("o");
  holds(await page.evaluate(() => document.activeElement.querySelector("details").open), "o opens");
  await page.keyboard.press("o");
  holds(!(await page.evaluate(() => document.activeElement.querySelector("details").open)), "o closes");
  await page.keyboard.press("c");
  await until(page, () => document.querySelector("[role=status]").textContent !== "");
  const said = await page.textContent("[role=status]");
  const place = said === "Link copied" ? await page.evaluate(() => navigator.clipboard.readText()) : await page.evaluate(() => location.href);
  equal(place, `${site.bundled}#${id}`, said);
});

test("? shows the keys, and they can be switched off", async site => {
  const page = await site.open(site.bundled);
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keys" });
  holds(await dialog.isVisible(), "? opens");
  const told = await dialog.locator("kbd").allTextContents();
  const known = site.read("engine/format/html/page.js").match(/const keys = \{[\s\S]*?\n  \};/)[0].match(/^ {4}("[^"]"|\w):/gm).map(key => key.replace(/[":\s]/g, ""));
  equal(told.filter(key => key !== "Esc").sort(), known.sort(), "each key is told");
  await page.keyboard.press("Escape");
  holds(!(await dialog.isVisible()), "Escape closes");
  await page.getByRole("button", { name: "Keys" }).click();
  await dialog.getByRole("checkbox").uncheck();
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.keyboard.press("j");
  equal(await focused(page), "chn:help", "j does nothing any more");
});

test("the page is walked by Tab, first past the filter", async site => {
  const page = await site.open(site.bundled);
  await page.keyboard.press("Tab");
  equal(await page.evaluate(() => document.activeElement.textContent), "To the chronology", "the first stop");
  const names = [];
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press("Tab");
    names.push(await page.evaluate(() => document.activeElement.name || document.activeElement.textContent));
  }
  equal(names.slice(0, 10), ["words", "forum", "actor", "kind", "importance", "from", "to", "status", "disputed", "Clear"], "then the form");
});

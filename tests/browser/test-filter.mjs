// SPDX-License-Identifier: LGPL-2.1-or-later
// The filter shows what the same query finds, counts it, and keeps it in the address.
import { counted, settle, shown, until } from "./site.mjs";
import { equal, holds, test } from "./tap.mjs";

// Fields of the form, and the query that asks for the same.
const ASKED = [
  [{ forum: "un.sc" }, ["forum:un.sc"]],
  [{ forum: "un.ga" }, ["forum:un.ga"]],
  [{ actor: "chn" }, ["actor:chn"]],
  [{ kind: "resolution" }, ["kind=resolution"]],
  [{ importance: "4" }, ["importance:4.."]],
  [{ importance: "5" }, ["importance:5"]],
  [{ from: "2014", to: "2014" }, ["date:2014"]],
  [{ from: "2016" }, ["date:2016.."]],
  [{ to: "2005" }, ["date:..2005"]],
  [{ disputed: true }, ["is:disputed"]],
  [{ status: "not-held" }, ["status:not-held"]],
  [{ forum: "un.sc", from: "2014", to: "2016", importance: "3" }, ["forum:un.sc", "date:2014..2016", "importance:3.."]],
];

const fill = async (page, fields) => {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`[name=${name}]`);
    if (value === true) await field.check();
    else if (await field.evaluate(element => element.matches("select"))) await field.selectOption(value);
    else await field.fill(value);
  }
};

const all = async site => {
  const page = await site.open(site.bundled);
  return [page, await shown(page)];
};

test("each field shows what the query finds, and counts it", async site => {
  const [page, ids] = await all(site);
  equal(await counted(page), `${ids.length} events`, "count of all");
  for (const [fields, query] of ASKED) {
    await fill(page, fields);
    await settle(page);
    const wanted = new Set(site.events(...query).map(event => event.id));
    const expected = ids.filter(id => wanted.has(id));
    holds(expected.length > 0 && expected.length < ids.length, `${query} tells nothing apart`);
    equal(await shown(page), expected, query.join(" "));
    equal(await counted(page), `${expected.length} of ${ids.length} events`, `count of ${query.join(" ")}`);
    await page.getByRole("button", { name: "Clear" }).click();
    await settle(page);
    equal((await shown(page)).length, ids.length, "after Clear");
  }
});

test("words are found without regard to case, accents, quotation marks and dashes", async site => {
  const address = site.page("folded.html", "-f", site.write("folded.yaml", `timeline: folded
events:
  - {id: french, date: 2014-01-01, title: Le Conseil de Sécurité s’est réuni, kind: meeting}
  - {id: german, date: 2014-01-02, title: Die Straße nach Genf, kind: meeting}
  - {id: greek, date: 2014-01-03, title: Ο ΛΌΓΟΣ της Συνέλευσης, kind: meeting}
  - {id: wide, date: 2014-01-04, title: Ｆｕｌｌ ｗｉｄｔｈ – a dash, kind: meeting}
  - {id: hangul, date: 2014-01-05, title: 조선민주주의인민공화국, kind: meeting}
`), "list", "--format", "html");
  const page = await site.open(address);
  for (const [words, ids] of [["SECURITE", ["french"]], ["s'est", ["french"]], ["strasse", ["german"]], ["λογος", ["greek"]], ["full width - a", ["wide"]],
    ["인민", ["hangul"]], ["le conseil", ["french"]], ['"conseil le"', []], ['"Conseil de"', ["french"]], ["d i", ["french", "german", "wide"]]]) {
    await page.fill("[name=words]", words);
    await settle(page);
    equal(await shown(page), ids, words);
  }
});

test("what is asked stands in the address, which brings it back", async site => {
  const [page] = await all(site);
  await fill(page, { words: "resolution", forum: "un.sc", from: "2009" });
  await settle(page);
  await until(page, () => location.hash.includes("2009"));
  const ids = await shown(page);
  const asked = new URLSearchParams((await page.evaluate(() => location.hash)).slice(2));
  equal([...asked], [["words", "resolution"], ["forum", "un.sc"], ["from", "2009"]], "the address");
  const again = await site.open(await page.evaluate(() => location.href));
  await settle(again);
  equal(await shown(again), ids, "what the address shows");
  equal(await again.inputValue("[name=words]"), "resolution", "words in the form");
  await again.evaluate(() => { location.hash = "#?importance=5"; });
  await settle(again);
  const important = new Set(site.events("importance:5").map(event => event.id));
  holds((await shown(again)).every(id => important.has(id)), "an address that is typed is obeyed");
  await again.evaluate(() => { location.hash = "#?forum=no.such&importance=x&from=%22%3E"; });
  await settle(again);
  equal(await again.evaluate(() => document.querySelector("[name=forum]").value), "", "a forum that is none");
  for (const hash of ["#%", "#no-such-event", "#?%zz=%"]) await again.evaluate(place => { location.hash = place; }, hash);
  await settle(again);
  equal(again.heard.messages, [], "addresses that lead nowhere");
});

test("an address that names a hidden entry shows it", async site => {
  const [page, ids] = await all(site);
  await fill(page, { words: "no such words" });
  await settle(page);
  equal(await shown(page), [], "nothing is found");
  await page.evaluate(id => { location.hash = id; }, ids[100]);
  await settle(page);
  holds((await shown(page)).includes(ids[100]), "the entry can be seen");
  holds(await page.evaluate(id => { const box = document.getElementById(id).getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }, ids[100]),
    "it stands within the window");
});

test("headings, links to them and notes go with their entries, and notes that others refer to stay", async site => {
  const [page] = await all(site);
  await fill(page, { forum: "un.sc" });
  await settle(page);
  const found = await page.evaluate(() => {
    const seen = list => [...list].filter(element => element.checkVisibility());
    const numbers = list => list.flatMap(element => [...element.querySelectorAll('a[href^="#n:"]')]).map(link => link.hash);
    const notes = seen(document.querySelectorAll(".notes li"));
    const wanted = new Set(numbers(seen(document.querySelectorAll(".e"))));
    let size;
    do {
      size = wanted.size;
      for (const note of document.querySelectorAll(".notes li")) if (wanted.has("#" + note.id)) for (const hash of numbers([note])) wanted.add(hash);
    } while (wanted.size > size);
    return { notes: notes.map(note => "#" + note.id).sort(), wanted: [...wanted].sort(), all: document.querySelectorAll(".notes li").length,
      headings: seen(document.querySelectorAll(".g h2")).map(heading => heading.textContent), links: seen(document.querySelectorAll("nav a")).map(link => link.textContent),
      empty: seen(document.querySelectorAll(".g")).filter(group => seen(group.querySelectorAll(".e")).length === 0).length };
  });
  equal(found.notes, found.wanted, "notes");
  holds(found.notes.length < found.all, "some notes are left out");
  equal(found.links, found.headings, "links");
  equal(found.empty, 0, "headings without entries");
});

test("an event that stands in several groups counts once", async site => {
  const address = site.page("actors.html", "list", "--format", "html", "--group", "actor", "year:2014", "importance:5");
  const page = await site.open(address);
  const events = site.events("year:2014", "importance:5").length;
  equal(await counted(page), `${events} events`, "all");
  holds((await shown(page)).length > events, "some stand twice");
  const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(element => element.id));
  equal(ids.length, new Set(ids).size, "each id is given once");
  await page.fill("[name=words]", "commission");
  await settle(page);
  const n = new Set((await page.evaluate(() => [...document.querySelectorAll(".e")].filter(entry => entry.checkVisibility()).map(entry => entry.querySelector("bdi").textContent)))).size;
  equal(await counted(page), `${n} of ${events} events`, "some");
});

test("what did not take place is in a page only where its query names the status", async site => {
  const happened = site.events().filter(event => !["cancelled", "not-held"].includes(event.status));
  const page = await site.open(site.page("happened.html", "list", "--format", "html"));
  equal(await shown(page), happened.map(event => event.id), "entries");
  const choices = await page.locator("[name=status] option").evaluateAll(options => options.map(option => option.value));
  equal(choices.slice(1).sort(), [...new Set(happened.map(event => event.status))].sort(), "choices");
});

// SPDX-License-Identifier: LGPL-2.1-or-later
// measure.mjs PROGRAM FOLDER [ARGUMENT...]: what a page costs, of `list` with these arguments, in milliseconds of the processor.
import { counted, settle, Site } from "./site.mjs";

const [program, modules, ...query] = process.argv.slice(2);
const WORDS = "general assembly";
const site = await new Site(program, modules).start(false);
const bytes = site.run(...(query.length ? query : ["list"]), "--format", "html");
const page = await site.open(`file://${site.write("measured.html", bytes)}`);
const session = await page.context().newCDPSession(page);
await session.send("Performance.enable", { timeDomain: "threadTicks" });

const metrics = async () => Object.fromEntries((await session.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
const frames = () => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));
// Up to the second frame, by which the answer stands in the window.
const cost = async act => {
  await page.waitForTimeout(800);
  const before = await metrics();
  await act();
  await frames();
  return 1000 * ((await metrics()).TaskDuration - before.TaskDuration);
};
const median = numbers => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const say = (what, ...numbers) => console.log(what.padEnd(34), ...numbers.map(number => String(Math.round(10 * number) / 10).padStart(9)));

await page.waitForTimeout(3000);
const n = Number((await counted(page)).split(" ")[0]);
const paint = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
const ready = await page.evaluate(() => performance.getEntriesByType("navigation")[0].loadEventEnd);
say("events, bytes, bytes an event", n, bytes.length, bytes.length / n);
say("first paint, ready, by the clock", paint, ready);

const keys = [];
await page.focus("[name=words]");
for (const key of [...WORDS, ...Array(WORDS.length).fill("Backspace")]) keys.push(await cost(() => page.keyboard.press(key)));
say("keystroke: median, worst", median(keys), Math.max(...keys));
const others = [];
for (const name of ["forum", "actor", "kind", "importance"])
  for (const index of [2, 0]) others.push(await cost(() => page.selectOption(`[name=${name}]`, { index })));
say("other filters: median, worst", median(others), Math.max(...others));
await settle(page);
await session.send("HeapProfiler.collectGarbage");
say("heap, in millions of bytes", (await metrics()).JSHeapUsedSize / 1e6);
await site.stop();

// The work of ical-pipeline.c by ical.js. usage: node ical-pipeline.mjs PACKAGE IN OUT
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [folder, input, output] = process.argv.slice(2);
const { default: ICAL } = await import(pathToFileURL(`${folder}/dist/ical.js`));

const calendar = new ICAL.Component(ICAL.parse(readFileSync(input, "utf8")));
const kept = calendar.getAllSubcomponents("vevent").filter((event) => {
  const year = event.getFirstPropertyValue("dtstart").year;
  return year >= 2000 && year <= 2015 && event.getAllProperties("categories").some((categories) => categories.getValues().includes("Meeting"));
});
kept.sort((a, b) => a.getFirstPropertyValue("dtstart").compare(b.getFirstPropertyValue("dtstart")));
const events = kept.map((event) => event.toString() + "\r\n").join("");
writeFileSync(output, `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${events}END:VCALENDAR\r\n`);

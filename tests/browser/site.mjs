// SPDX-License-Identifier: LGPL-2.1-or-later
// Pages that chancery writes, opened in a browser that has nothing else to do.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

export const here = dirname(fileURLToPath(import.meta.url));
export const root = resolve(here, "../..");
const TODAY = "2026-01-01";

export class Site {
  constructor(program, modules) {
    this.program = resolve(program);
    this.require = createRequire(resolve(modules, "index.js"));
    this.folder = mkdtempSync(join(tmpdir(), "chancery-pages-"));
    this.environment = { ...process.env, CHANCERY_DATA_DIR: join(root, "timelines"), LC_ALL: "C.UTF-8", TZ: "UTC" };
    delete this.environment.CHANCERY_FILE;
  }

  // Accessible from the start, as for a screen reader: else the browser tells of the window alone.
  async start(isAccessible = true) {
    const { chromium } = this.require("playwright-core");
    this.browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", ...(isAccessible ? ["--force-renderer-accessibility"] : [])] });
    return this;
  }

  async stop() {
    await this.browser.close();
    rmSync(this.folder, { recursive: true });
  }

  run(...args) {
    return execFileSync(this.program, ["--today", TODAY, ...args], { env: this.environment, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  }

  // What the program says on standard error.
  complaints(...args) {
    return spawnSync(this.program, ["--today", TODAY, ...args], { env: this.environment, maxBuffer: 1 << 28, encoding: "utf8" }).stderr;
  }

  runIn(environment, ...args) {
    return execFileSync(this.program, ["--today", TODAY, ...args], { env: { ...this.environment, ...environment }, maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
  }

  // Events as JSON has them, in the order of the page.
  events(...query) {
    return this.run("list", "--format", "json", ...query).toString().split("\n").filter(Boolean).map(line => JSON.parse(line));
  }

  write(name, bytes) {
    const path = join(this.folder, name);
    writeFileSync(path, bytes);
    return path;
  }

  read(...path) {
    return readFileSync(join(root, ...path), "utf8");
  }

  // The address of a page that is written with these arguments.
  page(name, ...args) {
    return pathToFileURL(this.write(name, this.run(...args))).href;
  }

  // Opens an address; the page tells afterwards what it has fetched and said, and how far it jumped.
  async open(address, { width = 1100, height = 900, ...options } = {}) {
    const context = await this.browser.newContext({ viewport: { width, height }, ...options });
    const page = await context.newPage();
    page.heard = { requests: [], messages: [], dialogs: [] };
    page.on("request", request => page.heard.requests.push(request.url()));
    page.on("console", message => page.heard.messages.push(message.text()));
    page.on("pageerror", error => page.heard.messages.push(error.message));
    page.on("dialog", dialog => { page.heard.dialogs.push(dialog.message()); return dialog.dismiss(); });
    if (options.javaScriptEnabled !== false)
      await page.addInitScript(() => {
        window.jumps = 0;
        new PerformanceObserver(list => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.jumps += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
      });
    await page.goto(address);
    return page;
  }

  // The text of a page as it is printed, and its size in points.
  async print(page, format) {
    const path = join(this.folder, "print.pdf");
    await page.pdf({ path, format });
    const info = execFileSync("pdfinfo", [path]).toString();
    return { text: execFileSync("pdftotext", ["-layout", path, "-"], { maxBuffer: 1 << 26 }).toString(), pages: Number(/Pages:\s+(\d+)/.exec(info)[1]),
      size: /Page size:\s+([\d.]+ x [\d.]+)/.exec(info)[1].split(" x ").map(Math.round) };
  }
}

// Ids of the entries that can be seen.
export const shown = page => page.evaluate(() => [...document.querySelectorAll(".e")].filter(entry => entry.checkVisibility()).map(entry => entry.id));

export const counted = page => page.locator("output").evaluate(output => output.value);

// Until the page has done what it puts off.
export const settle = page => page.evaluate(() => new Promise(done => {
  let calm = 0;
  const look = () => (calm++ > 5 ? done() : requestIdleCallback(look));
  look();
}));

// Until it holds; the library's own way evaluates text, which the policy of a page forbids.
export async function until(page, condition) {
  for (let i = 0; i < 100; i++) {
    if (await page.evaluate(condition)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`never: ${condition}`);
}

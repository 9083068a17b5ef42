// SPDX-License-Identifier: LGPL-2.1-or-later
// Tests by name, run one after the other; prints TAP.
import { inspect } from "node:util";

const known = [];

export const test = (name, run) => known.push({ name, run });

export function equal(actual, expected, what) {
  const [left, right] = [actual, expected].map(value => inspect(value, { depth: 5, maxArrayLength: 400 }));
  if (left !== right) throw new Error(`${what}: found ${left.slice(0, 2000)}, expected ${right.slice(0, 2000)}`);
}

export function holds(condition, what) {
  if (!condition) throw new Error(what);
}

// What `setUp` gives goes to each test; `tearDown` is handed it when all are done.
export async function runTests(setUp, tearDown, pattern = "") {
  const tests = known.filter(({ name }) => name.includes(pattern));
  console.log(`1..${tests.length}`);
  const shared = await setUp();
  let failed = 0;
  for (const [i, { name, run }] of tests.entries()) {
    try {
      await run(shared);
      console.log(`ok ${i + 1} ${name}`);
    } catch (error) {
      failed++;
      console.log(`not ok ${i + 1} ${name}`);
      for (const line of error.stack.split("\n").slice(0, 8)) console.log(`# ${line}`);
    }
  }
  await tearDown(shared);
  process.exitCode = failed ? 1 : 0;
}

// The five queries by DuckDB, one thread, warm, written as CSV. usage: node duckdb.mjs NODE_MODULES FOLDER TIMES
// Prints a line of JSON for each: the label, the least milliseconds, the rows.
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const [modules, folder, times] = process.argv.slice(2);
const { DuckDBInstance } = createRequire(`${modules}/`)('@duckdb/node-api');
const words = (text) => `(title ILIKE '%${text}%' OR summary ILIKE '%${text}%')`;
const queries = [
  ['date range and forum',
    "earliest < '2017' AND latest >= '2014' AND (forums = 'un.sc' OR forums = 'un.sc.1718')"],
  ['actor, kind, date range',
    "id IN (SELECT id FROM participation WHERE actor = 'prk') AND kind = 'statement' AND earliest < '2013' AND latest >= '2010'"],
  ['a rare word', words('zugzwang')],
  ['a phrase of common words', words('human rights')],
  ['negation and comparison', "no BETWEEN 58 AND 193 AND forums <> 'un.sc' AND forums <> 'un.sc.1718'"],
];

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const duckdb = await instance.connect();
await duckdb.run(`CREATE TABLE event AS SELECT row_number() OVER () AS place, * REPLACE (CAST(no AS INTEGER) AS no)
                  FROM read_csv('${folder}/rows.csv', header = true, all_varchar = true, nullstr = '')`);
await duckdb.run(`CREATE TABLE participation AS SELECT id, trim(split_part(unnest(string_split(actors, ';')), '(', 1)) AS actor
                  FROM event WHERE actors IS NOT NULL`);
for (const [label, condition] of queries) {
  let least = Infinity;
  let rows = 0;
  for (let i = 0; i < Number(times); i++) {
    const begin = performance.now();
    const answer = await duckdb.runAndReadAll(
      `COPY (SELECT * EXCLUDE (place) FROM event WHERE ${condition} ORDER BY earliest, latest, place)
       TO '${folder}/duckdb.csv' (HEADER)`);
    least = Math.min(least, performance.now() - begin);
    rows = Number(answer.getRows()[0][0]);
  }
  console.log(JSON.stringify({ label, milliseconds: least, rows }));
}

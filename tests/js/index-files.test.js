// The files of the search: each is read once, and what is not whole is a failure.
import assert from "node:assert/strict";
import { mock, test } from "node:test";

import { filesBelow } from "../../theme/components/cari/index-files.js";

const FOLDER = "https://iki.example/cari/indeks/";
let asked = [];
const answering = (answer) => {
  asked = [];
  globalThis.fetch = (url, { cache }) => {
    asked.push([url, cache]);
    return answer();
  };
};
const giving = (content, status = 200) => () => Promise.resolve(new Response(content, { status }));

test("a file is asked for once; a later attempt takes nothing that the browser has kept", async () => {
  answering(giving('{"halaman":1}'));
  const get = filesBelow(FOLDER);
  assert.deepEqual(await get("kata.json"), { halaman: 1 });
  await get("kata.json");
  await filesBelow(FOLDER, 1)("../kosakata.json");
  assert.deepEqual(asked, [
    [`${FOLDER}kata.json`, "default"],
    ["https://iki.example/cari/kosakata.json", "reload"],
  ]);
});

const MANNERS = {
  "not there": giving("{}", 404),
  "another page": giving("<h1>Masuk</h1>"),
  empty: giving(""),
  "cut off": giving('{"halaman":'),
  "connection lost": () => Promise.reject(new TypeError("Failed to fetch")),
};
for (const [manner, answer] of Object.entries(MANNERS)) {
  test(`${manner} is a failure, and the next attempt a new beginning`, async () => {
    answering(answer);
    await assert.rejects(filesBelow(FOLDER)("kata.json"));
    answering(giving("[]"));
    assert.deepEqual(await filesBelow(FOLDER, 1)("kata.json"), []);
  });
}

test("what never answers is a failure after half a minute", async () => {
  mock.timers.enable({ apis: ["setTimeout"] });
  answering(() => new Promise(() => {}));
  const failed = assert.rejects(filesBelow(FOLDER)("kata.json"), /kata.json: timeout/);
  mock.timers.tick(30_000);
  await failed;
  mock.timers.reset();
});

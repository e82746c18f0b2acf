import { expect, test, vi } from "vitest";
import { readNewsletter } from "#debate/content/newsletter.ts";
import { OWN } from "#tests/support/newsletter.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";
import { formWith } from "#tests/support/uploads.ts";

const MB = 1024 * 1024;
const NEWSLETTER = readNewsletter(OWN);

/** A debate with a file of so many MB. */
async function debateWithFile(server: TestServer, megabytes: number) {
  const headers = { cookie: server.cookie };
  const made = await server.request("/api/debates", {
    json: { debate: NEWSLETTER.ok && NEWSLETTER.draft },
    headers,
  });
  const path = `/api/debates/${(await made.json()).debate.id}/source`;
  const put = async (size = megabytes) => {
    const body = formWith(Buffer.alloc(size * MB, "words "), "words.txt");
    return server.request(path, { method: "PUT", headers, body });
  };
  return { path, put, kept: await put() };
}

test("[L20] an instructor downloads a file of 20 MB 32 times at once: one is read at a time, two are held, and the others are answered `too-many`", async () => {
  await using server = await startServer();
  const { path } = await debateWithFile(server, 20);
  const { files } = server.database;
  const { read } = files;
  let [reading, most] = [0, 0];
  vi.spyOn(files, "read").mockImplementation(async (...asked) => {
    reading += 1;
    most = Math.max(most, reading);
    return read(...asked).finally(() => {
      reading -= 1;
    });
  });
  const headers = { cookie: server.cookie };
  const responses = await Promise.all(Array.from({ length: 32 }, () => server.request(path, { headers })));
  expect(most).toBe(1);
  const sent = responses.filter(({ status }) => status === 200);
  expect(sent).toHaveLength(2);
  for (const { status } of responses) expect([200, 429]).toContain(status);
  for (const response of sent) expect((await response.arrayBuffer()).byteLength).toBe(20 * MB);
});

test("[L20] an instructor who asks for a small file is sent it 20 times a minute", async () => {
  await using server = await startServer();
  const { path } = await debateWithFile(server, 1);
  const statuses: number[] = [];
  for (let asked = 1; asked <= 21; asked += 1) {
    const response = await server.request(path, { headers: { cookie: server.cookie } });
    statuses.push(response.status);
    await response.arrayBuffer();
  }
  expect(statuses).toEqual([...Array(20).fill(200), 429]);
});

test("[L21] an instructor's files fill the quota: the next is refused by its name, replacing one is not, and deleting one makes room", async () => {
  await using server = await startServer({ fileQuota: 5 * MB });
  const first = await debateWithFile(server, 2);
  const second = await debateWithFile(server, 3);
  expect([first.kept.status, second.kept.status]).toEqual([204, 204]);
  const third = await debateWithFile(server, 1);
  expect(third.kept.status).toBe(413);
  expect((await third.kept.json()).error).toMatchObject({
    code: "too-long",
    message: expect.stringContaining("5 MB"),
    fields: [{ code: "files-full", megabytes: 5 }],
  });
  expect((await first.put(2)).status).toBe(204);
  expect((await first.put(3)).status).toBe(413);
  await server.request(second.path.replace("/source", ""), {
    method: "DELETE",
    headers: { cookie: server.cookie },
  });
  expect((await third.put()).status).toBe(204);
});

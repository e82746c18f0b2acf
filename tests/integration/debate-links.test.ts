import { expect, test } from "vitest";
import { writeMarkdown } from "#debate/content/debate-markdown.ts";
import { answering } from "#tests/support/answering.ts";
import { draftOf } from "#tests/support/colleagues.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

async function ownDebate(server: TestServer): Promise<string> {
  const made = await server.asInstructor("/api/debates", { json: { debate: draftOf(BUILT_IN_DEBATE) } });
  return (await made.json()).debate.id;
}
const link = (server: TestServer, id: string, of: string) =>
  server.asInstructor(`/api/debates/${id}/link`, { method: "PUT", json: { of } });

test("[D45] [D46] a debate is read on another server by its link, stored there only when it is imported, and no more once the link has ended", async () => {
  await using here = await startServer();
  await using there = await startServer({ insecurePlatforms: true });
  const id = await ownDebate(here);
  const made = await (await link(here, id, "debate")).json();
  const address = made.link.url;
  expect(new URL(address).pathname).toMatch(/^\/api\/shared\/[\w-]{20,}\.json$/u);
  const read = await there.asInstructor("/api/debates/import/address", { json: { address } });
  expect(read.status).toBe(200);
  const { text } = await read.json();
  const own = async () => (await (await there.asInstructor("/api/debates?shelf=own")).json()).debates;
  expect(await own()).toEqual([]);
  expect((await there.asInstructor("/api/debates/import", { json: { text } })).status).toBe(201);
  expect(await own()).toMatchObject([{ resolution: BUILT_IN_DEBATE.resolution }]);
  // The address stays while there is a link.
  expect((await (await link(here, id, "series")).json()).link).toEqual({ url: address, of: "series" });
  await here.asInstructor(`/api/debates/${id}/archived`, { method: "PUT", json: { archived: true } });
  expect((await fetch(address)).status).toBe(404);
  await here.asInstructor(`/api/debates/${id}/archived`, { method: "PUT", json: { archived: false } });
  expect((await fetch(address)).status).toBe(200);
  await here.asInstructor(`/api/debates/${id}/link`, { method: "DELETE" });
  const gone = await there.asInstructor("/api/debates/import/address", { json: { address } });
  expect([gone.status, (await gone.json()).error.code]).toEqual([422, "not-found"]);
});

test("[D45] a colleague finds no link of a debate that is not theirs", async () => {
  await using server = await startServer();
  const id = await ownDebate(server);
  await link(server, id, "debate");
  const headers = { cookie: await server.colleague() };
  for (const method of ["GET", "PUT", "DELETE"])
    expect(
      (
        await server.request(`/api/debates/${id}/link`, {
          method,
          headers,
          ...(method === "PUT" && { json: { of: "debate" } }),
        })
      ).status,
    ).toBe(404);
});

test("[D46] addresses that are not https, private, too long or no debate are refused, with the reason", async () => {
  await using server = await startServer();
  const asked = async (of: TestServer, address: string) => {
    const answered = await of.asInstructor("/api/debates/import/address", { json: { address } });
    const { error } = await answered.json();
    return [answered.status, error?.message];
  };
  expect(await asked(server, "http://school.example/a.json")).toEqual([422, "an address without https"]);
  expect(await asked(server, "https://127.0.0.1/a.json")).toEqual([422, "a private address"]);
  expect(await asked(server, "https://localhost/a.json")).toEqual([422, "a private address"]);
  expect(await asked(server, "no address")).toEqual([422, "no address"]);
  await using open = await startServer({ insecurePlatforms: true });
  await using page = await answering("<html>A page</html>");
  expect((await asked(open, page.url))[0]).toBe(415);
  await using long = await answering("x".repeat(9 * 1024 * 1024));
  expect(await asked(open, long.url)).toEqual([503, "the answer is too long"]);
  await using markdown = await answering(writeMarkdown(BUILT_IN_DEBATE));
  expect((await asked(open, markdown.url))[0]).toBe(200);
});

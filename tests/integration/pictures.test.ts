import { expect, test } from "vitest";
import { moveTo, OK, refused } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { pictured, png, webp } from "#tests/support/pictures.ts";
import { startServer } from "#tests/support/server.ts";

const { id: _, versions: __, ...draft } = BUILT_IN_DEBATE;
const [first, second] = draft.positions;
const PICTURED = { ...draft, positions: [{ ...first, picture: pictured(webp()) }, second] };

test("[D47] a class gets a picture as a file of its own once positions are readable, and the projector where the host puts it", async () => {
  await using server = await startServer();
  const made = await server.asInstructor("/api/debates", { json: { debate: PICTURED } });
  const { id } = (await made.json()).debate;
  const { code } = await server.open({}, id);
  const host = await server.connect("host", { code });
  const ada = await server.connect("student", { code });
  const asked = (side: string, cookie = "") =>
    server.request(`/api/sessions/${code}/debate/pictures/${side}`, { headers: { cookie } });
  expect((await asked("for")).status).toBe(403);
  expect((await asked("for", server.cookie)).status).toBe(200);
  expect(await host.send("host:wall", { show: { picture: "for" } })).toEqual(refused("wrong-phase"));
  await moveTo(host, "reading");
  const answered = await asked("for");
  expect([answered.status, answered.headers.get("content-type")]).toEqual([200, "image/webp"]);
  expect(new Uint8Array(await answered.arrayBuffer())).toEqual(webp());
  expect((await asked("against")).status).toBe(404);
  const read = await (await server.request(`/api/sessions/${code}/debate`)).json();
  expect(read.debate.positions[0].picture).toEqual({ alt: "A chart of harbors.", width: 120, height: 90 });
  expect(await host.send("host:wall", { show: { picture: "against" } })).toEqual(refused("not-found"));
  expect(await host.send("host:wall", { show: { picture: "for" } })).toMatchObject(OK);
  await ada.sees((snapshot) => typeof snapshot.wall === "object" && "picture" in snapshot.wall);
});

test("[D47] a picture with metadata, of another size or without alternative text is refused", async () => {
  await using server = await startServer();
  const save = async (picture: object) => {
    const debate = { ...draft, positions: [{ ...first, picture }, second] };
    return (await server.asInstructor("/api/debates", { json: { debate } })).status;
  };
  expect(await save(pictured(png()))).toBe(201);
  expect(await save({ ...pictured(png()), alt: "" })).toBe(400);
  expect(await save({ ...pictured(png()), width: 119 })).toBe(400);
  const longer = new Uint8Array([...png(), ...new TextEncoder().encode("Ada was here")]);
  expect(await save({ ...pictured(png()), data: Buffer.from(longer).toString("base64") })).toBe(400);
});

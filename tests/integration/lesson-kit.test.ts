import { expect, test } from "vitest";
import type { Debate } from "#debate/content/debate.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { keyIn } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

test("[Y11] notes are the host's: no assistant, projector or phone is sent them", async () => {
  await using server = await startServer();
  const { id: _, ...content } = BUILT_IN_DEBATE;
  const kit = {
    notes: { lobby: "A note for the teacher" },
    glossary: [{ term: "card", meaning: "An advantage" }],
  };
  const made = await server.asInstructor("/api/debates", {
    json: { debate: { ...content, kit } },
  });
  const { debate } = (await made.json()) as { debate: Debate };
  const { code, urls } = await server.open({}, debate.id);
  await moveTo(await server.connect("host", { code }), "reading");
  const link = await server.asInstructor(`/api/sessions/${code}/links/assistant`, {
    method: "POST",
  });
  const assistantKey = keyIn(((await link.json()) as { url: string }).url);
  const { pageApi } = server.app;
  const nobody = new Headers();
  const read = {
    host: await pageApi.host(new Headers({ cookie: server.cookie }), code),
    assistant: await pageApi.host(nobody, code, assistantKey),
    screen: await pageApi.screen(nobody, code, keyIn(urls.screen)),
    phone: await pageApi.phone(nobody, code),
    debate: await (await server.request(`/api/sessions/${code}/debate`)).json(),
  };
  const told = Object.entries(read).filter(([, page]) =>
    JSON.stringify(page).includes("A note for the teacher"),
  );
  expect(told.map(([who]) => who)).toEqual(["host"]);
  for (const page of [read.assistant, read.screen, read.debate])
    expect(JSON.stringify(page)).toContain("An advantage");
});

test("[Y14] the glossary comes to the projector once the class may read the positions, if there is one", async () => {
  await using server = await startServer();
  const { id: _, kit: _kit, ...content } = BUILT_IN_DEBATE;
  const hostOf = async (debate: object) => {
    const made = await server.asInstructor("/api/debates", {
      json: { debate },
    });
    const { code } = await server.open({}, ((await made.json()) as { debate: Debate }).debate.id);
    return server.connect("host", { code });
  };
  const without = await hostOf(content);
  await moveTo(without, "reading");
  expect(await without.send("host:wall", { show: "glossary" })).toMatchObject({ code: "not-found" });
  const host = await hostOf({ ...content, kit: { glossary: [{ term: "card", meaning: "An advantage" }] } });
  await moveTo(host, "before");
  expect(await host.send("host:wall", { show: "glossary" })).toMatchObject({ code: "wrong-phase" });
  await moveTo(host, "reading");
  expect(await host.send("host:wall", { show: "glossary" })).toEqual(OK);
  await host.sees(({ wall }) => wall === "glossary");
});

test("[Y12] [Y13] the fairness record says what the class was given, without a name, a vote or a word", async () => {
  await using server = await startServer({ settings: { filter: { holds: true, words: ["secretword"] } } });
  const [host, ada, bob] = await server.seats("host", "student", "student");
  await moveTo(host, "before");
  for (const student of [ada, bob])
    expect(await student.send("ballot:cast", ballot("for"))).toMatchObject(OK);
  await moveTo(host, "reading");
  for (const n of [1, 2]) await host.send("host:wall", { show: { paragraph: { side: "against", n } } });
  await moveTo(host, "rebuttal");
  const written = rebuttal({ body: "Words of a student" });
  expect(await ada.send("rebuttal:post", written)).toMatchObject(OK);
  await host.send("host:moderate", { rebuttalIds: [written.id], action: "hide" });
  const read = await server.app.pageApi.fairness(new Headers({ cookie: server.cookie }), server.session.code);
  expect(read).toMatchObject({
    ok: true,
    value: {
      wall: { for: 0, against: 2, rebuttals: 0 },
      moderation: { hidden: 1, approved: 0, deleted: 0, removed: 0 },
      rebuttals: { for: 0, against: 0 },
      voted: [{ n: 2 }, { n: 0 }],
      approvalSwitched: false,
      ...{ joined: 2, onPaper: 0 },
    },
  });
  // The debate's version as its history and the host's later sessions name it.
  const [copy] = await server.database.reader.frozenDebate.findMany();
  expect(read).toHaveProperty("value.version", copy?.debateVersion?.slice(0, 12));
  expect(read.ok && read.value.moves.map(({ phase }) => phase)).toEqual(["before", "reading", "rebuttal"]);
  const names = [(await ada.sync()).you?.name, (await bob.sync()).you?.name];
  for (const secret of [...names, "Words of a student", "secretword", '"tally"'])
    expect(JSON.stringify(read)).not.toContain(secret);
  expect(await server.app.pageApi.fairness(new Headers(), server.session.code)).toMatchObject({ ok: false });
});

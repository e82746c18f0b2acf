import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { Refused } from "#debate/protocol/answers/refusals.ts";
import { CLIENT_MESSAGES } from "#debate/protocol/client-messages.ts";
import type { WordsRead } from "#debate/protocol/pages.ts";
import { SERVER_MESSAGES } from "#debate/protocol/server-messages.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, rebuttal } from "#tests/support/lesson.ts";
import { paired, partnerOf } from "#tests/support/pairs.ts";
import { pick } from "#tests/support/picks.ts";
import { atReading } from "#tests/support/questions.ts";
import { restoreSeat } from "#tests/support/rebuttals.ts";
import { startServer } from "#tests/support/server.ts";

test("each message of a lesson, and each answer to one, matches docs/asyncapi.json", async () => {
  const settings = {
    reveal: "staged",
    activities: {
      guess: {},
      outlook: {},
      exitTicket: {},
      speaking: {},
      experiment: { kind: "order" },
      steelman: {},
      pairs: { when: "after", by: "text" },
    },
  } as const;
  await using server = await startServer({ settings });
  const [host, screen, ada, bob] = await server.seats("host", "screen", "student", "student");
  const made = (await (await server.asHost("/links/assistant", { json: {} })).json()) as { url: string };
  const key = new URL(made.url).searchParams.get("key");
  const assistant = await server.connect("host", { key }, { cookie: undefined });
  const clients = [host, screen, ada, bob, assistant];
  const { ticket } = await server.join();
  const accepted = new Set<string>();
  const said = async (client: Client, name: keyof typeof CLIENT_MESSAGES, payload: object) => {
    const answer = await client.raw(name, payload);
    expect(
      CLIENT_MESSAGES[name].accepted.safeParse(answer).error,
      `${name}: ${JSON.stringify(answer)}`,
    ).toBeUndefined();
    accepted.add(name);
    return answer as { entries: number[]; steelmen?: { id: string }[] };
  };
  /** In a session of its own: everyone writes in one of its two phases. */
  async function saysOf(kind: "switch") {
    const chosen = { activities: { experiment: { kind } } } as const;
    const { code } = await server.open(chosen);
    const [other, eve] = [await server.connect("host", { code }), await server.connect("student", { code })];
    await moveTo(other, "before");
    await eve.send("ballot:cast", ballot("for"));
    await moveTo(other, "switch-first", chosen);
    if ((await eve.sync()).you?.experiment?.arm === "b") {
      await moveTo(other, "after", chosen);
      await moveTo(other, "switch-later", chosen);
    }
    await said(eve, "experiment:write", { body: "Ships need friends." });
  }
  const hers = rebuttal();
  const his = rebuttal({ side: "against", replyTo: hers.id });

  await moveTo(host, "before");
  await said(ada, "ballot:cast", {
    ...ballot("for"),
    confidence: 3,
    reason: "Why not.",
    outlook: { respect: 4 },
  });
  await said(bob, "ballot:cast", ballot("against"));
  await said(host, "host:reveal", { on: true });
  await said(host, "host:timer", { seconds: 600, closes: true });
  await said(ada, "time:ask", {});
  await said(host, "host:timer", { seconds: null });
  await moveTo(host, "rebuttal");
  await said(ada, "rebuttal:post", hers);
  await said(ada, "speak:ask", { on: true, side: "for" });
  await said(assistant, "host:speaker", { participantId: ada.participantId });
  await ada.hearsMine(({ speech }) => speech?.called === true);
  await screen.sees(({ speaking }) => speaking?.now !== undefined);
  await said(bob, "rebuttal:post", his);
  await said(ada, "rebuttal:endorse", { rebuttalId: his.id, on: true });
  await said(ada, "rebuttal:report", { rebuttalId: his.id, reason: "Rude." });
  await said(bob, "rebuttal:seen", { ids: [hers.id] });
  await said(assistant, "host:wall", { show: { rebuttalId: hers.id } });
  await said(host, "host:wall", { show: "blank" });
  await said(host, "host:wall", { show: { rebuttalId: hers.id } });
  await said(host, "host:approve-first", { on: true });
  await said(host, "host:lock", { locked: true });
  await said(host, "host:results", { kept: false });
  await said(host, "host:later-vote", { planned: true });
  const tomorrow = new Date(Date.now() + 26 * 60 * 60 * 1_000).toISOString().slice(0, 16);
  const dates = [{ phase: "results", at: tomorrow }];
  await said(host, "host:dates", { schedule: { zone: "UTC", dates } });
  const { entries } = await said(host, "host:moderate", { rebuttalIds: [his.id], action: "hide" });
  for (const client of clients) await said(client, "sync", {});
  await said(host, "host:undo", { entries });
  await said(host, "host:log", { before: entries[0] });
  await said(host, "host:moderate", { participantIds: [bob.participantId], action: "hide" });
  await moveTo(host, "pairs", settings);
  await said(host, "host:pairs", { act: "make" });
  await said(host, "host:pairs", { act: "start" });
  await said(ada, "pairs:join", {});
  const lineId = randomUUID();
  await said(ada, "pairs:say", { id: lineId, body: "Why should they?" });
  await bob.hearsMine(({ pair }) => typeof pair === "object" && pair.lines?.length === 1);
  await said(host, "host:pair-lines", { table: 1 });
  await said(host, "host:pair-line", { lineId, action: "hide" });
  const { pair } = (await ada.sync()).you ?? {};
  const place = typeof pair === "object" ? pair.partners[0]?.place : undefined;
  await said(ada, "pairs:missing", { place });
  const who = { participantId: ada.participantId, partnerId: bob.participantId };
  await said(host, "host:pairs-missing", { ...who, action: "replace" });
  expect((await bob.sync()).you?.pair).toBe("away");
  const { version } = (await host.sync()).session;
  await said(host, "host:phase", { to: "after", version });
  await said(ada, "ballot:cast", {
    ...ballot("against", "after"),
    credit: {
      paragraph: { side: "for", n: 1 },
      without: "for",
      why: "It says what I had not thought of, and says it well.",
    },
  });
  await said(bob, "ballot:cast", ballot("for", "after"));
  await said(ada, "experiment:began", {});
  await moveTo(host, "steelman", settings);
  await said(ada, "steelman:write", { body: "They would say so themselves.", side: "for" });
  // It waits, since the host approves first.
  const { steelmen } = await said(host, "host:steelmen", {});
  const text = steelmen?.[0]?.id ?? "";
  await said(host, "host:steelman", { steelmanId: text, action: "show" });
  await said(bob, "steelman:ask", {});
  await bob.sync();
  await said(bob, "steelman:rate", { steelmanId: text, fair: true, why: "We would." });
  await screen.sees(({ steelman }) => steelman?.rated === 1);
  await moveTo(host, "results", settings);
  await said(host, "host:step", { step: "guess", version: (await host.sync()).session.version });
  await said(ada, "guess:cast", { share: 40 });
  await said(host, "host:step", { step: "open", version: (await host.sync()).session.version });
  await ada.hearsResult(({ moved }) => moved !== undefined);
  await said(ada, "exit:write", { doubt: "Whether it lasts." });
  await said(host, "host:wall", { show: { chart: "guess" } });
  await said(host, "host:wall-look", { theme: "dark", language: "ja" });
  const { words } = (await (await server.asHost("/words")).json()) as WordsRead;
  const reason = words[0]?.id ?? "";
  await pick(server, reason);
  await ada.hears("picked");
  await said(assistant, "host:wall", { show: { reason } });
  await screen.sees(({ wallWords }) => wallWords !== undefined);
  for (const client of clients) await said(client, "sync", {});
  const reading = await atReading(server, {
    activities: { comprehension: {}, reading: {}, starters: {} },
  });
  clients.push(reading.host, reading.ada);
  await said(reading.ada, "comprehension:answer", { answers: [1, null] });
  await said(reading.ada, "reading:done", { on: true });
  await said(reading.ada, "sentence:unclear", { side: "for", n: 1, sentence: 1, on: true });
  await reading.host.sees(({ check, reading }) => check?.answered === 1 && reading?.unclear.length === 1);
  await said(reading.ada, "sync", {});
  await moveTo(reading.host, "rebuttal");
  const [first, second] = [{ ...rebuttal(), starter: "evidence" }, rebuttal()];
  for (const each of [first, second]) await said(reading.ada, "rebuttal:post", each);
  await said(reading.ada, "rebuttal:edit", { rebuttalId: first.id, body: "Said better." });
  await reading.ada.hearsRebuttals(({ changed }) => changed.some(({ edited }) => edited === true));
  await said(reading.host, "host:merge", { rebuttalId: second.id, into: first.id });
  await reading.ada.hearsRebuttals(({ changed }) =>
    changed.some(({ mergedInto }) => mergedInto === first.id),
  );
  await said(reading.ada, "rebuttal:withdraw", { rebuttalId: first.id });
  const spoken = await paired(server, 4);
  clients.push(spoken.host, ...spoken.students);
  for (const action of ["stay", "replace"] as const) {
    const asking = spoken.students[action === "stay" ? 0 : 1];
    const { partner, place } = await partnerOf(asking, spoken.students);
    await said(asking, "pairs:missing", { place });
    await spoken.host.sees(({ pairs }) => pairs?.missing?.[0]?.partnerId === partner.participantId);
    if (action === "stay") await said(partner, "pairs:here", {});
    else {
      const ids = { participantId: asking.participantId, partnerId: partner.participantId };
      await said(spoken.host, "host:pairs-missing", { ...ids, action });
    }
    await asking.sync();
  }
  await said(host, "host:remove", { participantIds: [bob.participantId] });
  await bob.hears("removed");
  await restoreSeat(host);
  expect(Refused.safeParse(await ada.raw("host:phase", { to: "closed", version: 0 })).error).toBeUndefined();
  await host.hears("roster");
  await host.hears("log");
  await ada.hears("mine");
  for (const version of [0, (await ada.sync()).cursor]) {
    const late = await server.connect("student", { ticket, version });
    await late.hears("synced");
    clients.push(late);
  }
  await saysOf("switch");
  await server.asHost("", { method: "DELETE" });
  await ada.hears("gone");

  const heard = new Set<string>();
  for (const { name, payload } of clients.flatMap((client) => client.heard)) {
    heard.add(name);
    const { error } = SERVER_MESSAGES[name as keyof typeof SERVER_MESSAGES].safeParse(payload);
    expect(error, `${name}: ${JSON.stringify(payload)}`).toBeUndefined();
  }
  expect([...accepted].sort()).toEqual(Object.keys(CLIENT_MESSAGES).sort());
  // Storage fails in tests/integration/storage.test.ts; slow presses are in tests/unit/server/sockets/press-deadlines.test.ts.
  expect([...heard, "storage", "working"].sort()).toEqual(Object.keys(SERVER_MESSAGES).sort());
});

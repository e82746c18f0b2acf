import { describe, expect, test } from "vitest";
import { hasCome, neighborOf, type Step } from "#debate/rules/steps.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal, refused } from "#tests/support/lesson.ts";
import { keyIn } from "#tests/support/requests.ts";
import { atResults, STAGED, showStep } from "#tests/support/reveal.ts";
import { startServer, type TestServer } from "#tests/support/server.ts";

const stepOf = async (client: Client) => (await client.sync()).session.step;

/** The clicker of a projector with this cookie. */
const click = (server: TestServer, step: Step, version: number, cookie = server.cookie) =>
  server.asStranger("/step", { json: { step, version }, headers: { cookie } });

describe("[V14] a staged reveal", () => {
  test("shows everyone the same, a step at a time, and who may step the steps that have something to show", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host, students } = await atResults(server);
    // The address of the host's projector has the key in it, too.
    const screen = await server.connect("screen", {}, { cookie: server.cookie });
    const [ada] = students;
    const { steps = [] } = await host.hearsResult((result) => result.step === "covered");
    expect(steps).toEqual(["covered", "guess", "before", "flow", "verdict", "chance", "open"]);
    expect(await ada.hearsResult(() => true)).toEqual({ step: "covered" });
    const ahead = (step: Step) => steps.filter((each) => each !== "guess" || !hasCome(step, "before"));
    for (let at: Step | null = "covered"; at; at = neighborOf(steps, at, 1)) {
      if (at !== "covered") expect(await showStep(host, at)).toMatchObject(OK);
      const here = at;
      const told = await ada.hearsResult((result) => result.step === here);
      for (const other of students) expect(await other.hearsResult((r) => r.step === here)).toEqual(told);
      for (const staff of [host, screen])
        expect(await staff.hearsResult((r) => r.step === here)).toEqual({ ...told, steps: ahead(here) });
      expect(await ada.sync()).toMatchObject({ session: { step: here }, result: told });
    }
    const last = await ada.hearsResult((result) => result.step === "open");
    expect(last).toMatchObject({
      before: { for: 3, against: 2, undecided: 2, n: 7, unit: "people" },
      paired: { n: 7 },
      winner: "for",
    });
    // Each step once, however many changes there were besides.
    await host.send("host:lock", { locked: true });
    await ada.sees(({ locked }) => locked);
    expect(ada.heard.filter(({ name }) => name === "result")).toHaveLength(steps.length);
  });

  test("who may not step is told no step to come: that one has nothing to show tells what the votes are", async () => {
    await using server = await startServer({ settings: STAGED });
    // Nobody moved, so there is no chance to show.
    const { host, screen } = await atResults(server, [
      ["for", "for"],
      ["against", "against"],
    ]);
    const made = (await (await server.asHost("/links/assistant", { json: {} })).json()) as { url: string };
    const key = keyIn(made.url);
    const assistant = await server.connect("host", { key }, { cookie: undefined });
    const page = await server.app.pageApi.screen(
      new Headers(),
      server.session.code,
      keyIn(server.session.urls.screen),
    );
    expect(page.ok && page.value).toMatchObject({ isHost: false, result: { steps: ["covered"] } });
    for (const client of [screen, assistant])
      expect((await client.sync()).result?.steps).toEqual(["covered"]);
    await showStep(host, "flow");
    const seen = ["covered", "guess", "before", "flow"];
    for (const client of [screen, assistant])
      expect((await client.hearsResult(({ step }) => step === "flow")).steps).toEqual(seen);
    await showStep(host, "open");
    expect((await assistant.sync()).result?.steps).toEqual(["covered", "before", "flow", "verdict", "open"]);
    const heard = [screen, assistant].flatMap((client) => client.heard);
    expect(JSON.stringify(heard.filter(({ name }) => name === "result"))).not.toContain("chance");
  });

  test("[R15] what moved people is found among all rebuttals, and has its place on the page of results", async () => {
    await using server = await startServer({ settings: STAGED });
    const [host, ada, bob] = await server.seats("host", "student", "student");
    await moveTo(host, "before");
    for (const each of [ada, bob]) await each.send("ballot:cast", ballot("for"));
    await moveTo(host, "rebuttal");
    const hers = rebuttal();
    await ada.send("rebuttal:post", hers);
    // More than a page of others, each endorsed.
    const { id: sessionId, version } = await server.database.reader.session.findFirstOrThrow();
    const { participantId } = await server.join();
    const others = Array.from({ length: 250 }, () => ({ ...rebuttal(), sessionId, participantId }));
    const columns = { status: "published", at: BigInt(Date.now()), changed: version + 1 };
    await server.database.write(async (transaction) => {
      await transaction.session.update({ where: { id: sessionId }, data: { version: version + 1 } });
      await transaction.rebuttal.createMany({ data: others.map((each) => ({ ...each, ...columns })) });
      const endorsements = others.map(({ id }) => ({ rebuttalId: id, participantId: ada.participantId }));
      await transaction.endorsement.createMany({ data: endorsements });
    });
    await moveTo(host, "after");
    const credit = { rebuttalId: hers.id, without: "for", why: "w".repeat(60) } as const;
    await bob.send("ballot:cast", { ...ballot("against", "after"), credit });
    await moveTo(host, "results");
    const shown: { rebuttals: { id: string }[] } = await (await server.asHost("/results")).json();
    expect(shown.rebuttals.map(({ id }) => id).indexOf(hers.id)).toBe(199);
    expect((await host.sync()).result?.steps).toContain("moved");
    await showStep(host, "moved");
    expect((await ada.hearsResult(({ step }) => step === "moved")).moved?.rebuttals).toEqual([hers.id]);
  });

  test("stepping back after open changes what is displayed, and results stay readable", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host, students } = await atResults(server);
    const [ada] = students;
    expect((await server.asStranger("/results")).status).toBe(403);
    await showStep(host, "open");
    await ada.sees(({ tally }) => tally !== undefined);
    expect(await showStep(host, "flow")).toMatchObject(OK);
    expect(Object.keys((await ada.sync()).result ?? {})).toEqual(["step", "before", "paired"]);
    expect((await server.asStranger("/results")).status).toBe(200);
    // Back to the vote: the next results begin covered.
    await moveTo(host, "after");
    await moveTo(host, "results");
    expect(await ada.sync()).toMatchObject({ session: { step: "covered" }, result: { step: "covered" } });
    expect((await server.asStranger("/results")).status).toBe(403);
  });

  test("closing opens the results, also from covered", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host, students } = await atResults(server);
    await moveTo(host, "closed");
    const { session, result } = await students[0].sync();
    expect([session.step, result?.step]).toEqual(["open", "open"]);
    expect((await server.asStranger("/results")).status).toBe(200);
    expect(await showStep(host, "flow")).toEqual(refused("wrong-phase"));
    await moveTo(host, "results");
    expect((await server.asStranger("/results")).status).toBe(200);
  });
});

describe("[V15] the host's step", () => {
  test("[P7] of two devices that step at once, one is stale", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host } = await atResults(server);
    const phone = await server.connect("host");
    const { version } = (await host.sync()).session;
    const answers = await Promise.all([
      host.send("host:step", { step: "before", version }),
      phone.send("host:step", { step: "before", version }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers).toContainEqual(refused("stale"));
    // A move that did not know of the step is stale, too.
    expect(await phone.send("host:phase", { to: "closed", version })).toEqual(refused("stale"));
    expect(await host.send("host:step", { step: "flow", version: version + 99 })).toEqual(refused("stale"));
    expect(await showStep(host, "before")).toEqual(refused("stale"));
    expect(await stepOf(host)).toBe("before");
  });

  test("by the clicker of a projector that has the host's cookie, and no one else's", async () => {
    await using server = await startServer({ settings: STAGED });
    const { host, screen, students } = await atResults(server);
    const { version } = (await host.sync()).session;
    const seat = `seat-${server.session.code}=${(students[0].socket.auth as { ticket: string }).ticket}`;
    expect((await click(server, "before", version, "")).status).toBe(401);
    expect((await click(server, "before", version, seat)).status).toBe(401);
    expect((await click(server, "before", version, await server.colleague())).status).toBe(403);
    const form = new URLSearchParams({ step: "before", version: `${version}` });
    expect((await server.asHost("/step", { method: "POST", body: form })).status).toBe(400);
    expect(await stepOf(host)).toBe("covered");

    const clicked = await click(server, "before", version);
    expect([clicked.status, await clicked.json()]).toEqual([200, { version: expect.any(Number) }]);
    await screen.hearsResult(({ step }) => step === "before");
    expect((await click(server, "flow", version)).status).toBe(409);
    const [entry] = await host.hearsLog((entries) => entries[0]?.kind === "step");
    expect(entry).toMatchObject({ actor: "host", detail: "before" });
  });
});

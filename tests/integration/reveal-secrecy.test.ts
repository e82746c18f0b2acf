import { describe, expect, test } from "vitest";
import type { Step } from "#debate/rules/steps.ts";
import type { Client } from "#tests/support/client.ts";
import { ballot, moveTo, OK, rebuttal } from "#tests/support/lesson.ts";
import { AFTER, BEFORE, countsVotes, everyAnswer, everyPage } from "#tests/support/onlookers.ts";
import { keyIn } from "#tests/support/requests.ts";
import { STAGED, showStep } from "#tests/support/reveal.ts";
import { startServer } from "#tests/support/server.ts";

describe("[V14] in a staged reveal", () => {
  /** What a message may hold at a step, with what came before. */
  const HOLDS: [Step, string[]][] = [
    ["covered", ["step"]],
    ["guess", []],
    ["before", ["before", "flowHidden"]],
    ["flow", ["paired", "guess"]],
    ["verdict", ["winner", "headline", "detail", "verdict", "margin", "fragility", "fragilityOfStanding"]],
    ["chance", ["coin"]],
    ["moved", ["moved"]],
  ];
  /** What is counted and has other names than counts of votes. */
  const TOLD = [
    "headline",
    "sentence",
    "standing",
    "margin",
    "fragility",
    "fragilityOfStanding",
    "coin",
    "midP",
    "mean",
    "truth",
    "credits",
  ];

  /** What a payload says about the results, its messages of the step apart. */
  function tellsIn(payload: unknown, path = ""): string[] {
    if (payload === null || typeof payload !== "object") return [];
    if ((payload as { name?: unknown }).name === "result") return [];
    return Object.entries(payload).flatMap(([key, value]) => {
      if (key === "result") return [];
      const tells = countsVotes(key, value) || TOLD.includes(key);
      return [...(tells ? [`${path}.${key}`] : []), ...tellsIn(value, `${path}.${key}`)];
    });
  }

  /** The messages of the step in a payload, however deep. */
  function messagesIn(payload: unknown): object[] {
    if (payload === null || typeof payload !== "object") return [];
    const { name, payload: heard } = payload as { name?: unknown; payload?: object };
    if (name === "result" && heard) return [heard];
    return Object.entries(payload).flatMap(([key, value]) =>
      key === "result" ? [value] : messagesIn(value),
    );
  }

  // The one that tells least, and one in which the host is told who voted what.
  test.each(["anonymous", "pseudonym"] as const)(
    "%s: no route tells anyone but the host more than the step, until it is open",
    async (identity) => {
      await using server = await startServer({ settings: { ...STAGED, identity } });
      const { code, urls } = server.session;
      const [host, screen] = await server.seats("host", "screen");
      const linked = async (link: string) =>
        keyIn(((await (await server.asHost(`/links/${link}`, { json: {} })).json()) as { url: string }).url);
      const [assisting, reviewing] = [await linked("assistant"), await linked("results")];
      const assistant = await server.connect("host", { key: assisting }, { cookie: undefined });
      const students = await Promise.all(
        BEFORE.map(async (_, n) =>
          server.connect("student", { ticket: (await server.join(`Student ${n}`)).ticket }),
        ),
      );
      const [ada] = students as [Client, Client];
      const { ticket } = ada.socket.auth as { ticket: string };
      await moveTo(host, "before", { identity });
      await Promise.all(students.map((student, i) => student.send("ballot:cast", ballot(BEFORE[i]))));
      await moveTo(host, "rebuttal", { identity });
      const hers = rebuttal();
      await ada.send("rebuttal:post", hers);
      await moveTo(host, "after", { identity });
      const credit = { rebuttalId: hers.id, without: "undecided", why: "w".repeat(60) } as const;
      await Promise.all(
        students.map((student, i) =>
          student.send("ballot:cast", {
            ...ballot(AFTER[i], "after"),
            ...(i > 0 && AFTER[i] !== "undecided" && { credit }),
          }),
        ),
      );
      await moveTo(host, "results", { identity });

      const clients = { ada, screen, assistant };
      const askAll = async () => {
        const keys = { assistant: assisting, reviewer: reviewing, screen: keyIn(urls.screen) };
        const asked = Object.values(keys).flatMap((key) =>
          ["", "&as=class", "&as=screen"].map((as) => server.asStranger(`/results?key=${key}${as}`)),
        );
        for (const as of ["class", "screen"]) asked.push(server.asHost(`/results?as=${as}`));
        const answers = await Promise.all(asked);
        expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
        const { pageApi } = server.app;
        const nobody = new Headers();
        for (const client of Object.values(clients)) await client.sync();
        return [
          ...(await everyAnswer(server, ticket)),
          ...(await everyPage(server, ticket)),
          await pageApi.phone(nobody, code),
          await pageApi.host(nobody, code, keys.assistant),
          await pageApi.screen(nobody, code, keys.screen),
          ...(await Promise.all(Object.values(keys).map((key) => pageApi.results(nobody, code, key)))),
          ...Object.values(clients).map(({ heard, answers: told }) => [heard, told]),
        ];
      };
      const may = new Set<string>();
      for (const [step, parts] of HOLDS) {
        for (const part of parts) may.add(part);
        if (step !== "covered") expect(await showStep(host, step)).toMatchObject(OK);
        for (const client of Object.values(clients))
          await client.hearsResult((result) => result.step === step);
        const told = await askAll();
        expect(tellsIn(told), step).toEqual([]);
        const messages = messagesIn(told);
        expect(messages.length).toBeGreaterThan(5);
        const held = new Set(messages.flatMap((message) => Object.keys(message)));
        expect(
          [...held].filter((part) => part !== "steps" && !may.has(part)),
          step,
        ).toEqual([]);
      }
      // The host reads everything meanwhile.
      expect((await server.asHost("/results")).status).toBe(200);
      await showStep(host, "open");
      await ada.hearsResult(({ step }) => step === "open");
      expect((await server.asStranger(`/results?key=${reviewing}`)).status).toBe(200);
      expect(tellsIn(await everyPage(server, ticket)).length).toBeGreaterThan(10);
    },
  );
});

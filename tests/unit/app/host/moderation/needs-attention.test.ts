import { createElement } from "react";
import { expect, test } from "vitest";
import { CommandsOf } from "#app/host/commands.tsx";
import { NeedsAttention } from "#app/host/moderation/NeedsAttention.tsx";
import type { WaitingElsewhere } from "#app/host/moderation/waiting-elsewhere.ts";
import { RealNames } from "#app/host/real-names.ts";
import type { Live } from "#app/live/live.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { markupOf } from "#tests/support/markup.tsx";

const rebuttalOf = (id: string, given: Partial<Rebuttal> = {}): [string, Rebuttal] => [
  id,
  { id, side: "for", body: id, endorsements: 0, status: "pending", at: 0, rank: 0, ...given },
];

function queueOf(
  count: number,
  missing: WaitingElsewhere["missing"] = [],
  role: "host" | "assistant" = "host",
) {
  const waiting = Array.from({ length: count }, (_, at): [string, Rebuttal] => {
    const id = `rebuttal ${at}`;
    return rebuttalOf(id, { at, rank: at });
  });
  return attention(waiting, { missing }, role);
}

function attention(
  rebuttals: readonly [string, Rebuttal][],
  elsewhere: Partial<WaitingElsewhere> = {},
  role: "host" | "assistant" = "host",
  realNames: ReadonlyMap<string, string> = new Map(),
) {
  const settings = Settings.parse({});
  const queue = createElement(NeedsAttention, {
    debate: { positions: [] } as unknown as ReadDebate,
    approvesFirst: true,
    rebuttals: new Map(rebuttals),
    elsewhere: { tables: [], missing: [], bestArguments: 0, moreTime: false, ...elsewhere },
  });
  const room = { code: "ABC234", role, settings, phase: "rebuttal" } as const;
  const element = createElement(CommandsOf, {
    ...{
      ...room,
      live: {} as Live,
      shown: undefined,
      children: createElement(RealNames, { value: realNames }, queue),
    },
  });
  return markupOf(element);
}

test("[R35] of a long queue the first sixty are drawn, and the rest when asked for", () => {
  const drawn = (markup: string) => markup.match(/<li/gu)?.length;
  const long = queueOf(130);
  expect(drawn(long)).toBe(60);
  expect(long).toContain("rebuttal 59");
  expect(long).not.toContain("rebuttal 60");
  expect(long).toContain("Show 60 more");
  const short = queueOf(60);
  expect(drawn(short)).toBe(60);
  expect(short).not.toContain("more</button>");
});

test("[P39] host and assistant see who can’t find whom, by what they may know, and the host decides", () => {
  const ids = { participantId: "ada", partnerId: "bob" };
  const named = { table: 4, ...ids, name: "Ada", partner: "Bob" };
  const host = queueOf(0, [named]).replaceAll(/<(?!button)[^>]*>/gu, "");
  expect(host).toMatch(/Ada.* can’t find .*Bob.* at table 4/u);
  expect(host).toMatch(/Find another partner.*They’re at the table/u);
  const assistant = queueOf(0, [named, { table: 7 }], "assistant");
  expect(assistant).toContain("Someone at table 7 can’t find their partner");
  expect(assistant).not.toMatch(/Find another partner|They’re at the table/u);
});

const words = (markup: string) => markup.replaceAll(/<[^>]*>/gu, " ").replaceAll(/[\u2068\u2069]|\s+/gu, " ");

test("[R39] Approve stands behind the words and what these answer, and nothing holds it in sight without them", () => {
  const root = rebuttalOf("root", { body: "Trade keeps the peace.", status: "published", by: "Teal 3" });
  const reply = rebuttalOf("reply", { body: "It never has.", replyTo: "root" });
  const markup = attention([root, reply]);
  expect(words(markup)).toMatch(/Trade keeps the peace\..*In reply to .*Teal 3.*It never has\..*Approve/u);
  expect(markup).not.toContain("sticky");
});

test("[R38] Approve is the primary button unless the filter holds the rebuttal, which the list says", () => {
  const approve = (markup: string) => /<button[^>]*>(?:<[^>]*>)*Approve/u.exec(markup)?.[0] ?? "";
  const plain = attention([rebuttalOf("plain")]);
  const held = attention([rebuttalOf("held", { held: true })]);
  expect(approve(plain)).toContain("bg-ink");
  expect(approve(held)).not.toContain("bg-ink");
  expect(words(held)).toContain("Held because of its words");
  expect(words(plain)).not.toContain("Held because of its words");
});

test("[R41] beside a pseudonym in the queue the host reads the name that its student typed", () => {
  const held = rebuttalOf("held", { by: "Teal 3", participantId: "ada" });
  expect(words(attention([held], {}, "host", new Map([["ada", "Ada Ash"]])))).toMatch(/Teal 3.*Ada Ash/u);
});

test("[R40] a student who needs more time stands under what needs attention", () => {
  expect(words(attention([], { moreTime: true }))).toMatch(/Needs attention.*1.*A student needs more time/u);
  expect(words(attention([]))).not.toContain("more time");
});

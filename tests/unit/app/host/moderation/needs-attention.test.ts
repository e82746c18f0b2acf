import { expect, test } from "vitest";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { attentionIn } from "#tests/support/attention.tsx";

const rebuttalOf = (id: string, given: Partial<Rebuttal> = {}): Rebuttal => ({
  ...{ id, side: "for", body: id, endorsements: 0, status: "pending", at: 0, rank: 0 },
  ...given,
});

const queueOf = (count: number) =>
  attentionIn({
    rebuttals: Array.from({ length: count }, (_, at) => rebuttalOf(`rebuttal ${at}`, { at, rank: at })),
  });

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

const words = (markup: string) => markup.replaceAll(/<[^>]*>/gu, " ").replaceAll(/[\u2068\u2069]|\s+/gu, " ");

test("[R39] Approve stands behind the words and what these answer, and nothing holds it in sight without them", () => {
  const root = rebuttalOf("root", { body: "Trade keeps the peace.", status: "published", by: "Teal 3" });
  const reply = rebuttalOf("reply", { body: "It never has.", replyTo: "root" });
  const markup = attentionIn({ rebuttals: [root, reply] });
  expect(words(markup)).toMatch(/Trade keeps the peace\..*In reply to .*Teal 3.*It never has\..*Approve/u);
  expect(markup).not.toContain("sticky");
});

test("[R38] Approve is the primary button unless the filter holds the rebuttal, which the list says", () => {
  const approve = (markup: string) => /<button[^>]*>(?:<[^>]*>)*Approve/u.exec(markup)?.[0] ?? "";
  const plain = attentionIn({ rebuttals: [rebuttalOf("plain")] });
  const held = attentionIn({ rebuttals: [rebuttalOf("held", { held: true })] });
  expect(approve(plain)).toContain("bg-ink");
  expect(approve(held)).not.toContain("bg-ink");
  expect(words(held)).toContain("Held because of its words");
  expect(words(plain)).not.toContain("Held because of its words");
});

test("[R41] beside a pseudonym in the queue the host reads the name that its student typed", () => {
  const rebuttals = [rebuttalOf("held", { by: "Teal 3", participantId: "ada" })];
  const realNames = new Map([["ada", "Ada Ash"]]);
  expect(words(attentionIn({ rebuttals, realNames }))).toMatch(/Teal 3.*Ada Ash/u);
});

test("[R40] a student who needs more time stands under what needs attention", () => {
  const asked = words(attentionIn({ snapshot: { moreTime: true } }));
  expect(asked).toMatch(/Needs attention.*1.*A student needs more time/u);
  expect(words(attentionIn({}))).not.toContain("more time");
});

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import {
  AUDIENCES,
  type Audience,
  EXTENTS,
  extentOf,
  FACTS,
  KINDS,
  kindOf,
  PROMISE,
} from "#debate/rules/promise.ts";
import { promiseTable } from "#docs/contract/promise-table.ts";

const facts = (kind: (typeof KINDS)[number], audience: Audience) =>
  FACTS.filter((fact) => extentOf(kind, audience, fact) !== null);

describe("[V47] the promise", () => {
  test("[V11] is one of five, by names and small groups", () => {
    expect(kindOf({ identity: "anonymous", smallGroups: "hide" })).toBe("anonymous");
    expect(kindOf({ identity: "anonymous", smallGroups: "tell" })).toBe("anonymousTelling");
    expect(kindOf({ identity: "pseudonym", smallGroups: "hide" })).toBe("pseudonymHiding");
    expect(kindOf({ identity: "pseudonym", smallGroups: "tell" })).toBe("pseudonym");
    // Where names are public there is nothing to hide.
    expect(kindOf({ identity: "named", smallGroups: "hide" })).toBe("named");
  });

  test("says for each kind of session, audience and fact one thing at most", () => {
    for (const fact of FACTS)
      for (const kind of KINDS)
        for (const audience of AUDIENCES) {
          const lines = PROMISE[fact].filter(
            ([kinds, audiences]) =>
              (kinds as readonly string[]).includes(kind) &&
              (audiences as readonly string[]).includes(audience),
          );
          expect([fact, kind, audience, lines.length]).toEqual([
            fact,
            kind,
            audience,
            Math.min(lines.length, 1),
          ]);
        }
  });

  test("[V10] tells the server's log nothing, and files without names nothing of whose something is", () => {
    const told = KINDS.map((kind) => [facts(kind, "log"), facts(kind, "nameless")]);
    expect(told.map(([log]) => log)).toEqual(KINDS.map(() => []));
    for (const [, nameless] of told)
      expect(["words", "pickedWords", "exit", "endorsements", "guesses"]).toEqual(
        expect.arrayContaining(nameless ?? []),
      );
  });

  test("[V9] tells the host of an anonymous session of votes what everyone is told", () => {
    const ofHost = ["code", "words", "pickedWords", "exit", "endorsements", "note"];
    for (const kind of ["anonymous", "anonymousTelling"] as const) {
      const more = FACTS.filter((fact) => extentOf(kind, "host", fact) !== extentOf(kind, "reader", fact));
      expect(more).toEqual(ofHost);
    }
  });

  test("tells no class whose vote is whose, nor figures by camp or their order", () => {
    for (const kind of KINDS)
      for (const audience of ["reader", "class", "screen", "assistant"] as const)
        for (const fact of [
          "votes",
          "choice",
          "times",
          "camps",
          "order",
          "movers",
          "endorsed",
          "shown",
        ] as const)
          expect([kind, audience, fact, extentOf(kind, audience, fact)]).toEqual([
            kind,
            audience,
            fact,
            null,
          ]);
  });

  test("is printed in docs/privacy.md, with every word for when", () => {
    expect(readFileSync("docs/privacy.md", "utf8")).toContain(promiseTable());
    const used = new Set(
      KINDS.flatMap((kind) => AUDIENCES.flatMap((each) => FACTS.map((fact) => extentOf(kind, each, fact)))),
    );
    expect(EXTENTS.filter((extent) => !used.has(extent))).toEqual([]);
  });
});

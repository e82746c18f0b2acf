import { describe, expect, test } from "vitest";
import { PROMISES } from "#debate/activities/index.ts";
import { extentOf, FACTS, visibleTo } from "#debate/rules/promise.ts";
import { AUDIENCES, type Audience } from "#debate/rules/promise-terms.ts";
import { IDENTITIES, type Identity } from "#debate/rules/session-options.ts";

const facts = (identity: Identity, audience: Audience) =>
  FACTS.filter((fact) => extentOf(identity, audience, fact) !== null);

const NEVER = ["votes", "choice", "times", "camps", "order", "movers", "endorsed", "shown"] as const;

describe("[V47] the promise", () => {
  test("says for each kind of session, audience and fact one thing at most", () => {
    for (const fact of FACTS)
      for (const identity of IDENTITIES)
        for (const audience of AUDIENCES) {
          const lines = visibleTo(fact).filter(
            ([identities, audiences]) => identities.includes(identity) && audiences.includes(audience),
          );
          expect(lines.length, `${fact} ${identity} ${audience}`).toBeLessThanOrEqual(1);
        }
  });

  test("[V10] tells the server's log nothing, and files without names nothing of whose something is", () => {
    const told = IDENTITIES.map((identity) => [facts(identity, "log"), facts(identity, "nameless")]);
    expect(told.map(([log]) => log)).toEqual(IDENTITIES.map(() => []));
    for (const [, nameless] of told) {
      expect((nameless ?? []).filter((fact) => /^whose|Name$/u.test(fact))).toEqual([]);
      expect(["words", "pickedWords", "endorsements"]).toEqual(
        expect.arrayContaining((nameless ?? []).filter((fact) => !Object.hasOwn(PROMISES, fact))),
      );
    }
  });

  test("[V9] tells the host of an anonymous session of votes what everyone is told", () => {
    const ofHost = ["code", "words", "pickedWords", "endorsements", "note"];
    const more = FACTS.filter(
      (fact) =>
        !Object.hasOwn(PROMISES, fact) &&
        extentOf("anonymous", "host", fact) !== extentOf("anonymous", "reader", fact),
    );
    expect(more).toEqual(ofHost);
  });

  test("tells no class whose vote is whose, nor figures by camp or their order", () => {
    for (const identity of IDENTITIES)
      for (const audience of ["reader", "class", "screen", "assistant"] as const)
        for (const fact of NEVER)
          expect(extentOf(identity, audience, fact), `${identity} ${audience} ${fact}`).toBeNull();
  });
});

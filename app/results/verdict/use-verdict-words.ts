import { useTranslations } from "next-intl";
import type { Said, SaidFacts } from "#debate/counting/verdict-facts.ts";
import { OPPOSITE } from "#debate/rules/choices.ts";

type Say = ReturnType<typeof useTranslations<"verdict">>;
type Values = Record<string, string | number>;

/** A headline, the line under it, and both as one sentence. */
type VerdictWords = { headline: string; detail: string; sentence: string };

/** [E3] Says a verdict in the reader's language. */
export function useVerdictWords(): (facts: SaidFacts) => VerdictWords {
  const t = useTranslations("verdict");
  return (facts) => verdictIn(t, facts);
}

/** [E3] `t` translates the namespace `verdict`. In English these are the words of `verdictWords`, letter for letter. */
export function verdictIn(t: Say, facts: SaidFacts): VerdictWords {
  switch (facts.kind) {
    case "after-not-held":
      return whole(t, "afterNotHeld", { firstOnly: facts.firstOnly });
    case "nobody-voted-twice":
      if (facts.firstOnly + facts.lastOnly === 0) return whole(t, "nobodyVoted");
      return whole(t, "nobodyVotedTwice", { firstOnly: facts.firstOnly, lastOnly: facts.lastOnly });
    case "nobody-moved":
      return whole(t, "nobodyMoved", { n: facts.n, provisional: `${facts.provisional}` });
    case "in-short":
      return whole(t, "inShort", { winner: facts.winner ?? "none" });
    case "too-few":
      return whole(t, "tooFew");
    case "dead-heat":
      if (facts.standing === "few") return few(t, facts);
      return facts.isSmallLead ? small(t, facts) : close(t, facts);
    case "won":
      if (facts.standing === "few") return few(t, facts);
      return facts.standing === "close" ? close(t, facts) : ahead(t, facts);
    default:
      return facts satisfies never;
  }
}

function joined(t: Say, headline: string, detail: string): VerdictWords {
  return { headline, detail, sentence: t("sentence", { headline, detail }) };
}

type Plain = "afterNotHeld" | "nobodyVoted" | "nobodyVotedTwice" | "nobodyMoved" | "inShort" | "tooFew";

function whole(t: Say, key: Plain, values: Values = {}): VerdictWords {
  return joined(t, t(`headline.${key}`, values), t(`detail.${key}`, values));
}

/** [S16] Votes of those who voted once stand first, directly under the headline. */
function moved(t: Say, facts: Said, headline: string, detail: string): VerdictWords {
  const { votedOnce } = facts;
  if (!votedOnce) return joined(t, headline, detail);
  return joined(t, headline, t("afterOnce", { once: t("once", { once: votedOnce }), detail }));
}

/** Too few moved to say who leads; [S9] hardly anyone is under a fifth. */
function few(t: Say, facts: Said): VerdictWords {
  const { provisional, movers, n } = facts;
  const key = 5 * movers < n ? "hardlyAnyone" : movers === n ? "fewAll" : "few";
  return moved(
    t,
    facts,
    t(key === "hardlyAnyone" ? "headline.hardlyAnyone" : "headline.fewVoters", {
      provisional: `${provisional}`,
    }),
    t(`detail.${key}`, { movers, n }),
  );
}

/** [S15] */
function small(t: Say, facts: Said): VerdictWords {
  const headline = t("headline.small", { provisional: `${facts.provisional}` });
  return moved(t, facts, headline, t("detail.small", { moved: movedWords(t, facts) }));
}

function close(t: Say, facts: Said): VerdictWords {
  const { fragility, provisional } = facts;
  const split = movedWords(t, facts);
  return moved(
    t,
    facts,
    t("headline.close", { provisional: `${provisional}` }),
    fragility === null ? t("detail.level", { moved: split }) : t("detail.close", { fragility, moved: split }),
  );
}

/** A clear lead, or one that is a hint. */
function ahead(t: Say, facts: Extract<SaidFacts, { kind: "won" }>): VerdictWords {
  const { winner, n, standing, people, provisional } = facts;
  const [own, other] = [people[winner], people[OPPOSITE[winner]]];
  const [lost, otherLost] = [own.before - own.after, other.before - other.after];
  const isClear = standing === "clear";
  const path = ({ before, after }: typeof own) => (before === after ? "same" : "moved");
  const way = t("way", {
    ...{ winner, n, before: own.before, after: own.after, own: path(own) },
    // Where the leader gained nothing, only the other side's way shows the lead.
    both: !isClear || lost >= 0 ? path(other) : "none",
    ...{ otherBefore: other.before, otherAfter: other.after },
  });
  const split = { way, moved: movedWords(t, facts) };
  return moved(
    t,
    facts,
    t(`headline.${lost > 0 ? "lostFewer" : isClear ? "clear" : "leaning"}`, {
      ...{ winner, lost, otherLost, hint: `${!isClear}`, provisional: `${provisional}` },
    }),
    isClear ? t("detail.clear", { ...split, lead: leadWords(t, facts) }) : t("detail.leaning", split),
  );
}

/** [S14] How many answers would end the lead, and how few of them would make it less. */
function leadWords(t: Say, { fragility, otherStanding: other }: Said): string {
  const isNearer = other !== undefined && other.people !== fragility;
  return t("lead", {
    fragility: fragility ?? 0,
    ...(isNearer ? other : { people: 0, claim: "none" }),
  });
}

/** How many moved toward each side. */
function movedWords(t: Say, { toward, leader, standing, isSmallLead }: Said): string {
  const isContrary = leader !== null && toward[leader] <= toward[OPPOSITE[leader]];
  return t("moved", {
    towardFor: toward.for,
    towardAgainst: toward.against,
    contrary: isContrary ? leader : "no",
    // [S17] The same sentence says where that is no sure direction.
    unsure: `${isContrary && standing !== "clear" && !isSmallLead}`,
  });
}

import type { z } from "zod";
import { emptySteps, type RevealedPart, revealOfActivities } from "#debate/activities/results.ts";
import { shownCoin } from "#debate/counting/coin-classes.ts";
import type { MovementResult, Results } from "#debate/counting/results.ts";
import { saidFacts } from "#debate/counting/verdict-facts.ts";
import type * as answers from "#debate/protocol/answers/result-message.ts";
import type { Settings } from "#debate/rules/settings.ts";
import { hasCome, STEPS, type Step } from "#debate/rules/steps.ts";

/** How many rebuttals, paragraphs and pieces of common ground `moved` names. */
const NAMED = 3;

/** The first answers of the people who voted twice. `unit`: exact people, people in fives with noise [Z8], or shares 0..1 [Z3]. */
export type FirstVote = NonNullable<ResultMessage["before"]>;

/**
 * What moved people most, the most credited first; `credits`, and which paragraph a rebuttal answers, are in the same order.
 * Words are not in it, because the projector has none [V12].
 */
export type MovedPeople = NonNullable<ResultMessage["moved"]>;

export type MovedInAll = NonNullable<MovedPeople["inAll"]>;

/**
 * [V14] What a step of the reveal shows the class, with everything that earlier steps showed; at most 2 KB. A part is left out
 * if its step has not come, or if there is nothing to show.
 */
export type ResultMessage = z.infer<typeof answers.ResultMessage>;

type Shown = Pick<
  Results,
  | "rounds"
  | "paired"
  | "verdict"
  | "margin"
  | "fragility"
  | "fragilityOfStanding"
  | "tests"
  | RevealedPart
  | "rebuttals"
  | "paragraphs"
  | "commonGround"
>;

/** [V14] The steps of a session that have something to show. Without staging there is only `open`. */
export function stepsWithSomething(
  shown: Shown,
  { reveal, activities }: Pick<Settings, "reveal" | "activities">,
): Step[] {
  if (reveal === "at-once") return ["open"];
  const hasPicture = firstVote(shown.paired) !== null;
  const isEmpty: Partial<Record<Step, boolean>> = {
    before: !hasPicture,
    flow: !hasPicture,
    chance: shownCoin(shown) === null,
    moved: movedPeople(shown) === null,
  };
  const others: readonly Step[] = emptySteps(shown, { activities });
  return STEPS.filter((step) => !isEmpty[step] && !others.includes(step));
}

/** [V14] The message of a step, from the results as the class may see them. */
export function resultMessage(shown: Shown, step: Step): ResultMessage {
  const { paired, verdict, margin, fragility, fragilityOfStanding } = shown;
  const parts: { [Part in keyof ResultMessage]?: [Step, ResultMessage[Part] | null] } = {
    before: ["before", firstVote(paired)],
    flowHidden: ["before", paired.n > 0 && firstVote(paired) === null ? true : null],
    paired: ["flow", firstVote(paired) && paired],
    ...revealOfActivities(shown),
    headline: ["verdict", verdict.headline],
    verdict: ["verdict", saidFacts(verdict.facts)],
    margin: ["verdict", margin],
    fragility: ["verdict", fragility],
    fragilityOfStanding: ["verdict", fragilityOfStanding],
    coin: ["chance", shownCoin(shown)],
    moved: ["moved", movedPeople(shown)],
  };
  const come = Object.entries(parts).filter(([, [from, part]]) => part !== null && hasCome(step, from));
  return {
    step,
    ...Object.fromEntries(come.map(([name, [, part]]) => [name, part])),
    ...(hasCome(step, "verdict") && { winner: verdict.winner, detail: verdict.detail }),
  };
}

/** The left bar of the flow, exact, rounded or in shares, whichever is shown; null if none is. */
function firstVote({ n, matrix, rounded, shares }: MovementResult): FirstVote | null {
  if (n === 0) return null;
  const rows = matrix ?? rounded;
  if (rows) {
    const [pro, against, undecided] = rows.map((row) => row.reduce((sum, people) => sum + people, 0));
    const unit = matrix ? "people" : "fives";
    return { for: pro ?? 0, against: against ?? 0, undecided: undecided ?? 0, n, unit };
  }
  return shares ? { ...shares.from, n, unit: "shares" } : null;
}

function movedPeople({ rebuttals, paragraphs, commonGround }: Shown): MovedPeople | null {
  const most = <T extends { credits: number | null }>(all: readonly T[]) =>
    all
      .filter((each): each is T & { credits: number } => (each.credits ?? 0) > 0)
      .sort((one, other) => other.credits - one.credits);
  const [allWritten, allRead] = [most(rebuttals), most(paragraphs)];
  const [written, read] = [allWritten.slice(0, NAMED), allRead.slice(0, NAMED)];
  const isNamed = (id: string) => Number(written.some((each) => each.id === id));
  const allShared = [...(commonGround ?? [])].sort((one, other) => isNamed(other) - isNamed(one));
  const shared = allShared.slice(0, NAMED);
  const isMore = [allWritten, allRead, allShared].some(({ length }) => length > NAMED);
  const replies = written.filter(({ replyTo }) => replyTo !== undefined).map(({ id }) => id);
  if (written.length + read.length + shared.length === 0) return null;
  return {
    rebuttals: written.map(({ id }) => id),
    answers: written.map(({ quote }) => (quote ? { side: quote.side, n: quote.n } : null)),
    ...(replies.length > 0 && { replies }),
    paragraphs: read.map(({ side, n }) => ({ side, n })),
    commonGround: shared,
    credits: {
      rebuttals: written.map(({ credits }) => credits),
      paragraphs: read.map(({ credits }) => credits),
    },
    ...(isMore && {
      inAll: {
        rebuttals: allWritten.length,
        paragraphs: allRead.length,
        commonGround: allShared.length,
        credits: { rebuttals: sumOf(allWritten), paragraphs: sumOf(allRead) },
      },
    }),
  };
}

function sumOf(credited: readonly { credits: number }[]): number {
  return credited.reduce((sum, { credits }) => sum + credits, 0);
}

import type { ReadDebate } from "#debate/content/versions.ts";
import type { MovedInAll, MovedPeople } from "#debate/counting/reveal.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** A paragraph that moved people. */
export type MovedParagraph = { side: Side; n: number; expert: string; text: string; credits: number };

/** A rebuttal that moved people; `rebuttal` is null where this screen does not have its words [V12]. */
export type MovedRebuttal = {
  id: string;
  rebuttal: Rebuttal | null;
  answers: { expert: string; n: number } | "classmate" | null;
  isCommonGround: boolean;
  credits: number;
};

const expertOf = (debate: ReadDebate, side: Side) =>
  debate.positions.find((position) => position.side === side)?.expert.name ?? "";

/** How many moved people, with those that are not named. */
export function movedInAll({ rebuttals, paragraphs, commonGround, credits, inAll }: MovedPeople): MovedInAll {
  const all = (each: number[]) => each.reduce((sum, people) => sum + people, 0);
  return (
    inAll ?? {
      rebuttals: rebuttals.length,
      paragraphs: paragraphs.length,
      commonGround: commonGround.length,
      credits: { rebuttals: all(credits.rebuttals), paragraphs: all(credits.paragraphs) },
    }
  );
}

export function movedParagraphs({ paragraphs, credits }: MovedPeople, debate: ReadDebate): MovedParagraph[] {
  return paragraphs.map(({ side, n }, place) => ({
    ...{ side, n, expert: expertOf(debate, side), credits: credits.paragraphs[place] ?? 0 },
    text:
      debate.positions.find((position) => position.side === side)?.paragraphs.find((each) => each.n === n)
        ?.text ?? "",
  }));
}

export function movedRebuttals(
  { rebuttals, credits, answers, replies = [], commonGround }: MovedPeople,
  debate: ReadDebate,
  known: ReadonlyMap<string, Rebuttal>,
): MovedRebuttal[] {
  return rebuttals.map((id, place) => {
    const rebuttal = known.get(id);
    const answered = answers[place];
    const classmate = replies.includes(id) ? "classmate" : null;
    return {
      id,
      rebuttal: rebuttal?.status === "published" ? rebuttal : null,
      answers: answered ? { expert: expertOf(debate, answered.side), n: answered.n } : classmate,
      isCommonGround: commonGround.includes(id),
      credits: credits.rebuttals[place] ?? 0,
    };
  });
}

import { useAuthors } from "#app/shared/rebuttals/use-authors.ts";
import { creditsMe, isMine } from "#app/student/argue/rebuttal-list.ts";
import { useSeat } from "#app/student/join/seat.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** [R32] Who wrote a rebuttal, with me as "You", also among the authors of what it stands for; undefined without names. */
export function useAuthorsToMe(): (rebuttal: Rebuttal) => string | undefined {
  const authorsOf = useAuthors();
  const { state, you } = useSeat();
  const creditsMine = creditsMe(state.rebuttals, you);
  return (rebuttal) => {
    const isOwn = isMine(rebuttal, you);
    return authorsOf(isOwn ? { ...rebuttal, by: "you" } : rebuttal, {
      isAmong: !isOwn && creditsMine(rebuttal),
    });
  };
}

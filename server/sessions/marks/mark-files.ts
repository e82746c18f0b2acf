import type { Marks, StudentMark } from "#debate/protocol/answers/mark-answers.ts";
import type { Participated } from "#debate/protocol/answers/student-work.ts";
import { isOfDebate, ROUNDS } from "#debate/rules/choices.ts";
import { highestTotal, totalOf } from "#debate/rules/criteria.ts";
import type { Gradebook } from "#debate/rules/mark-limits.ts";
import { realNameOf } from "#server/sessions/marks/marks.ts";

type Cell = string | number | boolean | null;
/** Cells in the order of the columns, whose names may be the same: criteria are named by the host. */
export type Sheet = { columns: string[]; rows: Cell[][] };

/** [Q25] `title`: of the graded work. */
type Named = Pick<Marks, "criteria" | "marks"> & { title: string };

/** [Q25] What the import of a learning platform reads; docs/data.md says where that is documented. */
export function gradebookFile(gradebook: Gradebook, { criteria, marks, title }: Named): Sheet {
  const most = highestTotal(criteria);
  const total = ({ levels }: StudentMark) => totalOf(criteria, levels);
  switch (gradebook) {
    case "moodle":
      return {
        columns: ["Full name", "ID number", `${title} (0-${most})`, "Feedback"],
        // Moodle gives a line without a number to the student above it.
        rows: marks.flatMap((mark) =>
          mark.number === undefined ? [] : [[realNameOf(mark), mark.number, total(mark), mark.comment]],
        ),
      };
    case "canvas":
      return {
        columns: ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", title],
        rows: [
          ["Points Possible", "", "", "", "", most],
          ...marks.map((mark) => [realNameOf(mark), "", mark.number ?? "", "", "", total(mark)]),
        ],
      };
    case "classroom":
      return {
        columns: ["Name", "Grade", "Out of", "Private comment"],
        rows: marks.map((mark) => [realNameOf(mark), total(mark), most, mark.comment]),
      };
  }
}

/** [Q25] `did`: what each seat did; `wrote`: in which activities. */
type Everything = Pick<Marks, "criteria" | "marks"> & {
  hasPseudonyms: boolean;
  did: ReadonlyMap<string, Participated>;
  wrote: ReadonlyMap<string, readonly string[]>;
  activities: readonly string[];
};

/** [Q25] [Q23] Every level, the comment and what was done. */
export function everythingFile({
  criteria,
  marks,
  hasPseudonyms,
  did,
  wrote,
  activities,
}: Everything): Sheet {
  const rounds = ROUNDS.filter(
    (round) => isOfDebate(round) || [...did.values()].some(({ voted }) => round in voted),
  );
  const someone = activities.filter((each) => [...wrote.values()].some((parts) => parts.includes(each)));
  const rows = marks.map((mark) => {
    const { participantId, name, number, levels, comment } = mark;
    const { voted, rebuttals, replies } = did.get(participantId) ?? { voted: {}, rebuttals: 0, replies: 0 };
    const parts = wrote.get(participantId) ?? [];
    return [
      ...[realNameOf(mark), number ?? null, ...(hasPseudonyms ? [name] : [])],
      ...criteria.map(({ id }) => levels[id] ?? null),
      ...[totalOf(criteria, levels), highestTotal(criteria), comment],
      ...rounds.map((round) => (voted as Participated["voted"])[round] ?? null),
      ...[rebuttals, replies],
      ...activities.map((each) => (someone.includes(each) ? parts.includes(each) : null)),
    ];
  });
  const columns = [
    ...["name", "number", ...(hasPseudonyms ? ["pseudonym"] : [])],
    ...criteria.map(({ name }) => name),
    ...["total", "maximum", "comment"],
    ...rounds.map((round) => `voted${round.charAt(0).toUpperCase()}${round.slice(1)}`),
    ...["rebuttals", "replies", ...activities],
  ];
  return { columns, rows };
}

"use client";
import { useTranslations } from "next-intl";
import { useNews } from "#app/shared/notices/announce.ts";
import { isolated } from "#app/shared/text/isolated.ts";
import { Written } from "#app/shared/text/Written.tsx";
import { rebuttalOnWall } from "#app/shared/wall/rebuttals-on-wall.ts";
import { repliesOnWall } from "#app/shared/wall/replies-on-wall.ts";
import { useAuthorsToMe } from "#app/student/argue/use-authors-to-me.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { useSteadyBelow } from "#app/student/use-steady-below.ts";
import type { Mark } from "#debate/content/marks.ts";
import { withoutReadings } from "#debate/content/readings.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";

/** [F5] The rebuttal or paragraph that the host put on the projector, for those who can't read it there. */
export function OnProjector() {
  const shown = useShown();
  const place = useSteadyBelow();
  return (
    <div ref={place}>
      <div className="flow-root">{shown && <OnWall shown={shown} />}</div>
    </div>
  );
}

function OnWall({ shown }: { shown: Shown }) {
  const t = useTranslations("student.access");
  return (
    <section aria-label={t("projector")} className="mt-6 grid grid-cols-1 gap-1 border-l-4 border-ink pl-4">
      <h2 className="eyebrow text-ink-soft">{t("projector")}</h2>
      <Written as="p" marks={shown.marks} className="font-serif text-lg whitespace-pre-line">
        {shown.words}
      </Written>
      {shown.by && (
        <p className="text-sm text-ink-soft">
          <Written as="bdi">{shown.by}</Written>
        </p>
      )}
      {shown.replies.length > 0 && (
        <ul aria-label={t("projectorReplies")} className="mt-2 grid grid-cols-1 gap-2">
          {shown.replies.map(({ id, body, by }) => (
            <li key={id} className="border-s-2 border-line-strong ps-3">
              <p dir="auto" className="font-serif whitespace-pre-line">
                {body}
              </p>
              {by && (
                <p className="text-sm text-ink-soft">
                  <bdi>{by}</bdi>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The same as news, in every view. */
export function ProjectorNews() {
  const t = useTranslations("student.access");
  const shown = useShown();
  const read = shown && withoutReadings(shown.words);
  const words = read && shown.by ? t("byWhom", { words: read, name: isolated(shown.by) }) : read;
  useNews("projector", words ? t("onProjector", { words }) : null);
  return null;
}

type Shown = {
  words: string;
  by: string | undefined;
  marks?: readonly Mark[] | undefined;
  replies: readonly (Pick<Rebuttal, "id" | "body"> & { by: string | undefined })[];
};

function useShown(): Shown | null {
  const authorsOf = useAuthorsToMe();
  const { state, debate } = useSeat();
  const rebuttal = rebuttalOnWall(state);
  const named = (each: Rebuttal) => ({ ...each, by: authorsOf(each) });
  if (rebuttal)
    return { words: rebuttal.body, by: named(rebuttal).by, replies: repliesOnWall(state).map(named) };
  const { wall } = state.snapshot;
  if (typeof wall !== "object") return null;
  if ("picture" in wall) {
    const pictured = debate?.positions.find(({ side }) => side === wall.picture);
    return pictured?.picture ? { words: pictured.picture.alt, by: pictured.expert.name, replies: [] } : null;
  }
  if (!("paragraph" in wall)) return null;
  const position = debate?.positions.find(({ side }) => side === wall.paragraph.side);
  const paragraph = position?.paragraphs.find(({ n }) => n === wall.paragraph.n);
  return paragraph
    ? { words: paragraph.text, marks: paragraph.marks, by: position?.expert.name, replies: [] }
    : null;
}

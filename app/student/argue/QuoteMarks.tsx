"use client";
import { useTranslations } from "next-intl";
import { ChevronDown } from "#app/icons/icons.ts";
import { ContentIn, Written } from "#app/shared/text/Written.tsx";
import { useDraft, whole } from "#app/student/argue/use-draft.ts";
import { useSeat } from "#app/student/join/seat.ts";
import { useMarks } from "#app/student/read/sentence-marks.tsx";
import { sentenceAt } from "#debate/content/sentences.ts";
import { languageRead } from "#debate/content/versions.ts";

/** [X11] What the reader marked, as quotations, in the words of the text that they read now. */
export function QuoteMarks() {
  const t = useTranslations("student.composer");
  const { desk, debate } = useSeat();
  const marks = useMarks();
  const draft = useDraft(whole);
  if (!draft || draft.quote || draft.replyTo !== undefined || !debate) return null;
  const { version } = debate;
  const offered = marks.flatMap(({ note, ...place }) => {
    const exact = sentenceAt(debate.positions, place);
    return exact === undefined ? [] : [{ place, note, exact }];
  });
  if (offered.length === 0) return null;
  return (
    <details className="group">
      <summary className="inline-flex min-h-touch list-none items-center gap-1.5 font-semibold underline-offset-4 hover:underline [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden="true" className="size-4 transition-transform group-open:rotate-180" />
        {t("quoteMark", { count: offered.length })}
      </summary>
      <ContentIn lang={languageRead(debate)}>
        <ul className="grid gap-2">
          {offered.map(({ place: { side, n, sentence }, note, exact }) => (
            <li key={`${side} ${n} ${sentence}`}>
              <button
                type="button"
                className="grid w-full gap-1 rounded-control border border-line-strong px-3 py-2 text-start hover:bg-sunken"
                onClick={() => desk.drafts.write({ quote: { side, n, exact, ...(version && { version }) } })}
              >
                <Written className="line-clamp-3 font-serif">{exact}</Written>
                {note && <Written className="line-clamp-2 text-sm text-ink-soft">{note}</Written>}
              </button>
            </li>
          ))}
        </ul>
      </ContentIn>
    </details>
  );
}

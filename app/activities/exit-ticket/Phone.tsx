"use client";
import { useTranslations } from "next-intl";
import { Check } from "#app/icons/icons.ts";
import { Field } from "#app/shared/controls/Field.tsx";
import { useNews } from "#app/shared/notices/announce.ts";
import { useSeat, useWaiting } from "#app/student/join/seat.ts";
import { useStorageNote } from "#app/student/offline/use-storage-note.ts";
import { TYPING } from "#app/student/vote/use-ballot.ts";
import { useTyping } from "#app/student/vote/use-typing.ts";
import {
  EXIT_LINES,
  type ExitLine,
  type ExitTicket,
  writtenLines,
} from "#debate/activities/exit-ticket/rules.ts";
import { REASON_LENGTH } from "#debate/rules/rebuttal-terms.ts";

/** [Y15] Three lines to take along, saved while they are typed. */
export function ExitTicketForm() {
  const t = useTranslations("student.exit");
  const { identity } = useSeat();
  return (
    <section
      data-needs-script
      aria-labelledby="exit-ticket"
      className="grid grid-cols-1 gap-5 border-t-4 border-double border-ink pt-5"
    >
      <div className="grid gap-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id="exit-ticket" className="font-serif text-2xl font-medium">
            {t("title")}
          </h2>
          <SavedMark />
        </div>
        <p className="text-pretty text-ink-soft">{t(`readers.${identity}`)}</p>
      </div>
      {EXIT_LINES.map((line) => (
        <Line key={line} line={line} />
      ))}
    </section>
  );
}

function Line({ line }: { line: ExitLine }) {
  const t = useTranslations("shared.exitLines");
  const { ticket, write } = useExitTicket();
  const typing = useTyping(`exit ${line}`, ticket[line] ?? "", (text) => write(line, text));
  return <Field multiline optional rows={2} dir="auto" limit={REASON_LENGTH} label={t(line)} {...typing} />;
}

function SavedMark() {
  const t = useTranslations("student.extras");
  const { heldUpBy } = useSeat();
  const storageNote = useStorageNote();
  const { ticket, state } = useExitTicket();
  const isSaved = state === "sent" && Object.keys(writtenLines(ticket)).length > 0;
  useNews("saved", isSaved ? t("saved") : null);
  return (
    <p className="flex min-h-[1.5em] items-center gap-1.5 text-sm text-ink-soft">
      {isSaved && <Check aria-hidden="true" className="size-4 text-good" strokeWidth={3} />}
      {isSaved && t("saved")}
      {state === "waiting" && (heldUpBy ? storageNote(t("kept")) : t("saving"))}
    </p>
  );
}

/** My exit ticket as I last wrote it, how far it has come, and a way to change a line. */
function useExitTicket(): {
  ticket: ExitTicket;
  state: "sent" | "waiting" | "refused";
  write: (line: ExitLine, text: string) => void;
} {
  const { you, desk } = useSeat();
  const waiting = useWaiting();
  const kept = waiting.find((item) => item.name === "exit:write");
  // One that was refused is here to be sent again.
  const ticket = kept?.name === "exit:write" ? writtenLines(kept.payload) : (you.exit ?? {});
  const write = (line: ExitLine, text: string) =>
    desk.outbox.put({ name: "exit:write", payload: { ...ticket, [line]: text } }, TYPING);
  return { ticket, state: !kept ? "sent" : kept.refused ? "refused" : "waiting", write };
}

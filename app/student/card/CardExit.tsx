import { useTranslations } from "next-intl";
import { CardSection } from "#app/student/card/CardSection.tsx";
import { OwnWords } from "#app/student/card/OwnWords.tsx";
import { EXIT_LINES, type ExitTicket } from "#debate/rules/exit-ticket.ts";

/** [Y15] What the student took along. */
export function CardExit({ exit }: { exit: ExitTicket }) {
  const t = useTranslations("student.exit");
  const lines = useTranslations("shared.exitLines");
  return (
    <CardSection title={t("title")}>
      <dl className="grid gap-3">
        {EXIT_LINES.map(
          (line) =>
            exit[line] && (
              <div key={line} className="break-inside-avoid border-t border-line pt-2">
                <dt className="text-sm text-ink-soft">{lines(line)}</dt>
                <dd>
                  <OwnWords>{exit[line]}</OwnWords>
                </dd>
              </div>
            ),
        )}
      </dl>
    </CardSection>
  );
}

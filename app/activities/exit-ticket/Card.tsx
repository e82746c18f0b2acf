import { useTranslations } from "next-intl";
import { CardSection } from "#app/shared/card/CardSection.tsx";
import { OwnWords } from "#app/shared/card/OwnWords.tsx";
import { EXIT_LINES } from "#debate/activities/exit-ticket/rules.ts";
import type { StudentCard } from "#debate/protocol/pages.ts";

/** [Y15] What the student took along. */
export function ExitOnCard({ card: { exit } }: { card: StudentCard }) {
  const t = useTranslations("student.exit");
  const lines = useTranslations("shared.exitLines");
  if (!exit) return null;
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

import { useTranslations } from "next-intl";
import { Written } from "#app/shared/text/Written.tsx";

/** As many as fill half a page, for one question, two or three. */
const LINES = [10, 5, 3] as const;

/** Exit tickets, two to a page, with lines to write on. */
export function TicketsPaper({
  resolution,
  questions,
}: {
  resolution: string;
  questions: readonly string[];
}) {
  const t = useTranslations("kitPaper.tickets");
  const lines = LINES[questions.length - 1] ?? 3;
  return (
    <ul className="grid grid-cols-1">
      {[1, 2].map((copy) => (
        <li
          key={copy}
          data-whole
          className="flex flex-col gap-4 border-b border-dashed border-line-strong py-5 last:border-b-0 print:h-[117mm] print:overflow-hidden"
        >
          <div className="flex items-baseline justify-between gap-6">
            <Written as="p" className="line-clamp-2 font-serif font-medium">
              {resolution}
            </Written>
            <span className="flex shrink-0 items-baseline gap-2 text-sm">
              {t("name")}
              <span aria-hidden="true" className="inline-block w-40 border-b border-ink" />
            </span>
          </div>
          {questions.map((question) => (
            <div key={question} className="grid gap-1">
              <Written as="p" className="font-semibold">
                {question}
              </Written>
              {Array.from({ length: lines }, (_, line) => line).map((line) => (
                <span key={line} aria-hidden="true" className="block h-7 border-b border-line-strong" />
              ))}
            </div>
          ))}
        </li>
      ))}
    </ul>
  );
}

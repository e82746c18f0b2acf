import { useTranslations } from "next-intl";
import { neverVoted } from "#app/host/participation/table-order.ts";
import { Written } from "#app/shared/text/Written.tsx";
import type { ParticipationRow } from "#debate/protocol/pages.ts";
import type { Round } from "#debate/rules/choices.ts";

/** The name, and notes that explain the numbers. */
export function NameCell({ row, held }: { row: ParticipationRow; held: readonly Round[] }) {
  const t = useTranslations("participation.marks");
  const { name, realName, removed, deletedWords } = row;
  const marks = [
    ...(removed ? (["removed"] as const) : []),
    ...(!removed && neverVoted(row, held) ? (["never"] as const) : []),
    ...(deletedWords ? (["deletedWords"] as const) : []),
  ];
  return (
    <th
      scope="row"
      className="w-40 max-w-40 min-w-32 bg-paper py-1.5 pr-3 pl-2 text-left font-normal max-lg:sticky max-lg:left-0 max-lg:z-10 lg:w-72 lg:max-w-72 print:static!"
    >
      <Written className="block text-left font-semibold wrap-anywhere">{realName ?? name}</Written>
      {(realName !== undefined || marks.length > 0) && (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs">
          {realName !== undefined && <Written className="text-ink-soft wrap-anywhere">{name}</Written>}
          {marks.map((mark) => (
            <span key={mark} className="rounded-full border border-line-strong px-2 whitespace-nowrap">
              {t(mark)}
            </span>
          ))}
        </span>
      )}
    </th>
  );
}

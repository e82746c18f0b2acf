import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import type { ShownFlow } from "#app/results/reveal/shown-flow.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";

type Cell = string | number;
type SpokenTableProps = {
  caption: string;
  columns: readonly string[];
  rows: readonly { name: string; cells: readonly Cell[] }[];
};

/** A picture's numbers for those who do not see it. */
export function SpokenTable({ caption, columns, rows }: SpokenTableProps) {
  return (
    // A table keeps its size, whatever is said of it, so a box around it is hidden.
    <div className="sr-only">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column.
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The first vote, or the whole flow once it has been shown. */
export function FlowNumbers({ shown }: { shown: ShownFlow }) {
  const t = useTranslations("flow");
  const names = useTranslations("choices");
  const format = useFormatter();
  const name = (choice: Choice) => names(`${choice}.name`);
  const { from, to } = shown.movement;
  if (shown.kind === "shares") {
    const { shares } = shown.movement;
    if (!shares) return null;
    const about = (share: number) => t("rounded.about", { share: percentage(format, share) });
    return (
      <SpokenTable
        caption={t("table")}
        columns={[
          t("answer"),
          t("round", { round: from }),
          ...(shown.hasLater ? [t("round", { round: to })] : []),
        ]}
        rows={CHOICES.map((choice) => ({
          name: name(choice),
          cells: [about(shares.from[choice]), ...(shown.hasLater ? [about(shares.to[choice])] : [])],
        }))}
      />
    );
  }
  const { matrix } = shown.movement;
  if (!shown.hasLater)
    return (
      <SpokenTable
        caption={t("firstTable")}
        columns={[t("answer"), t("people")]}
        rows={CHOICES.map((choice, row) => ({ name: name(choice), cells: [matrix[row]?.[row] ?? 0] }))}
      />
    );
  return (
    <SpokenTable
      caption={t("tableCaption", { from, to })}
      columns={[t("corner", { from, to }), ...CHOICES.map(name)]}
      rows={CHOICES.map((choice, row) => ({ name: name(choice), cells: matrix[row] ?? [] }))}
    />
  );
}

/** How many of the coin-tossing classes came out how far, and where ours is. */
export function CoinNumbers({ steps, ours }: { steps: readonly number[]; ours: number }) {
  const t = useTranslations("flow.chance");
  const values = [...new Set([...steps, ours])].sort((one, other) => one - other);
  const name = (sum: number) =>
    sum === 0 ? t("level") : t(sum > 0 ? "stepsFor" : "stepsAgainst", { count: Math.abs(sum) });
  return (
    <SpokenTable
      caption={t("table")}
      columns={[t("outcome"), t("classes")]}
      rows={values.map((sum) => ({
        name: sum === ours ? t("oursAt", { outcome: name(sum) }) : name(sum),
        cells: [steps.filter((each) => each === sum).length],
      }))}
    />
  );
}

import { useFormatter, useTranslations } from "next-intl";
import { percentage } from "#app/results/figures.ts";
import { dotColumns } from "#app/results/reveal/dot-columns.ts";
import { classNames } from "#app/shared/class-names.ts";
import { GUESS_STEP, type Guesses } from "#debate/activities/guess/rules.ts";

const FRAMES = {
  phone: { width: 320, height: 84, head: 26, foot: 22, letters: 14.5, largest: 13, columns: 21 },
  strip: { width: 800, height: 120, head: 62, foot: 52, letters: 46, largest: 24, columns: 21 },
  wall: { width: 1600, height: 380, head: 90, foot: 76, letters: 48, largest: 48, columns: 21 },
} as const;

/** `own`: a guess whose dot is filled. */
type GuessDotsProps = {
  guess: Guesses;
  size: keyof typeof FRAMES;
  own?: number | undefined;
  className?: string;
};

/** What the room guessed, a dot for each guess, against what it was. It is a picture: words beside it say the same. */
export function GuessDots({ guess: { counts, truth }, size, own, className }: GuessDotsProps) {
  const t = useTranslations("flow.guess");
  const format = useFormatter();
  const { width, height, head, foot, letters, ...plot } = FRAMES[size];
  const values = counts.flatMap((people, bin) => Array.from({ length: people }, () => bin * GUESS_STEP));
  const { dots, size: dot } = dotColumns(
    values,
    { low: 0, high: 100, step: GUESS_STEP },
    { width, height, ...plot },
  );
  // A column holds five whole percents, the last one only a hundred.
  const place = (share: number) =>
    ((share === 100 ? 102.5 : share + 0.5) / GUESS_STEP) * (width / plot.columns);
  const x = place(truth);
  const mine = own === undefined ? undefined : dots.find(({ value }) => value === own - (own % GUESS_STEP));
  // The label stays inside the picture: it is up to eleven letters of full width long.
  const half = 5.5 * letters;
  const anchor = x < half ? "start" : x > width - half ? "end" : "middle";
  return (
    <svg
      viewBox={`0 ${-head} ${width} ${head + height + foot}`}
      aria-hidden="true"
      className={classNames("block w-full overflow-visible", className)}
    >
      <line x1="0" x2={width} y1={height} y2={height} className="stroke-ink" strokeWidth={letters / 18} />
      {dots.map((each) => (
        <circle
          key={`${each.x} ${each.y}`}
          cx={each.x}
          cy={each.y}
          r={dot * 0.4}
          strokeWidth={dot * 0.09}
          className={each === mine ? "fill-ink stroke-ink" : "fill-paper stroke-ink-soft"}
        />
      ))}
      <line
        x1={x}
        x2={x}
        y1={-head + letters * 1.25}
        y2={height + letters * 0.2}
        className="stroke-for"
        strokeWidth={letters / 8}
      />
      <text
        x={x}
        y={-head + letters}
        textAnchor={anchor}
        fontSize={letters}
        fontWeight={650}
        className="fill-ink"
      >
        {t("truth", { share: percentage(format, truth / 100) })}
      </text>
      <g fontSize={letters * 0.85} className="fill-ink-soft tabular-nums">
        <text x="0" y={height + letters * 1.1}>
          {percentage(format, 0)}
        </text>
        <text x={place(50)} y={height + letters * 1.1} textAnchor="middle">
          {percentage(format, 0.5)}
        </text>
        <text x={width} y={height + letters * 1.1} textAnchor="end">
          {percentage(format, 1)}
        </text>
      </g>
    </svg>
  );
}

import { Specimen } from "#app/design/Specimen.tsx";

/** Whole class names, because Tailwind looks for them in the source. */
const GROUNDS = {
  paper: "bg-paper",
  surface: "bg-surface",
  sunken: "bg-sunken",
  line: "bg-line",
  "line-strong": "bg-line-strong",
  ink: "bg-ink",
  "ink-soft": "bg-ink-soft",
  for: "bg-for",
  "for-deep": "bg-for-deep",
  "for-wash": "bg-for-wash",
  against: "bg-against",
  "against-deep": "bg-against-deep",
  "against-wash": "bg-against-wash",
  undecided: "bg-undecided",
  "undecided-wash": "bg-undecided-wash",
  good: "bg-good",
  "good-wash": "bg-good-wash",
  warn: "bg-warn",
  "warn-wash": "bg-warn-wash",
  danger: "bg-danger",
  "danger-wash": "bg-danger-wash",
} as const;

const SIZES = {
  "4xl": "text-4xl",
  "3xl": "text-3xl",
  "2xl": "text-2xl",
  xl: "text-xl",
  lg: "text-lg",
  base: "text-base",
  sm: "text-sm",
  xs: "text-xs",
} as const;

const WALL_SIZES = {
  "wall-2xl": "text-wall-2xl",
  "wall-xl": "text-wall-xl",
  "wall-lg": "text-wall-lg",
  "wall-md": "text-wall-md",
  "wall-sm": "text-wall-sm",
} as const;

/** Colors, type and shapes. */
export function Tokens() {
  return (
    <>
      <Specimen name="Colors">
        <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4">
          {Object.entries(GROUNDS).map(([name, ground]) => (
            <li key={name} className="grid gap-1 text-xs">
              <span className={`h-10 rounded-control border border-line ${ground}`} />
              {name}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Type">
        {Object.entries(SIZES).map(([name, size]) => (
          <p key={name} className={`min-w-0 ${size}`}>
            <span className="font-serif">Whose mind changed</span> <span>Vote again</span>{" "}
            <span lang="ja">意見が動いた人</span> <span className="text-xs text-ink-soft">{name}</span>
          </p>
        ))}
        <p className="eyebrow">Eyebrow</p>
      </Specimen>
      <Specimen name="Type on the wall, in a picture of 16 to 9">
        <div className="@container aspect-video overflow-hidden rounded-card border border-line p-[2cqi] [--wall-floor:0px]">
          {Object.entries(WALL_SIZES).map(([name, size]) => (
            <p key={name} className={`font-serif ${size}`}>
              {name}
            </p>
          ))}
        </div>
      </Specimen>
      <Specimen name="Shapes">
        <div className="flex flex-wrap gap-3 text-sm">
          <span className="grid size-24 place-content-center rounded-control border border-line">
            control
          </span>
          <span className="grid size-24 place-content-center rounded-card border border-line bg-surface shadow-card">
            card
          </span>
          <span className="grid size-24 place-content-center rounded-card bg-surface shadow-float">
            float
          </span>
          <span className="grid touch place-content-center border border-line">touch</span>
          <span className="hatched grid size-24 place-content-center border border-against text-against">
            hatched
          </span>
        </div>
      </Specimen>
    </>
  );
}

import { classNames } from "#app/shared/class-names.ts";

type HeadlineProps = {
  headline: string;
  detail: string | null;
  size?: "hero" | "below";
  className?: string | undefined;
};

/** The verdict on the wall: its headline as large as its length allows, and under it the line that belongs to it. */
export function Headline({ headline, detail, size = "hero", className }: HeadlineProps) {
  return (
    <div className={classNames("grid gap-[1.2cqi] handheld:gap-2", className)}>
      <p
        className={classNames(
          "font-serif font-medium tracking-[-0.018em] text-balance",
          headlineStyle(headline, size),
        )}
      >
        {headline}
      </p>
      {detail && (
        <p
          className={classNames(
            "font-serif text-ink-soft text-balance",
            size === "below" ? "text-wall-sm" : "text-wall-md",
          )}
        >
          {detail}
        </p>
      )}
    </div>
  );
}

function headlineStyle(headline: string, size: "hero" | "below"): string {
  const letters = lettersWide(headline);
  if (letters > 84) return "text-wall-lg";
  if (size === "below") return "text-wall-xl";
  return letters > 42
    ? "text-[max(var(--wall-floor,1.75rem),5.2cqi)] leading-[1.05]"
    : "text-[max(var(--wall-floor,2rem),7.4cqi)] leading-none";
}

/** How wide a text is, in Latin letters: a Japanese one is as wide as two. */
export function lettersWide(text: string): number {
  return text.length + (text.match(/[\u3000-\u9fff\uff00-\uff60]/gu)?.length ?? 0);
}

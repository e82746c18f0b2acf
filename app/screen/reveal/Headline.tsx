import { classNames } from "#app/shared/class-names.ts";

type HeadlineProps = {
  headline: string;
  detail: string | null;
  size?: "hero" | "below";
  className?: string | undefined;
};

/** The verdict on the wall: its headline as large as its length allows, and under it the line that belongs to it. */
export function Headline({ headline, detail, size = "hero", className }: HeadlineProps) {
  const isLong = headline.length > 42;
  return (
    <div className={classNames("grid gap-[1.2cqi]", className)}>
      <p
        className={classNames(
          "font-serif font-medium tracking-[-0.018em] text-balance",
          size === "below"
            ? "text-wall-xl"
            : isLong
              ? "text-[5.2cqi] leading-[1.05]"
              : "text-[7.4cqi] leading-none",
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

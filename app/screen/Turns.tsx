import { classNames } from "#app/shared/class-names.ts";

/** Which of several things, or of the pages of one, is on show: a dot for each. */
export function Turns({ count, turn }: { count: number; turn: number }) {
  return (
    <p aria-hidden="true" className="flex gap-[0.6cqi] handheld:gap-1.5">
      {Array.from({ length: count }, (_, place) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a dot is its place.
          key={place}
          className={classNames(
            "size-[0.8cqi] handheld:size-2 rounded-full border border-ink-soft",
            place === turn && "bg-ink-soft",
          )}
        />
      ))}
    </p>
  );
}

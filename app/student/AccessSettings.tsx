"use client";
import { useFormatter, useTranslations } from "next-intl";
import { Button } from "#app/shared/controls/Button.tsx";
import { announce, useNewsSwitch } from "#app/shared/notices/announce.ts";
import { useTextSize } from "#app/shared/text/text-size.ts";

/** [F2, F7] How this phone reads: the size of its text, and whether news is announced. */
export function AccessSettings() {
  const t = useTranslations("student.access");
  const format = useFormatter();
  const { now, smaller, larger, choose } = useTextSize();
  const [isOn, turn] = useNewsSwitch();
  const percent = (size: number) => format.number(size / 100, { style: "percent", maximumFractionDigits: 1 });
  const button = (label: string, size: typeof smaller, style: string) => (
    <Button
      aria-label={label}
      aria-disabled={size === null || undefined}
      className={`min-w-0 flex-1 px-0! font-serif ${style}`}
      onClick={() => {
        if (size === null) return;
        choose(size);
        announce(t("sizeIs", { percent: percent(size) }));
      }}
    >
      <span aria-hidden="true">A</span>
    </Button>
  );
  return (
    <div className="grid grid-cols-1 gap-4 border-b border-line pb-4">
      <fieldset className="grid min-w-0 gap-2">
        <legend className="mb-2 flex w-full flex-wrap justify-between gap-x-3">
          <span className="font-semibold">{t("size")}</span>
          <span className="text-ink-soft tabular-nums">{percent(now)}</span>
        </legend>
        <div className="flex gap-2">
          {button(t("smaller"), smaller, "text-sm!")}
          {button(t("normal"), now === 100 ? null : 100, "text-lg!")}
          {button(t("larger"), larger, "text-2xl!")}
        </div>
      </fieldset>
      <label className="flex min-h-touch items-center gap-3">
        <input
          type="checkbox"
          checked={isOn}
          onChange={({ target }) => turn(target.checked)}
          className="size-5 shrink-0 accent-ink"
        />
        <span className="leading-tight">
          <span className="block font-semibold">{t("announce")}</span>
          <span className="block text-sm text-ink-soft">{t("announceHint")}</span>
        </span>
      </label>
    </div>
  );
}

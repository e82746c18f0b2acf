"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { setExpert } from "#app/instructor/editor/changes.ts";
import { type PictureFault, scaledPicture } from "#app/instructor/editor/picture/scaled-picture.ts";
import type { Editing } from "#app/instructor/editor/use-editing.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { bytesOf, headerOf } from "#debate/content/pictures.ts";
import { SIDES } from "#debate/rules/choices.ts";

type FoundPicturesProps = { pictures: readonly string[]; editing: Pick<Editing, "form" | "step"> };

/** [D48] The pictures in an imported file, each to put beside a position. */
export function FoundPictures({ pictures, editing: { form, step } }: FoundPicturesProps) {
  const t = useTranslations("instructor.picture");
  const [fault, setFault] = useState<PictureFault | null>(null);
  if (pictures.length === 0) return null;
  const put = async (data: string, place: 0 | 1) => {
    const bytes = bytesOf(data) ?? new Uint8Array();
    const scaled = await scaledPicture(new Blob([bytes as BlobPart]));
    if (typeof scaled === "string") return setFault(scaled);
    setFault(null);
    const { key, picture } = form.positions[place];
    step({
      do: "change",
      change: setExpert(key, { picture: { alt: picture?.alt ?? "", ...scaled } }),
    });
  };
  return (
    <section aria-labelledby="found-pictures" className="grid gap-3 rounded-card border border-line p-4">
      <h3 id="found-pictures" className="font-semibold">
        {t("found.title", { count: pictures.length })}
      </h3>
      <p className="text-sm text-ink-soft">{t("found.lead")}</p>
      {fault && <Notice kind="error">{t(`fault.${fault}`)}</Notice>}
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(12rem,100%),1fr))] gap-4">
        {pictures.map((data, index) => (
          <li key={data.slice(0, 80) + data.length} className="grid content-between gap-2">
            <img
              src={`data:${headerOf(bytesOf(data))?.type};base64,${data}`}
              alt={t("found.label", { n: index + 1 })}
              className="max-h-40 max-w-full rounded-control border border-line bg-white object-contain"
            />
            <span className="flex flex-wrap gap-1">
              {SIDES.map((side, place) => (
                <Button key={side} size="small" onClick={() => void put(data, place === 0 ? 0 : 1)}>
                  {t("found.put", { side })}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

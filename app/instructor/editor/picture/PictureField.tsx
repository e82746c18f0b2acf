"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { setExpert } from "#app/instructor/editor/changes.ts";
import { useEditor } from "#app/instructor/editor/context.ts";
import { type PictureFields, type PositionFields, pictureField } from "#app/instructor/editor/debate-form.ts";
import { EditedField } from "#app/instructor/editor/EditedField.tsx";
import { type PictureFault, scaledPicture } from "#app/instructor/editor/picture/scaled-picture.ts";
import { Button } from "#app/shared/controls/Button.tsx";
import { FileButton } from "#app/shared/controls/FileButton.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { PositionPicture } from "#app/shared/text/PositionPicture.tsx";
import { PICTURE_LIMITS, PICTURE_TYPES } from "#debate/content/pictures.ts";

/** [D47] The picture or chart of a position, with its alternative text. */
export function PictureField({ position: { key, picture } }: { position: PositionFields }) {
  const t = useTranslations("instructor.picture");
  const { step } = useEditor();
  const [fault, setFault] = useState<PictureFault | null>(null);
  const set = (next: PictureFields | null) =>
    step({ do: "change", change: setExpert(key, { picture: next }) });
  const take = async ([file]: readonly File[]) => {
    if (!file) return;
    const scaled = await scaledPicture(file);
    setFault(typeof scaled === "string" ? scaled : null);
    if (typeof scaled !== "string") set({ alt: picture?.alt ?? "", ...scaled });
  };
  return (
    <div className="grid grid-cols-1 gap-3">
      {fault && <Notice kind="error">{t(`fault.${fault}`)}</Notice>}
      {picture && (
        <>
          <PositionPicture picture={picture} className="max-h-80 w-auto border border-line" />
          <EditedField
            id={pictureField(key)}
            label={t("alt")}
            hint={t("altHint")}
            value={picture.alt}
            limit={PICTURE_LIMITS.alt}
            onText={(alt) =>
              step({
                do: "change",
                change: setExpert(key, { picture: { ...picture, alt } }),
                typingIn: pictureField(key),
              })
            }
          />
        </>
      )}
      <div className="flex flex-wrap gap-2">
        <FileButton accept={PICTURE_TYPES.join(",")} onFiles={(files) => void take(files)}>
          {t(picture ? "replace" : "add")}
        </FileButton>
        {picture && <Button onClick={() => set(null)}>{t("remove")}</Button>}
      </div>
      {!picture && <p className="text-sm text-ink-soft">{t("hint")}</p>}
    </div>
  );
}

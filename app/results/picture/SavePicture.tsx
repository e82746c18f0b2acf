"use client";
import { type MouseEvent, useState } from "react";
import { useJoined } from "#app/i18n/use-joined.ts";
import { Download } from "#app/icons/icons.ts";
import { PICTURE_FORMATS, type PictureFormat, savePicture } from "#app/results/picture/save-picture.ts";
import type { PictureWords } from "#app/results/picture/standalone.ts";
import { Button } from "#app/shared/controls/Button.tsx";

type SavePictureProps = {
  /** The file's name without its ending. */
  file: string;
  words: PictureWords;
  labels: Record<PictureFormat, string> & { failed: string };
};

/** Saves the chart of the figure around it. Its words are passed in, so that a page loads only those. */
export function SavePicture({ file, words, labels }: SavePictureProps) {
  const [failed, setFailed] = useState(false);
  const { labeled } = useJoined();
  const save = async (event: MouseEvent<HTMLElement>, format: PictureFormat) => {
    const chart = event.currentTarget.closest("figure")?.querySelector<SVGSVGElement>("[data-chart] svg");
    if (!chart) return;
    setFailed(false);
    await savePicture(chart, words, { file, format }).catch(() => setFailed(true));
  };
  return (
    <div data-screen-only className="mt-2 flex flex-wrap items-center gap-2">
      {PICTURE_FORMATS.map((format) => (
        <Button
          key={format}
          size="small"
          aria-label={labeled(labels[format], words.title)}
          onClick={(event) => void save(event, format)}
        >
          <Download aria-hidden="true" className="size-4" />
          {labels[format]}
        </Button>
      ))}
      <span role="status" className="text-sm">
        {failed && labels.failed}
      </span>
    </div>
  );
}

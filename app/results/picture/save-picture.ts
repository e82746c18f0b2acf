import { type PictureWords, standalonePicture } from "#app/results/picture/standalone.ts";
import { saveFile } from "#app/shared/save-file.ts";

/** Twice the points of the picture, for screens and printers. */
const SCALE = 2;
export const PICTURE_FORMATS = ["svg", "png"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Makes a file of a chart on this page, here in the browser, and hands it over as a download. Rejects where it can't. */
export async function savePicture(
  chart: SVGSVGElement,
  words: PictureWords,
  { file, format }: { file: string; format: PictureFormat },
): Promise<void> {
  const picture = standalonePicture(chart, words);
  const text = new XMLSerializer().serializeToString(picture);
  const svg = new Blob([text], { type: "image/svg+xml" });
  const blob = format === "svg" ? svg : await drawn(svg, picture);
  saveFile(`${file}.${format}`, blob);
}

async function drawn(svg: Blob, picture: SVGSVGElement): Promise<Blob> {
  const { width, height } = picture.viewBox.baseVal;
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: SCALE * width, height: SCALE * height });
  const image = new Image();
  image.src = URL.createObjectURL(svg);
  try {
    await image.decode();
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  } finally {
    URL.revokeObjectURL(image.src);
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}

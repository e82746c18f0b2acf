import type { PictureFields } from "#app/instructor/editor/debate-form.ts";
import {
  base64Of,
  headerOf,
  PICTURE_FILE,
  PICTURE_LIMITS,
  withoutMetadata,
} from "#debate/content/pictures.ts";

export type Scaled = Omit<PictureFields, "alt">;
export type PictureFault = "too-large" | "no-picture";

/** Longer sides that are tried, in pixels, until the picture is small enough: on a wall the first is sharp. */
const SIDES = [1_600, 1_200, 900, 600];
/** PNG keeps the lines of a chart; photos become JPEG. */
const KINDS = [
  ["image/png", 1],
  ["image/jpeg", 0.85],
  ["image/jpeg", 0.6],
] as const;

/** [D47] Draws a picture anew, smaller and without what else was in its file. */
export async function scaledPicture(file: Blob): Promise<Scaled | PictureFault> {
  if (file.size > PICTURE_FILE) return "too-large";
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return "no-picture";
  try {
    for (const side of SIDES)
      for (const [type, quality] of KINDS) {
        const scaled = await drawn(bitmap, { side, type, quality });
        if (scaled) return scaled;
      }
  } finally {
    bitmap.close();
  }
  return "too-large";
}

type Drawing = { side: number; type: string; quality: number };

/** Null where it is still too large. */
async function drawn(bitmap: ImageBitmap, { side, type, quality }: Drawing): Promise<Scaled | null> {
  const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext("2d");
  if (!context) return null;
  if (type === "image/jpeg") {
    context.fillStyle = "white";
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  const bytes = blob && withoutMetadata(new Uint8Array(await blob.arrayBuffer()));
  const header = headerOf(bytes);
  if (!bytes || !header || bytes.length > PICTURE_LIMITS.bytes) return null;
  return { width: header.width, height: header.height, data: base64Of(bytes) };
}

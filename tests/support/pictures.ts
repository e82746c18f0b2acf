import { base64Of, headerOf } from "#debate/content/pictures.ts";
import { pngOf } from "#server/files/found-pictures.ts";

/** A gradient of 120 by 90 pixels. */
const JPEG =
  "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4" +
  "x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCABa" +
  "AHgDASIAAhEBAxEB/8QAFwABAQEBAAAAAAAAAAAAAAAAAAQDBv/EABUQAQEAAAAAAAAAAAAAAAAAAAAS/8QAGQEBAAMBAQAAAAAAAAAAAAAAAA" +
  "ECBAMG/8QAFhEBAQEAAAAAAAAAAAAAAAAAABIR/9oADAMBAAIRAxEAPwDm4IUQQ9ZTgnghRBBQnghRBBQnghRBBQnghRBBQnghRBBQnghRBBQn" +
  "gUQFCiCFEEM9JTwQoggoTwQoggoTwQoggoTwQoggoTwQoggoTwQoggoTwKIChRBCmCGalk0EKYIKE0EKYIKE0EKYIKE0EKYIKE0EKYIKE0EKYI" +
  "KE0CmAoUQQoghmpKeCFEEFCeCFEEFCeCFEEFCeCFEEFCeCFEEFCeCFEEFCeBRAUKIIUQQzUlPBCiCChPBCiCChPBCiCChPBCiCChPBCiCChPBC" +
  "iCChPAogKFEENhw1ZjBDYNGMENg0YwQ2DRjBDYNGMENg0YwQ2DRjA2DR/9k=";
const WEBP =
  "UklGRrgAAABXRUJQVlA4IKwAAADwCACdASp4AFoAPzmYwFk+vaelI3M9Y9AnCWMC3AG/udHmK9/YAuDPysO9s6jCTrlsi/WZ+Nblsi/WZ0g8nd" +
  "z+szo1uWyL9Z1mu8e/uK+kqAD+60YtuS//xMXx/eqCiDiuT3ZJWEZXrmMLZFj0veEVCYw9AC7L5CefRN/58BGV8229yEq96jRX130Bfc2TdIlv" +
  "cHGE2n6ntf9QgBpUJu9yDGV8SdSH0GEZCAAA";

const bytesIn = (base64: string) => new Uint8Array(Buffer.from(base64, "base64"));
export const jpeg = () => bytesIn(JPEG);
export const webp = () => bytesIn(WEBP);

/** Of one color. */
export function png(width = 120, height = 90): Uint8Array {
  const data = new Uint8Array(width * height * 3).fill(90);
  const made = pngOf({ data, width, height, channels: 3 });
  if (!made) throw new Error("no such picture");
  return new Uint8Array(made);
}

/** As a position has it. */
export function pictured(bytes: Uint8Array = png(), alt = "A chart of harbors.") {
  const { width = 0, height = 0 } = headerOf(bytes) ?? {};
  return { alt, width, height, data: base64Of(bytes) };
}

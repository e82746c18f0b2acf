import { deflateSync } from "node:zlib";

const WIDTH = 100;
const HEIGHT = 90;
const WORDS = "Harbors should close in winter, since ice is hard on ships and people alike.";

/** A page with a sentence and a picture of one color, which stands there twice. */
export function pdfWithPicture(): Buffer {
  const pixels = deflateSync(Buffer.alloc(WIDTH * HEIGHT * 3, 120));
  const page = `BT /F1 12 Tf 72 700 Td (${WORDS}) Tj ET q 200 0 0 180 72 400 cm /I1 Do Q q 200 0 0 180 72 200 cm /I1 Do Q`;
  const bodies = [
    Buffer.from("<< /Type /Catalog /Pages 2 0 R >>"),
    Buffer.from("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
    Buffer.from(
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /I1 6 0 R >> >> >>",
    ),
    stream("", Buffer.from(page)),
    Buffer.from("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"),
    stream(
      `/Type /XObject /Subtype /Image /Width ${WIDTH} /Height ${HEIGHT} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode `,
      pixels,
    ),
  ];
  const parts = [Buffer.from("%PDF-1.4\n")];
  const places: number[] = [];
  for (const [index, body] of bodies.entries()) {
    places.push(parts.reduce((sum, part) => sum + part.length, 0));
    parts.push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), body, Buffer.from("\nendobj\n")]));
  }
  const start = parts.reduce((sum, part) => sum + part.length, 0);
  const rows = places.map((place) => `${`${place}`.padStart(10, "0")} 00000 n \n`).join("");
  const count = bodies.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${rows}trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

function stream(entries: string, bytes: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries}/Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from("\nendstream"),
  ]);
}

import { describe, expect, test } from "vitest";
import { DebateDraft } from "#debate/content/debate.ts";
import { debateFile } from "#debate/content/debate-file.ts";
import { writeMarkdown } from "#debate/content/debate-markdown.ts";
import { readExported } from "#debate/content/exported.ts";
import { base64Of, headerOf, withoutMetadata } from "#debate/content/pictures.ts";
import { debateForClass } from "#debate/content/versions.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { jpeg, pictured, png, webp } from "#tests/support/pictures.ts";

const WHERE = "Taken at 35.6 N, 139.7 E by Ada";
const bytesOfText = (text: string) => new TextEncoder().encode(text);
const big = (value: number, bytes: 2 | 4) => {
  const all = new Uint8Array(bytes);
  for (let at = 0; at < bytes; at += 1) all[at] = (value >>> (8 * (bytes - 1 - at))) & 0xff;
  return all;
};
const joined = (...parts: (Uint8Array | number[])[]) => new Uint8Array(parts.flatMap((part) => [...part]));

/** A picture with words in its file, as cameras and programs write them. */
const WITH_WORDS = {
  "image/png": () => {
    const text = bytesOfText(`tEXtComment\0${WHERE}`);
    const plain = png();
    return joined(plain.subarray(0, 33), big(text.length - 4, 4), text, [0, 0, 0, 0], plain.subarray(33));
  },
  "image/jpeg": () => {
    const exif = bytesOfText(`Exif\0\0${WHERE}`);
    const plain = jpeg();
    return joined(
      [0xff, 0xd8, 0xff, 0xe1],
      big(exif.length + 2, 2),
      exif,
      plain.subarray(2),
      bytesOfText(WHERE),
    );
  },
  "image/webp": () => {
    const words = bytesOfText(WHERE.padEnd(32));
    const plain = webp();
    const size = [119, 0, 0, 89, 0, 0];
    const extended = joined(bytesOfText("VP8X"), [10, 0, 0, 0, 0x08, 0, 0, 0], size);
    const exif = joined(bytesOfText("EXIF"), [32, 0, 0, 0], words);
    return joined(plain.subarray(0, 12), extended, plain.subarray(12), exif);
  },
};

describe("[D47] a picture", () => {
  test.each(Object.entries(WITH_WORDS))(
    "of type %s loses what else is in its file, and keeps its size",
    (type, made) => {
      const bytes = made();
      expect(headerOf(bytes)).toEqual({ type, width: 120, height: 90 });
      const clean = withoutMetadata(bytes) ?? new Uint8Array();
      expect(Buffer.from(clean).includes("Ada")).toBe(false);
      expect(headerOf(clean)).toEqual({ type, width: 120, height: 90 });
      expect(withoutMetadata(clean)).toEqual(clean);
    },
  );

  test("that is cut off, or none, has no header, however it ends", () => {
    for (const whole of [png(), jpeg(), webp()])
      for (let length = 0; length < Math.min(whole.length, 400); length += 7)
        expect(headerOf(whole.subarray(0, length))).toBeNull();
    expect(headerOf(bytesOfText("<svg onload=alert(1)>"))).toBeNull();
  });

  const { id: _, ...draft } = BUILT_IN_DEBATE;
  const [first, second] = draft.positions;
  const withPicture = (picture: object) => ({ ...draft, positions: [{ ...first, picture }, second] });

  test("of a debate needs alternative text, its own size, and no metadata", () => {
    expect(DebateDraft.safeParse(withPicture(pictured())).success).toBe(true);
    for (const wrong of [
      { ...pictured(), alt: " " },
      { ...pictured(), width: 121 },
      { ...pictured(), data: undefined },
      { ...pictured(), data: base64Of(bytesOfText("<svg>")) },
      pictured(WITH_WORDS["image/jpeg"]()),
    ])
      expect(DebateDraft.safeParse(withPicture(wrong)).success).toBe(false);
  });

  test("stands in both exports, which are then of the second version; other files stay of the first", () => {
    const debate = {
      ...BUILT_IN_DEBATE,
      ...DebateDraft.parse(withPicture(pictured(webp(), 'Ships ] in \\ a "row"'))),
    };
    for (const text of [writeMarkdown(debate), JSON.stringify(debateFile([debate]))]) {
      const read = readExported(text);
      expect(read?.ok && read.drafts[0]?.positions).toEqual(debate.positions);
      expect(text.replaceAll('"', "")).toMatch(/version:? ?2/u);
    }
    expect(writeMarkdown(BUILT_IN_DEBATE)).toContain("version: 1");
  });

  test("is a request of its own for a class", () => {
    const debate = { ...BUILT_IN_DEBATE, ...DebateDraft.parse(withPicture(pictured())) };
    const [read] = debateForClass(debate).positions;
    expect(read.picture).toEqual({ alt: "A chart of harbors.", width: 120, height: 90 });
  });
});

import { expect, test } from "vitest";
import { voiceFor } from "#app/student/read/aloud/voice.ts";

const voice = (lang: string, localService = true, isDefault = false) => ({
  lang,
  localService,
  default: isDefault,
});

test("[X6] a voice of the text's region comes first, then the usual one of its language, then any of it", () => {
  const [american, british, usual] = [voice("en_US"), voice("en-GB"), voice("en-AU", true, true)];
  expect(voiceFor([american, british, usual], "en-GB")).toBe(british);
  expect(voiceFor([british, american], "en-US")).toBe(american);
  expect(voiceFor([american, usual], "en")).toBe(usual);
  expect(voiceFor([voice("ja-JP"), american], "en")).toBe(american);
});

test("[X6] a voice that another server would speak is never used, nor one of another language", () => {
  expect(voiceFor([voice("ja-JP", false), voice("en-US", true, true)], "ja")).toBeNull();
  expect(voiceFor([], "ja")).toBeNull();
});

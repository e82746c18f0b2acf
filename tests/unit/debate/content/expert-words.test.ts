import { expect, test } from "vitest";
import { affiliation, fullName } from "#debate/content/expert-words.ts";

test("[E8] a Japanese courtesy title stands behind the name, any other before it", () => {
  expect(fullName({ honorific: "Dr.", name: "Ada North" })).toBe("Dr. Ada North");
  expect(fullName({ honorific: "氏", name: "江藤 友三郎" })).toBe("江藤 友三郎氏");
  expect(fullName({ name: "Ada North" })).toBe("Ada North");
});

test("[E8] a Japanese institution stands before the role, any other behind it", () => {
  expect(affiliation({ role: "教授", institution: "北浜大学" })).toBe("北浜大学 教授");
  expect(affiliation({ role: "Fellow", institution: "Larkmoor Center" })).toBe("Fellow, Larkmoor Center");
  expect(affiliation({ role: "Pilot" })).toBe("Pilot");
  expect(affiliation({ role: "باحثة", institution: "معهد" })).toBe("باحثة، معهد");
});

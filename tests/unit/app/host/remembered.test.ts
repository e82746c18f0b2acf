import { expect, test } from "vitest";
import { rememberedIn } from "#app/host/remembered.ts";

test("[H5] [H9] the server reads from cookies whether the tour was answered and which suggestions of this session were closed", () => {
  const cookies: Record<string, string> = {
    "resolved.tour": "seen",
    "resolved.advice.A7H0HF": encodeURIComponent("rebuttal slow~rebuttal unanswered"),
    "resolved.advice.B8J1JG": "before",
  };
  const read = (name: string) => cookies[name];
  const closedAdvice = ["rebuttal slow", "rebuttal unanswered"];
  expect(rememberedIn(read, "A7H0HF")).toEqual({ tourAnswered: true, closedAdvice });
  expect(rememberedIn(() => undefined, "A7H0HF")).toEqual({ tourAnswered: false, closedAdvice: [] });
});

test("[H9] a cookie that says nothing readable counts as none", () => {
  expect(rememberedIn(() => "%E0%A4%A", "A7H0HF").closedAdvice).toEqual([]);
});

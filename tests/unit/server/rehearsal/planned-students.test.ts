import { expect, test } from "vitest";
import { CHOICES } from "#debate/rules/choices.ts";
import { plannedStudents } from "#server/rehearsal/planned-students.ts";

const matrix = (size: number) => {
  const students = plannedStudents(size);
  return CHOICES.map((before) =>
    CHOICES.map((after) => students.filter((each) => each.before === before && each.after === after).length),
  );
};

test("[H1] thirty simulated students move as planned, and three hundred ten times as many", () => {
  const moves = [
    [9, 1, 0],
    [4, 7, 1],
    [6, 1, 1],
  ];
  expect(matrix(30)).toEqual(moves);
  expect(matrix(300)).toEqual(moves.map((row) => row.map((people) => people * 10)));
});

test("[H1] five simulated students are five, and from more than one camp", () => {
  const students = plannedStudents(5);
  expect(students.map(({ number }) => number).toSorted()).toEqual([0, 1, 2, 3, 4]);
  expect(new Set(students.map(({ before }) => before)).size).toBe(3);
});

import choices from "./en/choices.json" with { type: "json" };
import flow from "./en/flow.json" with { type: "json" };
import home from "./en/home.json" with { type: "json" };
import host from "./en/host.json" with { type: "json" };
import instructor from "./en/instructor.json" with { type: "json" };
import phases from "./en/phases.json" with { type: "json" };
import refusals from "./en/refusals.json" with { type: "json" };
import results from "./en/results.json" with { type: "json" };
import screen from "./en/screen.json" with { type: "json" };
import shared from "./en/shared.json" with { type: "json" };
import student from "./en/student.json" with { type: "json" };

/** Every English word on screen: one file a namespace. A new face adds a file here and nowhere else. */
export const english = {
  choices,
  flow,
  home,
  host,
  instructor,
  phases,
  refusals,
  results,
  screen,
  shared,
  student,
};

export type Namespace = keyof typeof english;

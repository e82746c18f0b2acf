import type { ActivityName } from "#debate/rules/chosen-activities.ts";
import { clashesIn, withoutClashes } from "#debate/rules/exclusions.ts";
import { TIMED_PHASES, type TimedPhase } from "#debate/rules/phase-order.ts";
import { type Phase, phasesOf } from "#debate/rules/phases.ts";
import { present } from "#debate/rules/present.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** The activities that a preset leaves alone, like names, joining, moderation and language. */
type LeftAlone = Extract<ActivityName, "comprehension" | "laterVote">;

/** The phases that take time: joining, and those that a timer can have. */
type PlannedPhase = "lobby" | TimedPhase;
type Lesson = {
  total: number;
  questions: Settings["questions"];
  activities: Omit<Settings["activities"], LeftAlone>;
  minutes: { [phase in PlannedPhase]?: number };
};

const QUESTIONS = { readingVote: false, confidence: true, reasons: true, credit: true };
const PAIRS = { when: "after", by: "voice" } as const;

/** [H10] Whole lessons to begin with, with a staged reveal: their activities, and the minutes of their phases, which make the total. */
export const PRESETS = {
  quick: {
    total: 20,
    questions: QUESTIONS,
    activities: {},
    minutes: { lobby: 2, before: 1, reading: 6, rebuttal: 7, after: 1, results: 3 },
  },
  lesson: {
    total: 45,
    questions: QUESTIONS,
    activities: { reading: {}, starters: {}, pairs: PAIRS, exitTicket: {}, guess: {} },
    minutes: { lobby: 3, before: 2, reading: 9, rebuttal: 10, pairs: 7, after: 2, results: 12 },
  },
  seminar: {
    total: 90,
    questions: { ...QUESTIONS, readingVote: true },
    activities: {
      ...{ reading: {}, starters: {}, speaking: {}, pairs: PAIRS },
      ...{ outlook: {}, steelman: {}, guess: {}, exitTicket: {} },
    },
    minutes: {
      ...{ lobby: 5, before: 3, reading: 15, "reading-vote": 2, rebuttal: 20 },
      ...{ pairs: 8, after: 3, steelman: 12, results: 22 },
    },
  },
} as const satisfies Record<string, Lesson>;
export type Preset = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as Preset[];

/** The preset of a first visit: its settings are those of the opening form before there were presets. */
export const FIRST_PRESET: Preset = "quick";

/** Settings with a preset's course and minutes. What can't be beside the rest is left out, and rebuttals get its time. */
export function withPreset(preset: Preset, settings: Settings): Settings {
  const chosen = withoutClashes(wantedBy(preset, settings));
  const phases: readonly Phase[] = phasesOf(chosen);
  const planned = PRESETS[preset].minutes as Lesson["minutes"];
  const freed = TIMED_PHASES.filter((phase) => !phases.includes(phase));
  const minutes = Object.fromEntries(
    TIMED_PHASES.filter((phase) => phases.includes(phase)).map((phase) => [phase, planned[phase] ?? 0]),
  ) as Record<TimedPhase, number>;
  minutes.rebuttal += freed.reduce((sum, phase) => sum + (planned[phase] ?? 0), 0);
  return { ...chosen, minutes };
}

function wantedBy(preset: Preset, settings: Settings): Settings {
  const { questions, activities }: Lesson = PRESETS[preset];
  const { comprehension, laterVote } = settings.activities;
  const kept = present({ comprehension, laterVote });
  return { ...settings, questions, reveal: "staged", activities: { ...kept, ...activities } };
}

/** What a preset has and these settings can't. */
export function leftOutOf(preset: Preset, settings: Settings): ActivityName[] {
  return clashesIn(wantedBy(preset, settings)).map(({ activity }) => activity);
}

/** The preset that these settings are, unchanged. */
export function presetOf(settings: Settings): Preset | null {
  return PRESET_NAMES.find((preset) => isPreset(preset, settings)) ?? null;
}

function isPreset(preset: Preset, settings: Settings): boolean {
  const exact = withPreset(preset, settings);
  return (
    courseOf(exact) === courseOf(settings) &&
    TIMED_PHASES.every((phase) => exact.minutes?.[phase] === settings.minutes?.[phase])
  );
}

/** What a preset decides beside the minutes, in one text to compare. */
function courseOf({ questions, reveal, activities: { pairs, ...others } }: Settings): string {
  const { readingVote, confidence, reasons, credit } = questions;
  const asked = [readingVote, confidence, reasons, credit];
  return [...asked, reveal, pairs?.when, pairs?.by, ...Object.keys(others).sort()].join();
}

/** A session's phases in order, each with its minutes where some are planned; those of the lobby are the preset's. */
export function planOf(preset: Preset, settings: Settings): { phase: PlannedPhase; minutes?: number }[] {
  const phases: readonly Phase[] = phasesOf(settings);
  return [
    { phase: "lobby", minutes: PRESETS[preset].minutes.lobby },
    ...TIMED_PHASES.filter((phase) => phases.includes(phase)).map((phase) => {
      const minutes = settings.minutes?.[phase];
      return { phase, ...(minutes !== undefined && { minutes }) };
    }),
  ];
}

import type { Activity } from "#debate/activities/activity.ts";
import { ACTIVITIES, ACTIVITY_PHASES, type ActivityName } from "#debate/activities/index.ts";
import { switched } from "#debate/rules/chosen-activities.ts";
import { clashesIn, withoutClashes } from "#debate/rules/exclusions.ts";
import { type Phase, TIMED_PHASES, type TimedPhase } from "#debate/rules/phase-order.ts";
import { phasesOf } from "#debate/rules/phases.ts";
import { PRESET_NAMES, type Preset } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** The phases that take time: joining, and those that a timer can have. */
type PlannedPhase = "lobby" | TimedPhase;
type Minutes = { [phase in PlannedPhase]?: number };
type Lesson = { total: number; readingVote: boolean; minutes: Minutes };

/**
 * [H10] Whole lessons to begin with, with a staged reveal, and the minutes of their phases. Which activities they have, and the minutes
 * of these, each activity says. Rebuttals get what is left of the total.
 */
export const PRESETS = {
  quick: {
    total: 20,
    readingVote: false,
    minutes: { lobby: 2, before: 1, reading: 6, after: 1, results: 3 },
  },
  lesson: {
    total: 45,
    readingVote: false,
    minutes: { lobby: 3, before: 2, reading: 9, after: 2, results: 12 },
  },
  seminar: {
    total: 90,
    readingVote: true,
    minutes: { lobby: 5, before: 3, reading: 15, "reading-vote": 2, after: 3, results: 22 },
  },
} as const satisfies Record<Preset, Lesson>;

/** The preset of a first visit: its settings are those of the opening form before there were presets. */
export const FIRST_PRESET: Preset = "quick";

const ALL: readonly (Activity & { name: ActivityName })[] = ACTIVITIES;

/** Settings with a preset's course and minutes. What can't be beside the rest is left out, and rebuttals get its time. */
export function withPreset(preset: Preset, settings: Settings): Settings {
  const chosen = withoutClashes(wantedBy(preset, settings));
  return { ...chosen, minutes: minutesOf(preset, phasesOf(chosen)) };
}

function minutesOf(preset: Preset, phases: readonly Phase[]): NonNullable<Settings["minutes"]> {
  const { total, minutes }: Lesson = PRESETS[preset];
  const planned: Minutes = { ...minutes };
  const ofActivities: NonNullable<Activity["phases"]> = ACTIVITY_PHASES;
  for (const { name, minutes } of ofActivities) Object.assign(planned, { [name]: minutes?.[preset] });
  const fitting = TIMED_PHASES.flatMap((phase) => {
    const count = planned[phase];
    return phases.includes(phase) && count !== undefined ? [[phase, count] as const] : [];
  });
  const taken = fitting.reduce((sum, [, count]) => sum + count, planned.lobby ?? 0);
  return { ...Object.fromEntries(fitting), rebuttal: total - taken };
}

/** The usual settings of what a preset decides about; what no preset has stays. */
function wantedBy(preset: Preset, settings: Settings): Settings {
  const activities = ALL.reduce(
    (chosen, { name, presets }) => (presets ? switched(chosen, name, presets.includes(preset)) : chosen),
    settings.activities,
  );
  const { readingVote } = PRESETS[preset];
  const questions = { readingVote, confidence: true, reasons: true, credit: true };
  return { ...settings, questions, reveal: "staged", activities };
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
function courseOf({ questions, reveal, activities }: Settings): string {
  const { readingVote, confidence, reasons, credit } = questions;
  const chosen = ALL.map(({ name }) => Object.entries(activities[name] ?? { off: true }).sort());
  return JSON.stringify([readingVote, confidence, reasons, credit, reveal, chosen]);
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

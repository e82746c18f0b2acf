import { clashesIn, type Excludable, withoutClashes } from "#debate/rules/exclusions.ts";
import { TIMED_PHASES, type TimedPhase } from "#debate/rules/phase-order.ts";
import { type Phase, phasesOf } from "#debate/rules/phases.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** What a preset decides, and its shortest lesson has. Names, joining, moderation and language stay as they are. */
const COURSE = {
  readingVote: false,
  drawnSide: false,
  starters: false,
  pairs: "off",
  pairsBy: "voice",
  steelman: false,
  speaking: false,
  confidence: true,
  reasons: true,
  credit: true,
  outlook: false,
  exitTicket: false,
  stagedReveal: true,
  guess: false,
} as const satisfies Partial<Settings>;
type Course = Pick<Settings, keyof typeof COURSE>;
const DECIDED = Object.keys(COURSE) as (keyof Course)[];

/** The phases that take time: joining, and those that a timer can have. */
type PlannedPhase = "lobby" | TimedPhase;
type Lesson = { total: number; course: Partial<Course>; minutes: { [phase in PlannedPhase]?: number } };

/** [H10] Whole lessons to begin with: what each has beyond the shortest, and the minutes of its phases, which make its total. */
export const PRESETS = {
  quick: {
    total: 20,
    course: {},
    minutes: { lobby: 2, before: 1, reading: 6, rebuttal: 7, after: 1, results: 3 },
  },
  lesson: {
    total: 45,
    course: { drawnSide: true, starters: true, pairs: "after", exitTicket: true, guess: true },
    minutes: { lobby: 3, before: 2, reading: 9, rebuttal: 10, pairs: 7, after: 2, results: 12 },
  },
  seminar: {
    total: 90,
    course: {
      readingVote: true,
      drawnSide: true,
      starters: true,
      pairs: "after",
      steelman: true,
      speaking: true,
      outlook: true,
      exitTicket: true,
      guess: true,
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
  const wanted = { ...settings, ...COURSE, ...PRESETS[preset].course };
  const chosen = withoutClashes(wanted);
  const phases: readonly Phase[] = phasesOf(chosen);
  const planned = PRESETS[preset].minutes as Lesson["minutes"];
  const freed = TIMED_PHASES.filter((phase) => !phases.includes(phase));
  const minutes = Object.fromEntries(
    TIMED_PHASES.filter((phase) => phases.includes(phase)).map((phase) => [phase, planned[phase] ?? 0]),
  ) as Record<TimedPhase, number>;
  minutes.rebuttal += freed.reduce((sum, phase) => sum + (planned[phase] ?? 0), 0);
  return { ...chosen, minutes };
}

/** What a preset has and these settings can't. */
export function leftOutOf(preset: Preset, settings: Settings): Excludable[] {
  const wanted = { ...settings, ...COURSE, ...PRESETS[preset].course };
  return clashesIn(wanted).map(({ setting }) => setting);
}

/** The preset that these settings are, unchanged. */
export function presetOf(settings: Settings): Preset | null {
  return PRESET_NAMES.find((preset) => isPreset(preset, settings)) ?? null;
}

function isPreset(preset: Preset, settings: Settings): boolean {
  const exact = withPreset(preset, settings);
  return (
    DECIDED.every((setting) => exact[setting] === settings[setting]) &&
    TIMED_PHASES.every((phase) => exact.minutes?.[phase] === settings.minutes?.[phase])
  );
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

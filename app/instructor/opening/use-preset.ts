"use client";
import { useState } from "react";
import { presetOf, withPreset } from "#debate/rules/presets.ts";
import type { Preset } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";

/** [H10] The preset that these settings began with, and whether they were changed since. */
export function usePreset(settings: Settings) {
  const [preset, setPreset] = useState<Preset | null>(null);
  const isChanged = preset !== null && presetOf(settings) !== preset;
  return {
    preset,
    isChanged,
    /** Other settings, from elsewhere, which may be a preset's. */
    recognize: (other: Settings) => setPreset(presetOf(other)),
    /** The settings with this preset. */
    choose(next: Preset): Settings {
      setPreset(next);
      return withPreset(next, settings);
    },
    /** What an unchanged preset has to leave out follows what students are promised about their names. */
    changed(next: Settings): Settings {
      const isFollowed = preset !== null && !isChanged && next.identity !== settings.identity;
      return isFollowed ? withPreset(preset, next) : next;
    },
  };
}

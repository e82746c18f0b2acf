/**
 * [H3] What only the settings of rehearsals contain. No text that someone typed can look like it, because its quotes are escaped. So
 * settings that can't be read are told apart, too.
 */
export const SIMULATED_FIELD = '"simulated":';
/** [T1] The same for a planned later vote. */
export const LATER_FIELD = '"laterVote":true';

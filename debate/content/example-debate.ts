/** The debate of the library that first steps, rehearsals and checks of the machine use. */
export const EXAMPLE_DEBATE = "japan-russia-card";

import { EXAMPLE_DEBATE } from "#debate/content/example-debate.ts";
import { readLibrary } from "#server/library/library.ts";

export const BUILT_IN_DEBATES = readLibrary();

const found = BUILT_IN_DEBATES.find(({ id }) => id === EXAMPLE_DEBATE);
if (!found) throw new Error(`library/${EXAMPLE_DEBATE} is missing`);
/** The debate that tests use. */
export const BUILT_IN_DEBATE = found;

/** The one script of what a wall shows from the reveal on. */
export { ChartFace } from "#app/screen/reveal/ChartFace.tsx";
export { RevealFace } from "#app/screen/reveal/RevealFace.tsx";

// `npm run bench:picture`: draws docs/images/lesson-cpu.svg from figures.json.
import { writeFileSync } from "node:fs";
import { drawLesson } from "#tests/bench/lesson-picture/draw.ts";
import figures from "#tests/bench/lesson-picture/figures.json" with { type: "json" };

writeFileSync("docs/images/lesson-cpu.svg", drawLesson(figures));

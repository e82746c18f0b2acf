import english from "./en.json";

/** Every English word on screen, by face. */
export { english };

export type Namespace = keyof typeof english;

/** [P18] How many people of the other side each text is given to, as far as there are enough. */
export const RATERS = 2;
/** The most characters of why a text is fair, or is not what they mean. */
export const WHY_LENGTH = 140;

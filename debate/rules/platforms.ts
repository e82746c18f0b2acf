/** [Q40] How long what a platform says of itself may be, in characters, and how many deployments are entered at once. */
export const PLATFORM_ADDRESS_LENGTH = 2_000;
export const PLATFORM_ID_LENGTH = 255;
export const MOST_DEPLOYMENTS = 50;

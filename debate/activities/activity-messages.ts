import type { z } from "zod";

/** What an activity adds to the wire, for parsing, for types and for the generated documents. */
export type ActivityMessages = {
  /** By the names in `sends` of its rules: what a message holds, what it is answered with where it is accepted, and what it does. */
  sends: Readonly<Record<string, { payload: z.ZodType; accepted: z.ZodType; does: string }>>;
  /** What it adds to a session's state, to the student's own, to their card and to the file of their data. */
  snapshot?: z.ZodRawShape;
  mine?: z.ZodRawShape;
  /** What a class reads beside the positions: with the page of a phone, and with the debate. */
  page?: z.ZodRawShape;
  beside?: z.ZodRawShape;
  /** What host and assistant are told of each seat. */
  seat?: z.ZodRawShape;
  card?: z.ZodRawShape;
  ownFile?: z.ZodRawShape;
  /** What it adds to the results, and the parts of these that may be withheld from a class. */
  results?: z.ZodRawShape;
  withheld?: readonly string[];
  /** And what a step of the reveal shows of it. */
  shown?: z.ZodRawShape;
  /** What else was hidden with a student's rebuttals, in the answer to the host: numbers. */
  hidden?: Readonly<Record<string, z.ZodExactOptional<z.ZodInt>>>;
  /** Columns that it adds to the exported tables `participants` and `design`. */
  seatColumns?: z.ZodRawShape;
  design?: z.ZodRawShape;
  /** The tables that the host can export. */
  tables?: readonly z.ZodObject[];
  /** What the generated documents name, so that it stands there once. */
  named?: Readonly<Record<string, z.ZodType>>;
};

import * as classes from "#debate/protocol/answers/class-answers.ts";
import * as requests from "#debate/protocol/requests.ts";
import { DONE, type Requests } from "#docs/contract/request.ts";

/** Requests about an instructor's classes; those of others are not found. */
export const CLASS_REQUESTS: Requests = {
  "GET /api/classes": {
    does: "Lists the caller's classes.",
    by: "instructor",
    answers: { 200: { says: "By name.", json: classes.Classes } },
  },
  "POST /api/classes": {
    does: "Creates a class, with students if they come along. The same id again is the same class.",
    by: "instructor",
    body: requests.CreateClass,
    answers: { 201: { says: "Created.", json: classes.ClassAnswer } },
    refuses: ["too-many", "duplicate"],
  },
  "GET /api/classes/:id": {
    does: "One of the caller's classes: students and sessions.",
    by: "instructor",
    answers: { 200: { says: "It.", json: classes.ClassAnswer } },
    refuses: ["not-found"],
  },
  "PUT /api/classes/:id": {
    does: "Changes the name of a class, or the word that shows its names.",
    by: "instructor",
    body: requests.ChangeClass,
    answers: { 200: { says: "Changed.", json: classes.ClassAnswer } },
    refuses: ["not-found"],
  },
  "DELETE /api/classes/:id": {
    does: "Deletes a class with its list. Its sessions stay, and are joined by codes alone.",
    by: "instructor",
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
  "POST /api/classes/:id/students": {
    does: "Adds students. Those who are in the class, by number or by name, are not added again.",
    by: "instructor",
    body: requests.AddStudents,
    answers: { 201: { says: "Added.", json: classes.ListAdded } },
    refuses: ["not-found", "too-many"],
  },
  "GET /api/classes/:id/students/:studentId": {
    does: "A student's year: sessions, words and marks, without any vote.",
    by: "instructor",
    answers: { 200: { says: "It.", json: classes.StudentYear } },
    refuses: ["not-found"],
  },
  "PUT /api/classes/:id/students/:studentId": {
    does: "Corrects a student's name and number, in all sessions of the class. Without a number it is deleted. `left` takes them off the list, and keeps what they did.",
    by: "instructor",
    body: requests.ChangeStudent,
    answers: { 200: { says: "Corrected.", json: classes.ClassStudent } },
    refuses: ["not-found", "duplicate"],
  },
  "DELETE /api/classes/:id/students/:studentId": {
    does: "Deletes a student, with seats, votes and words in all sessions.",
    by: "instructor",
    answers: { 204: DONE },
    refuses: ["not-found"],
  },
};

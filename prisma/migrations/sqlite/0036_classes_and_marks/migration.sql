-- CreateTable
CREATE TABLE "class" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,
    CONSTRAINT "class_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "class_student" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT,
    "addedAt" BIGINT NOT NULL,
    "leftAt" BIGINT,
    CONSTRAINT "class_student_classId_fkey" FOREIGN KEY ("classId") REFERENCES "class" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "marking" (
    "sessionId" TEXT NOT NULL PRIMARY KEY,
    "criteria" TEXT NOT NULL,
    "releasedAt" BIGINT,
    CONSTRAINT "marking_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "mark" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "levels" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "mark_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- A new table would lose the checks of the old one: SQLite can add a column that refers to another table.
ALTER TABLE "session" ADD COLUMN "classId" TEXT CONSTRAINT "session_classId_fkey" REFERENCES "class" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "pass" ADD COLUMN "studentId" TEXT CONSTRAINT "pass_studentId_fkey" REFERENCES "class_student" ("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "participant" ADD COLUMN "studentId" TEXT CONSTRAINT "participant_studentId_fkey" REFERENCES "class_student" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "session_classId_idx" ON "session"("classId");

-- CreateIndex
CREATE INDEX "pass_studentId_idx" ON "pass"("studentId");

-- CreateIndex
CREATE UNIQUE INDEX "pass_sessionId_studentId_key" ON "pass"("sessionId", "studentId");

-- CreateIndex
CREATE INDEX "participant_studentId_idx" ON "participant"("studentId");

-- CreateIndex
CREATE INDEX "class_ownerId_idx" ON "class"("ownerId");

-- CreateIndex
CREATE INDEX "class_student_classId_idx" ON "class_student"("classId");

-- The log records lists, too: nothing refers to it, so a new table takes its place.
CREATE TABLE "new_audit_entry" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" BIGINT NOT NULL,
    "kind" TEXT NOT NULL CHECK ("kind" IN ('sign-in', 'refused', 'invitation', 'link', 'export', 'deletion', 'setting', 'import')),
    "what" TEXT NOT NULL,
    "detail" TEXT,
    "codeStart" TEXT,
    "actorId" TEXT,
    "aboutId" TEXT,
    "count" INTEGER NOT NULL DEFAULT 1
);
INSERT INTO "new_audit_entry" ("id", "at", "kind", "what", "detail", "codeStart", "actorId", "aboutId", "count")
SELECT "id", "at", "kind", "what", "detail", "codeStart", "actorId", "aboutId", "count" FROM "audit_entry";
DROP TABLE "audit_entry";
ALTER TABLE "new_audit_entry" RENAME TO "audit_entry";
-- That of an empty table is none.
DELETE FROM "sqlite_sequence" WHERE "name" = 'audit_entry' AND "seq" = 0;

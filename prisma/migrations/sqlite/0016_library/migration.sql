-- AlterTable: by hand, so that no table is made again, with every row that refers to it.
ALTER TABLE "debate" ADD COLUMN "listing" TEXT;
ALTER TABLE "debate" ADD COLUMN "searched" TEXT;
ALTER TABLE "debate" ADD COLUMN "isDraft" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "debate" ADD COLUMN "archivedAt" BIGINT;
ALTER TABLE "debate" ADD COLUMN "sharing" TEXT NOT NULL DEFAULT 'none' CHECK ("sharing" IN ('none', 'read', 'copy', 'edit'));
ALTER TABLE "participant" ADD COLUMN "onPaper" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "frozen_debate" ADD COLUMN "debateId" TEXT;
ALTER TABLE "frozen_debate" ADD COLUMN "debateVersion" TEXT;

-- CreateTable
CREATE TABLE "debate_share" (
    "debateId" TEXT NOT NULL,
    "instructorId" TEXT NOT NULL,
    "right" TEXT NOT NULL CHECK ("right" IN ('read', 'copy', 'edit')),

    PRIMARY KEY ("debateId", "instructorId"),
    CONSTRAINT "debate_share_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "debate" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "debate_share_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "debate_version" (
    "debateId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "savedAt" BIGINT NOT NULL,
    "savedBy" TEXT NOT NULL,

    PRIMARY KEY ("debateId", "version"),
    CONSTRAINT "debate_version_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "debate" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "debate_source" (
    "debateId" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BLOB NOT NULL,
    CONSTRAINT "debate_source_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "debate" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "template" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "instructorId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    CONSTRAINT "template_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "comprehension" (
    "participantId" TEXT NOT NULL PRIMARY KEY,
    "sessionId" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    CONSTRAINT "comprehension_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "comprehension_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "debate_share_instructorId_idx" ON "debate_share"("instructorId");

-- CreateIndex
CREATE INDEX "template_instructorId_idx" ON "template"("instructorId");

-- CreateIndex
CREATE INDEX "comprehension_sessionId_idx" ON "comprehension"("sessionId");

-- CreateIndex
CREATE INDEX "frozen_debate_debateId_idx" ON "frozen_debate"("debateId");

-- AlterTable
ALTER TABLE "debate" ADD COLUMN     "archivedAt" BIGINT,
ADD COLUMN     "isDraft" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "listing" TEXT,
ADD COLUMN     "searched" TEXT,
ADD COLUMN     "sharing" TEXT NOT NULL DEFAULT 'none' CHECK ("sharing" IN ('none', 'read', 'copy', 'edit'));

-- AlterTable
ALTER TABLE "frozen_debate" ADD COLUMN     "debateId" TEXT,
ADD COLUMN     "debateVersion" TEXT;

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "onPaper" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "debate_share" (
    "debateId" TEXT NOT NULL,
    "instructorId" TEXT NOT NULL,
    "right" TEXT NOT NULL CHECK ("right" IN ('read', 'copy', 'edit')),

    CONSTRAINT "debate_share_pkey" PRIMARY KEY ("debateId","instructorId")
);

-- CreateTable
CREATE TABLE "debate_version" (
    "debateId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "savedAt" BIGINT NOT NULL,
    "savedBy" TEXT NOT NULL,

    CONSTRAINT "debate_version_pkey" PRIMARY KEY ("debateId","version")
);

-- CreateTable
CREATE TABLE "debate_source" (
    "debateId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "debate_source_pkey" PRIMARY KEY ("debateId")
);

-- CreateTable
CREATE TABLE "template" (
    "id" TEXT NOT NULL,
    "instructorId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comprehension" (
    "participantId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "answers" TEXT NOT NULL,

    CONSTRAINT "comprehension_pkey" PRIMARY KEY ("participantId")
);

-- CreateIndex
CREATE INDEX "debate_share_instructorId_idx" ON "debate_share"("instructorId");

-- CreateIndex
CREATE INDEX "template_instructorId_idx" ON "template"("instructorId");

-- CreateIndex
CREATE INDEX "comprehension_sessionId_idx" ON "comprehension"("sessionId");

-- CreateIndex
CREATE INDEX "frozen_debate_debateId_idx" ON "frozen_debate"("debateId");

-- AddForeignKey
ALTER TABLE "debate_share" ADD CONSTRAINT "debate_share_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_share" ADD CONSTRAINT "debate_share_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_version" ADD CONSTRAINT "debate_version_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "debate_source" ADD CONSTRAINT "debate_source_debateId_fkey" FOREIGN KEY ("debateId") REFERENCES "debate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "template" ADD CONSTRAINT "template_instructorId_fkey" FOREIGN KEY ("instructorId") REFERENCES "instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comprehension" ADD CONSTRAINT "comprehension_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comprehension" ADD CONSTRAINT "comprehension_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

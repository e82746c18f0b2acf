-- AlterTable
ALTER TABLE "session" ADD COLUMN     "classId" TEXT;

-- AlterTable
ALTER TABLE "pass" ADD COLUMN     "studentId" TEXT;

-- AlterTable
ALTER TABLE "participant" ADD COLUMN     "studentId" TEXT;

-- CreateTable
CREATE TABLE "class" (
    "id" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "updatedAt" BIGINT NOT NULL,

    CONSTRAINT "class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_student" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "number" TEXT,
    "addedAt" BIGINT NOT NULL,
    "leftAt" BIGINT,

    CONSTRAINT "class_student_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marking" (
    "sessionId" TEXT NOT NULL,
    "criteria" TEXT NOT NULL,
    "releasedAt" BIGINT,

    CONSTRAINT "marking_pkey" PRIMARY KEY ("sessionId")
);

-- CreateTable
CREATE TABLE "mark" (
    "participantId" TEXT NOT NULL,
    "levels" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mark_pkey" PRIMARY KEY ("participantId")
);

-- CreateIndex
CREATE INDEX "class_ownerId_idx" ON "class"("ownerId");

-- CreateIndex
CREATE INDEX "class_student_classId_idx" ON "class_student"("classId");

-- CreateIndex
CREATE INDEX "session_classId_idx" ON "session"("classId");

-- CreateIndex
CREATE INDEX "pass_studentId_idx" ON "pass"("studentId");

-- CreateIndex
CREATE UNIQUE INDEX "pass_sessionId_studentId_key" ON "pass"("sessionId", "studentId");

-- CreateIndex
CREATE INDEX "participant_studentId_idx" ON "participant"("studentId");

-- AddForeignKey
ALTER TABLE "class" ADD CONSTRAINT "class_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "instructor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_student" ADD CONSTRAINT "class_student_classId_fkey" FOREIGN KEY ("classId") REFERENCES "class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_classId_fkey" FOREIGN KEY ("classId") REFERENCES "class"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pass" ADD CONSTRAINT "pass_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "class_student"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "marking" ADD CONSTRAINT "marking_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mark" ADD CONSTRAINT "mark_participantId_fkey" FOREIGN KEY ("participantId") REFERENCES "participant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "participant" ADD CONSTRAINT "participant_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "class_student"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The log records lists, too.
ALTER TABLE "audit_entry" DROP CONSTRAINT "audit_entry_kind_check";
ALTER TABLE "audit_entry" ADD CONSTRAINT "audit_entry_kind_check" CHECK ("kind" IN ('sign-in', 'refused', 'invitation', 'link', 'export', 'deletion', 'setting', 'import'));

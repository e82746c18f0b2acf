-- AlterTable
ALTER TABLE "rebuttal" ADD COLUMN "decision" TEXT NOT NULL DEFAULT 'published' CHECK ("decision" = 'published' OR "decision" = 'pending' OR "decision" = 'hidden');
ALTER TABLE "rebuttal" ADD COLUMN "downWithSeat" BOOLEAN NOT NULL DEFAULT false;

-- What was decided until now.
UPDATE "rebuttal" SET "decision" = "status";

-- AlterTable
ALTER TABLE "report" ADD COLUMN "settledBy" INTEGER;

-- AlterTable
ALTER TABLE "event" ADD COLUMN "was" TEXT;

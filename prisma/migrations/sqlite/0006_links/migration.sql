-- AlterTable
ALTER TABLE "session" ADD COLUMN "assistantKey" TEXT;
ALTER TABLE "session" ADD COLUMN "resultsKept" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "session" ADD COLUMN "resultsKey" TEXT;

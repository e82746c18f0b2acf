-- AlterTable
ALTER TABLE "setup" ADD COLUMN "backedUpAt" BIGINT;

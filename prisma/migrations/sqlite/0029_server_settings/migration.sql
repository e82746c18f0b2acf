-- AlterTable
ALTER TABLE "setup" ADD COLUMN "retentionDays" INTEGER;

-- AlterTable
ALTER TABLE "instructor" ADD COLUMN "helpAllowedAt" BIGINT;

-- AlterTable
ALTER TABLE "session" RENAME COLUMN "spotlight" TO "wall";

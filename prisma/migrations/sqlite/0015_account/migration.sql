-- AlterTable: by hand, so that the table is not made again, with every row that refers to it.
ALTER TABLE "instructor" ADD COLUMN "language" TEXT;
ALTER TABLE "instructor" ADD COLUMN "helperId" TEXT REFERENCES "instructor" ("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "instructor_helperId_idx" ON "instructor"("helperId");

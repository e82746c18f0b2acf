-- What the first phone with a personal code proves itself by, as a keyed hash. Seats that are there already have none.
ALTER TABLE "participant" ADD COLUMN "claimHash" TEXT;

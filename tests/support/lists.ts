import { zipOf } from "#tests/support/documents.ts";

const SHIFT_JIS = new Map<string, number[]>();
const decoder = new TextDecoder("shift_jis");
for (let lead = 0x81; lead < 0xfd; lead += 1)
  for (let trail = 0x40; trail < 0xfd; trail += 1) {
    const letter = decoder.decode(Uint8Array.of(lead, trail));
    if (letter.length === 1 && !SHIFT_JIS.has(letter)) SHIFT_JIS.set(letter, [lead, trail]);
  }

/** Text as Japanese Excel saves CSV. */
export const shiftJis = (text: string): Buffer =>
  Buffer.from([...text].flatMap((letter) => SHIFT_JIS.get(letter) ?? letter.charCodeAt(0)));

/** A zip of text files. */
export const zipOfTexts = (files: Record<string, string>): Buffer =>
  zipOf(Object.entries(files).map(([name, text]) => ({ name, bytes: Buffer.from(text) })));

/** A OneRoster 1.2 archive: two classes, a teacher, someone deleted and someone disabled. */
export const ROSTER = {
  "manifest.csv": "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n",
  "users.csv": [
    "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,middleName,identifier,preferredGivenName",
    "u1,active,,true,ada,Ada,Lovelace,King,S-1,",
    "u2,,,true,taro,太郎,山田,,S-2,",
    "u3,active,,true,turing,Alan,Turing,,,Al",
    "u4,active,,true,teacher,Grace,Hopper,,T-1,",
    "u5,tobedeleted,,true,gone,Gone,Away,,S-5,",
    "u6,active,,false,off,Off,Line,,S-6,",
  ].join("\r\n"),
  "classes.csv":
    "sourcedId,status,title,classCode\nc1,active,Rhetoric,R1\nc2,active,Logic,L1\nc3,active,Empty,E1\n",
  "enrollments.csv": [
    "sourcedId,status,classSourcedId,userSourcedId,role",
    "e1,active,c1,u1,student",
    "e2,active,c1,u2,student",
    "e3,active,c2,u3,student",
    "e4,active,c1,u4,teacher",
    "e5,active,c1,u5,student",
    "e6,active,c1,u6,student",
    "e7,tobedeleted,c2,u1,student",
  ].join("\n"),
};

// Validates documents by a JSON Schema, and prints what is wrong with each, "" when nothing is:
//   node schema.mjs SCHEMA DOCUMENTS  ->  ["", "data.rules should be object", ...]
// DOCUMENTS is a JSON array.
import fs from "node:fs";
import { createRequire } from "node:module";

const Ajv = createRequire(import.meta.url)("ajv");
const [schema, documents] = process.argv.slice(2).map((file) => JSON.parse(fs.readFileSync(file)));
// A schema with a word that the validator does not know is refused.
const ajv = new Ajv({ strictKeywords: true });
const validate = ajv.compile(schema);
const wrong = documents.map((each) => (validate(each) ? "" : ajv.errorsText(validate.errors)));
console.log(JSON.stringify(wrong));

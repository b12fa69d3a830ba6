// Writes annotations as the real @actions/core does, one for each object of the JSON array in FILE:
//   node annotate.mjs FILE
import fs from "node:fs";
import core from "@actions/core";

for (const { severity, properties, message } of JSON.parse(fs.readFileSync(process.argv[2]))) {
  const write = { error: core.error, warning: core.warning, note: core.notice }[severity];
  write(message, properties);
}

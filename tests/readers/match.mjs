// Applies a problem matcher to a log as GitHub's runner does, and prints what it found:
//   node match.mjs MATCHER LOG
import fs from "node:fs";

const [matcher, log] = process.argv.slice(2);
const found = [];
const matchers = JSON.parse(fs.readFileSync(matcher)).problemMatcher.map((each) => {
  if (each.pattern.length !== 1) throw new Error("a matcher of one line is expected");
  const [pattern] = each.pattern;
  return { severity: each.severity, pattern, regexp: new RegExp(pattern.regexp) };
});
for (const line of fs.readFileSync(log, "utf8").split("\n")) {
  for (const { severity, pattern, regexp } of matchers) {
    const groups = regexp.exec(line);
    if (!groups) continue;
    found.push({
      file: groups[pattern.file],
      line: Number(groups[pattern.line]),
      column: Number(groups[pattern.column]),
      severity: pattern.severity ? groups[pattern.severity] : severity,
      code: groups[pattern.code],
      message: groups[pattern.message],
    });
    break;
  }
}
console.log(JSON.stringify(found));

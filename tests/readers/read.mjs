// Reads a report as the tools do that it is made for, and prints what they understood:
//   node read.mjs FORMAT FILE  ->  [{"file", "line", "message"}, ...] on standard output
// A report that its schema or reader refuses ends with status 1 and the reason on standard error.
import fs from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const [format, file] = process.argv.slice(2);
const bytes = fs.readFileSync(file);
// Throws on bytes that are not UTF-8.
const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

function demand(condition, reason) {
  if (!condition) {
    console.error(`${format}: ${reason}`);
    process.exit(1);
  }
}

function demandSchema(schema, data) {
  const Ajv = require("ajv");
  const ajv = new Ajv({ schemaId: "auto", unknownFormats: "ignore", allErrors: false });
  ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
  const validate = ajv.compile(schema);
  demand(validate(data), ajv.errorsText(validate.errors));
}

// Elements of an XML text, read by a parser that refuses everything XML 1.0 does not allow.
function xmlElements() {
  const { SaxesParser } = require("saxes");
  const parser = new SaxesParser();
  const open = [];
  const all = [];
  parser.on("error", (error) => demand(false, error.message));
  parser.on("opentag", (tag) => {
    const element = { name: tag.name, attributes: tag.attributes, parent: open.at(-1), text: "" };
    open.push(element);
    all.push(element);
  });
  parser.on("text", (piece) => {
    if (open.length > 0) open.at(-1).text += piece;
  });
  parser.on("closetag", () => open.pop());
  parser.write(text).close();
  return all;
}

const readers = {
  sarif() {
    const log = JSON.parse(text);
    demandSchema(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"), log);
    const run = log.runs[0];
    for (const result of run.results) {
      demand(run.tool.driver.rules[result.ruleIndex].id === result.ruleId, "wrong ruleIndex");
      const keys = Object.keys(result.partialFingerprints);
      demand(keys.includes("primaryLocationLineHash"), "no fingerprint that GitHub knows");
    }
    return run.results.map((result) => {
      const place = result.locations[0].physicalLocation;
      const uri = place.artifactLocation.uri;
      let name = uri;
      try {
        name = decodeURIComponent(uri);
      } catch {
        // A name that is not UTF-8 stays encoded.
      }
      return { file: name, line: place.region.startLine, message: result.message.text };
    });
  },

  // The fields that GitLab's documentation of Code Quality asks for.
  gitlab() {
    const line = { type: "integer", minimum: 1 };
    demandSchema(
      {
        type: "array",
        items: {
          type: "object",
          required: ["description", "check_name", "fingerprint", "severity", "location"],
          properties: {
            type: { enum: ["issue"] },
            description: { type: "string", minLength: 1 },
            check_name: { type: "string", minLength: 1 },
            fingerprint: { type: "string", pattern: "^[0-9a-f]{16}$" },
            severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
            location: {
              type: "object",
              required: ["path", "lines"],
              properties: {
                path: { type: "string", minLength: 1 },
                lines: {
                  type: "object",
                  required: ["begin"],
                  properties: { begin: line, end: line },
                },
              },
            },
          },
        },
      },
      JSON.parse(text),
    );
    const issues = JSON.parse(text);
    const prints = new Set(issues.map((issue) => issue.fingerprint));
    demand(prints.size === issues.length, "a fingerprint stands for two findings");
    return issues.map((issue) => ({
      file: issue.location.path,
      line: issue.location.lines.begin,
      message: issue.description,
    }));
  },

  async junit() {
    xmlElements();
    const { parse } = await import("junit2json");
    const report = await parse(text);
    const found = [];
    let tests = 0;
    let failures = 0;
    let errors = 0;
    for (const suite of report.testsuite ?? []) {
      demand(suite.testcase.length === suite.tests, "a suite with another number of tests");
      tests += suite.tests;
      failures += suite.failures;
      for (const test of suite.testcase) {
        const message = (test.failure ?? test.error)?.[0]?.message;
        errors += test.error?.length ?? 0;
        if (message === undefined) continue;
        found.push({ file: test.file, line: Number(test.line), message });
      }
    }
    demand(tests === report.tests && tests > 0, "the numbers of tests differ");
    demand(errors === report.errors, "the errors differ");
    demand(failures === report.failures && failures + errors === found.length, "the failures differ");
    return found;
  },

  checkstyle() {
    const elements = xmlElements();
    demand(elements[0].name === "checkstyle", "no checkstyle element");
    const errors = elements.filter((element) => element.name === "error");
    return errors.map(({ attributes, parent }) => {
      demand(["info", "warning", "error"].includes(attributes.severity), "unknown severity");
      demand(attributes.source.startsWith("soiree."), "no source");
      return {
        file: parent.attributes.name,
        line: Number(attributes.line),
        message: attributes.message,
      };
    });
  },

  rdjsonl() {
    const { RDFormatValidator, diagnosticSchema } = require("@umbrelladocs/rdformat-validator");
    demand(typeof RDFormatValidator === "function", "the validator is not what it was");
    const lines = text.split("\n").slice(0, -1);
    return lines.map((line) => {
      const diagnostic = JSON.parse(line);
      demandSchema(diagnosticSchema, diagnostic);
      return {
        file: diagnostic.location.path,
        line: diagnostic.location.range?.start.line,
        message: diagnostic.message,
      };
    });
  },
};

console.log(JSON.stringify(await readers[format]()));

import type { GeneratedReport } from './generated-report.ts';

const LINES = 300;

const lines = (line: (number: number) => string): string => {
  let text = '';
  for (let number = 1; number <= LINES; number++) text += line(number);
  return text;
};

const lcov: GeneratedReport = {
  head: '',
  part: (index) =>
    `TN:\nSF:src/module-${index}/service.ts\n${lines((number) =>
      number % 5 === 0
        ? `DA:${number},${number % 3}\nBRDA:${number},0,0,1\nBRDA:${number},0,1,-\n`
        : `DA:${number},${number % 3}\n`,
    )}LF:${LINES}\nLH:200\nend_of_record\n`,
  tail: '',
};

const cobertura: GeneratedReport = {
  head: '<?xml version="1.0"?>\n<coverage line-rate="0.6" version="1.9" timestamp="1">\n<packages><package name="p"><classes>\n',
  part: (index) =>
    `<class name="Service${index}" filename="src/module-${index}/Service.cs" line-rate="0.6"><methods/><lines>\n${lines(
      (number) =>
        number % 5 === 0
          ? `  <line number="${number}" hits="${number % 3}" branch="true" condition-coverage="50% (1/2)"/>\n`
          : `  <line number="${number}" hits="${number % 3}" branch="false"/>\n`,
    )}</lines></class>\n`,
  tail: '</classes></package></packages></coverage>\n',
};

const jacoco: GeneratedReport = {
  head: '<?xml version="1.0"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="shop">',
  part: (index) =>
    `<package name="acme/module${index}"><class name="acme/module${index}/Service" sourcefilename="Service.java"><method name="run" desc="()V" line="3"><counter type="INSTRUCTION" missed="3" covered="90"/><counter type="LINE" missed="1" covered="9"/></method></class><sourcefile name="Service.java">${lines(
      (number) => `<line nr="${number}" mi="${number % 3}" ci="${number % 4}" mb="0" cb="${number % 2}"/>`,
    )}<counter type="LINE" missed="1" covered="299"/></sourcefile></package>`,
  tail: '</report>',
};

const clover: GeneratedReport = {
  head: '<?xml version="1.0"?>\n<coverage generated="1" clover="4.5.2"><project timestamp="1">\n',
  part: (index) =>
    `<file name="Service.php" path="src/module-${index}/Service.php">\n${lines((number) =>
      number % 5 === 0
        ? `  <line num="${number}" type="cond" truecount="1" falsecount="0"/>\n`
        : `  <line num="${number}" type="stmt" count="${number % 3}"/>\n`,
    )}</file>\n`,
  tail: '</project></coverage>\n',
};

const go: GeneratedReport = {
  head: 'mode: atomic\n',
  part: (index) =>
    lines(
      (number) =>
        `example.com/shop/module${index}/service.go:${number}.12,${number + 1}.3 ${number % 4} ${number % 3}\n`,
    ),
  tail: '',
};

const json = (indent: number): GeneratedReport => ({
  head: '{',
  part: (index) => {
    const map: Record<string, unknown> = {};
    const s: Record<string, number> = {};
    for (let id = 0; id < LINES; id++) {
      map[id] = { start: { line: id + 1, column: 4 }, end: { line: id + 1, column: 40 } };
      s[id] = id % 3;
    }
    const path = `/builds/shop/src/module-${index}/service.ts`;
    const file = { path, statementMap: map, fnMap: {}, branchMap: {}, s, f: {}, b: { 0: [1, 0] } };
    return `${JSON.stringify(path)}: ${JSON.stringify(file, null, indent)}`;
  },
  between: ',\n',
  tail: '}\n',
});

const junit: GeneratedReport = {
  head: '<?xml version="1.0"?>\n<testsuites>\n',
  part: (index) =>
    `<testsuite name="module ${index}">\n${lines(
      (number) =>
        `  <testcase classname="acme.Module${index}" name="does thing ${number % 40}" time="0.0${number}"/>\n`,
    )}</testsuite>\n`,
  tail: '</testsuites>\n',
};

/** One large report of each kind. */
export const GENERATED_REPORTS: Readonly<Record<string, GeneratedReport>> = {
  lcov,
  cobertura,
  jacoco,
  clover,
  go,
  istanbul: json(0),
  'istanbul, indented': json(2),
  junit,
};

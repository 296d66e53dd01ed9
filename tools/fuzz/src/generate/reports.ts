/** Reports as tools write them, by the operation that takes them. */
export const REPORTS: Readonly<Record<string, readonly string[]>> = {
  uploadCoverage: [
    'SF:src/checkout.ts\nDA:1,4\nDA:2,0\nend_of_record\n',
    'mode: set\nexample.com/a/b.go:1.2,3.4 2 1\n',
    '<coverage line-rate="0.5"><packages><package name="p"><classes><class name="A" filename="a.py"><lines><line number="1" hits="1"/><line number="2" hits="0" branch="true" condition-coverage="50% (1/2)"/></lines></class></classes></package></packages></coverage>',
    '<report name="r"><package name="a/b"><sourcefile name="C.java"><line nr="1" mi="0" ci="2" mb="1" cb="1"/></sourcefile></package></report>',
    '<coverage generated="1"><project timestamp="1"><file name="a.php" path="/a.php"><line num="1" type="stmt" count="1"/></file></project></coverage>',
    '{"/a.js":{"path":"/a.js","statementMap":{"0":{"start":{"line":1,"column":0},"end":{"line":1,"column":9}}},"s":{"0":1},"fnMap":{},"f":{},"branchMap":{},"b":{}}}',
  ],
  uploadTests: [
    '<testsuite name="cart"><testcase classname="cart" name="adds up" time="0.012"/></testsuite>',
    '<?xml version="1.0"?><testsuites><testsuite name="a" timestamp="2026-01-01T00:00:00"><testcase name="b"><failure message="no">x</failure></testcase><testcase name="c"><skipped/></testcase></testsuite></testsuites>',
  ],
  uploadVulnerabilities: [
    '{"version":"2.1.0","runs":[]}',
    '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"scan","rules":[{"id":"r1","properties":{"security-severity":"9.1"}}]}},"results":[{"ruleId":"r1","level":"error","message":{"text":"m"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.js"},"region":{"startLine":1}}}]}]}]}',
  ],
};

const LAUGHS = Array.from(
  { length: 9 },
  (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`,
).join('');

/** What attacks a reader of reports, as the whole of one. */
export const HOSTILE_REPORTS: readonly string[] = [
  `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "lol">${LAUGHS}]><testsuite name="&l9;"><testcase name="&l9;"/></testsuite>`,
  '<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]><testsuite name="&x;"><testcase name="&x;"/></testsuite>',
  '<!DOCTYPE t SYSTEM "http://127.0.0.1:1/x.dtd"><coverage><packages/></coverage>',
  '<!DOCTYPE t [<!ENTITY % p SYSTEM "http://127.0.0.1:1/x">%p;]><report/>',
  `${'<a>'.repeat(5000)}${'</a>'.repeat(5000)}`,
  `<testsuite ${Array.from({ length: 500 }, (_, at) => `a${at}="1"`).join(' ')}/>`,
  `<testsuite name="${'x'.repeat(100_000)}"><testcase name="a"/></testsuite>`,
  '<testsuite><testcase name="a" time="1e400"/><testcase name="b" time="-1"/><testcase name="c" time="NaN"/></testsuite>',
  '<testsuite><testcase name="&#0;"/></testsuite>',
  '<testsuite><testcase name="&#xD800;&#x110000;"/></testsuite>',
  '<testsuite name="a"><testcase',
  '<x:testsuite xmlns:x="urn:x"><![CDATA[]]]]><![CDATA[>]]><?php ?><!-- -- --></x:testsuite>',
  'SF:\u0000\nDA:1,1\nend_of_record\n',
  'SF:a\nDA:-1,1\nDA:1,1e400\nDA:99999999999999999999,5\nBRDA:1,0,0,-\nend_of_record\n',
  `SF:a\n${Array.from({ length: 5000 }, (_, at) => `DA:${at * 400_000},1`).join('\n')}\nend_of_record\n`,
  'SF:a\nSF:b\nDA:1\nend_of_record\nend_of_record\n',
  'mode: count\na.go:4294967296.1,1.1 9999999999 9999999999\n',
  '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":""}},"results":[{"ruleId":"__proto__","message":{"text":"\\u0000\\ud800"}}]}]}',
  '{"version":"2.1.0","runs":[{"tool":{"driver":{"name":"t","rules":[{"id":"a","properties":{"security-severity":"1e400"}}]}},"results":[{"ruleIndex":99999999999,"level":{},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"../../../x"},"region":{"startLine":1e400}}}]}]}]}',
  '{"__proto__":{"path":"/a.js"},"/a.js":{"path":"/b.js","statementMap":{"0":{"start":{"line":1e400}}},"s":{"0":-1}}}',
  `{"version":"2.1.0","runs":[${'['.repeat(5000)}`,
  '{"total":{"lines":{"total":-1,"covered":5,"pct":"Unknown"}}}',
  'null',
  '',
  '\ufeff',
  '\u0000',
  'PK\u0003\u0004',
];

import { describe, expect, test } from 'vitest';
import { parse, refusal } from '../coverage/test-reports.ts';

const body = '<coverage line-rate="1"><packages/></coverage>';

describe('hostile XML', () => {
  test('declarations inside the document type are refused before anything expands', async () => {
    const laughs = Array.from(
      { length: 9 },
      (_, level) => `<!ENTITY lol${level + 1} "${`&lol${level};`.repeat(10)}">`,
    );
    const doctype = `<!DOCTYPE coverage [\n<!ENTITY lol0 "lol">\n${laughs.join('\n')}\n]>`;
    const refused = /^invalid-report: line \d+: the document type declares entities or elements of its own/;
    expect(
      await refusal(`<?xml version="1.0"?>${doctype}<coverage line-rate="1">&lol9;</coverage>`, {
        format: 'cobertura',
      }),
    ).toMatch(refused);
    expect(
      await refusal(`<!DOCTYPE coverage SYSTEM "a'[" [ %remote; ]>${body}`, { format: 'cobertura' }),
    ).toMatch(refused);
    expect(
      await refusal(`<!DOCTYPE coverage [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body}`, {
        format: 'cobertura',
      }),
    ).toMatch(refused);
    expect(await refusal(`${doctype}${body}`)).toMatch(refused);
    expect(await refusal(`\n<?xml version="1.0"?><<${body}`)).toMatch(
      /^invalid-report: line 2: the XML is not/,
    );
  });

  test('an external document type is accepted and never fetched', async () => {
    const fetched: unknown[] = [];
    const original = globalThis.fetch;
    globalThis.fetch = (...call) => {
      fetched.push(call);
      return original(...call);
    };
    try {
      for (const id of [
        'SYSTEM "http://127.0.0.1:9/coverage-[04].dtd"',
        `PUBLIC "-//x" "file:///nowhere.dtd"`,
        `SYSTEM 'x.dtd' [ ]`,
      ]) {
        expect(await parse(`<!DOCTYPE coverage ${id}>${body}`)).toMatchObject({ format: 'cobertura' });
      }
    } finally {
      globalThis.fetch = original;
    }
    expect(fetched).toEqual([]);
  });

  test('depth, attributes, names and lengths are limited', async () => {
    const inside = (content: string): Promise<string> =>
      refusal(`<coverage line-rate="1">${content}</coverage>`);
    expect(await inside('<a>'.repeat(100_000))).toBe(
      'invalid-report: line 1: elements are nested more than 100 deep',
    );
    const attributes = Array.from({ length: 200_000 }, (_, index) => `a${index}="1"`).join(' ');
    expect(await inside(`<a ${attributes}/>`)).toBe(
      'invalid-report: line 1: an element has more than 200 attributes',
    );
    expect(await inside(`<a b="${'x'.repeat(100_000)}"/>`)).toContain('"b" is longer than 65536 characters');
    expect(await inside(`<a b="${'x'.repeat(3_000_000)}"/>`)).toContain('longer than 1048576 characters');
    expect(await inside(`<!--${'x'.repeat(3_000_000)}-->`)).toContain('longer than 1048576 characters');
    expect(await inside(`<${'x'.repeat(2000)}/>`)).toContain('the name of an element is too long');
    expect(await inside(`<a ${'x'.repeat(2000)}="1"/>`)).toContain('the name of an attribute is too long');
  });

  test('names of Object.prototype are names like others', async () => {
    const attributes = '__proto__="1" constructor="2" toString="3"';
    expect(
      await parse(`<coverage line-rate="1" ${attributes}><packages ${attributes}/></coverage>`),
    ).toMatchObject({ files: 0 });
    expect(
      await parse('<coverage line-rate="1"><__proto__><constructor/></__proto__></coverage>'),
    ).toMatchObject({ files: 0 });
  });
});

import type { FastifyInstance } from 'fastify';
import { PROBLEMS } from '@codemetrics/contracts';

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const PAGE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Problems · CodeMetrics</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}code{font-size:.95em}dd{margin:0 0 1rem}</style></head>
<body><h1>Problems</h1>
<p>Every error of the API is a problem document (RFC 9457). Its <code>code</code> is one of these.</p>
<dl>${Object.entries(PROBLEMS)
  .map(
    ([code, one]) =>
      `<dt id="${code}"><strong>${one.status} ${escape(one.title)}</strong> <code>${code}</code></dt><dd>${escape(one.help)}</dd>`,
  )
  .join('\n')}</dl></body></html>
`;

/** The page that the `type` of every problem document points to. */
export const problemPage = (app: FastifyInstance): void => {
  app.get('/problems', (_request, reply) => reply.type('text/html; charset=utf-8').send(PAGE));
};

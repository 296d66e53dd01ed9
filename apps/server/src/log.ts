import type { Logger } from 'pino';
import { pino } from 'pino';
import type { Config } from './config.ts';

/** Structured logs on standard error, so that what a person is to read on standard output stays apart. */
export const createLog = (level: Config['logLevel'], destination?: NodeJS.WritableStream): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [
          'authorization',
          'cookie',
          'password',
          'token',
          '*.authorization',
          '*.cookie',
          '*.password',
          '*.token',
          '*.accessToken',
        ],
        censor: '[redacted]',
      },
      serializers: { err: describeError, error: describeError },
    },
    (destination ?? process.stderr) as never,
  );

/** What of an error is logged: never its bound values, which could be a caller's data. */
const describeError = (error: unknown): unknown => {
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: error.message,
    code,
    stack: error.stack,
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
};

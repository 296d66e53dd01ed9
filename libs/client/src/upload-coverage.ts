import type { CodeMetricsClient, InputOf, OutputOf } from './calls.ts';
import { transportOf } from './create-client.ts';
import type { CallOptions, ClientOptions } from './options.ts';

/** All that `coverage.upload` takes beside the report itself. */
export type CoverageParameters = Omit<InputOf<'coverage', 'upload'>, 'report'>;

/** A large report may travel slowly. */
const UPLOAD_TIMEOUT_MS = 300_000;

/**
 * Sends a coverage report over REST, which takes larger ones than `client.coverage.upload` (`limits.reportBytes`) and
 * reads them as they arrive. A stream can be sent only once, so a failure with one is final.
 */
export const uploadCoverage = async (
  target: CodeMetricsClient | ClientOptions,
  parameters: CoverageParameters,
  report: string | Uint8Array | ReadableStream<Uint8Array>,
  options: CallOptions = {},
): Promise<OutputOf<'coverage', 'upload'>> => {
  const transport = transportOf(target);
  const given = Object.entries(parameters).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const answer = await transport.send(
    {
      url: `${transport.baseUrl}/api/coverage?${new URLSearchParams(given)}`,
      contentType: 'text/plain; charset=utf-8',
      body: report,
      repeat: report instanceof ReadableStream ? 'never' : 'repeatable',
    },
    { ...options, timeoutMs: options.timeoutMs ?? UPLOAD_TIMEOUT_MS },
  );
  return answer as OutputOf<'coverage', 'upload'>;
};

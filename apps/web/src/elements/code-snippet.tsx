import { CopyButton } from './copy-button.tsx';
import classes from './code-snippet.module.css';

interface Props {
  readonly code: string;
  /** What it is, to name it: `the command`. */
  readonly what: string;
  /** Broken anywhere to fit, as a single long value must be. */
  readonly isWrapped?: boolean;
}

/** Text to be copied into a terminal. */
export const CodeSnippet = ({ code, what, isWrapped = false }: Props) => (
  <div className={classes.snippet}>
    <pre className={classes.code} data-wrapped={isWrapped || undefined} tabIndex={0} aria-label={what}>
      <code>{code}</code>
    </pre>
    <div className={classes.copy}>
      <CopyButton value={code} what={what} />
    </div>
  </div>
);

import classes from './logo.module.css';

/** The mark and the name; `size` is the mark's height in pixels. */
export const Logo = ({ size = 28 }: { size?: number }) => (
  <span className={classes.logo} style={{ fontSize: size * 0.64 }}>
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden>
      <rect width="32" height="32" rx="8" fill="#3b5bdb" />
      <path d="M7 22v-5M13 22v-9M19 22v-6M25 22V9" stroke="#fff" strokeWidth="3" strokeLinecap="round" />
    </svg>
    <span data-name>CodeMetrics</span>
  </span>
);

const PATHS = {
  bell: 'M6 10a6 6 0 0 1 12 0c0 5 2 7 2 7H4s2-2 2-7zM10 20.5a2.2 2.2 0 0 0 4 0',
  bot: 'M5 9h14v10H5zM12 9V5M12 4.5v.01M9 13v1.5M15 13v1.5M2.5 13v2.5M21.5 13v2.5',
  branch:
    'M5 5.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M5 18.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M15 8.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7 7.5v9M17 10.5c0 4-10 2-10 6',
  book: 'M5 5.5A2.5 2.5 0 0 1 7.5 3H19v15H7.5A2.5 2.5 0 0 0 5 20.5zM5 20.5A2.5 2.5 0 0 0 7.5 21H19v-3',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3.5v4M16 3.5v4',
  chart: 'M4 4v16h16M7.5 15l4-5 3.5 3 5-7',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  'circle-check': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12.5l3 3 5-6',
  'circle-cross': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9 9l6 6M15 9l-6 6',
  'circle-minus': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12h8',
  'circle-play': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM10 8.5v7l5.5-3.5z',
  'circle-slash': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12',
  'circle-dots': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12v.01M12 12v.01M16 12v.01',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5.5l3.5 2',
  code: 'M8 7l-5 5 5 5M16 7l5 5-5 5M13.5 5l-3 14',
  close: 'M6 6l12 12M18 6L6 18',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  commit: 'M8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0M2.5 12H8M16 12h5.5',
  'chevron-down': 'M6 9l6 6 6-6',
  'chevron-left': 'M15 6l-6 6 6 6',
  'chevron-right': 'M9 6l6 6-6 6',
  dots: 'M12 5.5v.01M12 12v.01M12 18.5v.01',
  download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14',
  edit: 'M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3',
  external: 'M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9',
  filter: 'M4 5h16l-6.5 8v6l-3-1.5V13z',
  inbox: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 2.5h4l1-2.5h5',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 8v.01',
  key: 'M15 4a5 5 0 1 0 0 10 5 5 0 0 0 0-10zM11.5 12.5L4 20M7 17l2.5 2.5M16.5 8.5v.01',
  layers: 'M12 4l9 5-9 5-9-5zM3 14l9 5 9-5',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-6-6l-1.5 1.5M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 6 6l1.5-1.5',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6v.01M4.5 12v.01M4.5 18v.01',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  minus: 'M5 12h14',
  monitor: 'M4 5h16v11H4zM9 20h6M12 16v4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
  pipeline:
    'M4 6.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M16 6.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M16 17.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0M8 6.5h8M10 6.5c3 0 2 11 6 11',
  plus: 'M12 5v14M5 12h14',
  refresh: 'M19 8a8 8 0 1 0 1 6M20 4v4.5h-4.5',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5',
  save: 'M5 4h11l3 3v13H5zM8 4v5h7V4M8 20v-6h8v6',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  share: 'M12 15V4M8 7.5L12 3.5l4 4M6 12v8h12v-8',
  'sign-out': 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M19 5l-1.4 1.4M6.4 17.6L5 19',
  skip: 'M5 6l8 6-8 6zM17 6v12',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  warning: 'M12 4L2.5 20h19zM12 10v4.5M12 17v.01',
} as const;

export type IconName = keyof typeof PATHS;

/** A line drawing beside a text that says the same; readers pass over it. */
export const Icon = ({ name, size = 18 }: { name: IconName; size?: number }) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.8"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden
    focusable="false"
    style={{ flex: 'none' }}
  >
    <path d={PATHS[name]} />
  </svg>
);

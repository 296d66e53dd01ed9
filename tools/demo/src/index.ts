export { fillDemo } from './fill-demo.ts';
export type { FillPlan } from './fill-demo.ts';

import { Page } from '../elements/page.tsx';

export const RunPage = () => <Page title="Run">{null}</Page>;

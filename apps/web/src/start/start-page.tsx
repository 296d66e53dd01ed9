import { Page } from '../elements/page.tsx';

export const StartPage = () => <Page title="Get started">{null}</Page>;

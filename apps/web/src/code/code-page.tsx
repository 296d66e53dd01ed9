import { Page } from '../elements/page.tsx';

export const CodePage = () => <Page title="Code">{null}</Page>;

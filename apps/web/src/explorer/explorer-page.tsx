import { Page } from '../elements/page.tsx';

export const ExplorerPage = () => <Page title="Explorer">{null}</Page>;

import { Page } from '../elements/page.tsx';

export const PipelinesPage = () => <Page title="Pipelines">{null}</Page>;

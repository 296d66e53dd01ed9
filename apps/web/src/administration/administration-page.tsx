import { Page } from '../elements/page.tsx';

export const AdministrationPage = () => <Page title="Administration">{null}</Page>;

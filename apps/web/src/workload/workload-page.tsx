import { Page } from '../elements/page.tsx';

export const WorkloadPage = () => <Page title="Workload">{null}</Page>;

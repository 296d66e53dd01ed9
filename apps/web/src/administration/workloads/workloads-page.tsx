import { useAddress } from '../../elements/use-address.ts';
import { WorkloadsFilePage } from './workloads-file-page.tsx';
import { WorkloadsListPage } from './workloads-list-page.tsx';

/** The workloads one by one, or as a file of the whole set where the address says so. */
export const WorkloadsPage = () => {
  const { query } = useAddress();
  return query['view'] === 'file' ? <WorkloadsFilePage /> : <WorkloadsListPage />;
};

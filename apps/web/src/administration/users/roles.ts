import type { Role } from '@codemetrics/contracts';

/** The roles in the words of whoever gives one. */
export const ROLES: Readonly<Record<Role, { readonly label: string; readonly description: string }>> = {
  viewer: { label: 'Viewer', description: 'reads metrics and runs, and makes tokens that read' },
  editor: { label: 'Editor', description: 'also sends data and changes workloads' },
  admin: { label: 'Administrator', description: 'may do everything, users and keys included' },
};

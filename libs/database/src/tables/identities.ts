export interface UserIdentitiesTable {
  /** The id of the provider in the settings. */
  provider: string;
  /** The provider's own id of the person: its claim `sub`. */
  subject: string;
  user_id: string;
  created_at: Date;
  last_sign_in_at: Date | null;
}

import { useState } from 'react';

/** Which dialog is open, and for which record; the record stays while the dialog fades out. */
export const useChosen = <Action extends string, Row>() => {
  const [open, setOpen] = useState<Action | null>(null);
  const [chosen, setChosen] = useState<Row | null>(null);
  return {
    open,
    chosen,
    choose: (action: Action, row?: Row): void => {
      if (row !== undefined) setChosen(() => row);
      setOpen(action);
    },
    close: (): void => setOpen(null),
  };
};

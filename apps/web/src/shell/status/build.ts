const ENTRY = /<script[^>]+type="module"[^>]+src="([^"]+)"/;

/** The app's first script, whose name tells its content. */
const OWN = document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.getAttribute('src');

/** The first script of the app that the server has now. Throws where the server can't be reached. */
const servedEntry = async (): Promise<string | undefined> => {
  const answer = await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(10_000) });
  if (!answer.ok) throw new Error(`the app's page was answered with ${answer.status}`);
  return ENTRY.exec(await answer.text())?.[1];
};

/** Whether the server has another app than the one that runs here. Throws where the server can't be reached. */
export const isUpdated = async (): Promise<boolean> => {
  const served = await servedEntry();
  return served !== undefined && OWN !== undefined && OWN !== null && served !== OWN;
};

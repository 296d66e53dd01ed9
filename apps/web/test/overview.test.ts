import { expect, test } from 'vitest';
import { describeScreens, testEveryLook } from './screen.ts';

describeScreens('the overview', (screens) => {
  testEveryLook(screens, {
    name: 'overview',
    path: '/',
    stands: (page) => page.getByText(/workloads, as of/).waitFor(),
  });

  test('leads to every screen by its navigation', async () => {
    const page = await screens().open('/');
    for (const name of [
      'Explorer',
      'Pipelines',
      'Code',
      'Service tokens',
      'Users',
      'Audit log',
      'Overview',
    ]) {
      await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
    expect(new URL(page.url()).pathname).toBe('/');
    await page.context().close();
  });
});

import { Anchor, Popover, Stack, Text } from '@mantine/core';
import type { ListedWorkload } from '../api/use-config.ts';
import classes from './workload-facts.module.css';

type Groups = ListedWorkload['repositoryGroups'];

const namesOf = (groups: Groups): ReadonlySet<string> =>
  new Set(groups.flatMap(({ repositories }) => repositories.map(({ name }) => name)));

/** How many repositories a workload lists; at a press, which they are, by group. */
export const RepositoryList = ({ groups }: { groups: Groups }) => {
  const { size } = namesOf(groups);
  if (size === 0) return <span>No repositories</span>;
  return (
    <Popover position="bottom-start" shadow="md" width={340} trapFocus returnFocus>
      <Popover.Target>
        <Anchor component="button" type="button" size="sm">
          {size === 1 ? '1 repository' : `${size} repositories`}
        </Anchor>
      </Popover.Target>
      <Popover.Dropdown aria-label="Repositories" className={classes.repositories}>
        <Stack gap="sm" tabIndex={0} data-autofocus>
          {groups.map((group) => (
            <div key={group.name}>
              <Text size="xs" c="dimmed" fw={600}>
                <bdi>{group.name}</bdi>
              </Text>
              <ul className={classes.list}>
                {group.repositories.map(({ name, url }) => (
                  <li key={name}>
                    {url && /^https?:/i.test(url) ? (
                      <Anchor href={url} target="_blank" rel="noreferrer noopener" size="sm">
                        <bdi>{name}</bdi>
                      </Anchor>
                    ) : (
                      <bdi>{name}</bdi>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};

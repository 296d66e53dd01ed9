/** The rows of a listing, all of its pages. */
export const listAll = async <Row>(rows: AsyncIterable<Row>): Promise<readonly Row[]> => {
  const all: Row[] = [];
  for await (const row of rows) all.push(row);
  return all;
};

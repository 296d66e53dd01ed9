/** Takes the text of one report piece by piece; throws a `DomainError` at the first thing it cannot read. */
export interface ReportParser {
  write(text: string): void;
  /** The text is complete. Throws when it ends too early. */
  end(): void;
}

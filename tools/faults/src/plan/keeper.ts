/** Something that was started and has to be ended, whatever happens. */
export interface Kept {
  end(): Promise<void>;
  /** The same without waiting, for when this process itself is about to end. */
  endAtOnce(): void;
}

/** Holds what a part has started, so that it can be ended in reverse order, even when the part fails or is interrupted. */
export class Keeper implements Kept {
  readonly #kept: Kept[] = [];
  #ending: Promise<void> | undefined;

  /** From now on the thing is ended with this keeper. A thing that comes after the end is ended at once. */
  keep<T extends Kept>(thing: T): T {
    this.#kept.push(thing);
    if (this.#ending !== undefined) thing.endAtOnce();
    return thing;
  }

  end(): Promise<void> {
    return (this.#ending ??= this.#endAll());
  }

  async #endAll(): Promise<void> {
    // All stay here, since what is interrupted while it starts may come up after its end.
    for (const thing of this.#kept.toReversed()) {
      try {
        await thing.end();
      } catch (error) {
        thing.endAtOnce();
        console.error(`something could not be ended in order: ${String(error)}`);
      }
    }
  }

  endAtOnce(): void {
    this.#ending ??= Promise.resolve();
    for (const thing of this.#kept.toReversed()) {
      try {
        thing.endAtOnce();
      } catch (error) {
        console.error(`something could not be ended: ${String(error)}`);
      }
    }
  }
}

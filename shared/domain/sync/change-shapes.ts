import type { ChangeShape, SentOp } from './model.ts';

/** The shapes of a bundle's changes, each once. */
export class ChangeShapes {
  readonly #known = new Map<string, ChangeShape>();

  of(table: string, op: SentOp, fields: readonly string[]): ChangeShape {
    // Names of tables and fields hold no line breaks; what does is another shape, and refused later.
    const id = `${table}\n${op}\n${fields.join('\n')}`;
    let shape = this.#known.get(id);
    if (!shape) this.#known.set(id, (shape = { table, op, fields }));
    return shape;
  }
}

import type { StepCounter } from '../step-counter.js';

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  value: Value | null;
}

/** Finds the longest of many names at one place of a text, in steps bounded by the longest name. */
export class NameTrie<Value> {
  readonly #root: Node<Value> = { next: new Map(), value: null };

  /** Adds a name; what stood under it before is kept, and returned. */
  add(name: string, value: Value): Value | null {
    let node = this.#root;
    for (const unit of name.split('')) {
      const child: Node<Value> = node.next.get(unit) ?? { next: new Map(), value: null };
      node.next.set(unit, child);
      node = child;
    }
    if (node.value !== null) return node.value;
    node.value = value;
    return null;
  }

  /** Does any name begin with this character? */
  starts(character: string): boolean {
    return this.#root.next.has(character);
  }

  /** The longest name that starts at `from` and that `accept` takes, or null. */
  longest(
    text: string,
    from: number,
    counter: StepCounter,
    accept: (end: number, value: Value) => boolean,
  ): { readonly end: number; readonly value: Value } | null {
    let node: Node<Value> | undefined = this.#root;
    let found: { end: number; value: Value } | null = null;
    for (let position = from; position < text.length; position += 1) {
      counter.add();
      node = node.next.get(text.charAt(position));
      if (node === undefined) break;
      if (node.value !== null && accept(position + 1, node.value)) found = { end: position + 1, value: node.value };
    }
    return found;
  }
}

/**
 * Nodes that lie on a cycle when each node points to at most one other, as children point to their parent.
 * @param next node → the node it points to; nodes it names without an entry of their own end a path
 */
export function cycleMembers(next: ReadonlyMap<string, string>): string[] {
  const settled = new Set<string>();
  const found: string[] = [];
  for (const start of next.keys()) {
    const path = new Map<string, number>();
    let node: string | undefined = start;
    while (node !== undefined && !settled.has(node) && !path.has(node)) {
      path.set(node, path.size);
      node = next.get(node);
    }
    const entry = node === undefined ? undefined : path.get(node);
    for (const [member, position] of path) {
      settled.add(member);
      if (entry !== undefined && position >= entry) found.push(member);
    }
  }
  return found;
}

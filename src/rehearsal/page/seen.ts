import type { MessageView } from "../wire.ts";
import { api } from "./api.ts";
import type { Store } from "./state.ts";

/** Teams refreshes a card by itself when it comes into view: once for each version of it, while the conversation is open. */
export const createSeen = (store: () => Store) => {
  const done = new Set<string>();
  const versions = new WeakMap<Element, { message: string; edits: number }>();

  const onSeen = (target: Element): void => {
    const version = versions.get(target);
    if (!version) return;
    const key = `${version.message} ${String(version.edits)}`;
    if (done.has(key)) return;
    done.add(key);
    // A refresh that fails shows nothing in Teams either; the card stays as it is.
    void api.refresh({ ...store().place(), message: version.message }).catch(() => undefined);
  };
  const observer = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) onSeen(target);
  });

  return {
    watch: (element: HTMLElement, { id, edits, refreshes }: MessageView): void => {
      if (!refreshes) return;
      versions.set(element, { message: id, edits });
      observer.observe(element);
    },
    /** Another conversation is shown. */
    clear: (): void => {
      done.clear();
      observer.disconnect();
    },
  };
};

/** One tab stop for all marks of a chart: arrows, Home and End walk them, as in one control. */
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export function roving(node: Element): () => void {
  const marks = (): SVGElement[] => [...node.querySelectorAll<SVGElement>('[data-mark]')];

  function onkeydown(event: Event): void {
    if (!(event instanceof KeyboardEvent)) return;
    const all = marks();
    const at = all.findIndex((mark) => mark === document.activeElement);
    if (at < 0) return;
    const step = STEPS[event.key];
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? all.length - 1 : step === undefined ? -1 : Math.min(all.length - 1, Math.max(0, at + step));
    if (next < 0) return;
    event.preventDefault();
    all[next]?.focus();
  }
  function onfocusin(event: Event): void {
    for (const mark of marks()) mark.setAttribute('tabindex', mark === event.target ? '0' : '-1');
  }
  node.addEventListener('keydown', onkeydown);
  node.addEventListener('focusin', onfocusin);
  return () => {
    node.removeEventListener('keydown', onkeydown);
    node.removeEventListener('focusin', onfocusin);
  };
}

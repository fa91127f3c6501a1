/**
 * Does something again and again, the first time after one interval, until the returned function is called. Injected, so
 * that tests need not wait.
 */
export type Repeat = (milliseconds: number, work: () => void) => () => void;

/** With a timer of this machine, which does not keep the process alive. */
export const systemRepeat: Repeat = (milliseconds, work) => {
  const timer = setInterval(work, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};

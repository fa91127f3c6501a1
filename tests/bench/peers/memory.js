const MEGABYTE = 1e6;

/** MB of this process that lie in memory now. */
export const memoryInUse = () => process.memoryUsage().rss / MEGABYTE;

/** The most MB that this process has had in memory so far. */
export const mostMemory = () => (process.resourceUsage().maxRSS * 1024) / MEGABYTE;

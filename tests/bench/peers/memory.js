const MEBIBYTE = 1024 * 1024;

/** MiB of this process that lie in memory now. */
export const memoryInUse = () => process.memoryUsage().rss / MEBIBYTE;

/** The most MiB that this process has had in memory so far. */
export const mostMemory = () => process.resourceUsage().maxRSS / 1024;

export function bundle(entries: Record<string, string>, outdir: string, options?: object): Promise<void>;

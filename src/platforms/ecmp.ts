/** Most next hops of a route that every supported routing daemon can be told (FRR 8.4: `maximum-paths` up to 256). */
export const mostPaths = 128;

/** nft table of a pair's rules, with the sets that its agent keeps. */
export const mlagTable = 'bridge mlag';

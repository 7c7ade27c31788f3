/** The text beside an exported topology: how it is run, and what it leaves out. */
export function readMe(fabric: string, nodes: number, notes: readonly string[]): string {
  return `# ${fabric} for containerlab

${nodes} nodes. Paths are relative: the folder can be moved.

    containerlab deploy -t ${fabric}.clab.yaml

On Kubernetes, with clabernetes, and the images in a registry that the cluster reads; in this folder:

    clabverter --stdout --naming non-prefixed | kubectl apply -f -

Written by heddle after containerlab's manual, version 0.79, and checked against its schema; not run by heddle.

${notes.map((note) => `- ${note}\n`).join('')}`;
}

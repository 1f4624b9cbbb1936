/** A graph as a text, for the log: a block a paragraph, a node a line. */
import type { Block, Edge, Node, Terminator } from './graph.ts';
import { GUARD, original } from './graph.ts';

export function graphText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n');
}

function blockText(block: Block): string {
  const from = block.edges.map((edge) => `B${edge.from.id}`).join(', ');
  const head = `B${block.id}${block.isHeader ? ' loop' : ''}${from === '' ? '' : ` from ${from}`}:\n`;
  const phis = block.phis.map((phi) => `  %${phi.id} = phi ${phi.inputs.map(reference).join(', ')}\n`);
  const nodes = block.nodes.filter(({ alias }) => alias === null).map(nodeText);
  return [head, ...phis, ...nodes, block.terminator === null ? '' : terminatorText(block.terminator)].join('');
}

function nodeText(node: Node): string {
  const text = node.template.replace(/\$(\d+)/g, (_all, index) => reference(node.inputs[Number(index)]));
  if (node.effect === GUARD) return `  guard ${text}  ; ${node.reason}, pc ${node.state!.pc}\n`;
  return `  %${node.id} = ${node.op} ${text}${node.isRaw ? '  ; double' : ''}\n`;
}

/** Constants are told by what they are, not at length. */
function reference(node: Node): string {
  const target = original(node);
  if (!target.isConstant) return `%${target.id}`;
  const constant = target.constant as unknown;
  if (typeof constant === 'string') return JSON.stringify(constant.slice(0, 40));
  if (constant !== null && typeof constant === 'object') return `<${constant.constructor.name}${nameOf(constant)}>`;
  if (typeof constant === 'function') return `<function ${constant.name}>`;
  return String(constant);
}

/** Of builtins, classes and functions. */
function nameOf(constant: object): string {
  return 'name' in constant && typeof constant.name === 'string' ? ` ${constant.name}` : '';
}

function edgeText(edge: Edge): string {
  return `B${edge.to.id}`;
}

function terminatorText(terminator: Terminator): string {
  switch (terminator.type) {
    case 'goto':
      return `  goto ${edgeText(terminator.edge)}\n`;
    case 'branch':
      return `  branch ${reference(terminator.condition)} ? ${edgeText(terminator.yes)} : ${edgeText(terminator.no)}\n`;
    case 'return':
      return `  return ${reference(terminator.value)}\n`;
    case 'leave':
      return `  leave  ; ${terminator.reason}, pc ${terminator.state.pc}\n`;
  }
}

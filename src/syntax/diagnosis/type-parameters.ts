/** Reads type parameters, and finds the mistakes made in them. */
import * as Kind from '../node-kinds.generated.ts';
import * as T from '../tokens.ts';
import { expression, starExpression } from './expressions.ts';
import type { Reader } from './reader.ts';

/** Type parameters, if there are any; always true. */
export function typeParameters(r: Reader): true {
  if (!r.at(T.LeftBracket)) return true;
  const isRead = r.attempt(() => {
    r.index++;
    const items = r.separated(T.Comma, typeParameter);
    return items && r.optional(() => r.take(T.Comma)) && r.take(T.RightBracket);
  });
  if (isRead === undefined) {
    r.seek((start) => {
      if (r.kindAt(start + 1) === T.RightBracket) r.failFrom('Type parameter list cannot be empty', start + 1);
    });
  }
  return true;
}

function typeParameter(r: Reader): true | undefined {
  return r.attempt(() => {
    if (r.take(T.Name)) {
      r.optional(() => r.take(T.Colon) && expression(r));
      return r.optional(() => r.take(T.Equal) && expression(r));
    }
    seekBound(r);
    if (r.take(T.Star)) return r.take(T.Name) && r.optional(() => r.take(T.Equal) && starExpression(r));
    return r.take(T.DoubleStar) && r.take(T.Name) && r.optional(() => r.take(T.Equal) && expression(r));
  });
}

/** Only plain type variables have bounds. */
function seekBound(r: Reader): void {
  r.seek(() => {
    const name = r.at(T.Star) ? 'TypeVarTuple' : 'ParamSpec';
    if (!r.takeAnyOf(T.Star, T.DoubleStar) || !r.take(T.Name)) return;
    const colon = r.index;
    if (!r.take(T.Colon)) return;
    const bound = expression(r);
    if (bound === undefined) return;
    r.failFrom(`cannot use ${bound.kind === Kind.Tuple ? 'constraints' : 'bound'} with ${name}`, colon);
  });
}

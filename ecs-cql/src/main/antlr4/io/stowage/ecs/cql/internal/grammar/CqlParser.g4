// Negation binds closest, then conjunction, then disjunction. Which operators and values a subject takes is no matter of
// grammar: the pass that copies the tree sees to it.
parser grammar CqlParser;
options { tokenVocab = CqlLexer; }

expression  : disjunction EOF ;
disjunction : conjunction ( OR conjunction )* ;
conjunction : operand ( AND operand )* ;

// One token tells which way it goes on, so the parser never has to look ahead.
operand
  : NOT operand                                             # negated
  | LPAREN disjunction RPAREN                               # group
  | subject=( ATTRIBUTE | TASKGROUP | FIELD ) test          # predicate
  ;

test
  : op=( EXISTS | NOT_EXISTS )                                                     # existence
  | op=( EQ | NE | GT | GE | LT | LE ) value=( BARE | STRING )                     # comparison
  | op=( IN | NOT_IN ) LBRACK elements+=literal ( COMMA elements+=literal )* RBRACK  # membership
  | op=( MATCHES | NOT_MATCHES ) regex=( REGEX | STRING )                          # match
  ;

literal : BARE | STRING ;

// Negation binds closest, then conjunction, then disjunction. Which operators and values a subject takes is no matter of
// grammar: the pass that copies the tree sees to it.
parser grammar CqlParser;
options { tokenVocab = CqlLexer; }

expression  : disjunction EOF ;
disjunction : conjunction ( OR conjunction )* ;
conjunction : negation ( AND negation )* ;

negation
  : NOT negation                                            # negated
  | primary                                                 # plain
  ;

primary
  : LPAREN disjunction RPAREN                               # group
  | predicate                                               # single
  ;

predicate
  : subject op=( EXISTS | NOT_EXISTS )                      # existence
  | subject op=( EQ | NE | GT | GE | LT | LE ) literal      # comparison
  | subject op=( IN | NOT_IN ) list                         # membership
  | subject op=( MATCHES | NOT_MATCHES ) pattern            # match
  ;

subject : ATTRIBUTE | TASKGROUP | FIELD ;
literal : BARE | STRING ;
list    : LBRACK literal ( COMMA literal )* RBRACK ;
pattern : REGEX | STRING ;

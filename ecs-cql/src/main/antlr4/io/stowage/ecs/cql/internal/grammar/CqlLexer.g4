// Which token comes next depends on what stands before it: after a subject an operator, after an operator a value, a
// list or a pattern. Each has its own mode, so that names, dates and patterns may hold the signs of the language.
// Every mode ends in a rule that takes any character: the lexer itself never fails, the parser does.
lexer grammar CqlLexer;

@header {
import io.stowage.ecs.cql.internal.text.PatternExtent;
}

@members {
    // Which ')' ends an unquoted pattern is a matter of balance, which no regular rule can count. The rule takes the first
    // character alone, so that a query of many patterns without blanks is not read to its end once for each of them.
    private void takePattern() {
        _input.seek(_tokenStartCharIndex);
        _input.seek(_tokenStartCharIndex + PatternExtent.ofUnquoted(i -> _input.LA(i + 1)));
    }
}

// ---- DEFAULT_MODE: an operand or a connective is expected ----
WS        : WSP+ -> skip ;
LPAREN    : '(' ;
RPAREN    : ')' ;
AND       : 'and' | '&&' ;
OR        : 'or'  | '||' ;
NOT       : 'not' | '!' ;
ATTRIBUTE : 'attribute:' NAMECH+ -> mode(OPER) ;
TASKGROUP : 'task:group'         -> mode(OPER) ;
FIELD     : [A-Za-z0-9_] [A-Za-z0-9_.:/\\-]* -> mode(OPER) ;
ERR_OPERAND : . ;

fragment WSP    : [ \t\r\n\f] ;
fragment NAMECH : [A-Za-z0-9_./\\-] ;

// ---- after a subject: an operator is expected ----
mode OPER;
OPER_WS    : [ \t\r\n\f]+ -> skip ;
OPER_RPAREN: ')' -> type(RPAREN), mode(DEFAULT_MODE) ;
OPER_AND   : ('and' | '&&') -> type(AND), mode(DEFAULT_MODE) ;
OPER_OR    : ('or'  | '||') -> type(OR), mode(DEFAULT_MODE) ;
EQ         : ('==' | 'equals')             -> mode(VALUE) ;
NE         : ('!=' | 'not_equals')         -> mode(VALUE) ;
GE         : ('>=' | 'greater_than_equal') -> mode(VALUE) ;
GT         : ('>'  | 'greater_than')       -> mode(VALUE) ;
LE         : ('<=' | 'less_than_equal')    -> mode(VALUE) ;
LT         : ('<'  | 'less_than')          -> mode(VALUE) ;
EXISTS     : 'exists'                      -> mode(DEFAULT_MODE) ;
NOT_EXISTS : ('!exists' | 'not_exists')    -> mode(DEFAULT_MODE) ;
IN         : 'in'                          -> mode(LIST) ;
NOT_IN     : ('!in' | 'not_in')            -> mode(LIST) ;
MATCHES    : ('=~' | 'matches')            -> mode(PATTERN) ;
NOT_MATCHES: ('!~' | 'not_matches')        -> mode(PATTERN) ;
ERR_OPERATOR : ( [=!<>~]+ | '!'? [A-Za-z_] [A-Za-z0-9_]* | . ) ;

// ---- after a comparison operator: one literal ----
mode VALUE;
VALUE_WS : [ \t\r\n\f]+ -> skip ;
STRING   : ( '\'' ( ~['] | '\'\'' )* '\'' | '"' ( ~["] | '""' )* '"' ) -> mode(DEFAULT_MODE) ;
BARE     : ~[ \t\r\n\f()[\],'"&|!=<>~]+ -> mode(DEFAULT_MODE) ;
ERR_VALUE: . ;

// ---- after in / not_in: a bracketed list ----
mode LIST;
LIST_WS     : [ \t\r\n\f]+ -> skip ;
LBRACK      : '[' ;
RBRACK      : ']' -> mode(DEFAULT_MODE) ;
COMMA       : ',' ;
LIST_STRING : ( '\'' ( ~['] | '\'\'' )* '\'' | '"' ( ~["] | '""' )* '"' ) -> type(STRING) ;
LIST_BARE   : ~[ \t\r\n\f()[\],'"&|!=<>~]+ -> type(BARE) ;
ERR_LIST    : . ;

// ---- after matches / not_matches: one regular expression ----
mode PATTERN;
PATTERN_WS     : [ \t\r\n\f]+ -> skip ;
PATTERN_STRING : ( '\'' ( ~['] | '\'\'' )* '\'' | '"' ( ~["] | '""' )* '"' ) -> type(STRING), mode(DEFAULT_MODE) ;
REGEX          : ~[ \t\r\n\f)'"] { takePattern(); } -> mode(DEFAULT_MODE) ;
ERR_PATTERN    : . ;

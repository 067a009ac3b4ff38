package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;

/** True when its part is not. */
record NoneOf(Matcher part) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        return !part.matches(facts);
    }
}

package io.stowage.ecs.cql.internal.match;

import io.stowage.ecs.cql.InstanceFacts;
import io.stowage.ecs.cql.column.InstanceColumns;

/** A question about the value of an attribute; no without the attribute. An attribute without a value has the empty one. */
record AttributeValue(String name, TextTest test) implements Matcher {
    @Override
    public boolean matches(InstanceFacts facts) {
        String value = facts.attributeValue(name);
        if (value != null) {
            // An implementation may answer the empty text for what is not there.
            return (!value.isEmpty() || facts.hasAttribute(name)) && test.test(value);
        }
        return facts.hasAttribute(name) && test.test("");
    }

    @Override
    public BoundMatcher bind(InstanceColumns columns) {
        return new BoundText(() -> columns.attribute(name), test, false);
    }
}

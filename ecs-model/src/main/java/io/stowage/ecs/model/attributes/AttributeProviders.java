package io.stowage.ecs.model.attributes;

import io.stowage.ecs.model.internal.tables.Table;
import java.util.ArrayList;
import java.util.List;

/** The rows of {@code attribute-providers.tsv}: a name, or the beginning of names with a star for the rest. */
final class AttributeProviders {
    private static final AttributeProvider UNKNOWN =
            new AttributeProvider(null, "an attribute that we know no provider of; put-attributes can add it");

    private static final List<Row> ROWS = new ArrayList<>();

    static {
        for (String[] row : Table.rows("attribute-providers.tsv", 5)) {
            ROWS.add(new Row(row[0], row[1], row[2]));
        }
    }

    private AttributeProviders() {}

    private record Row(String name, String setting, String feature) {
        boolean isFor(String attribute) {
            return name.endsWith("*")
                    ? attribute.startsWith(name.substring(0, name.length() - 1))
                    : attribute.equals(name);
        }

        AttributeProvider provider(String attribute) {
            String rest = name.endsWith("*") ? attribute.substring(name.length() - 1) : "";
            return new AttributeProvider(
                    setting.equals("-") ? null : setting.replace("*", rest), feature.replace("*", rest));
        }
    }

    /** The provider by the first row that fits. */
    static AttributeProvider of(String attribute) {
        return ROWS.stream()
                .filter(row -> row.isFor(attribute))
                .findFirst()
                .map(row -> row.provider(attribute))
                .orElse(UNKNOWN);
    }
}

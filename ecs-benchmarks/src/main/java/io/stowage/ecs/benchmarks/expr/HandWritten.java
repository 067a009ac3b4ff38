package io.stowage.ecs.benchmarks.expr;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The expressions as somebody would write them in Java over maps. */
final class HandWritten {
    private static final Pattern T2 = Pattern.compile("t2.*");
    private static final Pattern C5 = Pattern.compile("c5.*");
    private static final Pattern T3 = Pattern.compile("t3.*");
    private static final Pattern R5 = Pattern.compile("r5.*");

    private HandWritten() {}

    static Predicate<Host> of(Query query) {
        return switch (query) {
            case E1 -> HandWritten::e1;
            case E2 -> host -> "us-east-1a".equals(zone(host));
            case E3 -> HandWritten::e3;
            case E4 -> host -> host.groups().contains("service:service-000");
        };
    }

    private static boolean e1(Host host) {
        String type = type(host);
        String zone = zone(host);
        return type != null && T2.matcher(type).matches() && ("us-east-1a".equals(zone) || "us-east-1b".equals(zone));
    }

    private static boolean e3(Host host) {
        String type = type(host);
        String zone = zone(host);
        if (type == null) {
            return false;
        }
        return (type.equals("t2.medium")
                                || type.equals("t2.large")
                                || C5.matcher(type).matches())
                        && !"us-east-1c".equals(zone)
                        && !host.groups().contains("service:service-001")
                || (type.equals("m5.large") || type.equals("m5.xlarge") || type.equals("r5.large"))
                        && ("us-east-1a".equals(zone) || "us-east-1c".equals(zone))
                        && !(host.groups().contains("service:service-002")
                                || host.groups().contains("service:service-003"))
                || !(T3.matcher(type).matches() || R5.matcher(type).matches())
                        && ("us-east-1b".equals(zone) || "us-east-1c".equals(zone))
                        && (host.groups().contains("service:service-004") || type.equals("c5.xlarge"))
                || type.equals("t3.large")
                        && !"us-east-1a".equals(zone)
                        && host.groups().contains("service:service-005");
    }

    private static @Nullable String type(Host host) {
        return host.attributes().get(Query.TYPE);
    }

    private static @Nullable String zone(Host host) {
        return host.attributes().get(Query.ZONE);
    }
}

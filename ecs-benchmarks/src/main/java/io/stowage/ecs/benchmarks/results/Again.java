package io.stowage.ecs.benchmarks.results;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A benchmark with its parameters, found from the name of its figure, to be measured again.
 *
 * @param benchmark what JMH is told to include
 * @param params its parameters
 */
public record Again(String benchmark, SortedMap<String, String> params) {
    private static final Pattern NAME = Pattern.compile("(\\w+Benchmark\\.\\w+)((?: \\w+=[^ ,]+)*)(?:, .*)?");

    /** What has to be measured for those figures; no benchmark gives the others. */
    public static Collection<Again> of(SortedSet<String> figures) {
        SortedMap<String, Again> all = new TreeMap<>();
        for (String figure : new TreeSet<>(figures)) {
            Matcher matcher = NAME.matcher(figure);
            if (matcher.matches()) {
                SortedMap<String, String> params = new TreeMap<>();
                for (String param : matcher.group(2).strip().split(" ", -1)) {
                    int equals = param.indexOf('=');
                    if (equals > 0) {
                        params.put(param.substring(0, equals), param.substring(equals + 1));
                    }
                }
                String benchmark = "\\." + matcher.group(1).replace(".", "\\.") + "$";
                all.put(matcher.group(1) + matcher.group(2), new Again(benchmark, params));
            }
        }
        return all.values();
    }
}

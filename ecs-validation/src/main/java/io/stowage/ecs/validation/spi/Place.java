package io.stowage.ecs.validation.spi;

import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of place that rules look at: the task definition, every container, every port mapping. Its views are found once per
 * evaluation and shared by all rules that look there: members and lists of the same names are the same place, whoever asks for
 * them.
 *
 * <p>Nothing is looked at where a place is absent or not known; a rule about absence looks from the structure around it.
 *
 * @param <T> what stands there
 */
public final class Place<T> {
    private static final Place<EcsConfiguration> CONFIGURATION = new Place<>(EcsConfiguration.class, "", null);

    private final Class<?> type;
    private final String pattern;
    private final @Nullable Function<Facts, List<View<T>>> views;

    /** The members and lists of this place that were asked for, by their patterns: as many as the structures have at most. */
    private final Map<String, Place<?>> inside = new ConcurrentHashMap<>(2);

    private Place(Class<?> type, String pattern, @Nullable Function<Facts, List<View<T>>> views) {
        this.type = type;
        this.pattern = pattern;
        this.views = views;
    }

    /**
     * The whole configuration, for rules across several of its documents.
     *
     * @return the place every other one starts from
     */
    public static Place<EcsConfiguration> configuration() {
        return CONFIGURATION;
    }

    /**
     * A member of the structures that stand here.
     *
     * @param <R> the type of the member
     * @param member the member
     * @return the place of those that are there
     */
    public <R> Place<R> member(Member<T, R> member) {
        Members.Known known = Members.known(type, member);
        return inside(known.type(), pattern + "/" + known.name(), facts -> {
            List<View<R>> found = new ArrayList<>();
            for (View<T> outer : facts.views(this)) {
                // Asked first because most members are absent most of the time.
                if (outer.holds(member)) {
                    View<R> inner = outer.member(member, known);
                    if (inner.isKnown() && inner.isPresent()) {
                        found.add(inner);
                    }
                }
            }
            return found;
        });
    }

    /**
     * The elements of a list of the structures that stand here.
     *
     * @param <E> the type of the elements
     * @param list the list
     * @return the place of all elements of all those lists
     */
    public <E> Place<E> each(Member<T, List<E>> list) {
        Members.Known known = Members.known(type, list);
        return inside(known.held(), pattern + "/" + known.name() + "/{n}", facts -> {
            List<View<E>> found = new ArrayList<>();
            for (View<T> outer : facts.views(this)) {
                try {
                    if (outer.holds(list)) {
                        outer.addEach(list, known, found);
                    }
                } catch (Silence e) {
                    // A list that is not known has no elements to look at; those of other lists still count.
                }
            }
            return found;
        });
    }

    /**
     * An entry of a map of the structures that stand here.
     *
     * @param <V> the type of the values
     * @param map the map
     * @param key the key
     * @return the place of those that are there
     */
    public <V> Place<V> entry(Member<T, Map<String, V>> map, String key) {
        Members.Known known = Members.known(type, map);
        return inside(known.held(), pattern + "/" + known.name() + "/" + key, facts -> {
            List<View<V>> found = new ArrayList<>();
            for (View<T> outer : facts.views(this)) {
                if (outer.holds(map)) {
                    View<V> inner = outer.entry(map, key);
                    if (inner.isKnown() && inner.isPresent()) {
                        found.add(inner);
                    }
                }
            }
            return found;
        });
    }

    /**
     * What was written for a member that the structures here have no component for, or whose value did not fit.
     *
     * @param name the name of the member on the wire
     * @return the place of those that are there
     * @see View#kept
     */
    public Place<Object> kept(String name) {
        return new Place<>(Object.class, pattern + "/" + name, facts -> {
            List<View<Object>> found = new ArrayList<>();
            for (View<T> outer : facts.views(this)) {
                // Asked first because almost no structure keeps anything.
                if (outer.keepsOthers()) {
                    View<Object> inner = outer.kept(name);
                    if (inner.isKnown() && inner.isPresent()) {
                        found.add(inner);
                    }
                }
            }
            return found;
        });
    }

    /**
     * The elements of a list that the structures here have no component for.
     *
     * @param <E> the type of the elements
     * @param name the name of the list on the wire
     * @param element the class of the elements
     * @param reader makes an element of a plain JSON object
     * @return the place of all elements of all those lists
     * @see View#eachKept
     */
    public <E> Place<E> eachKept(String name, Class<E> element, Function<Map<?, ?>, E> reader) {
        return new Place<>(element, pattern + "/" + name + "/{n}", facts -> {
            List<View<E>> found = new ArrayList<>();
            for (View<T> outer : facts.views(this)) {
                if (outer.keepsOthers()) {
                    found.addAll(outer.eachKept(name, element, reader));
                }
            }
            return found;
        });
    }

    @SuppressWarnings("unchecked")
    private <R> Place<R> inside(Class<?> held, String where, Function<Facts, List<View<R>>> find) {
        return (Place<R>) inside.computeIfAbsent(where, key -> new Place<>(held, where, find));
    }

    /**
     * The place as a JSON pointer in which <code>{n}</code> stands for any index.
     *
     * @return for example <code>/taskDefinition/containerDefinitions/{n}</code>
     */
    public String pattern() {
        return pattern;
    }

    /** The pattern. */
    @Override
    public String toString() {
        return pattern;
    }

    Class<?> type() {
        return type;
    }

    @SuppressWarnings("unchecked")
    List<View<T>> find(Facts facts) {
        return views == null ? List.of((View<T>) facts.root()) : views.apply(facts);
    }
}

package io.stowage.ecs.validation.spi;

import io.stowage.ecs.model.Presence;
import io.stowage.ecs.validation.input.EcsConfiguration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A place in the configuration, with the value that stands there. A rule reads through views and reports at them, so that a
 * finding's pointer is never written by hand.
 *
 * <p>A value is there, absent, or not known: a placeholder such as <code>${CPU}</code>, an intrinsic function, a value of the wrong
 * type (which the reader has reported). <b>A rule that asks for what is not known ends at this place without a finding</b>; so does
 * one that asks with {@link #get} for what is absent. JSON {@code null} is absent, and so is an empty string, since saved and generated
 * files write that for what is not set; {@link #written} reads a text as it stands.
 *
 * @param <T> what stands here
 */
public final class View<T> {
    /** The usual indexes as text, since every element of every list has one. */
    private static final List<String> INDEXES =
            IntStream.range(0, 128).mapToObj(Integer::toString).toList();

    private final Facts facts;
    private final @Nullable View<?> parent;
    private final String step;
    private final Class<?> type;
    private final @Nullable T value;
    private final boolean known;

    private View(Facts facts, @Nullable View<?> parent, String step, Class<?> type, @Nullable T value, boolean known) {
        this.facts = facts;
        this.parent = parent;
        this.step = step;
        this.type = type;
        this.value = value;
        this.known = known;
    }

    static <T> View<T> root(Facts facts, Class<T> type, T value) {
        return new View<>(facts, null, "", type, value, true);
    }

    /** Something of that class that is not there, outside of any evaluation. */
    @SuppressWarnings("unchecked")
    static <T> View<T> absent(Class<?> type) {
        Facts nothing = Facts.of(EcsConfiguration.builder().build());
        return new View<>(nothing, null, "", (Class<T>) type, null, true);
    }

    /**
     * What a rule needs and cannot work out: the value, or the end of the rule at this place.
     *
     * @param <V> the type of the value
     * @param value a value, or null for "nothing to go by"
     * @return the value
     */
    public static <V> V orSilent(@Nullable V value) {
        if (value == null) {
            throw Silence.HERE;
        }
        return value;
    }

    /**
     * Whether one of several places meets a condition, however little is known of the others.
     *
     * @param <E> what stands there
     * @param views the places
     * @param condition the condition
     * @return true if one does; if none does for certain and of some it is not known, the rule is silent
     */
    public static <E> boolean any(List<View<E>> views, Predicate<View<E>> condition) {
        boolean allKnown = true;
        for (View<E> view : views) {
            try {
                if (condition.test(view)) {
                    return true;
                }
            } catch (Silence e) {
                allKnown = false;
            }
        }
        if (!allKnown) {
            throw Silence.HERE;
        }
        return false;
    }

    /**
     * What the rules know about the whole configuration.
     *
     * @return the facts of this evaluation
     */
    public Facts facts() {
        return facts;
    }

    /**
     * The value here; the rule is silent if it is absent or not known.
     *
     * @return the value
     */
    public T get() {
        return orSilent(find());
    }

    /**
     * The value here, or null if it is absent; the rule is silent if it is not known.
     *
     * @return the value or null
     */
    public @Nullable T find() {
        if (!isKnown()) {
            throw Silence.HERE;
        }
        return isEmptyText(value) ? null : value;
    }

    /**
     * Whether something stands here; the rule is silent if that is not known. An empty list or map is something.
     *
     * @return false if it is absent
     */
    public boolean isPresent() {
        return find() != null;
    }

    /**
     * A member's value; the rule is silent if it is absent or not known.
     *
     * @param <R> the type of the member
     * @param member the member
     * @return the value
     */
    public <R> R get(Member<? super T, R> member) {
        return orSilent(find(member));
    }

    /**
     * A member's value, or null if it is absent; the rule is silent if it is not known. A member of an absent structure is absent.
     *
     * @param <R> the type of the member
     * @param member the member
     * @return the value or null; a list or map as the record holds it
     */
    public <R> @Nullable R find(Member<? super T, R> member) {
        R found = value == null ? null : member.of(value);
        if (isUnknown(found, member)) {
            throw Silence.HERE;
        }
        return isEmptyText(found) ? null : found;
    }

    /**
     * A member's value for conditions that a rule states before it looks closer: null if it is absent or not known, and without
     * the exception that makes a rule silent, because most members are absent most of the time.
     */
    <R> @Nullable R ifThere(Member<? super T, R> member) {
        R found = value == null ? null : member.of(value);
        return found == null || isUnknown(found, member) || isEmpty(found) ? null : found;
    }

    /**
     * A member's value or a default; the rule is silent if it is not known.
     *
     * @param <R> the type of the member
     * @param member the member
     * @param whenAbsent what ECS takes when it is absent
     * @return the value
     */
    public <R> R getOr(Member<? super T, R> member, R whenAbsent) {
        R found = find(member);
        return found == null ? whenAbsent : found;
    }

    /**
     * Whether a member is there, or for a list or map, whether it holds anything; the rule is silent if that is not known.
     *
     * @param member the member
     * @return true if there is a value
     */
    public boolean has(Member<? super T, ?> member) {
        Object found = find(member);
        return found != null && !isEmpty(found);
    }

    /**
     * The opposite of {@link #has}; the rule is silent if that is not known.
     *
     * @param member the member
     * @return true if there is no value
     */
    public boolean lacks(Member<? super T, ?> member) {
        return !has(member);
    }

    /**
     * Whether a member is the value; false if it is absent, and the rule is silent if it is not known.
     *
     * @param <R> the type of the member
     * @param member the member
     * @param value what to compare with
     * @return true if equal
     */
    public <R> boolean is(Member<? super T, R> member, R value) {
        return value.equals(find(member));
    }

    /**
     * Whether a list holds a value. Other elements that are not known make the rule silent only if the value is not found among
     * those that are.
     *
     * @param <E> the type of the elements
     * @param list the list
     * @param value what to look for
     * @return true if it is there
     */
    public <E> boolean contains(Member<? super T, List<E>> list, E value) {
        boolean allKnown = true;
        for (View<E> element : each(list)) {
            if (value.equals(element.value)) {
                return true;
            }
            allKnown &= element.isKnown();
        }
        if (!allKnown) {
            throw Silence.HERE;
        }
        return false;
    }

    /**
     * The text of a member as it was written, empty or with placeholders, for the few rules about just that.
     *
     * @param member the member
     * @return the text; null if it is absent
     */
    public @Nullable String written(Member<? super T, String> member) {
        T structure = find();
        return structure == null ? null : member.of(structure);
    }

    /**
     * A member as a place of its own, whether it is there or not.
     *
     * @param <R> the type of the member
     * @param member the member
     * @return the view
     */
    public <R> View<R> member(Member<? super T, R> member) {
        return member(member, Members.known(type, member));
    }

    <R> View<R> member(Member<? super T, R> member, Members.Known name) {
        R found = value == null ? null : member.of(value);
        if ((found instanceof Collection<?> list && Presence.isAbsent(list))
                || (found instanceof Map<?, ?> map && Presence.isAbsent(map))) {
            found = null;
        }
        return new View<>(
                facts, this, name.name(), name.type(), found, known && !OtherMembers.hide(value, name.name()));
    }

    /**
     * The elements of a list as places; none if the list is absent. The rule is silent if the list is not known.
     *
     * @param <E> the type of the elements
     * @param list the list
     * @return a view for each, in order
     */
    public <E> List<View<E>> each(Member<? super T, List<E>> list) {
        List<E> elements = find(list);
        if (elements == null || elements.isEmpty()) {
            return List.of();
        }
        List<View<E>> views = new ArrayList<>(elements.size());
        addEach(list, Members.known(type, list), views);
        return views;
    }

    <E> void addEach(Member<? super T, List<E>> list, Members.Known name, List<View<E>> views) {
        List<E> elements = find(list);
        if (elements == null || elements.isEmpty()) {
            return;
        }
        View<?> whole = new View<>(facts, this, name.name(), name.type(), elements, true);
        for (int i = 0; i < elements.size(); i++) {
            views.add(new View<>(facts, whole, index(i), name.held(), elements.get(i), true));
        }
    }

    private static String index(int i) {
        return i < INDEXES.size() ? INDEXES.get(i) : Integer.toString(i);
    }

    /** Whether the record holds something for the member, be it known in full or not. */
    boolean holds(Member<? super T, ?> member) {
        Object found = value == null ? null : member.of(value);
        if (found instanceof Collection<?> list) {
            return !list.isEmpty();
        }
        return found instanceof Map<?, ?> map ? !map.isEmpty() : found != null;
    }

    /**
     * An entry of a map as a place, whether it is there or not.
     *
     * @param <V> the type of the values
     * @param map the map
     * @param key the key
     * @return the view
     */
    public <V> View<V> entry(Member<? super T, Map<String, V>> map, String key) {
        View<Map<String, V>> whole = member(map);
        Map<String, V> entries = whole.value;
        V found = entries == null ? null : entries.get(Objects.requireNonNull(key, "key"));
        Class<?> held = Members.known(type, map).held();
        return new View<>(facts, whole, key, held, found, whole.known);
    }

    /**
     * What was written into the structure here under names that it does not have. Members that it has and whose value could not be
     * understood, such as a placeholder where a number belongs, are not among them, nor is what was written as {@code null}.
     *
     * @return a view for each, in written order; {@link #name} tells what it was called
     */
    public List<View<Object>> unknownMembers() {
        Map<String, Object> unknown = OtherMembers.unknown(find(), type);
        List<View<Object>> found = new ArrayList<>(unknown.size());
        unknown.forEach((name, written) -> found.add(new View<>(facts, this, name, Object.class, written, true)));
        return found;
    }

    /**
     * What this place is called in the structure around it: the name of a member, the key of a map, the index in a list.
     *
     * @return the last part of the pointer, as it is written in the document; empty for the whole configuration
     */
    public String name() {
        return step;
    }

    /**
     * The entries of a map as places; none if the map is absent. The rule is silent if the map is not known.
     *
     * @param <V> the type of the values
     * @param map the map
     * @return a view for each, in written order; {@link #name} tells the keys
     */
    public <V> List<View<V>> entries(Member<? super T, Map<String, V>> map) {
        Map<String, V> entries = find(map);
        if (entries == null || entries.isEmpty()) {
            return List.of();
        }
        Members.Known name = Members.known(type, map);
        View<?> whole = new View<>(facts, this, name.name(), name.type(), entries, true);
        List<View<V>> views = new ArrayList<>(entries.size());
        entries.forEach((key, entry) -> views.add(new View<>(facts, whole, key, name.held(), entry, true)));
        return views;
    }

    /**
     * What was written for a member, as plain JSON, if it has no component or its value did not fit; for the few rules about just
     * that.
     *
     * @param name the name of the member on the wire
     * @return the view; absent if nothing is kept under the name
     */
    public View<Object> kept(String name) {
        Map<String, @Nullable Object> others = OtherMembers.of(value);
        String written = others.containsKey(name) ? name : OtherMembers.inPascalCase(name);
        Object found = others.get(written);
        return new View<>(facts, this, found == null ? name : written, Object.class, found, known);
    }

    /**
     * The elements of a list that the structure has no component for, as places, such as the tags in the input of
     * register-task-definition.
     *
     * @param <E> the type of the elements
     * @param name the name of the list on the wire
     * @param element the class of the elements
     * @param reader makes an element of a plain JSON object
     * @return a view for each, in order; what is no object is left out
     */
    public <E> List<View<E>> eachKept(String name, Class<E> element, Function<Map<?, ?>, E> reader) {
        View<Object> whole = kept(name);
        if (!(whole.value instanceof List<?> elements)) {
            return List.of();
        }
        List<View<E>> views = new ArrayList<>(elements.size());
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Map<?, ?> object) {
                views.add(new View<>(facts, whole, index(i), element, reader.apply(object), true));
            }
        }
        return views;
    }

    /**
     * The structure around this place: the container of a port mapping, the task definition of a container.
     *
     * @param <P> the type of the structure
     * @param structure the class of the structure
     * @return the nearest one of that class
     * @throws IllegalArgumentException if there is none around this place
     */
    @SuppressWarnings("unchecked")
    public <P> View<P> within(Class<P> structure) {
        for (View<?> outer = parent; outer != null; outer = outer.parent) {
            if (outer.type == structure) {
                return (View<P>) outer;
            }
        }
        throw new IllegalArgumentException(pointer() + " is in no " + structure.getName());
    }

    /**
     * Whether the value here can be read without silencing the rule; for a rule that compares many values and wants to leave
     * out those that are not known.
     *
     * @return false if it is not known; an absent value is known to be absent
     */
    public boolean isKnown() {
        if (!known) {
            return false;
        }
        String text = value == null ? null : Texts.textOf(value);
        return text == null || !Texts.isPlaceholder(text);
    }

    /**
     * Whether a condition is known to hold here, for a rule that looks for one place among many and leaves out those of which it
     * cannot tell.
     *
     * @param condition the condition
     * @return false if it does not hold, or would make the rule silent
     */
    public boolean tells(Predicate<View<T>> condition) {
        try {
            return condition.test(this);
        } catch (Silence e) {
            return false;
        }
    }

    /**
     * The place as a JSON pointer into the configuration.
     *
     * @return for example {@code /taskDefinition/containerDefinitions/0/cpu}
     */
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        appendTo(pointer);
        return pointer.toString();
    }

    private void appendTo(StringBuilder pointer) {
        if (parent != null) {
            parent.appendTo(pointer);
            pointer.append('/').append(step.replace("~", "~0").replace("/", "~1"));
        }
    }

    boolean keepsOthers() {
        return !OtherMembers.of(value).isEmpty();
    }

    /** The value as it is, for messages, which may quote what a rule may not judge. */
    @Nullable
    T raw() {
        return value;
    }

    private boolean isUnknown(@Nullable Object found, Member<? super T, ?> member) {
        if (!known) {
            return true;
        }
        if (found == null || found instanceof Collection || found instanceof Map) {
            // Almost always there are no other members, and then the name need not be looked up.
            return keepsOthers()
                    && OtherMembers.hide(value, Members.known(type, member).name());
        }
        String text = Texts.textOf(found);
        return text != null && Texts.isPlaceholder(text);
    }

    private static boolean isEmptyText(@Nullable Object found) {
        String text = found == null ? null : Texts.textOf(found);
        return text != null && text.isEmpty();
    }

    private static boolean isEmpty(Object found) {
        if (found instanceof Collection<?> list) {
            return list.isEmpty();
        }
        return found instanceof Map<?, ?> map ? map.isEmpty() : isEmptyText(found);
    }

    /** The pointer and the value, for debugging. */
    @Override
    public String toString() {
        return pointer() + (known ? " = " + Texts.shown(value) : " is not known");
    }
}

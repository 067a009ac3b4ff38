package io.stowage.ecs.validation.spi;

import io.stowage.ecs.model.diagnostic.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first half of a rule: what it is. Made by {@link Rule#error(String)} and its siblings; {@link #in} leads to the second half. */
public final class RuleBuilder {
    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*(\\.[a-z0-9]+(-[a-z0-9]+)*)+");

    private final String id;
    private final Severity severity;
    private RuleSet set = RuleSet.CORE;
    private @Nullable String summary;
    private @Nullable String source;

    RuleBuilder(String id, Severity severity) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "\"" + id
                            + "\" is no rule id: two or more parts of lower-case letters, digits and hyphens, with dots between them");
        }
        this.id = id;
        this.severity = severity;
    }

    /**
     * Says what the rule finds.
     *
     * @param text one or two sentences
     * @return this step
     */
    public RuleBuilder summary(String text) {
        summary = Objects.requireNonNull(text, "text");
        return this;
    }

    /**
     * Says where the condition comes from.
     *
     * @param text API members, pages, issues
     * @return this step
     */
    public RuleBuilder source(String text) {
        source = Objects.requireNonNull(text, "text");
        return this;
    }

    /**
     * Puts the rule into a set other than {@link RuleSet#CORE}.
     *
     * @param ruleSet the set
     * @return this step
     */
    public RuleBuilder set(RuleSet ruleSet) {
        set = Objects.requireNonNull(ruleSet, "ruleSet");
        return this;
    }

    /**
     * Says where the rule looks.
     *
     * @param <T> what stands there
     * @param place the place
     * @return the second half
     */
    public <T> Conditions<T> in(Place<T> place) {
        return new Conditions<>(List.of(place));
    }

    /**
     * Says that the rule looks at several places of one kind, such as the tags of the task definition and those of the service.
     *
     * @param <T> what stands there
     * @param places the places
     * @return the second half
     */
    public <T> Conditions<T> in(List<Place<T>> places) {
        return new Conditions<>(List.copyOf(places));
    }

    /**
     * The second half of a rule: when it speaks and what it says. Several {@code when…} are alternatives, each judged by itself: what
     * one of them cannot know does not silence the others.
     *
     * @param <T> what stands at the place
     */
    public final class Conditions<T> {
        private final List<Place<T>> places;
        private final List<Predicate<Facts>> facts = new ArrayList<>();
        private final List<Rule.Look<T>> looks = new ArrayList<>();
        private final List<Member<T, ?>> needed = new ArrayList<>();
        private final List<String> members = new ArrayList<>();
        private final Map<String, Function<View<?>, ?>> words = new LinkedHashMap<>();
        private List<Place<?>> pointsAt = List.of();
        private @Nullable String message;
        private boolean findingsGiveWords;

        private Conditions(List<Place<T>> places) {
            if (places.isEmpty()) {
                throw new IllegalArgumentException(id + " looks at no place");
            }
            this.places = places;
        }

        /**
         * Restricts the rule to configurations of a kind.
         *
         * @param fact what must hold, such as {@code Facts::onFargate}
         * @return this step
         */
        public Conditions<T> given(Predicate<Facts> fact) {
            facts.add(fact);
            return this;
        }

        /**
         * Keeps the rule from configurations of a kind.
         *
         * @param fact what must not hold; if it is not known, the rule is silent too
         * @return this step
         */
        public Conditions<T> unless(Predicate<Facts> fact) {
            return given(fact.negate());
        }

        /**
         * Keeps the rule from structures that lack what it is about, or of which that is not known. Conditions need not repeat it;
         * {@code get} would be silent too, only at a higher price, since most members are absent most of the time.
         *
         * @param members what must be there and not empty
         * @return this step
         */
        @SafeVarargs
        public final Conditions<T> needing(Member<T, ?>... members) {
            for (Member<T, ?> member : members) {
                needed.add(member);
            }
            return this;
        }

        /**
         * Speaks at a member whose value is there and meets a condition.
         *
         * @param <R> the type of the member
         * @param member the member, which findings point at
         * @param condition what is wrong
         * @return this step
         */
        public <R> Conditions<T> when(Member<T, R> member, Predicate<? super R> condition) {
            return look(member, view -> {
                R found = view.ifThere(member);
                return found != null && condition.test(found);
            });
        }

        /**
         * Speaks at a number that is there and outside of bounds. The message may use {@code {min}} and {@code {max}}.
         *
         * @param member the member, which findings point at
         * @param bounds what is accepted
         * @return this step
         */
        public Conditions<T> whenOutside(Member<T, ? extends Number> member, Bounds bounds) {
            with("min", view -> bounds.min());
            with("max", view -> bounds.max());
            return look(member, view -> {
                Number found = view.ifThere(member);
                return found != null && !bounds.contains(found.longValue());
            });
        }

        /**
         * Speaks at a list that has too many elements. The message may use {@code {count}} and {@code {max}}.
         *
         * @param list the list, which findings point at
         * @param max how many are accepted
         * @return this step
         */
        public Conditions<T> whenMoreThan(Member<T, ? extends Collection<?>> list, long max) {
            with("count", view -> view.get(list).size());
            with("max", view -> max);
            return look(list, view -> {
                Collection<?> found = view.ifThere(list);
                return found != null && found.size() > max;
            });
        }

        /**
         * Speaks at a member that is absent or empty.
         *
         * @param member the member, which findings point at as the place where it belongs
         * @return this step
         */
        public Conditions<T> whenAbsent(Member<T, ?> member) {
            return look(member, view -> view.lacks(member));
        }

        /**
         * Speaks at a member that is there and not empty.
         *
         * @param member the member, which findings point at
         * @return this step
         */
        public Conditions<T> whenPresent(Member<T, ?> member) {
            return look(member, view -> view.ifThere(member) != null);
        }

        /**
         * Speaks at a member, there or not, when a condition on the structure around it is met.
         *
         * @param member the member, which findings point at
         * @param condition what is wrong, read through the view of the structure
         * @return this step
         */
        public Conditions<T> whenAt(Member<T, ?> member, Predicate<View<T>> condition) {
            return look(member, condition);
        }

        /**
         * Speaks at a place further inside, there or not, when a condition on the structure that the rule looks at is met.
         *
         * @param inside leads from the structure to what findings point at, by {@link View#member} and {@link View#entry} alone
         * @param condition what is wrong, read through the view of the structure
         * @return this step
         */
        public Conditions<T> whenInside(Function<View<T>, View<?>> inside, Predicate<View<T>> condition) {
            // Asked for now, so that the catalogue knows the place and something longer fails where it is written.
            members.add(
                    inside.apply(View.absent(places.get(0).type())).pointer().substring(1));
            looks.add((view, findings) -> {
                if (condition.test(view)) {
                    findings.accept(new Finding(view, inside.apply(view)));
                }
            });
            return this;
        }

        /**
         * Speaks at the place itself when a condition is met.
         *
         * @param condition what is wrong
         * @return this step
         */
        public Conditions<T> whenHere(Predicate<View<T>> condition) {
            looks.add((view, findings) -> {
                if (condition.test(view)) {
                    findings.accept(new Finding(view, view));
                }
            });
            return this;
        }

        /**
         * Speaks at the place itself when the value that stands there meets a condition; for places of plain values, such as the
         * elements of a list of names. What is not known is left alone.
         *
         * @param condition what is wrong
         * @return this step
         */
        public Conditions<T> whenValue(Predicate<? super T> condition) {
            return whenHere(view -> view.isKnown() && view.isPresent() && condition.test(view.get()));
        }

        /**
         * Speaks at elements of a list whose member repeats that of an earlier element; the first is never reported. Elements without
         * the member, or of which it is not known, are left out.
         *
         * @param <E> the type of the elements
         * @param list the list
         * @param member the member, which findings point at; {@code {value}} is what is repeated
         * @return this step
         */
        public <E> Conditions<T> whenRepeated(Member<T, List<E>> list, Member<E, ?> member) {
            Members.Known held = Members.known(places.get(0).type(), list);
            String name = "/" + Members.known(held.held(), member).name();
            return repeated(list, name, element -> element.find(member), element -> element.member(member));
        }

        /**
         * Speaks at elements of a list that equal an earlier element in something; the first is never reported.
         *
         * @param <E> the type of the elements
         * @param list the list
         * @param key what may not repeat; null, or asking for what is not known, leaves the element out
         * @param place what findings point at
         * @return this step
         */
        public <E> Conditions<T> whenRepeated(
                Member<T, List<E>> list, Function<View<E>, @Nullable Object> key, Function<View<E>, View<?>> place) {
            return repeated(list, "", key, place);
        }

        private <E> Conditions<T> repeated(
                Member<T, List<E>> list,
                String inside,
                Function<View<E>, @Nullable Object> key,
                Function<View<E>, View<?>> place) {
            members.add(Members.known(places.get(0).type(), list).name() + "/{n}" + inside);
            looks.add((view, findings) -> {
                List<View<E>> elements = view.each(list);
                if (elements.size() < 2) {
                    return;
                }
                Set<Object> before = new HashSet<>();
                for (View<E> element : elements) {
                    Object found = known(key, element);
                    if (found != null && !before.add(found)) {
                        findings.accept(new Finding(view, place.apply(element)));
                    }
                }
            });
            return this;
        }

        private static <E> @Nullable Object known(Function<View<E>, @Nullable Object> key, View<E> element) {
            try {
                return key.apply(element);
            } catch (Silence e) {
                return null;
            }
        }

        /**
         * Looks freely and reports where it likes. What was reported before something unknown was met still counts.
         *
         * @param check looks at one place
         * @return this step
         */
        public Conditions<T> check(BiConsumer<View<T>, Report> check) {
            findingsGiveWords = true;
            looks.add((view, findings) -> {
                Report report = new Report(view);
                try {
                    check.accept(view, report);
                } finally {
                    report.findings().forEach(findings);
                }
            });
            return this;
        }

        /**
         * Tells the catalogue where findings point, for a rule that looks from one place and reports at another.
         *
         * @param targets the places, whether something stands there or not
         * @return this step
         */
        public Conditions<T> pointingAt(Place<?>... targets) {
            pointsAt = List.of(targets);
            return this;
        }

        /**
         * Gives a value to a word of the message or the fix.
         *
         * @param word the word, without braces
         * @param value works out the value from the place the rule looks at; only called for findings
         * @return this step
         */
        @SuppressWarnings("unchecked")
        public Conditions<T> with(String word, Function<View<T>, ?> value) {
            words.put(word, view -> value.apply((View<T>) view));
            return this;
        }

        /**
         * Says what findings say: what was found, with value and unit, and why it matters. Words in braces are filled in: one given by
         * the finding or by {@link #with}; {@code {value}}, what stands where the finding points; {@code {member}}, what that place is
         * called; the name of a member of the structure that the rule looks at.
         *
         * @param text the sentence
         * @return this step
         */
        public Conditions<T> message(String text) {
            message = Objects.requireNonNull(text, "text");
            return this;
        }

        /**
         * Says how to repair it, and completes the rule.
         *
         * @param text a sentence; words in braces are filled in as in the message
         * @return the rule
         * @throws IllegalStateException if a part of the declaration is missing, or a word in braces stands for nothing
         */
        public Rule fix(String text) {
            String what = required(summary, "summary");
            String from = required(source, "source");
            String says = required(message, "message");
            if (looks.isEmpty()) {
                throw new IllegalStateException("rule " + id + " has no condition");
            }
            List<Rule.Part<?>> parts = new ArrayList<>();
            List<Member<T, ?>> needs = List.copyOf(needed);
            for (Place<T> place : places) {
                looks.forEach(look -> parts.add(new Rule.Part<>(place, needs, look)));
            }
            RuleInfo info = new RuleInfo(id, severity, set, what, where(), says, text, from);
            Message saying = new Message(says, words);
            Message fixing = new Message(text, words);
            requireWords(saying);
            requireWords(fixing);
            return new Rule(info, parts, facts, saying, fixing);
        }

        private Conditions<T> look(Member<T, ?> member, Predicate<View<T>> condition) {
            // Asked for now, so that a reference to something that is no member fails where it is written.
            members.add(Members.known(places.get(0).type(), member).name());
            looks.add((view, findings) -> {
                if (condition.test(view)) {
                    findings.accept(new Finding(view, view.member(member)));
                }
            });
            return this;
        }

        private void requireWords(Message sentence) {
            List<String> unknown = sentence.undeclared(places.get(0).type());
            if (!findingsGiveWords && !unknown.isEmpty()) {
                throw new IllegalStateException("rule " + id + " uses words that stand for nothing: " + unknown);
            }
        }

        private String where() {
            if (!pointsAt.isEmpty()) {
                return pointsAt.stream().map(Place::pattern).distinct().collect(Collectors.joining(", "));
            }
            return places.stream()
                    .flatMap(place -> members.isEmpty()
                            ? Stream.of(place.pattern())
                            : members.stream().map(member -> place.pattern() + "/" + member))
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        private String required(@Nullable String part, String name) {
            if (part == null || part.isBlank()) {
                throw new IllegalStateException("rule " + id + " has no " + name);
            }
            return part;
        }
    }
}

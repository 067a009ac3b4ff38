package io.stowage.ecs.model.internal.json;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.common.KeyValuePair;
import io.stowage.ecs.model.diagnostic.Names;
import io.stowage.ecs.model.diagnostic.Severity;
import io.stowage.ecs.model.diagnostic.SourceText;
import io.stowage.ecs.model.internal.json.RecordShape.Kind;
import io.stowage.ecs.model.internal.json.RecordShape.MemberShape;
import io.stowage.ecs.model.internal.json.RecordShape.ValueShape;
import io.stowage.ecs.model.json.JsonTree;
import io.stowage.ecs.model.json.JsonTree.JsonArray;
import io.stowage.ecs.model.json.JsonTree.JsonNull;
import io.stowage.ecs.model.json.JsonTree.JsonObject;
import io.stowage.ecs.model.json.JsonTree.JsonString;
import io.stowage.ecs.model.json.JsonTree.Member;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes records of the model from a located tree. Every fault is a finding, and the walk goes on: a value that does not fit stays
 * unknown (it is kept among the other members, so nothing is lost), the rest is bound. Where a part of a list, of a map or of a
 * number's digits stays unknown, the whole of what was written is kept there too.
 */
public final class Binder {
    private final Findings findings;
    private final Scalars scalars;
    private final Origins origins = new Origins();
    /** How many parts have been left out that the structure around them has to keep. */
    private int losses;

    /** Reports to the findings. */
    public Binder(Findings findings) {
        this.findings = findings;
        this.scalars = new Scalars(findings);
    }

    /** What became of the parts of the tree, for finding them again. */
    public Origins origins() {
        return origins;
    }

    /**
     * The structure that an object holds.
     *
     * @param silent names that are no members of the structure but belong to the document, so that no finding mentions them
     */
    public <T extends EcsStructure> T bind(JsonObject object, Class<T> type, Pointer pointer, Set<String> silent) {
        return type.cast(structure(object, RecordShape.of(type), pointer, silent));
    }

    /** The structures that a list holds; what is no object is reported and left out. */
    public <T extends EcsStructure> List<T> bindAll(JsonArray array, Class<T> type, Pointer pointer) {
        List<T> bound = new ArrayList<>();
        list(array, ValueShape.of(type), pointer, false).forEach(element -> bound.add(type.cast(element)));
        return bound;
    }

    private EcsStructure structure(JsonObject object, RecordShape shape, Pointer pointer, Set<String> silent) {
        @Nullable Object[] values = new Object[shape.members().size()];
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        List<Map.@Nullable Entry<String, Member>> taken = new ArrayList<>(Collections.nCopies(values.length, null));
        for (Map.Entry<String, Member> entry : object.members().entrySet()) {
            String name = entry.getKey();
            Member member = entry.getValue();
            Pointer inner = pointer.member(name);
            MemberShape exact = shape.member(name);
            MemberShape known = exact == null ? shape.pascalMember(name) : exact;
            if (known == null) {
                others.put(name, member.value().plain());
                if (!silent.contains(name) && !shape.isFreeForm()) {
                    unknownMember(name, member, shape, inner);
                }
                continue;
            }
            Map.Entry<String, Member> before = taken.get(known.index());
            if (before == null) {
                taken.set(known.index(), entry);
            } else {
                others.put(name, member.value().plain());
                writtenTwice(entry, before, inner);
                continue;
            }
            if (exact == null) {
                origins.renamed(object, known.name(), name);
            }
            if (exact != null && isLeftToTheValidator(shape, known, member.value(), pointer)) {
                others.put(known.name(), member.value().plain());
                continue;
            }
            int lossesBefore = losses;
            Object value = value(member.value(), known.value(), inner, exact == null);
            values[known.index()] = value;
            if (value == null || losses > lossesBefore) {
                others.put(known.name(), member.value().plain());
                losses = lossesBefore;
            }
        }
        return shape.create(values, others);
    }

    /**
     * Whether it is a value of a container's environment that is no string. Writing {@code 8080} there is so common that the
     * validator has a rule of its own for it, which says it better; the value stays unknown.
     */
    private static boolean isLeftToTheValidator(
            RecordShape shape, MemberShape member, JsonTree tree, Pointer structure) {
        if (shape.type() != KeyValuePair.class
                || !member.name().equals("value")
                || tree instanceof JsonString
                || tree instanceof JsonNull
                || Placeholders.isIntrinsic(tree)) {
            return false;
        }
        Pointer list = structure.parent();
        Pointer container = list == null ? null : list.parent();
        Pointer containers = container == null ? null : container.parent();
        return list != null
                && list.step().equals("environment")
                && containers != null
                && !containers.step().equals("containerOverrides");
    }

    private void writtenTwice(Map.Entry<String, Member> second, Map.Entry<String, Member> first, Pointer pointer) {
        findings.add(
                Severity.ERROR,
                "json.duplicate-member",
                "`" + second.getKey() + "` is `" + first.getKey() + "` written another way, which is at "
                        + findings.locate(first.getValue().nameOffset()) + ". A member may appear once",
                pointer,
                second.getValue().nameOffset(),
                "remove one of the two");
    }

    private void unknownMember(String name, Member member, RecordShape shape, Pointer pointer) {
        String nearest = Names.nearest(
                name, shape.members().stream().map(MemberShape::name).toList());
        findings.add(
                Severity.NOTE,
                "json.unknown-member",
                "`" + name + "` is no member that ECS knows here; it is kept and written back",
                pointer,
                member.nameOffset(),
                nearest == null ? null : "did you mean `" + nearest + "`?");
    }

    /** The value, or null if it is absent or not known; the reason is then a finding where one is due. */
    private @Nullable Object value(JsonTree tree, ValueShape shape, Pointer pointer, boolean template) {
        if (tree instanceof JsonNull) {
            return null;
        }
        // A document of any form may be no object at all; then it is kept as it is.
        if (shape.kind() == Kind.STRUCTURE && RecordShape.of(shape.type()).isFreeForm()) {
            return tree instanceof JsonObject object
                    ? structure(object, RecordShape.of(shape.type()), pointer, Set.of())
                    : null;
        }
        if (Placeholders.isIntrinsic(tree)) {
            notKnown(tree, pointer, "an intrinsic function");
            return null;
        }
        return switch (shape.kind()) {
            case STRUCTURE ->
                tree instanceof JsonObject object
                        ? structure(object, RecordShape.of(shape.type()), pointer, Set.of())
                        : mismatch(tree, shape, pointer);
            case LIST ->
                tree instanceof JsonArray array
                        ? list(array, inner(shape), pointer, template)
                        : mismatch(tree, shape, pointer);
            case MAP ->
                tree instanceof JsonObject object
                        ? map(object, inner(shape), pointer, template)
                        : mismatch(tree, shape, pointer);
            default ->
                Placeholders.hides(tree, shape.kind())
                        ? mismatch(tree, shape, pointer)
                        : scalar(tree, shape, pointer, template);
        };
    }

    private @Nullable Object scalar(JsonTree tree, ValueShape shape, Pointer pointer, boolean template) {
        Object value = scalars.bind(tree, shape, pointer, template);
        if (value != null && !Scalars.isExact(tree, value)) {
            losses++;
        }
        return value;
    }

    private List<Object> list(JsonArray array, ValueShape element, Pointer pointer, boolean template) {
        List<Object> bound = new ArrayList<>();
        for (int i = 0; i < array.elements().size(); i++) {
            JsonTree tree = array.elements().get(i);
            Pointer inner = pointer.element(i);
            if (tree instanceof JsonNull) {
                findings.add(
                        Severity.ERROR,
                        "json.null-in-list",
                        "a list holds null; " + element.expected() + " was expected",
                        inner,
                        tree.offset(),
                        "remove it");
            }
            Object value = value(tree, element, inner, template);
            if (value == null) {
                losses++;
                origins.leftOut(tree);
            } else {
                bound.add(value);
            }
        }
        return bound;
    }

    private Map<String, Object> map(JsonObject object, ValueShape element, Pointer pointer, boolean template) {
        Map<String, Object> bound = new LinkedHashMap<>();
        object.members().forEach((name, member) -> {
            Pointer inner = pointer.member(name);
            if (member.value() instanceof JsonNull) {
                findings.add(
                        Severity.ERROR,
                        "json.null-in-map",
                        "the value of `" + name + "` is null; " + element.expected() + " was expected",
                        inner,
                        member.value().offset(),
                        "remove it or write \"\"");
            }
            Object value = value(member.value(), element, inner, template);
            if (value == null) {
                losses++;
            } else {
                bound.put(name, value);
            }
        });
        return bound;
    }

    private @Nullable Object mismatch(JsonTree tree, ValueShape shape, Pointer pointer) {
        if (tree instanceof JsonString string && Placeholders.isPlaceholder(string.text())) {
            notKnown(tree, pointer, "a placeholder");
        } else {
            findings.add(
                    Severity.ERROR,
                    "json.wrong-type",
                    "found " + tree.kind() + "; " + shape.expected() + " was expected",
                    pointer,
                    tree.offset(),
                    null);
        }
        return null;
    }

    private void notKnown(JsonTree tree, Pointer pointer, String what) {
        findings.add(
                Severity.NOTE,
                "json.not-known",
                what + " stands here: the value is not known, and nothing is said about it",
                pointer,
                tree.offset(),
                null);
    }

    /**
     * Whether what was written still says what the member holds: then it is what to write, since it says more.
     *
     * @param written a plain value
     * @param held the value of the member
     */
    static boolean isStillSaidBy(@Nullable Object written, Object held, ValueShape shape) {
        Binder binder = new Binder(new Findings(SourceText.of("", ""), 0));
        return held.equals(binder.value(JsonTree.ofPlain(written), shape, Pointer.ROOT, true));
    }

    private static ValueShape inner(ValueShape shape) {
        if (shape.inner() == null || (shape.kind() != Kind.LIST && shape.kind() != Kind.MAP)) {
            throw new IllegalStateException(shape + " holds nothing");
        }
        return shape.inner();
    }
}

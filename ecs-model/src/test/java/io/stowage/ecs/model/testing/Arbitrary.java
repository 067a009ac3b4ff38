package io.stowage.ecs.model.testing;

import io.stowage.ecs.model.EcsStructure;
import io.stowage.ecs.model.OpenEnum;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Makes arbitrary values of the model's types from a seed. A value is as full or as empty as chance has it, or {@linkplain #full
 * full}: every member there, every list with elements.
 */
public final class Arbitrary {
    private static final String[] TEXTS = {
        "",
        "web",
        "${VAR}",
        "a/b~c",
        "line\nend",
        "\"quoted\" \\ back",
        "déjà vu \u2603",
        "\uD83D\uDE80 up",
        "null",
        "0",
        " ",
        "\u0001"
    };
    private static final long[] WHOLE = {0, 1, -1, 80, 65535, Integer.MAX_VALUE, Integer.MIN_VALUE};
    private static final long[] WIDE = {Long.MAX_VALUE, Long.MIN_VALUE, 1L << 53, (1L << 53) + 1};
    private static final double[] REAL = {
        0, -0.0, 0.1, 100, 33.333, 1e15, 1e300, Double.MIN_VALUE, Double.MAX_VALUE, -2.5
    };

    private final SplittableRandom random;
    private final boolean full;
    private final int deepest;

    private Arbitrary(long seed, boolean full, int deepest) {
        this.random = new SplittableRandom(seed);
        this.full = full;
        this.deepest = deepest;
    }

    /** Values in which anything may be absent, empty, unknown or odd. */
    public static Arbitrary of(long seed) {
        return new Arbitrary(seed, false, 5);
    }

    /** Values in which every member is there, with one or two elements in every list and map, and no other members. */
    public static Arbitrary full(long seed) {
        return new Arbitrary(seed, true, 12);
    }

    /** A structure. */
    public <T extends EcsStructure> T structure(Class<T> type) {
        return type.cast(structure(type, 0));
    }

    /** The arguments of the canonical constructor of a structure. */
    public @Nullable Object[] arguments(Class<?> type) {
        return arguments(type, 0);
    }

    private Object structure(Class<?> type, int depth) {
        return construct(type, arguments(type, depth));
    }

    /** Calls the canonical constructor. */
    public static Object construct(Class<?> type, @Nullable Object... arguments) {
        try {
            return type.getDeclaredConstructor(Arrays.stream(type.getRecordComponents())
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " " + Arrays.toString(arguments), e);
        }
    }

    private @Nullable Object[] arguments(Class<?> type, int depth) {
        boolean freeForm = type.getRecordComponents().length == 1;
        return Arrays.stream(type.getRecordComponents())
                .map(component -> component.getName().equals("otherMembers")
                        ? freeForm ? document() : others(depth)
                        : member(component.getGenericType(), depth))
                .toArray();
    }

    private @Nullable Object member(Type type, int depth) {
        boolean nested = type instanceof ParameterizedType || !isScalar((Class<?>) type);
        if (full ? nested && depth > deepest : random.nextInt(3) == 0 || nested && depth > deepest) {
            return null;
        }
        return value(type, depth + 1);
    }

    private static boolean isScalar(Class<?> type) {
        return !EcsStructure.class.isAssignableFrom(type);
    }

    private Object value(Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Type held = arguments[arguments.length - 1];
            int size = full ? 1 + random.nextInt(2) : random.nextInt(depth > 3 ? 2 : 4);
            if (generic.getRawType() == List.class) {
                List<Object> list = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    list.add(value(held, depth));
                }
                return list;
            }
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(text() + i, value(held, depth));
            }
            return map;
        }
        return scalarOrStructure((Class<?>) type, depth);
    }

    private Object scalarOrStructure(Class<?> type, int depth) {
        if (type == String.class) {
            return text();
        } else if (type == Integer.class) {
            return (int) whole(false);
        } else if (type == Long.class) {
            return whole(true);
        } else if (type == Double.class) {
            return real();
        } else if (type == Boolean.class) {
            return random.nextBoolean();
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(
                    random.nextLong(-1L << 33, 1L << 33),
                    full ? random.nextInt(1000) * 1_000_000L : random.nextInt(1_000_000_000));
        } else if (OpenEnum.class.isAssignableFrom(type)) {
            return constant(type);
        } else if (EcsStructure.class.isAssignableFrom(type)) {
            return structure(type, depth);
        }
        throw new IllegalStateException("no values of " + type + " known");
    }

    private Object constant(Class<?> type) {
        try {
            List<?> known = (List<?>) type.getMethod("known").invoke(null);
            return full || random.nextInt(4) > 0
                    ? known.get(random.nextInt(known.size()))
                    : type.getConstructor(String.class).newInstance(text());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text() {
        return full ? "t" + random.nextInt(1000) : TEXTS[random.nextInt(TEXTS.length)];
    }

    private long whole(boolean wide) {
        if (full) {
            return 1 + random.nextInt(60_000);
        }
        return wide && random.nextBoolean() ? WIDE[random.nextInt(WIDE.length)] : WHOLE[random.nextInt(WHOLE.length)];
    }

    private double real() {
        return full ? random.nextInt(1, 1000) / 8.0 : REAL[random.nextInt(REAL.length)];
    }

    /** What a free-form document may hold. Its names have hyphens, as no member of ECS has: nobody takes them for one. */
    private Map<String, @Nullable Object> document() {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("free-text", text());
        document.put("free-whole", (int) whole(false));
        document.put("free-list", List.of(true, Map.of("free-key", text())));
        document.put("free-none", null);
        return document;
    }

    private @Nullable Map<String, @Nullable Object> others(int depth) {
        if (full || random.nextInt(4) > 0) {
            return null;
        }
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            others.put("x-" + text() + i, plain(depth));
        }
        return others;
    }

    private @Nullable Object plain(int depth) {
        int bound = depth > 4 ? 7 : 9;
        return switch (random.nextInt(bound)) {
            case 0 -> null;
            case 1 -> text();
            case 2 -> random.nextBoolean();
            case 3 -> (int) whole(false);
            case 4 -> (1L << 40) + whole(false);
            case 5 -> BigInteger.TEN.pow(25).add(BigInteger.valueOf(whole(true)));
            case 6 ->
                new BigDecimal(whole(true) + "." + random.nextInt(1, 1000))
                        .scaleByPowerOfTen(30 * (random.nextInt(3) - 1));
            case 7 -> new ArrayList<>(Arrays.asList(plain(depth + 1), plain(depth + 1)));
            default -> {
                Map<String, @Nullable Object> map = new LinkedHashMap<>();
                map.put(text(), plain(depth + 1));
                yield map;
            }
        };
    }
}

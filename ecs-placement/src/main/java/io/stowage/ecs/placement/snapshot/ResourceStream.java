package io.stowage.ecs.placement.snapshot;

import io.stowage.ecs.model.cluster.ContainerInstance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads one of the lists of resources that instances have; what is the same as the time before is made once. */
final class ResourceStream {
    private static final Shape SHAPE =
            Shape.of(ContainerInstance.class).member("registeredResources").inner();

    private final TextTable texts;
    private final Map<TakenPorts, TakenPorts> known;
    private final RepeatedList list = new RepeatedList();
    private final List<String> set = new ArrayList<>();
    private final RepeatedList.Element element = this::element;
    private final StructureScanner.Members members = this::member;

    private @Nullable StructureScanner structures;
    private @Nullable String name;
    private long integer;
    private long longInteger;
    private long wholePart;

    /** What was made of the list as it is, by the number of interfaces. */
    private final Map<@Nullable Long, InstanceResources> made = new HashMap<>();

    private @Nullable Object tcpWritten;
    private @Nullable Object udpWritten;
    private TakenPorts ports = TakenPorts.NONE;

    /** The ports are those that are known from other lists. */
    ResourceStream(TextTable texts, Map<TakenPorts, TakenPorts> known) {
        this.texts = texts;
        this.known = known;
    }

    /** Reads a list. */
    void read(StructureScanner scanner) {
        structures = scanner;
        list.read(scanner.json(), element);
        if (!list.isSame()) {
            made.clear();
        }
    }

    boolean isEmpty() {
        return list.size() == 0;
    }

    private StructureScanner scanner() {
        if (structures == null) {
            throw new IllegalStateException("nothing is being read");
        }
        return structures;
    }

    private void element() {
        name = null;
        integer = 0;
        longInteger = 0;
        wholePart = 0;
        set.clear();
        scanner().structure(SHAPE, members);
        // Of the three numbers that is meant which is not zero, see InstanceReader.
        long number = integer != 0 ? integer : longInteger != 0 ? longInteger : wholePart;
        list.add(name, set.isEmpty() ? List.of() : List.copyOf(set), number);
    }

    private boolean member(String member) {
        switch (member) {
            case "name" -> name = scanner().text(texts);
            case "integerValue" -> integer = scanner().integer();
            case "longValue" -> longInteger = scanner().longInteger();
            case "doubleValue" -> wholePart = scanner().wholePart();
            case "stringSetValue" -> {
                JsonScanner json = scanner().json();
                json.open('[');
                for (boolean first = true; json.next(first, ']'); first = false) {
                    set.add(scanner().text(texts));
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The resources of an instance with so many interfaces. */
    InstanceResources resources(@Nullable Long interfaces) {
        InstanceResources before = made.get(interfaces);
        if (before == null) {
            before = new InstanceResources(
                    amount("CPU"), amount("MEMORY"), ids("GPU"), ids("NEURON_DEVICE"), interfaces, others());
            if (list.isSame()) {
                made.put(interfaces, before);
            }
        }
        return before;
    }

    private long amount(String resource) {
        int place = list.find(resource);
        if (place < 0) {
            throw new Unsure();
        }
        return list.number(place);
    }

    private NavigableSet<String> ids(String resource) {
        List<String> ids = written(resource);
        return ids.isEmpty() ? Collections.emptyNavigableSet() : new TreeSet<>(ids);
    }

    @SuppressWarnings("unchecked") // nothing else is put there
    private List<String> written(int place) {
        Object other = list.other(place);
        return other == null ? List.of() : (List<String>) other;
    }

    private List<String> written(String resource) {
        int place = list.find(resource);
        return place < 0 ? List.of() : written(place);
    }

    private Map<String, List<Long>> others() {
        Map<String, List<Long>> others = Map.of();
        for (int i = 0; i < list.size(); i++) {
            String resource = list.name(i);
            if (resource != null && !InstanceReader.KNOWN.contains(resource)) {
                others = others.isEmpty() ? new LinkedHashMap<>() : others;
                int members = written(i).size();
                others.put(resource, List.of(members == 0 ? list.number(i) : members));
            }
        }
        return others;
    }

    /** The ports that are taken. */
    @SuppressWarnings("ReferenceEquality") // a list that is repeated is the same object
    TakenPorts ports() {
        List<String> tcp = written("PORTS");
        List<String> udp = written("PORTS_UDP");
        if (tcp != tcpWritten || udp != udpWritten) {
            TakenPorts read = new TakenPorts(ports(tcp), ports(udp));
            TakenPorts before = known.putIfAbsent(read, read);
            ports = before == null ? read : before;
            tcpWritten = tcp;
            udpWritten = udp;
        }
        return ports;
    }

    private static NavigableSet<Integer> ports(List<String> written) {
        NavigableSet<Integer> ports = new TreeSet<>();
        for (String port : written) {
            if (!InstanceReader.isPort(port)) {
                throw new Unsure();
            }
            ports.add(Integer.valueOf(port));
        }
        return ports;
    }
}

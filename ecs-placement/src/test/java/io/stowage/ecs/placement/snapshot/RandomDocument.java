package io.stowage.ecs.placement.snapshot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Writes answers of describe-container-instances and describe-tasks in every way that is right, and in some that are not: members in any
 * order, missing, null, twice, of the wrong type, unknown or in the spelling of templates; escapes; numbers in all forms.
 */
final class RandomDocument {
    private static final List<String> NAMES = List.of(
            "ecs.availability-zone",
            "ecs.instance-type",
            "ecs.awsvpc-trunk-id",
            "ecs.capability.docker-remote-api.1.18",
            "ecs.capability.task-eni",
            "com.amazonaws.ecs.capability.privileged-container",
            "stack",
            "größe");
    private static final List<String> VALUES = List.of(
            "us-east-1a", "m5.large", "c5.xlarge", "none.such", "", "prod", "a \"b\" \\ c", "\u00e4\ud83d\ude80", "\t");

    private final Random random;
    /** One of so many places gets something that is wrong; 0 for none. */
    private final int wrong;

    private final StringBuilder text = new StringBuilder();

    RandomDocument(long seed, int wrong) {
        this.random = new Random(seed);
        this.wrong = wrong;
    }

    private boolean one(int of) {
        return random.nextInt(of) == 0;
    }

    private boolean isWrong() {
        return wrong > 0 && one(wrong);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void space() {
        if (one(4)) {
            text.append(any(List.of(" ", "\n", "\t", "\r\n  ")));
        }
    }

    private void string(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ' || one(60)) {
                text.append(String.format("\\u%04x", (int) c));
            } else {
                text.append(c);
            }
        }
        text.append('"');
    }

    private void name(String name) {
        if (isWrong()) {
            string(any(List.of(
                    Character.toUpperCase(name.charAt(0)) + name.substring(1), name.toUpperCase(), name + "s", "Ref")));
        } else {
            text.append('"').append(name).append('"');
        }
        space();
        text.append(':');
        space();
    }

    /** Any value of JSON. */
    private void anything(int depth) {
        switch (random.nextInt(depth > 2 ? 6 : 8)) {
            case 0 -> text.append("null");
            case 1 -> text.append(one(2));
            case 2 ->
                text.append(any(
                        wrong == 0
                                ? List.of("0", "-1", "17", "2.50", "-0")
                                : List.of("1e3", "12345678901234567890", "1E400")));
            case 3 -> string(any(VALUES));
            case 4 -> text.append("[ ]");
            case 5 -> text.append("{}");
            case 6 -> list(() -> anything(depth + 1), random.nextInt(3));
            default -> {
                List<Runnable> members = new ArrayList<>();
                for (int i = random.nextInt(3); i >= 0; i--) {
                    String name = any(List.of("a", "b", "name", "x y", "Ref")) + (one(3) ? "" : i);
                    members.add(() -> {
                        string(name);
                        text.append(':');
                        anything(depth + 1);
                    });
                }
                object(members);
            }
        }
    }

    private void list(Runnable element, int size) {
        text.append('[');
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                text.append(',');
            }
            space();
            if (isWrong()) {
                anything(1);
            } else {
                element.run();
            }
            space();
        }
        text.append(']');
    }

    private void object(List<Runnable> members) {
        if (one(8)) {
            Collections.shuffle(members, random);
        }
        if (isWrong() && !members.isEmpty()) {
            members.add(any(members));
        }
        text.append('{');
        for (int i = 0; i < members.size(); i++) {
            if (i > 0) {
                text.append(',');
            }
            space();
            members.get(i).run();
            space();
        }
        text.append('}');
    }

    /** A structure with some of the members. */
    private final class Structure {
        private final List<Runnable> members = new ArrayList<>();

        Structure with(int oftenOfTen, String name, Runnable value) {
            if (random.nextInt(10) < oftenOfTen) {
                members.add(() -> {
                    name(name);
                    if (isWrong()) {
                        anything(0);
                    } else {
                        value.run();
                    }
                });
            }
            return this;
        }

        Structure string(int oftenOfTen, String name, Supplier<String> value) {
            return with(oftenOfTen, name, () -> RandomDocument.this.string(value.get()));
        }

        void write() {
            if (one(30)) {
                members.add(() -> {
                    RandomDocument.this.string("unheardOf");
                    text.append(':');
                    anything(0);
                });
            }
            if (one(40)) {
                members.add(() -> text.append("\"statusReason\": null"));
            }
            object(members);
        }
    }

    private void number(long value) {
        if (isWrong()) {
            text.append(
                    any(List.of("\"" + value + "\"", value + ".0", value + "e0", "0" + value, value + "99999999999")));
        } else {
            text.append(value);
        }
    }

    private void time() {
        List<String> plain = List.of(
                "1467318263.511", "1700000000", "\"2024-05-01T10:00:00.123000+00:00\"", "\"2024-05-01T10:00:00Z\"");
        List<String> odd = List.of("1.467318263511E9", "-5", "1467318263.1234567891", "\"yesterday\"", "1e99");
        text.append(any(isWrong() ? odd : plain));
    }

    /** An answer, or one of the other forms in which instances come. */
    String instances(int most) {
        return document("containerInstances", "containerInstance", this::instance, most);
    }

    /** An answer, or one of the other forms in which tasks come. */
    String tasks(int most) {
        return document("tasks", "task", this::task, most);
    }

    private String document(String list, String single, Runnable structure, int most) {
        int form = random.nextInt(12);
        Runnable all = () -> list(structure, random.nextInt(most + 1));
        Runnable failures = () -> text.append("\"failures\": [{\"arn\": \"x\", \"reason\": \"MISSING\"}]");
        Runnable answer = () -> {
            text.append('"').append(list).append("\":");
            space();
            all.run();
        };
        switch (form) {
            case 0 -> all.run();
            case 1 -> structure.run();
            case 2 -> {
                text.append("{\"").append(single).append("\":");
                structure.run();
                text.append('}');
            }
            case 3 -> object(new ArrayList<>(List.of(failures, answer)));
            case 4 -> {
                text.append("{\"other\": ");
                anything(0);
                text.append(",");
                answer.run();
                text.append("}");
            }
            default -> object(new ArrayList<>(List.of(answer, failures)));
        }
        return isWrong() ? text.substring(0, random.nextInt(text.length())) : text.toString();
    }

    private void instance() {
        int number = random.nextInt(10_000);
        boolean odd = isWrong();
        new Structure()
                .string(
                        odd ? 5 : 10,
                        "containerInstanceArn",
                        () -> "arn:aws:ecs:eu-west-1:1:container-instance/c/" + number)
                .string(odd ? 5 : 9, "ec2InstanceId", () -> "i-" + number)
                .string(9, "status", () -> any(List.of("ACTIVE", "DRAINING")))
                .with(8, "agentConnected", () -> text.append(!one(5)))
                .with(
                        5,
                        "versionInfo",
                        () -> new Structure()
                                .string(8, "agentVersion", () -> any(List.of("1.94.0", "1.50.3")))
                                .string(8, "dockerVersion", () -> "DockerVersion: 25.0.3")
                                .write())
                .with(4, "registeredAt", this::time)
                .string(3, "capacityProviderName", () -> any(List.of("spot", "large")))
                .with(9, "attributes", this::attributes)
                .with(odd ? 8 : 10, "registeredResources", () -> resources(1))
                .with(9, "remainingResources", () -> resources(4))
                .with(6, "runningTasksCount", () -> number(random.nextInt(4) - (odd ? 1 : 0)))
                .with(5, "pendingTasksCount", () -> number(0))
                .with(5, "version", () -> number(12_345_678_901L))
                .with(
                        2,
                        "tags",
                        () -> list(
                                () -> new Structure()
                                        .string(9, "key", () -> "Größe")
                                        .string(9, "value", () -> any(VALUES))
                                        .write(),
                                2))
                .with(2, "attachments", () -> list(this::attachment, 1))
                .write();
    }

    private void attributes() {
        List<String> names = new ArrayList<>(NAMES);
        if (one(6)) {
            Collections.shuffle(names, random);
        }
        if (one(4)) {
            names.remove(random.nextInt(names.size()));
        }
        if (one(8)) {
            names.add(random.nextInt(names.size()), any(names));
        }
        List<Runnable> attributes = new ArrayList<>();
        names.forEach(name -> attributes.add(() -> new Structure()
                .string(10, "name", () -> name)
                .string(one(4) ? 5 : 0, "value", () -> any(VALUES))
                .write()));
        int[] next = {0};
        list(() -> attributes.get(next[0]++ % attributes.size()).run(), attributes.size());
    }

    private void resources(int oddity) {
        List<String> names = new ArrayList<>(List.of("CPU", "MEMORY", "PORTS", "PORTS_UDP"));
        if (one(8 / oddity)) {
            names.add(any(List.of("GPU", "NEURON_DEVICE", "licenses", "CPU")));
        }
        if (isWrong()) {
            names.remove(random.nextInt(names.size()));
        }
        int[] next = {0};
        list(() -> resource(names.get(next[0]++ % names.size()), oddity), names.size());
    }

    private void resource(String name, int oddity) {
        boolean set = !name.equals("CPU") && !name.equals("MEMORY");
        new Structure()
                .string(10, "name", () -> name)
                .string(9, "type", () -> set ? "STRINGSET" : "INTEGER")
                .with(9, "doubleValue", () -> text.append(any(List.of("0.0", "0", "12.75"))))
                .with(9, "longValue", () -> number(one(20) ? 7 : 0))
                .with(9, "integerValue", () -> number(set ? 0 : 1024L * (1 + random.nextInt(oddity))))
                .with(set ? 9 : 0, "stringSetValue", () -> set(name, oddity))
                .write();
    }

    private void set(String name, int oddity) {
        if (!name.startsWith("PORTS")) {
            list(() -> string("id-" + random.nextInt(4)), random.nextInt(3));
        } else if (isWrong()) {
            list(() -> string("" + random.nextInt(70_000)), 3);
        } else if (name.equals("PORTS")) {
            int[] ports = {22, 2376, 31_000 + random.nextInt(oddity)};
            int[] next = {0};
            list(() -> string("" + ports[next[0]++ % 3]), 3);
        } else {
            text.append("[]");
        }
    }

    private void attachment() {
        new Structure()
                .string(9, "id", () -> "1")
                .string(9, "type", () -> any(List.of("ElasticNetworkInterface", "other")))
                .string(9, "status", () -> any(List.of("ATTACHED", "DELETED")))
                .with(
                        5,
                        "details",
                        () -> list(
                                () -> new Structure()
                                        .string(9, "name", () -> "subnetId")
                                        .string(9, "value", () -> "s-1")
                                        .write(),
                                2))
                .write();
    }

    private void task() {
        int number = random.nextInt(10_000);
        new Structure()
                .string(10, "taskArn", () -> "arn:aws:ecs:eu-west-1:1:task/c/" + number)
                .string(
                        9,
                        "containerInstanceArn",
                        () -> one(20) ? "" : "arn:aws:ecs:eu-west-1:1:container-instance/c/" + number % 50)
                .string(9, "group", () -> any(List.of("service:web", "family:batch")))
                .string(9, "desiredStatus", () -> any(List.of("RUNNING", "STOPPED")))
                .string(9, "lastStatus", () -> any(List.of("RUNNING", "PENDING", "STOPPED")))
                .with(8, "createdAt", this::time)
                .with(4, "connectivityAt", this::time)
                .string(4, "launchType", () -> any(List.of("EC2", "NEW")))
                .string(3, "capacityProviderName", () -> "spot")
                .string(5, "cpu", () -> any(List.of("256", ".5 vcpu", "much")))
                .string(5, "memory", () -> any(List.of("512", "1 GB", "")))
                .with(9, "containers", () -> list(this::container, 1 + random.nextInt(2)))
                .with(4, "attachments", () -> list(this::attachment, random.nextInt(2)))
                .with(
                        3,
                        "overrides",
                        () -> new Structure()
                                .with(
                                        9,
                                        "containerOverrides",
                                        () -> list(
                                                () -> new Structure()
                                                        .string(9, "name", () -> "web")
                                                        .with(
                                                                3,
                                                                "environment",
                                                                () -> list(
                                                                        () -> new Structure()
                                                                                .string(9, "name", () -> "PORT")
                                                                                .string(9, "value", () -> "8080")
                                                                                .write(),
                                                                        1))
                                                        .write(),
                                                1))
                                .write())
                .with(5, "version", () -> number(3))
                .write();
    }

    private void container() {
        new Structure()
                .string(9, "name", () -> "web")
                .string(7, "cpu", () -> any(List.of("0", "128", "10")))
                .string(7, "memory", () -> any(List.of("128", "64")))
                .string(4, "memoryReservation", () -> "32")
                .with(2, "gpuIds", () -> list(() -> string("id-" + random.nextInt(4)), 2))
                .with(1, "neuronDeviceIds", () -> list(() -> string("" + random.nextInt(4)), 1))
                .with(
                        5,
                        "networkBindings",
                        () -> list(
                                () -> new Structure()
                                        .string(9, "bindIP", () -> "0.0.0.0")
                                        .with(9, "containerPort", () -> number(80))
                                        .with(9, "hostPort", () -> number(random.nextInt(3) * 31_000L))
                                        .string(9, "protocol", () -> any(List.of("tcp", "udp", "sctp")))
                                        .write(),
                                random.nextInt(3)))
                .with(
                        2,
                        "networkInterfaces",
                        () -> list(
                                () -> new Structure()
                                        .string(9, "privateIpv4Address", () -> "10.0.0.1")
                                        .write(),
                                random.nextInt(2)))
                .with(3, "exitCode", () -> number(-1))
                .write();
    }
}

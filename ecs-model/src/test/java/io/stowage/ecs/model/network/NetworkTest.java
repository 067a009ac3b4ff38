package io.stowage.ecs.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stowage.ecs.model.network.TargetRegistration.Problem;
import io.stowage.ecs.model.service.LoadBalancer;
import io.stowage.ecs.model.spec.SpecCases;
import io.stowage.ecs.model.taskdef.NetworkMode;
import io.stowage.ecs.model.taskdef.TaskDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkTest {
    private static final TaskDefinition WEB = SpecCases.taskDefinition("""
            {"family": "f", "containerDefinitions": [{"name": "side"},
              {"name": "web", "portMappings": [{"containerPort": 80}, {"containerPort": 81, "hostPort": 8081}]}]}""");

    private static TargetRegistration register(NetworkMode mode, String container, int port) {
        return TargetRegistration.of(
                LoadBalancer.builder()
                        .containerName(container)
                        .containerPort(port)
                        .build(),
                WEB.toBuilder().networkMode(mode).build());
    }

    @Test
    void registration_ofNetworkModes_hasTypeAndPort() {
        assertThat(register(NetworkMode.BRIDGE, "web", 80))
                .isEqualTo(new TargetRegistration(
                        TargetType.INSTANCE, null, "/containerDefinitions/1/portMappings/0", null));
        assertThat(register(NetworkMode.BRIDGE, "web", 80).isDynamic()).isTrue();
        assertThat(register(NetworkMode.BRIDGE, "web", 81).port()).isEqualTo(8081);
        assertThat(register(NetworkMode.HOST, "web", 80).port()).isEqualTo(80);
        assertThat(register(NetworkMode.AWSVPC, "web", 81))
                .isEqualTo(new TargetRegistration(TargetType.IP, 81, "/containerDefinitions/1/portMappings/1", null));
    }

    @Test
    void registration_thatCannotBe_saysWhy() {
        assertThat(register(NetworkMode.NONE, "web", 80).problem()).isEqualTo(Problem.NO_NETWORK);
        assertThat(register(NetworkMode.BRIDGE, "app", 80).problem()).isEqualTo(Problem.NO_SUCH_CONTAINER);
        assertThat(register(NetworkMode.BRIDGE, "web", 8081).problem()).isEqualTo(Problem.NO_SUCH_PORT);
        assertThat(register(NetworkMode.BRIDGE, "side", 80).isDynamic()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/,/,true",
        "/,/a,false",
        "/*,/,true",
        "/*,/a/b,true",
        "/a/?,/a/b,true",
        "/a/?,/a/,false",
        "/A,/a,false",
        "*/img/*.jpg,/x/img/y/z.jpg,true",
        "*/img/*.jpg,/x/img/y/z.png,false",
        "*,'',true",
        "?,'',false",
        "a*b*c,aXbXbc,true",
        "/a.b,/axb,false"
    })
    void pathPattern_matches_asAWhole(String pattern, String path, boolean matches) {
        assertThat(new PathPattern(pattern).matches(path)).isEqualTo(matches);
    }

    @Test
    void pathPattern_manyStars_staysCheap() {
        assertThat(new PathPattern("*a".repeat(2_000)).matches("a".repeat(3_999) + "b"))
                .isFalse();
    }

    @Test
    void listener_routes_byPriorityThenDefault() {
        ListenerAction api = ListenerAction.Forward.to("api");
        ListenerAction shop = new ListenerAction.Forward(Map.of("blue", 90, "green", 10));
        ListenerAction none = new ListenerAction.FixedResponse(404);
        Listener listener = new Listener(
                "l",
                "HTTP",
                80,
                List.of(
                        new Listener.Rule(
                                "r2", 20, List.of(new PathPattern("/*")), List.of(new PathPattern("Shop.*")), shop),
                        new Listener.Rule(
                                "r1",
                                10,
                                List.of(new PathPattern("/api/*"), new PathPattern("/v2/*")),
                                List.of(),
                                api)),
                none);
        assertThat(listener.rules()).extracting(Listener.Rule::priority).containsExactly(10, 20);
        assertThat(listener.route("shop.example", "/v2/x")).isEqualTo(api);
        assertThat(listener.route("SHOP.example", "/")).isEqualTo(shop);
        assertThat(listener.route("example", "/")).isEqualTo(none);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Listener(
                        "l",
                        "HTTP",
                        80,
                        List.of(listener.rules().get(0), listener.rules().get(0)),
                        none))
                .withMessageContaining("priority 10");
        assertThatIllegalArgumentException().isThrownBy(() -> new ListenerAction.Forward(Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Listener.Rule("r", 0, List.of(), List.of(), none));
    }

    @Test
    void securityRules_uncovered_namesWhatIsClosed() {
        PortRange dynamic = new PortRange(32768, 60999);
        List<SecurityRule> rules = List.of(
                new SecurityRule("tcp", new PortRange(40000, 50000), "sg-lb"),
                new SecurityRule("-1", new PortRange(49000, 55000), "sg-lb"),
                new SecurityRule("udp", new PortRange(1, 65535), "sg-lb"),
                new SecurityRule("tcp", new PortRange(1, 65535), "sg-other"));
        assertThat(SecurityRule.uncovered(rules, "tcp", dynamic, "sg-lb"))
                .containsExactly(new PortRange(32768, 39999), new PortRange(55001, 60999));
        assertThat(SecurityRule.uncovered(rules, "tcp", dynamic, "sg-other")).isEmpty();
        assertThat(SecurityRule.uncovered(rules, "tcp", new PortRange(22, 22), "sg-lb"))
                .containsExactly(new PortRange(22, 22));
        assertThat(SecurityRule.uncovered(
                        List.of(new SecurityRule("tcp", new PortRange(1, 65535), "0.0.0.0/0")), "tcp", dynamic, "x"))
                .isEmpty();
    }

    @Test
    void flowHash_isFnv1a_andSpreads() {
        // Published test vectors of FNV-1a with 32 bits.
        assertThat(FlowHash.fnv1a("")).isEqualTo(0x811c9dc5);
        assertThat(FlowHash.fnv1a("a")).isEqualTo(0xe40c292c);
        assertThat(FlowHash.fnv1a("foobar")).isEqualTo(0xbf9cf968);
        int[] hits = new int[3];
        for (int port = 1024; port < 4024; port++) {
            hits[FlowHash.target("tcp", "10.0.0.1", port, "10.0.0.2", 80, 3)]++;
        }
        for (int n : hits) {
            assertThat(n).isBetween(800, 1200);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> FlowHash.target("tcp", "a", 1, "b", 2, 0));
    }

    @Test
    void targetGroup_defaults_takeTheirTime() {
        TargetGroup group = TargetGroup.http("tg", TargetType.IP);
        assertThat(group.healthCheck().timeToHealthy()).isEqualTo(Duration.ofSeconds(150));
        assertThat(group.healthCheck().timeToUnhealthy()).isEqualTo(Duration.ofSeconds(60));
        assertThat(group.deregistrationDelay()).isEqualTo(Duration.ofMinutes(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TargetHealthCheck("HTTP", "/", "200", Duration.ZERO, Duration.ZERO, 1, 1));
    }

    @Test
    void loadBalancer_ofTwoListeners_keepsThem() {
        ListenerAction moved = new ListenerAction.Redirect("https://#{host}:443/#{path}", true);
        Listener http = new Listener("l80", "HTTP", 80, List.of(), moved);
        ElasticLoadBalancer balancer = new ElasticLoadBalancer(
                "lb", LoadBalancerKind.APPLICATION, List.of("a", "b"), List.of("sg-lb"), List.of(http));
        assertThat(balancer.listeners().get(0).route("x", "/")).isEqualTo(moved);
        assertThatIllegalArgumentException().isThrownBy(() -> new Listener("l", "HTTP", 0, List.of(), moved));
        assertThatIllegalArgumentException().isThrownBy(() -> new PortRange(5, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new TargetHealthCheck("TCP", "", "", Duration.ofSeconds(1), Duration.ofSeconds(1), 0, 1));
    }

    @Test
    void kinds_differ_asDocumented() {
        assertThat(LoadBalancerKind.CLASSIC.takesDynamicHostPort()).isFalse();
        assertThat(LoadBalancerKind.CLASSIC.takesAwsvpc()).isFalse();
        assertThat(LoadBalancerKind.GATEWAY.takesAwsvpc()).isTrue();
        assertThat(LoadBalancerKind.APPLICATION.hasRules()).isTrue();
        assertThat(LoadBalancerKind.NETWORK.hasRules()).isFalse();
        assertThat(LoadBalancerKind.NETWORK.takesSeveralTargetGroups()).isTrue();
    }
}

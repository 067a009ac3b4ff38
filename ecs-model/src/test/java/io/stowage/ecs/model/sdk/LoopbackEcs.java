package io.stowage.ecs.model.sdk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ecs.EcsClient;

/** The real client, talking to a server on this machine that keeps what was asked and answers what it is told to. */
final class LoopbackEcs implements AutoCloseable {
    private final HttpServer server;
    private final EcsClient client;
    private volatile String answer = "{}";
    private volatile String asked = "";
    private volatile String target = "";

    LoopbackEcs() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        client = EcsClient.builder()
                .endpointOverride(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClient(Apache5HttpClient.create())
                .build();
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    EcsClient client() {
        return client;
    }

    /** What the server says from now on. */
    void answers(String json) {
        answer = json;
    }

    /** The body of the last request. */
    String asked() {
        return asked;
    }

    /** The operation of the last request. */
    String operation() {
        return target.substring(target.indexOf('.') + 1);
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
    }
}

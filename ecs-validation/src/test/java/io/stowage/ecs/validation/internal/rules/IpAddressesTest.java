package io.stowage.ecs.validation.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.5",
                "255.255.255.255",
                "::",
                "::1",
                "1::",
                "2001:db8::8a2e:370:7334",
                "1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7::",
                "::ffff:10.0.0.1",
                "1:2:3:4:5:6:10.0.0.1"
            })
    void isAddress_address_isTrue(String text) {
        assertThat(IpAddresses.isAddress(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "db.local",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.01",
                "10.0.0.1.2",
                " 10.0.0.1",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::1",
                "::10.0.0.1:1",
                "10.0.0.1::",
                "fe80::1%eth0",
                "[::1]"
            })
    void isAddress_somethingElse_isFalse(String text) {
        assertThat(IpAddresses.isAddress(text)).isFalse();
        assertThat(IpAddresses.isAddress(text.repeat(1000))).isFalse();
    }
}

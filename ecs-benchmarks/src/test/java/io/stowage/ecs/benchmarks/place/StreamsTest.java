package io.stowage.ecs.benchmarks.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** The order in which tasks come is part of the work, so it is written down here. */
class StreamsTest {
    @Test
    void zipf_twoHundred_isThisStream() {
        int[] stream = Streams.zipf(200);

        assertThat(Arrays.copyOf(stream, 12)).containsExactly(40, 45, 3, 109, 35, 3, 0, 82, 0, 131, 23, 56);
        assertThat(Arrays.stream(stream).filter(service -> service == 0).count())
                .isEqualTo(178_565);
        assertThat(Arrays.stream(stream).filter(service -> service == 199).count())
                .isEqualTo(919);
        assertThat(checksum(stream)).isEqualTo(3_624_681_725L);
    }

    @Test
    void zipf_fiveThousand_isThisStream() {
        assertThat(checksum(Streams.zipf(5000))).isEqualTo(4_117_433_264L);
    }

    @Test
    void runs_ofFifty_isFiftyTimesEachOfTheBeginningOfTheStream() {
        int[] single = Streams.zipf(200);
        int[] runs = Streams.runs(50, 200);

        for (int i = 0; i < runs.length; i++) {
            assertThat(runs[i]).isEqualTo(single[i / 50]);
        }
    }

    @Test
    void uniform_twoHundred_isThisStream() {
        int[] stream = Streams.uniform(200);

        assertThat(Arrays.stream(stream).distinct().count()).isEqualTo(200);
        assertThat(checksum(stream)).isEqualTo(1_930_602_625L);
    }

    private static long checksum(int[] stream) {
        CRC32 checksum = new CRC32();
        for (int service : stream) {
            checksum.update(service >> 8);
            checksum.update(service);
        }
        return checksum.getValue();
    }
}

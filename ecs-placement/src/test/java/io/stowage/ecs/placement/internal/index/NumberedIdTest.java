package io.stowage.ecs.placement.internal.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every way to part an id is the id in one piece. */
class NumberedIdTest {
    private record Parts(String text, int number) {
        String whole() {
            return NumberedId.text(text, number);
        }
    }

    private static List<Parts> some(SplittableRandom dice) {
        List<Parts> some = new ArrayList<>();
        for (String text : List.of("", "a", "a1", "a12", "a-", "a-1", "b-")) {
            some.add(new Parts(text, NumberedId.NONE));
            some.add(new Parts(text, 0));
            some.add(new Parts(text, dice.nextInt(20)));
            some.add(new Parts(text, dice.nextInt(300)));
            some.add(new Parts(text, Integer.MAX_VALUE - dice.nextInt(3)));
        }
        List.of("0", "a01", "a-01", "a2147483648", "a99999999999")
                .forEach(id -> some.add(new Parts(id, NumberedId.NONE)));
        return some;
    }

    @Test
    void sameAndHash_anyParts_areThoseOfTheWhole() {
        SplittableRandom dice = new SplittableRandom(1);
        for (int round = 0; round < 50; round++) {
            List<Parts> some = some(dice);
            for (Parts one : some) {
                assertThat(NumberedId.hash(one.text, one.number))
                        .isEqualTo(one.whole().hashCode());
                for (Parts other : some) {
                    assertThat(NumberedId.same(one.text, one.number, other.text, other.number))
                            .as("%s and %s", one, other)
                            .isEqualTo(one.whole().equals(other.whole()));
                }
            }
        }
    }
}

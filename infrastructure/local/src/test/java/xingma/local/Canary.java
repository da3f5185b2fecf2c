package xingma.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Something that a complainant told and that nobody else did, in every writing in which it could come out somewhere. */
record Canary(String what, List<String> writings) {
    static Canary of(String what) {
        var writings = new ArrayList<String>();
        writings.add(what);
        writings.add(URLEncoder.encode(what, UTF_8));
        writings.add(what.chars().mapToObj(c -> c < 128 ? "" + (char) c : "\\u%04x".formatted(c)).collect(Collectors.joining()));
        for (var before = 0; before < 3; before++) {
            var bytes = (" ".repeat(before) + what).getBytes(UTF_8);
            var whole = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            writings.add(whole.substring(before == 0 ? 0 : 4, whole.length() - 2));
            writings.add(whole.substring(before == 0 ? 0 : 4, whole.length() - 2).replace('-', '+').replace('_', '/'));
        }
        return new Canary(what, List.copyOf(writings));
    }

    static Canary phone(Random random) {
        return of("139%08d".formatted(random.nextInt(100_000_000)));
    }

    /** A rare name, so that it is found nowhere by chance. */
    static Canary name(Random random) {
        return of("雒" + han(random) + han(random));
    }

    static Canary words(Random random) {
        return of(random.ints(12, 0, 20_000).mapToObj(i -> Character.toString(0x4E00 + i)).collect(Collectors.joining()));
    }

    private static String han(Random random) {
        return Character.toString(0x7000 + random.nextInt(0x1000));
    }

    boolean isIn(String text) {
        return writings.stream().anyMatch(text::contains);
    }
}

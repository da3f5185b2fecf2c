package xingma.pages;

import static xingma.pages.Attribute.cls;

import java.util.Optional;
import java.util.stream.IntStream;
import xingma.institution.PremisesKind;

/** What to look at before one agrees (消费提示): the kind's own short list, or four things for patients. */
final class AdviceSection {
    private static final int MOST = 6;

    private final Voice voice;
    private final PremisesKind kind;

    AdviceSection(Voice voice, PremisesKind kind) {
        this.voice = voice;
        this.kind = kind;
    }

    Html html() {
        var ours = kind.hasPeople() ? "advice.patient." : "advice.customer.";
        var own = voice.fromKind("advice.1").isPresent();
        var items = IntStream.rangeClosed(1, MOST)
                .mapToObj(i -> own
                        ? voice.fromKind("advice." + i).map(s -> s.html(voice.language()))
                        : voice.find(ours + i).map(Html::text))
                .flatMap(Optional::stream)
                .map(item -> Tag.LI.of(Tag.SPAN.of(item)))
                .toList();
        return Tag.SECTION.of(
                Tag.H2.of(voice.ofKind("advice.title").html(voice.language())),
                Tag.OL.with(cls("ad")).of(items));
    }
}

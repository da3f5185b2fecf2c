package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.id;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import xingma.complaint.sweep.OnTimeRate;
import xingma.pages.Attribute.Plain;
import xingma.territory.RegionCode;

/** Whether the bureau keeps its days (按时办结率公示): each unit and month, with the figures that make the rate. */
public final class OnTimePages {
    private final Publisher publisher;

    public OnTimePages(Publisher publisher) {
        this.publisher = publisher;
    }

    /** A unit's months, the newest first. */
    public record Shelf(RegionCode unit, List<OnTimeRate> rates) {
        public Shelf {
            rates = List.copyOf(rates);
        }
    }

    public Page page(List<Shelf> shelves, View view) {
        var voice = Voice.ofComplaints(view.language());
        var frame = new Frame(publisher, view, voice);
        var desks = new Desks(publisher, voice, view.day());
        var main = new ArrayList<Html>();
        main.add(Tag.SECTION.of(
                Tag.H1.of(voice.say("ontime.heading")),
                Tag.P.of(voice.say("ontime.lead")),
                Tag.P.with(cls("s")).of(voice.say("ontime.formula")),
                Tag.P.with(cls("s")).of(voice.say("ontime.why"))));
        for (var shelf : shelves) {
            main.add(Tag.SECTION.of(
                    Tag.H2.of(desks.unit(shelf.unit())),
                    shelf.rates().isEmpty() ? Tag.P.of(voice.say("ontime.none")) : table(shelf, voice)));
        }
        shelves.stream().flatMap(s -> s.rates().stream()).map(OnTimeRate::computedAt).max(java.util.Comparator.naturalOrder())
                .ifPresent(at -> main.add(
                        Tag.SECTION.of(Tag.P.with(cls("s")).of(voice.say("ontime.at", desks.moment(at))))));
        var around = new Frame.Around(Optional.of(ComplaintPages.CSS), Optional.empty(), List.of(), Optional.empty());
        return frame.page(voice.say("ontime.heading"), Tag.MAIN.with(id("main")).of(main), around, List.of());
    }

    private static Html table(Shelf shelf, Voice voice) {
        var heads = List.of("month", "rate", "closedOnTime", "closed", "openOverdue").stream()
                .map(k -> (Html) Tag.TH.with(Attribute.of(Plain.SCOPE, "col"), cls(k.equals("month") ? "" : "n"))
                        .of(voice.say("ontime." + k)))
                .toList();
        var rows = shelf.rates().stream().map(r -> row(r, voice)).toList();
        return Tag.TABLE.with(cls("who")).of(Tag.THEAD.of(Tag.TR.of(heads)), Tag.TBODY.of(rows));
    }

    private static Html row(OnTimeRate rate, Voice voice) {
        return Tag.TR.of(
                Tag.TD.of(month(rate.month())),
                number(percent(rate).map(p -> p + "%").orElse(voice.say("ontime.noCase"))),
                number("" + rate.closedOnTime()),
                number("" + rate.closed()),
                number("" + rate.openOverdue()));
    }

    private static Element number(String text) {
        return Tag.TD.with(cls("n")).of(text);
    }

    private static String month(YearMonth month) {
        return month.toString();
    }

    /** Such as 96.2. */
    public static Optional<String> percent(OnTimeRate rate) {
        var tenths = rate.perThousand();
        return tenths.isEmpty()
                ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%d.%d", tenths.getAsInt() / 10, tenths.getAsInt() % 10));
    }
}

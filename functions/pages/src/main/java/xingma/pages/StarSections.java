package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.href;

import java.util.ArrayList;
import java.util.List;
import xingma.rating.Clause;
import xingma.rating.Mark;
import xingma.rating.NextStar;
import xingma.rating.Points;
import xingma.rating.Rate;
import xingma.rating.Reckoning;
import xingma.rating.ReckoningWords;
import xingma.rating.Standard;

/** The sections of a star's page that follow from the reckoning: conditions, nearest path, chapters, arithmetic. */
final class StarSections {
    private final StarReasons why;
    private final Voice voice;
    private final Frame frame;

    StarSections(StarReasons why, Voice voice, Frame frame) {
        this.why = why;
        this.voice = voice;
        this.frame = frame;
    }

    List<Html> all() {
        var sections = new ArrayList<Html>();
        sections.add(conditions());
        why.next().ifPresent(path -> sections.add(near(path)));
        sections.add(chapters());
        sections.add(arithmetic());
        return sections;
    }

    /** The next star's conditions, or those of the fifth where there is no next. */
    private int wanted() {
        return Math.min(5, why.stars().stars() + 1);
    }

    private String star(int stars) {
        return voice.say("star.within." + stars);
    }

    private Html conditions() {
        var rows = new ArrayList<Html>();
        rows.add(redLines());
        why.standard().threshold(wanted()).ifPresent(line -> {
            for (var part : why.standard().parts()) {
                rows.add(rate(StarPages.words(part.title(), voice), why.stars().parts().get(part.code()), line.eachPart()));
            }
            rows.add(rate(Html.text(voice.say("star.total")), why.stars().total(), line.total()));
        });
        var words = new ReckoningWords(why.standard());
        for (var step : why.stars().reckoning()) {
            if (step instanceof Reckoning.CappedByWarning || step instanceof Reckoning.CappedByTrack) {
                rows.add(condition(false, StarPages.words(words.say(step), voice), "", Html.NOTHING));
            }
        }
        return Tag.SECTION.of(
                Tag.H2.of(voice.say("star.must", star(wanted()))),
                Tag.UL.with(cls("cr")).of(rows),
                Tag.P.with(cls("s")).of(voice.say("star.bar.from", star(wanted()))));
    }

    private Html redLines() {
        var failed = Reckoning.of(why.stars().reckoning(), Reckoning.RedLineFailed.class);
        var kept = Reckoning.of(why.stars().reckoning(), Reckoning.RedLinesKept.class);
        var words = new ReckoningWords(why.standard());
        return failed.isEmpty()
                ? condition(
                        true,
                        Html.text(voice.say("star.redlines")),
                        voice.say("star.redlines.kept", kept.stream().mapToInt(Reckoning.RedLinesKept::lines).sum()),
                        Html.NOTHING)
                : condition(
                        false,
                        Html.text(voice.say("star.redlines")),
                        voice.say("star.redlines.failed", failed.size()),
                        Html.all(failed.stream()
                                .map(f -> Tag.P.with(cls("s")).of(StarPages.words(words.say(f), voice)))
                                .toList()));
    }

    private Html rate(Html title, Rate rate, int line) {
        var reached = rate.reaches(line);
        var apart = StarPages.shown(Math.abs(rate.tenths() - line * 10));
        return condition(
                reached,
                title,
                rate.shown(),
                Html.all(
                        Artwork.rate(rate.tenths(), line),
                        Tag.P.with(cls("s"))
                                .of(voice.say(reached ? "star.line.over" : "star.line.under", star(wanted()), line, apart))));
    }

    private static Html condition(boolean met, Html title, String value, Html more) {
        return Tag.LI.with(cls(met ? "y" : "x")).of(
                Tag.P.of((met ? Sign.MET : Sign.CARE).small(), Tag.B.of(title), Tag.SPAN.of(value)), more);
    }

    private Html near(NextStar.Path path) {
        var rows = path.mend().stream().map(this::mend).toList();
        var after = path.after();
        return Tag.SECTION.with(cls("near")).of(
                Tag.H2.of(voice.say("star.near", star(wanted()), path.mend().size())),
                Tag.UL.of(rows),
                Tag.P.with(cls("eq"))
                        .of(voice.say("star.near.then", after.total().shown(), star(after.stars()))),
                Tag.P.with(cls("s")).of(voice.say("star.near.not")));
    }

    private Html mend(Clause clause) {
        var earned = why.sheet().at(clause.code()).orElse(null) instanceof Mark.Scored(var points) ? points : Points.NONE;
        return Tag.LI.of(
                Tag.DIV.of(
                        StarPages.words(clause.title(), voice),
                        Tag.SMALL.of(Html.text(clause.code() + " "), StarPages.words(chapter(clause).title(), voice))),
                Tag.B.of(voice.say("star.near.plus", clause.most().minus(earned))));
    }

    private Standard.Chapter chapter(Clause clause) {
        return why.standard().parts().stream()
                .flatMap(p -> p.chapters().stream())
                .filter(c -> c.clauses().contains(clause))
                .findFirst()
                .orElseThrow();
    }

    private Html chapters() {
        var sums = Reckoning.of(why.stars().reckoning(), Reckoning.ChapterSum.class);
        var parts = new ArrayList<Html>();
        for (var part : why.standard().parts()) {
            parts.add(Tag.H3.of(StarPages.words(part.title(), voice)));
            parts.add(Tag.UL.with(cls("ca")).of(part.chapters().stream()
                    .map(chapter -> Tag.LI.of(
                            StarPages.words(chapter.title(), voice), Tag.B.of(points(sums, chapter.code()))))
                    .toList()));
        }
        return Tag.SECTION.of(Tag.H2.of(voice.say("star.chapters")), Html.all(parts));
    }

    private static String points(List<Reckoning.ChapterSum> sums, String chapter) {
        return sums.stream()
                .filter(s -> s.chapter().equals(chapter))
                .map(s -> s.rate().earned() + " / " + s.rate().possible())
                .findFirst()
                .orElse("–");
    }

    private Html arithmetic() {
        var left = Reckoning.of(why.stars().reckoning(), Reckoning.LeftOut.class);
        var leftOut = left.stream().map(Reckoning.LeftOut::most).reduce(Points.NONE, Points::plus);
        var total = why.stars().total();
        var asked = total.possible().plus(leftOut);
        return Tag.SECTION.of(
                Tag.H2.of(voice.say("star.how")),
                Tag.UL.with(cls("ca su")).of(
                        line(voice.say("star.how.full"), asked.toString()),
                        line(voice.say("star.how.left", left.size()), leftOut.equals(Points.NONE) ? "0" : "−" + leftOut),
                        line(voice.say("star.how.asked"), total.possible().toString()),
                        line(voice.say("star.how.earned"), total.earned().toString()),
                        line(voice.say("star.how.rate", total.earned(), total.possible()), total.shown())),
                Tag.P.with(cls("s")).of(voice.say("star.how.panel", why.enforcement(), why.association())),
                Tag.A.with(cls("go"), href(frame.to("/method", "s=" + Attribute.encoded(why.standard().name()))))
                        .of(voice.say("star.how.method")));
    }

    private static Html line(String what, String value) {
        return Tag.LI.of(Html.text(what), Tag.B.of(value));
    }
}

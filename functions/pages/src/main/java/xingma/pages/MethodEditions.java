package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.href;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import xingma.fact.Wording;
import xingma.pages.MethodPage.Around;
import xingma.pages.MethodPage.Tongue;
import xingma.rating.Course.Step;
import xingma.rating.Opinion;
import xingma.rating.Standard;
import xingma.rating.Standard.Status;

/** What a method page tells beside the standard itself: the other editions, and what was said of this one and came of it. */
record MethodEditions(Standard standard, Around around, Frame frame, Tongue tongue) {
    /** Every edition that is out, the newest first; what an office is still writing is not. */
    Html editions() {
        var rows = around.shelved().editions().all().reversed().stream()
                .filter(around.shelved()::isOut)
                .map(each -> Tag.LI.of(line(each)))
                .toList();
        return rows.size() < 2
                ? Html.NOTHING
                : Tag.SECTION.of(Tag.H2.of(tongue.say("各版", "Editions")), Tag.UL.with(cls("li")).of(rows));
    }

    private Html line(Standard each) {
        var words = Html.all(
                tongue.say("第" + each.edition() + "版", "Edition " + each.edition()),
                Html.text(" · "),
                tongue.say(MethodPage.stage(each)),
                Html.text(" · " + each.date()));
        return each.edition() == standard.edition()
                ? Html.all(Tag.B.of(words), tongue.say("（本页）", " (this page)"))
                : Tag.A.with(href(address(each))).of(words);
    }

    /** Who reads what is in force is told at once of another edition on which opinions may be given. */
    Html invitation(LocalDate today) {
        return Html.all(around.shelved().editions().all().stream()
                .filter(each -> each.edition() != standard.edition() && each.status() == Status.COMMENT)
                .flatMap(each -> around.shelved().course(each.edition()).consulted().stream()
                        .filter(days -> isOpen(days, today))
                        .map(days -> invitation(each, days)))
                .toList());
    }

    private Html invitation(Standard each, Step.Consulted days) {
        return Tag.SECTION.of(Tag.P.of(
                tongue.say(
                        "第" + each.edition() + "版正在征求意见，到" + days.until() + "（含当天）。",
                        "Opinions are asked for on edition " + each.edition() + " until the end of " + days.until() + ". "),
                Tag.A.with(href(address(each))).of(tongue.say("看这一版，怎么提意见", "Read it, and how to give yours"))));
    }

    private static boolean isOpen(Step.Consulted days, LocalDate today) {
        return !today.isBefore(days.from()) && !today.isAfter(days.until());
    }

    private String address(Standard each) {
        return frame.to("/method", "s=" + Attribute.encoded(each.name()));
    }

    /** The days, how many were taken up, and each that was answered; never who said it. */
    Html opinions(LocalDate today) {
        var consulted = around.shelved().course(standard.edition()).consulted();
        if (consulted.isEmpty()) {
            return Html.NOTHING;
        }
        var days = consulted.get();
        var said = new ArrayList<Html>();
        said.add(Tag.H2.of(tongue.say("征求意见", "Opinions")));
        said.add(Tag.P.of(standard.status() == Status.COMMENT && isOpen(days, today)
                ? tongue.say(
                        "征求意见到" + days.until() + "（含当天）。意见请交给卫生健康局，或者拨打页脚的电话。",
                        "Opinions are asked for until the end of " + days.until() + ": to the health bureau, or by the telephone below.")
                : tongue.say(
                        days.from() + "至" + days.until() + "征求意见。",
                        "Opinions were asked for from " + days.from() + " to " + days.until() + ".")));
        if (!around.opinions().isEmpty()) {
            said.add(Tag.P.of(tongue.say(counted())));
            said.add(Tag.DETAILS.of(
                    Tag.SUMMARY.of(tongue.say("意见和答复", "Opinions and answers")),
                    Tag.UL.with(cls("rl")).of(answered())));
        }
        return Tag.SECTION.of(said);
    }

    private Wording counted() {
        var all = around.opinions();
        var chinese = new ArrayList<String>();
        var english = new ArrayList<String>();
        for (var taken : Opinion.Taken.values()) {
            var n = all.stream().filter(o -> o.answer().filter(a -> a.taken() == taken).isPresent()).count();
            if (n > 0) {
                chinese.add(taken.chinese() + n + "条");
                english.add(taken.english() + ": " + n);
            }
        }
        var open = all.stream().filter(o -> o.answer().isEmpty()).count();
        if (open > 0) {
            chinese.add("还没有答复" + open + "条");
            english.add("not answered yet: " + open);
        }
        return new Wording(
                "收到" + all.size() + "条：" + String.join("，", chinese) + "。",
                all.size() + " received. " + String.join("; ", english) + ".");
    }

    /** Written in Chinese, whatever the reader's language. */
    private List<Element> answered() {
        return around.opinions().stream()
                .flatMap(opinion -> opinion.answer().stream().map(answer -> Tag.LI.of(
                        Tag.B.of(
                                Html.text(opinion.clause().map(c -> c + " ").orElse("")),
                                tongue.say(opinion.from().wording()),
                                tongue.say("：", ": "),
                                tongue.say(answer.taken().wording())),
                        Tag.P.with(Attribute.lang(Language.SIMPLIFIED)).of(opinion.words()),
                        Tag.P.with(cls("s"), Attribute.lang(Language.SIMPLIFIED)).of(answer.words()))))
                .toList();
    }
}

package xingma.pages;

import static xingma.pages.Attribute.cls;
import static xingma.pages.Attribute.id;

import java.util.ArrayList;
import java.util.List;
import xingma.institution.Procedure;
import xingma.institution.Procedures;
import xingma.institution.SurgeryLevels;
import xingma.pages.Attribute.Plain;
import xingma.pages.ScanPages.Subject;
import xingma.practitioner.Practitioner;

/** May this treatment be done here, and by whom (项目分级)? Asked by name, answered on the same page. */
final class ProcedureSection {
    private static final int MOST_RESULTS = 5;

    private final Voice voice;
    private final Subject subject;
    private final Procedures procedures;
    private final List<Procedure> permitted;

    ProcedureSection(Voice voice, Subject subject, Procedures procedures) {
        this.voice = voice;
        this.subject = subject;
        this.procedures = procedures;
        this.permitted = procedures.permittedTo(subject.institution());
    }

    Html html(View view, Frame frame) {
        var section = new ArrayList<Html>();
        section.add(Tag.H2.of(voice.say("procedure.heading")));
        section.add(Tag.P.of(scope()));
        section.add(Tag.FORM.with(Attribute.action(view.path() + "#procedure"), Attribute.of(Plain.METHOD, "get")).of(
                Tag.LABEL.with(Attribute.of(Plain.FOR, "p")).of(voice.say("procedure.label")),
                frame.kept(),
                Tag.DIV.with(cls("in")).of(
                        Tag.INPUT.with(
                                id("p"),
                                Attribute.of(Plain.NAME, "p"),
                                Attribute.of(Plain.TYPE, "search"),
                                Attribute.of(Plain.VALUE, view.procedure().orElse("")),
                                Attribute.of(Plain.LANG, Language.SIMPLIFIED.tag()),
                                Attribute.of(Plain.MAXLENGTH, "" + View.LONGEST_SEARCH)),
                        Tag.BUTTON.with(cls("b p")).of(voice.say("procedure.button")))));
        view.procedure().ifPresent(sought -> section.add(found(sought)));
        if (!permitted.isEmpty() && subject.verdict().yes()) {
            section.add(Tag.DETAILS.of(
                    Tag.SUMMARY.with(cls("go")).of(voice.say("procedure.all", permitted.size())),
                    Tag.UL.with(cls("wrap")).of(
                            permitted.stream().map(p -> Tag.LI.of(voice.name(p.name()))).toList()),
                    Tag.P.with(cls("s")).of(voice.say("procedure.source"))));
        }
        return Tag.SECTION.with(id("procedure")).of(section);
    }

    private Html scope() {
        if (!hasGraded()) {
            return voice.html("procedure.noGraded", voice.term(Procedures.GRADED));
        }
        var level = level();
        return Html.text(switch (level) {
            case 0 -> voice.say("procedure.noLevel");
            case SurgeryLevels.HIGHEST -> voice.say("procedure.everyLevel");
            default -> voice.say("procedure.level", level, level + 1);
        });
    }

    private Html found(String sought) {
        var meant = EverydayNames.ours().meantBy(sought, procedures.all());
        if (meant.isEmpty()) {
            return Tag.DIV.with(cls("res c")).of(
                    Tag.B.of(voice.html("procedure.unknown", voice.name(sought))),
                    Tag.P.of(voice.say("procedure.unknown.do")));
        }
        return Html.all(meant.stream().limit(MOST_RESULTS).map(this::answer).toList());
    }

    private Html answer(Procedure procedure) {
        var leads = leads();
        if (!subject.verdict().yes()) {
            return result(procedure, "res n", "procedure.no", Html.text(voice.say("procedure.no.verdict")));
        }
        if (!permitted.contains(procedure)) {
            return result(procedure, "res n", "procedure.no", hasGraded()
                    ? Html.text(voice.say("procedure.no.level", procedure.level(), level()))
                    : voice.html("procedure.noGraded", voice.term(Procedures.GRADED)));
        }
        if (leads.isEmpty()) {
            var why = voice.html("procedure.nobody.do", voice.term(Procedures.GRADED));
            return result(procedure, "res c", "procedure.nobody", why);
        }
        var names = leads.stream().map(p -> Tag.LI.of(voice.name(p.name()))).toList();
        return result(procedure, "res", "procedure.yes", Html.all(
                Html.text(voice.say("procedure.by", procedure.level())), Tag.UL.with(cls("wrap")).of(names)));
    }

    private Html result(Procedure procedure, String classes, String answer, Html why) {
        var sign = classes.equals("res") ? Sign.MET : classes.equals("res n") ? Sign.UNMET : Sign.CARE;
        return Tag.DIV.with(cls(classes)).of(
                Tag.P.of(voice.name(procedure.name())),
                Tag.B.of(sign.small(), Html.text(' ' + voice.say(answer))),
                Tag.DIV.of(why));
    }

    private List<Practitioner> leads() {
        return subject.people().stream()
                .filter(p -> !p.isNurse() && p.conditionsOn(subject.day()).all())
                .filter(p -> p.specialties().contains(Procedures.GRADED))
                .toList();
    }

    private boolean hasGraded() {
        return subject.institution().facts().items("aestheticDepartments").contains(Procedures.GRADED);
    }

    private int level() {
        return procedures.levels().registeredFor(subject.institution());
    }
}

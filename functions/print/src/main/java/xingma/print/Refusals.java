package xingma.print;

import xingma.aws.http.Problem;
import xingma.aws.http.Refused;
import xingma.institution.PlacardCode;
import xingma.placard.Placard;
import xingma.placard.PlacardDesk.Outcome;
import xingma.placard.Posting;
import xingma.territory.Duty;

/** What an officer is told who asked for what cannot be, the reason first and then the next step. */
final class Refusals {
    private Refusals() {}

    /** The placard, or the refusal of what was asked. */
    static Placard done(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done(var placard) -> placard;
            case Outcome.NoSuchInstitution(var id) -> throw noSuchInstitution();
            case Outcome.NoSuchPlacard(var code) -> throw noSuchPlacard();
            case Outcome.NotYetChecked(var id) -> throw notYetChecked();
            case Outcome.NoLongerLive(var placard) -> throw noLongerLive(placard, 409);
            case Outcome.WrongStep(var from, var to) -> throw new Refused(Problem.of(
                    409,
                    "posting.wrongStep",
                    "标牌现在是“" + chinese(from) + "”，不能登记为“" + chinese(to) + "”。请刷新后再登记。",
                    "The placard is " + from.word() + " now and cannot become " + to.word() + ". Reload and record again."));
            case Outcome.MovedOn() -> throw new Refused(Problem.of(
                    409, "placard.movedOn", "刚才有人处理了这块标牌。请刷新后再试。", "Somebody else has just changed it. Reload and try again."));
            case Outcome.NotYourDuty(var needed) -> throw notYourDuty(needed);
        };
    }

    static Refused noSuchPlacard() {
        return new Refused(Problem.notFound(
                "placard.unknown", "辖区内没有这个公示码。请核对后再试。", "There is no such placard in your territory. Check its code."));
    }

    static Refused noSuchInstitution() {
        return new Refused(Problem.notFound(
                "institution.unknown", "辖区内没有这家机构。请刷新名单后再试。", "There is no such institution in your territory."));
    }

    static Refused noSuchDistrict() {
        return new Refused(Problem.notFound(
                "district.unknown", "辖区内没有这个区县。请从列表中选择。", "There is no such district in your territory."));
    }

    static Refused notYetChecked() {
        return new Refused(Problem.of(
                409, "institution.notChecked", "机构信息还没有复核公布，不能签发标牌。请先复核。", "Nothing is checked yet. Have it checked first."));
    }

    static Refused noLongerLive(Placard placard, int status) {
        return switch (placard) {
            case Placard.Live live -> throw new IllegalArgumentException("it is live");
            case Placard.Withdrawn gone -> new Refused(Problem.of(
                    status, "placard.withdrawn", "这块标牌已经收回作废。需要时请重新签发。", "This placard was withdrawn. Issue a new one if needed."));
            case Placard.Replaced gone -> new Refused(Problem.of(
                    status, "placard.replaced", "这块标牌已经换新。请使用新标牌。", "This placard was replaced. Use the new one."));
        };
    }

    static Refused notYourDuty(Duty needed) {
        var duty = needed.chinese();
        return new Refused(Problem.of(
                403, "officer.notYourDuty", "这一步由" + duty + "办理。请转给" + duty + "。", "This takes the duty of " + needed.word() + "."));
    }

    static PlacardCode code(String typed) {
        return PlacardCode.read(typed).orElseThrow(Refusals::noSuchPlacard);
    }

    private static String chinese(Posting.Step step) {
        return switch (step) {
            case ISSUED -> "已签发";
            case PRINTED -> "已印制";
            case DELIVERED -> "已送达";
            case POSTED -> "已张贴";
            case CHECKED -> "已现场核对";
            case MISSING -> "缺失";
        };
    }
}

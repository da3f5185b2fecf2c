package xingma.rate.told;

import xingma.evaluation.ScoreSheet;
import xingma.rating.Sheet;

/** What keeps a sheet from being handed in, at one clause. */
public record FaultView(String clause, String code, String chinese, String english) {
    public static FaultView of(ScoreSheet.Fault fault) {
        return switch (fault) {
            case ScoreSheet.Fault.OfMark(var mark) -> of(mark);
            case ScoreSheet.Fault.NoReason(var clause) ->
                new FaultView(clause, "reason.missing", "扣分没有写原因。", "Points are missing without a reason.");
        };
    }

    public static FaultView of(Sheet.Fault fault) {
        return switch (fault) {
            case Sheet.Fault.Missing(var clause) ->
                new FaultView(clause, "mark.missing", "还没有评分。", "There is no mark yet.");
            case Sheet.Fault.NotAScore(var clause, var points) ->
                new FaultView(
                        clause, "points.notAChoice", points + "分不是这一条的分数。", points + " is no score of this clause.");
            case Sheet.Fault.AlwaysApplies(var clause) ->
                new FaultView(clause, "mark.alwaysApplies", "这一条不能标为不适用。", "This clause always applies.");
            case Sheet.Fault.NotAsked(var clause) ->
                new FaultView(clause, "clause.notAsked", "标准不评这一条。", "The standard does not ask this.");
        };
    }
}
